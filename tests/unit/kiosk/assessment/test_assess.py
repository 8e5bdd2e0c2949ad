import json
import time
from dataclasses import replace

import pytest

from kiosk.assessment.assess import SCORER, assess
from kiosk.assessment.digest import canonical, sha256
from kiosk.assessment.transcripts import heard
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven, Assessment, AssessmentInputs, CodeResult, Withheld
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId
from kiosk.domain.plain import from_plain
from kiosk.domain.rubric import Criterion, Dimension, Measure, Weights
from kiosk.domain.transcript import Origin, Transcript, Word
from tests.answers import CONFLICT, GENERAL, MISTAKE, answered, inputs, question, transcript, whole

WITHIN_S = 0.05 * 20
"""The figure is 50 ms per answer (benchmarks/assessment.py); a busy machine gets twenty times that."""


def only(given: AnswerGiven, language: str = "en") -> tuple[float | None, Withheld | None]:
    judged = assess(inputs(given, language=language))
    answer = next(one for one in judged.answers if one.question == given.question)
    return answer.score, answer.withheld


def test_every_score_is_derived_again_from_what_was_stored() -> None:
    first = assess(whole())
    stored = json.loads(canonical(whole()))
    again = assess(from_plain(AssessmentInputs, stored))
    assert canonical(again) == canonical(first)
    assert again.inputs_sha256 == sha256(whole())
    assert from_plain(Assessment, json.loads(canonical(first))) == first


def test_the_rules_have_not_changed_under_their_version() -> None:
    judged = assess(whole())
    scores = [(one.question, one.score) for one in judged.answers]
    assert (SCORER, scores) == (
        "rubric 1",
        [
            ("warm-up", 33.3),
            ("motivation", None),
            ("conflict", 90.0),
            ("mistake", 80.0),
            ("planning", None),
            ("your-question", None),
        ],
    ), "the rules or the pack have changed; if the rules, raise SCORER"


def test_every_level_points_at_words_that_were_said() -> None:
    judged = assess(whole())
    texts = {one.question: one.transcript.latest.text for one in whole().answers if one.transcript}
    for answer in judged.answers:
        assert all(one.evidence for one in answer.criteria if one.level)
        for quote in (piece.quote for one in answer.criteria for piece in one.evidence):
            assert texts[answer.question][quote.start : quote.end] == quote.text
    assert sum(len(one.evidence) for answer in judged.answers for one in answer.criteria) > 10


def test_the_whole_is_weighted_and_says_how_much_of_it_was_judged() -> None:
    judged = assess(whole())
    scores = judged.scores
    assert scores.coverage == pytest.approx(13 / 21, abs=1e-3)
    four = (scores.technical, scores.communication, scores.problem_solving, scores.values)
    mean = sum((value or 0) * weight for value, weight in zip(four, (1, 1, 2, 1), strict=True)) / 5
    assert scores.overall == pytest.approx(mean, abs=0.06)
    assert "3 of 6 answers could be judged" in judged.summary
    assert judged.suggestions
    assert judged.overall_feedback


def test_too_little_is_no_whole() -> None:
    scores = assess(inputs(answered("conflict", CONFLICT))).scores
    assert (scores.overall, scores.withheld) == (None, Withheld.TOO_LITTLE)
    assert scores.problem_solving is not None


def test_nothing_is_judged_without_consent() -> None:
    judged = assess(whole(Scoring.HUMAN_ONLY))
    assert {one.withheld for one in judged.answers} == {Withheld.HUMAN_ONLY}
    assert judged.scores.withheld is Withheld.HUMAN_ONLY
    assert all(one.level is None for answer in judged.answers for one in answer.criteria)


def test_a_weight_of_nothing_takes_a_dimension_out() -> None:
    pack = replace(GENERAL, weights=Weights(technical=0, communication=0, problem_solving=1, values=0))
    scores = assess(replace(whole(), pack=pack)).scores
    assert scores.overall == scores.problem_solving


def hardly_heard(confidence: float) -> AnswerGiven:
    words = [Word(word, at, at + 1, confidence) for at, word in enumerate(CONFLICT.split())]
    version = heard(CONFLICT, words, "x", "en")
    return kept(Transcript(QuestionId("conflict"), 1, (version,)))


def roughly_heard() -> AnswerGiven:
    said = transcript("conflict", CONFLICT)
    rough = replace(said, versions=(replace(said.latest, origin=Origin.ROUGH),))
    return kept(rough)


def kept(said: Transcript) -> AnswerGiven:
    return AnswerGiven(said.question, True, Outcome.KEPT, said)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (AnswerGiven(QuestionId("conflict"), asked=False), Withheld.NOT_ASKED),
        (AnswerGiven(QuestionId("conflict"), True, Outcome.SKIPPED), Withheld.NOT_ANSWERED),
        (AnswerGiven(QuestionId("conflict"), True), Withheld.NOT_ANSWERED),
        (AnswerGiven(QuestionId("conflict"), True, Outcome.KEPT), Withheld.NOT_TRANSCRIBED),
        (answered("conflict", ""), Withheld.NOT_ANSWERED),
        (answered("conflict", "Well, no."), Withheld.NOT_ANSWERED),
        (
            answered("conflict", "The sea was warm and we went for a swim."),
            Withheld.NOT_SCORABLE,
        ),
        (
            answered("conflict", "Wir waren uneinig und haben uns geeinigt."),
            Withheld.OTHER_LANGUAGE,
        ),
        (answered("conflict", CONFLICT, "de"), Withheld.OTHER_LANGUAGE),
        (answered("your-question", "When would I start to work with you?"), Withheld.NO_RUBRIC),
        (hardly_heard(0.5), Withheld.LOW_CONFIDENCE),
        (roughly_heard(), Withheld.LOW_CONFIDENCE),
    ],
)
def test_a_score_is_withheld_with_its_reason(given: AnswerGiven, why: Withheld) -> None:
    assert only(given) == (None, why)


def test_a_language_without_rules_is_left_to_people() -> None:
    french = answered("conflict", "Nous ne sommes pas d'accord.", "fr")
    assert only(french, "fr") == (None, Withheld.NOT_SCORABLE)


def read_back_as(transcript: Transcript, text: str) -> Transcript:
    return transcript.replaced(0, len(transcript.latest.words) - 1, text)


def test_an_answer_that_was_well_heard_or_read_back_is_scored() -> None:
    assert only(hardly_heard(0.9))[0] == only(answered("conflict", CONFLICT))[0]
    unsure = hardly_heard(0.5)
    assert unsure.transcript is not None
    read_back = replace(unsure, transcript=read_back_as(unsure.transcript, CONFLICT))
    assert only(read_back)[0] == only(answered("conflict", CONFLICT))[0]


def test_an_answer_cut_short_is_judged_by_what_was_said() -> None:
    assert only(replace(answered("mistake", MISTAKE), outcome=Outcome.CUT_SHORT))[0] == 80.0


CODE = Criterion("code", {"en": "Working code"}, Dimension.TECHNICAL, 3.0, Measure.CODE)


@pytest.mark.parametrize(("passed", "level"), [(0, 0), (1, 0), (3, 1), (7, 3), (8, 4)])
def test_code_is_judged_by_what_it_passes(passed: int, level: int) -> None:
    asked = replace(question("conflict"), rubric=(CODE, *question("conflict").rubric))
    pack = replace(GENERAL, questions=(asked,))
    given = AnswerGiven(asked.id, True, Outcome.KEPT, None, CodeResult(passed, 8))
    judged = assess(replace(inputs(given), pack=pack)).answers[0]
    assert [one.level for one in judged.criteria] == [level, None, None, None, None]
    assert {one.withheld for one in judged.criteria[1:]} == {Withheld.NOT_TRANSCRIBED}
    assert f"{passed} of 8 hidden examples" in judged.analysis


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Wir waren uneinig. Ich habe sie gefragt, und am Ende lief es gut.", "Stufe"),
        ("es", "No estábamos de acuerdo. Yo la escuché, y al final funcionó para todos.", "nivel"),
    ],
)
def test_the_words_are_in_the_interviews_language(language: str, text: str, words: str) -> None:
    judged = assess(inputs(answered("conflict", text, language), language=language)).answers[2]
    assert judged.score is not None
    assert words in judged.analysis


def test_an_answer_given_in_another_of_the_packs_languages_is_judged_in_that() -> None:
    german = answered("conflict", "Wir waren uneinig. Ich habe sie gefragt, und am Ende lief es gut.", "de")
    score, withheld = only(german, "en")
    assert (score is not None, withheld) == (True, None)


def test_the_longest_answer_is_judged_in_time() -> None:
    long = answered("conflict", " ".join([CONFLICT, MISTAKE] * 10))
    started = time.monotonic()
    assess(inputs(long))
    assert time.monotonic() - started < WITHIN_S * 6


@pytest.mark.parametrize(("asked", "why"), [(False, Withheld.NOT_ASKED), (True, Withheld.NOT_ANSWERED)])
def test_code_that_was_never_handed_in_has_no_level(asked: bool, why: Withheld) -> None:
    coding = replace(question("conflict"), rubric=(CODE,))
    given = AnswerGiven(coding.id, asked, Outcome.KEPT if asked else None)
    judged = assess(replace(inputs(given), pack=replace(GENERAL, questions=(coding,)))).answers[0]
    assert (judged.score, judged.withheld) == (None, why)
