"""What is said and offered in each phase of a question, for the practice and for the real ones."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.domain.accommodations import USUAL, Captions, Comfort
from kiosk.domain.pack import Question
from kiosk.flow.events import (
    AnswerEnded,
    AnswerKept,
    Event,
    PracticeSkipped,
    RepeatRequested,
    RetakeRequested,
    SkipRequested,
    StillThinking,
    ThinkingEnded,
)
from kiosk.flow.states import Answering, Asking, Deciding, Phase, Thinking
from ui.screens.screen import Action
from ui.theme.icons import Icon


@dataclass(frozen=True, slots=True)
class Clock:
    """A running limit: the seconds spent when the phase was published, and the limit."""

    spent_s: float
    limit_s: float


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the question screen shows in a phase."""

    words: str
    quiet: tuple[Action, ...]
    primary: Action | None
    clock: Clock | None = None
    readable: bool = True
    """Whether the question can be read while it is spoken."""
    large: bool = True
    """Whether the question stands in large letters; while answering it steps back."""
    listening: bool = False
    asks: str = ""
    """What must not be missed: a gentle question in the middle of an answer, or why there is a second one."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a question is put to this candidate."""

    practice: bool = False
    again: bool = False
    """The recording did not prove the first answer."""
    comfort: Comfort = USUAL
    writes: bool = False
    """The answer may be typed."""
    about: str = ""
    """The question whose answer this one follows up."""


def scenery(phase: Phase, question: Question, manner: Manner) -> Scenery:
    """What is said and offered in this phase."""
    leave = _leave(question, manner.practice)
    match phase:
        case Asking():
            lost = _words(
                "Your answer was not recorded well, through no fault of yours. Please answer again."
            )
            readable = manner.comfort.captions is not Captions.OFF or not manner.comfort.voice
            one_more = _words("One more question about your answer to: {question}")
            asks = one_more.format(question=manner.about) if manner.about else ""
            asks = lost if manner.again else asks
            return Scenery(_listen(manner.comfort), leave, None, readable=readable, asks=asks)
        case Thinking(spent_s=spent):
            return Scenery(
                _words("Take a moment to think. Your answer has not begun."),
                (*leave, _repeat()),
                _action("ready", _words("I am ready"), ThinkingEnded(), Icon.ARROW_RIGHT),
                Clock(spent, question.think_time_s),
            )
        case Answering():
            return _answering(phase, question, leave, writes=manner.writes)
        case Deciding(attempt=attempt):
            return _practised() if manner.practice else _deciding(question.retakes - attempt.number + 1)


def _listen(comfort: Comfort) -> str:
    if not comfort.voice:
        return _words("Please read the question. It goes on by itself.")
    if comfort.captions is Captions.OFF:
        return _words("Please listen.")
    return _words("Please listen. You can read along.")


def _answering(phase: Answering, question: Question, leave: tuple[Action, ...], *, writes: bool) -> Scenery:
    not_yet = _action("still-thinking", _words("Not yet"), StillThinking())
    quiet = phase.quiet and question.coding is None  # whoever writes a program is silent for long
    return Scenery(
        _answering_words(quiet=quiet, writes=writes),
        (*leave, _repeat(), not_yet) if quiet else (*leave, _repeat()),
        _action("finished", _words("I have finished"), AnswerEnded(), Icon.CHECK),
        Clock(phase.spent_s, question.answer_limit_s),
        large=False,
        listening=True,
        asks=_words("Have you finished?") if quiet else "",
    )


def _answering_words(*, quiet: bool, writes: bool) -> str:
    if quiet:
        return _words("There is no hurry.")
    if writes:
        return _words("Write or speak, as you like. Take your time.")
    return _words("I am listening. Take your time.")


def _practised() -> Scenery:
    return Scenery(
        _words("That is how it works. Nothing of this practice was kept."),
        (_action("retake", _words("Practise again"), RetakeRequested(), Icon.RETAKE),),
        _action("keep", _words("Start the interview"), AnswerKept(), Icon.ARROW_RIGHT),
    )


def _deciding(left: int) -> Scenery:
    once = _words("Your answer is saved. You may answer once more; if you do nothing, we keep this one.")
    often = _words(
        "Your answer is saved. You may answer {left} more times; if you do nothing, we keep this one."
    )
    again = _action("retake", _words("Answer again"), RetakeRequested(), Icon.RETAKE)
    return Scenery(
        once if left == 1 else often.format(left=left),
        (again,) if left > 0 else (),
        _action("keep", _words("Keep this answer"), AnswerKept(), Icon.CHECK),
    )


def _leave(question: Question, practice: bool) -> tuple[Action, ...]:
    if practice:
        return (_action("skip-practice", _words("Skip the practice"), PracticeSkipped(), Icon.SKIP),)
    if question.may_skip:
        return (_action("skip", _words("Skip this question"), SkipRequested(), Icon.SKIP),)
    return ()


def _repeat() -> Action:
    return _action("repeat", _words("Repeat the question"), RepeatRequested(), Icon.REPEAT)


def _action(name: str, words: str, event: Event, icon: Icon | None = None) -> Action:
    return Action(name, words, event, icon)


def _words(source: str) -> str:
    return QCoreApplication.translate("Phases", source)
