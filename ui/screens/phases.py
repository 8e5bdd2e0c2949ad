"""What is said and offered in each phase of a question, for the practice and for the real ones."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

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
    large: bool = True
    """Whether the question stands in large letters; while answering it steps back."""
    listening: bool = False
    asks: str = ""
    """What must not be missed: a gentle question in the middle of an answer, or why there is a second one."""


def scenery(phase: Phase, question: Question, *, practice: bool, again: bool = False) -> Scenery:
    """What is said and offered in this phase; ``again`` when the recording did not prove the first answer."""
    leave = _leave(question, practice)
    match phase:
        case Asking():
            lost = _words(
                "Your answer was not recorded well, through no fault of yours. Please answer again."
            )
            listen = _words("Please listen. You can read along.")
            return Scenery(listen, leave, None, asks=lost if again else "")
        case Thinking(spent_s=spent):
            return Scenery(
                _words("Take a moment to think. Your answer has not begun."),
                (*leave, _repeat()),
                _action("ready", _words("I am ready"), ThinkingEnded(), Icon.ARROW_RIGHT),
                Clock(spent, question.think_time_s),
            )
        case Answering():
            return _answering(phase, question, leave)
        case Deciding(attempt=attempt):
            return _practised() if practice else _deciding(question.retakes - attempt.number + 1)


def _answering(phase: Answering, question: Question, leave: tuple[Action, ...]) -> Scenery:
    not_yet = _action("still-thinking", _words("Not yet"), StillThinking())
    quiet = phase.quiet and question.coding is None  # whoever writes a program is silent for long
    return Scenery(
        _words("There is no hurry.") if quiet else _words("I am listening. Take your time."),
        (*leave, _repeat(), not_yet) if quiet else (*leave, _repeat()),
        _action("finished", _words("I have finished"), AnswerEnded(), Icon.CHECK),
        Clock(phase.spent_s, question.answer_limit_s),
        large=False,
        listening=True,
        asks=_words("Have you finished?") if quiet else "",
    )


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
