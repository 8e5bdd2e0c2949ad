"""A sample interview for pictures and tests. Nobody in it is real, and nobody has said any of this."""

from dataclasses import replace

from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerScore, CriterionScore, Evidence, Quote, Rating, Scores
from kiosk.domain.code import CodeLanguage, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import QuestionKind
from kiosk.domain.recording import HD, Chapter, Gap, GapCause, Recording
from kiosk.domain.review import Decision, ReviewNote, View, Viewed
from kiosk.domain.rubric import Dimension
from kiosk.domain.standing import FinalStatus
from kiosk.ports.dossier import Attempt, Dossier, Guide, Mark, Program, QuestionFile, SpokenLine
from kiosk.ports.shelves import SessionLine

WALL = "2026-11-20T13:05:00.000Z"
_SAID = (
    "Last year a colleague and I disagreed about how to plan the Saturday shifts.",
    "She wanted fixed pairs and I wanted everybody to rotate.",
    "First I asked her why the pairs mattered to her, and I listened.",
    "So I suggested that we keep those two pairs and let the other six rotate.",
    "In the end nobody complained.",
)
_ANCHORS = (
    "Does not answer, or says nothing about the other side",
    "Names the other side, without interest in it",
    "Asked or listened once, without using it",
    "Understood the other side and used it",
    "Understood, used it, and checked that it held",
)
_FIRST = "total = 0\nfor line in open(0):\n    total += int(line)\nprint(total)"
_SECOND = "total = 0\nfor line in open(0):\n    if line.strip():\n        total += int(line)\nprint(total)"


def sample_dossier(line: SessionLine, viewer: str, *, rated: bool = False, video: str = "") -> Dossier:
    """An interview with two questions; ``rated`` shows it to somebody who has rated everything."""
    decisions = (Decision(FinalStatus.PASSED, "HR", "Clear and calm, see the second answer.", WALL, 68.0, 1),)
    return Dossier(
        line=replace(line, decision=FinalStatus.PASSED) if rated else line,
        scoring=Scoring.AI_AND_HUMAN,
        closed="",
        kept_by="",
        video=video,
        recording=_recording(),
        questions=(_talk(viewer, rated=rated), _program()),
        marks=(Mark(140.0, "help_called", "", "Staff"),),
        scores=Scores(64.0, 72.0, 70.0, None, 68.0, None, 0.9),
        own_scores=Scores(64.0, 80.0, 70.0, None, 71.0, None, 0.9) if rated else None,
        notes=(
            ReviewNote(7, viewer, WALL, "Listens before proposing anything.", 64.0),
            ReviewNote(9, "Reviewer 2", WALL, "Worth a second conversation.", None),
        ),
        decisions=decisions if rated else (),
        views=(View(viewer, Viewed.SESSION, WALL), View("Reviewer 2", Viewed.RECORDING, WALL)),
    )


def _recording() -> Recording:
    chapters = (
        Chapter("question:conflict", "1. A disagreement", 0.0, 150.0),
        Chapter("question:sum", "2. A program", 150.0, 330.0),
    )
    gaps = (Gap(GapCause.CAMERA_LOST, 96.0, 12.0, True), Gap(GapCause.POWER_LOST, 210.0, 30.0, False))
    return Recording("video_files/a.mp4", "ab" * 32, 15_600_000, 330.0, "mp4", HD, WALL, (), chapters, gaps)


def _talk(viewer: str, *, rated: bool) -> QuestionFile:
    lines = tuple(SpokenLine(text, 50.0 + 6 * at, 56.0 + 6 * at) for at, text in enumerate(_SAID))
    own = Rating(QuestionId("conflict"), "listening", 3, viewer, "Asked first, then used it", WALL)
    other = Rating(QuestionId("conflict"), "listening", 4, "Reviewer 2", "", WALL)
    guides = tuple(
        Guide(
            name, title, Dimension.COMMUNICATION, _ANCHORS, own if rated else None, (other,) if rated else ()
        )
        for name, title in (("listening", "Listened to the other side"), ("solution", "Found a way forward"))
    )
    quote = Quote("I asked her why the pairs mattered to her", 0, 41, 12.5, 15.0)
    found = CriterionScore(
        "listening",
        "Listened to the other side",
        Dimension.COMMUNICATION,
        1.0,
        2,
        None,
        (Evidence("asked", "asked why", quote),),
        ("said back what was heard",),
    )
    score = AnswerScore(
        QuestionId("conflict"), 72.0, None, (found,), "Two of three signs were found.", (), ()
    )
    return QuestionFile(
        number=1,
        id=QuestionId("conflict"),
        kind=QuestionKind.BEHAVIOURAL,
        text="Tell us about a disagreement at work. What did you do?",
        problem=None,
        at_s=40.0,
        attempts=(Attempt(1, Outcome.KEPT, 50.0, 80.0, lines),),
        programs=(),
        guides=guides,
        hidden_raters=0 if rated else 1,
        score=score,
        advice=None,
    )


def _program() -> QuestionFile:
    wrong, right = CodeResult(CodeVerdict.RUNTIME_ERROR, (), 6), CodeResult(CodeVerdict.ACCEPTED, (), 6)
    python = CodeLanguage.PYTHON
    return QuestionFile(
        number=2,
        id=QuestionId("sum"),
        kind=QuestionKind.CODING,
        text="Please write a program that adds numbers.",
        problem="Read one number a line; some lines may be empty.",
        at_s=150.0,
        attempts=(Attempt(1, Outcome.KEPT, 156.0, 326.0, ()),),
        programs=(
            Program(1, CodePurpose.RUN, python, _FIRST, 190.0, wrong),
            Program(2, CodePurpose.SUBMIT, python, _SECOND, 300.0, right),
        ),
        guides=(),
        hidden_raters=0,
        score=None,
        advice=None,
    )
