"""The kiosk's own rules as the server's analyst: a rubric made of what another program said of its questions.

A question's keywords are what a good answer mentions; how an answer is built and how concrete it is count
as communication. Questions without keywords are judged by the latter alone.
"""

import re
from collections import defaultdict

from kiosk.assessment.assess import assess
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven, AssessmentInputs
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import PackId, QuestionId, SessionId
from kiosk.domain.pack import Pack, Question, QuestionKind
from kiosk.domain.plain import as_mapping
from kiosk.domain.rubric import Criterion, Dimension, Measure, Sign
from kiosk.domain.transcript import Origin, Transcript, Version, Word
from kiosk.wire.evidence import Analysis
from kiosk.wire.session import Assessment
from server import times
from server.analysis.service import Heard
from server.tables.sessions import AnswerRow, QuestionRow

_LANGUAGE = "en"
_WORDS_PER_S = 2.5
_NOT_IN_TERMS = re.compile(r"[…#*]")
_DIMENSIONS = {
    QuestionKind.TECHNICAL: Dimension.TECHNICAL,
    QuestionKind.CODING: Dimension.TECHNICAL,
    QuestionKind.GENERAL: Dimension.PROBLEM_SOLVING,
    QuestionKind.BEHAVIOURAL: Dimension.PROBLEM_SOLVING,
}


def judge(heard: Heard) -> Assessment:
    """A session as the rules see it; the server's ``Analyst``."""
    questions = tuple(_question(row) for row in heard.questions)
    pack = Pack(PackId("api"), "1", {_LANGUAGE: "Interview"}, (_LANGUAGE,), questions)
    spoken: defaultdict[str, list[AnswerRow]] = defaultdict(list)
    for answer in heard.answers:
        spoken[answer.question_id].append(answer)
    found = assess(
        AssessmentInputs(
            session=SessionId(heard.session_id),
            pack=pack,
            language=_LANGUAGE,
            scoring=Scoring.AI_AND_HUMAN if heard.by_software else Scoring.HUMAN_ONLY,
            answers=tuple(_given(question.id, spoken[question.id]) for question in questions),
        )
    )
    scores = found.scores
    return Assessment(
        assessed_wall=times.now(),
        scorer=found.scorer,
        technical_score=scores.technical,
        communication_score=scores.communication,
        problem_solving_score=scores.problem_solving,
        cultural_fit_score=scores.values,
        overall_score=scores.overall,
        withheld=scores.withheld,
        overall_feedback=f"{found.summary} {found.overall_feedback}".strip(),
        recommendations=found.recommendations,
        question_analysis=tuple(Analysis.model_validate(as_mapping(answer)) for answer in found.answers),
    )


def _question(row: QuestionRow) -> Question:
    kind = QuestionKind(row.kind) if row.kind in set(QuestionKind) else QuestionKind.GENERAL
    return Question(
        id=QuestionId(row.question_id),
        kind=kind,
        text={_LANGUAGE: row.text},
        avatar=row.avatar,
        answer_limit_s=row.answer_limit_s,
        keywords=tuple(row.keywords),
        rubric=tuple(_criteria(kind, row.keywords)),
    )


def _criteria(kind: QuestionKind, keywords: list[str]) -> list[Criterion]:
    signs = tuple(
        Sign(f"keyword-{number}", {_LANGUAGE: keyword}, {_LANGUAGE: (keyword,)})
        for number, keyword in enumerate(map(_term, keywords), start=1)
        if keyword
    )
    built = [
        Criterion("structure", {_LANGUAGE: "Structure"}, Dimension.COMMUNICATION, 0.5, Measure.STRUCTURE),
        Criterion("detail", {_LANGUAGE: "Detail"}, Dimension.COMMUNICATION, 0.5, Measure.DETAIL),
    ]
    if signs:
        built.insert(0, Criterion("content", {_LANGUAGE: "Content"}, _DIMENSIONS[kind], 2.0, signs=signs))
    return built


def _term(keyword: str) -> str:
    """A keyword as it may stand in a rubric: what has a meaning there is left out."""
    return " ".join(_NOT_IN_TERMS.sub(" ", keyword).split())


def _given(question: QuestionId, answers: list[AnswerRow]) -> AnswerGiven:
    """The last answer counts."""
    if not answers or not (answers[-1].text or "").strip():
        return AnswerGiven(question, asked=True)
    last = answers[-1]
    words = (last.text or "").split()
    length_s = last.spoken_s or len(words) / _WORDS_PER_S
    placed = tuple(
        Word(text, at * length_s / len(words), (at + 1) * length_s / len(words), last.confidence)
        for at, text in enumerate(words)
    )
    origin = Origin.RECOGNISED if last.confidence is not None else Origin.TYPED
    version = Version(origin, "", _LANGUAGE, placed)
    return AnswerGiven(question, True, Outcome.KEPT, Transcript(question, last.attempt, (version,)))
