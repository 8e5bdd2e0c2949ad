"""An interview whose answers are written down and judged: two spoken answers and a program."""

from dataclasses import replace

from kiosk.assessment.assess import assess
from kiosk.assessment.transcripts import heard
from kiosk.domain.assessment import Advice, AssessmentInputs, CriterionAdvice, Quote
from kiosk.domain.code import (
    CodeLanguage,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
    Comparison,
    Example,
    TestResult,
)
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Question, QuestionKind
from kiosk.domain.rubric import Criterion, Dimension, Measure
from kiosk.domain.transcript import Transcript, Word
from kiosk.flow.events import (
    AnswerEnded,
    AnswerTranscribed,
    CodeHandedIn,
    CodeJudged,
    EndConfirmed,
    SessionAssessed,
    TimePassed,
)
from tests.answers import CONFLICT, GENERAL, MISTAKE, question
from tests.interviews import SESSION, Interview

PYTHON = CodeLanguage.PYTHON
FIRST_TRY = "print(1)"
SOLUTION = 'a, b = map(int, input().split())\nprint(a + b)  # <b>"sum"</b>'
TASK = CodingTask(
    "sum", (PYTHON,), 1.0, 1 << 28, Comparison.TOKENS, (Example("1", "1 2\n", "3\n"),), 2, "0" * 64
)
SUM = Question(
    QuestionId("sum"),
    QuestionKind.CODING,
    {"en": "Please write a program that adds two numbers."},
    avatar="ada",
    answer_limit_s=300.0,
    problem={"en": "Add **two** numbers."},
    coding=TASK,
    rubric=(Criterion("tests", {"en": "The program works"}, Dimension.TECHNICAL, measure=Measure.CODE),),
)
SPOKEN = tuple(
    replace(question(name), think_time_s=0.0, retakes=0, followups=()) for name in ("conflict", "mistake")
)
PACK = replace(GENERAL, languages=("en",), questions=(*SPOKEN, SUM), practice=None, notice=None)


def interviewed(interview: Interview, scoring: Scoring = Scoring.AI_AND_HUMAN) -> None:
    """Up to the thank-you; the result of the last program comes a little later."""
    interview.begin()
    interview.accept()
    interview.consent(scoring)
    interview.check_devices()
    interview.start_recording()
    for spoken in SPOKEN:
        interview.ask(spoken)
        interview.happen(TimePassed(), AnswerEnded(), after_s=4.0)
    interview.ask(SUM)
    interview.happen(CodeHandedIn(CodePurpose.RUN, PYTHON, FIRST_TRY))
    interview.happen(CodeJudged(SESSION, SUM.id, 1, result(CodeVerdict.WRONG_ANSWER)))
    interview.happen(CodeHandedIn(CodePurpose.SUBMIT, PYTHON, SOLUTION), AnswerEnded())
    interview.happen(EndConfirmed())
    interview.finish_recording()
    accepted = result(CodeVerdict.ACCEPTED, CodeVerdict.ACCEPTED, CodeVerdict.WRONG_ANSWER)
    interview.happen(CodeJudged(SESSION, SUM.id, 2, accepted))


def result(*verdicts: CodeVerdict) -> CodeResult:
    """The first test is the visible one."""
    tests = tuple(
        TestResult(f"{number}", number > 1, verdict, 0.01 * number, 9_000_000)
        for number, verdict in enumerate(verdicts, start=1)
    )
    wrong = (verdict for verdict in verdicts if verdict is not CodeVerdict.ACCEPTED)
    return CodeResult(next(wrong, CodeVerdict.ACCEPTED), tests, len(verdicts), "", "Python 3.11.2")


def written_down(interview: Interview, **texts: str) -> None:
    """The answers as a recogniser heard them, a quarter of a second a word."""
    for name, text in (texts or {"conflict": CONFLICT, "mistake": MISTAKE}).items():
        words = [Word(word, 0.25 * at, 0.25 * (at + 1), 0.9) for at, word in enumerate(text.split(), start=0)]
        version = heard(text, words, "fake", "en")
        interview.happen(AnswerTranscribed(interview.session, Transcript(QuestionId(name), 1, (version,))))


def judged(interview: Interview, inputs: AssessmentInputs) -> None:
    """By the rules, and a model says something as well."""
    quote = Quote("I listened.", 0, 11, 1.0, 2.0)
    opinion = CriterionAdvice("listening", 3, None, quote, "It says so.")
    advice = Advice(QuestionId("conflict"), None, (opinion,), "A calm answer.")
    interview.happen(SessionAssessed(interview.session, assess(inputs), (advice,)))
