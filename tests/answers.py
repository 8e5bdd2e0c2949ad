"""Answers to the shipped general pack, for tests of what they are worth."""

from pathlib import Path

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven, AssessmentInputs
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Pack, Question
from kiosk.domain.transcript import Transcript, typed
from kiosk.packs.load import load

GENERAL: Pack = load(Path(__file__).parents[1] / "assets/packs/general")
SESSION = SessionId("0123456789abcdef0123456789abcdef")

CONFLICT = (
    "Last year a colleague and I disagreed about how to plan the Saturday shifts. She wanted fixed pairs and "
    "I wanted everybody to rotate. First I asked her why the pairs mattered to her, and I listened. She "
    "explained that two of the older colleagues needed somebody they trusted, and she had a point. So I "
    "suggested that we keep those two pairs and let the other six rotate. We tried it for a month. In the "
    "end nobody complained."
)
MISTAKE = (
    "I deleted a folder with the photos of a whole project. I realised it when a colleague asked me where "
    "the pictures were. I told my boss straight away, and then I restored most of them. Since then I make a "
    "backup."
)
WORK = "I worked in a call centre until March. I liked talking to different people there."


def question(name: str) -> Question:
    return next(one for one in GENERAL.questions if one.id == name)


def transcript(name: str, text: str, language: str = "en") -> Transcript:
    return Transcript(QuestionId(name), 1, (typed(text, language),))


def answered(name: str, text: str, language: str = "en") -> AnswerGiven:
    return AnswerGiven(QuestionId(name), True, Outcome.KEPT, transcript(name, text, language))


def inputs(
    *answers: AnswerGiven, scoring: Scoring = Scoring.AI_AND_HUMAN, language: str = "en"
) -> AssessmentInputs:
    return AssessmentInputs(SESSION, GENERAL, language, scoring, answers)


def whole(scoring: Scoring = Scoring.AI_AND_HUMAN) -> AssessmentInputs:
    """An interview of which three questions were answered."""
    three = (answered("warm-up", WORK), answered("conflict", CONFLICT), answered("mistake", MISTAKE))
    return inputs(*three, scoring=scoring)
