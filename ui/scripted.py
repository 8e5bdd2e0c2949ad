"""A candidate made of a script: goes through a whole interview on the real screens, as a person would.

Never blocks: a timer looks where the interview stands and does the next thing. Qt thread only.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.domain.code import CodeAttempt, CodePurpose
from kiosk.domain.consent import Scoring
from kiosk.flow.states import (
    Answering,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Deciding,
    EnteringCode,
    Interrupted,
    Kiosk,
    Practising,
    Questioning,
    Reviewing,
    SampleStep,
    Scene,
    SpeakerStep,
    ThankYou,
    Thinking,
    Welcome,
    run_of,
)
from ui.editor.code_editor import CodeEditor
from ui.shell import Shell
from ui.widgets.code_field import CodeField

LOOK_MS = 100
AGAIN_S = 3.0
"""A touch that changed nothing is repeated after this."""
PROGRAM = 'print("hello")\n'
"""What is written in answer to a coding question of which nothing is known."""
SAMPLE = "sample"
"""What ``say`` is called with for the device check's three seconds."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the candidate behaves."""

    pause_s: float = 0.7
    """How long a screen is looked at before anything is touched; more than ``SETTLE_MS``."""
    patience_s: float = 60.0
    """Longest stay in one place, beyond what the answer itself takes."""
    scoring: Scoring = Scoring.AI_AND_HUMAN
    brisk: bool = False
    """Whether one sentence has to do as an answer."""
    programs: Mapping[str, str] = field(default_factory=dict)
    """Answers to coding questions, by their ids."""


NATURAL = Manner()
BRISK = Manner(pause_s=0.4, brisk=True)


class ScriptedCandidate:
    """Types ``code``, agrees, checks the devices, practises, answers, retakes once, and leaves.

    ``say`` makes the microphone hear an answer to the question of that id and tells how many seconds it
    takes. ``done`` is called once, with an empty string or one sentence about what went wrong.
    ``pictures`` is a folder that gets a PNG of every place.
    """

    def __init__(
        self,
        code: str,
        say: Callable[[str], float],
        done: Callable[[str], None],
        *,
        pictures: Path | None = None,
        manner: Manner = NATURAL,
    ) -> None:
        self._code, self._say, self._done = code, say, done
        self._pictures, self._manner = pictures, manner
        self._place, self._since_s, self._touched_s = "", 0.0, 0.0
        self._photographed, self._count = True, 0
        self._silent_at_s: float | None = None
        self._retaken = False
        self._code_seen: tuple[CodeAttempt, ...] = ()
        self._thanked = False
        self.another: Callable[[], str] = str
        """Asked at the end of every interview for the next code, on the same window; empty for none."""

    def sit_down(self, shell: Shell, leave: Callable[[int], None]) -> None:
        """Begin on this window; ``leave`` gets the exit code when it is over."""
        self._shell, self._leave = shell, leave
        self._clock = QTimer(shell, interval=LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        kiosk, now = self._shell.kiosk, time.monotonic()
        place = place_of(kiosk)
        if place != self._place:
            self._place, self._since_s, self._touched_s = place, now, 0.0
            self._photographed, self._silent_at_s, self._thanked = False, None, False
            return
        run = run_of(kiosk.scene)
        if run is not None and run.code != self._code_seen:
            self._code_seen, self._touched_s = run.code, 0.0
        if now - self._since_s < self._manner.pause_s or not self._shell.settled:
            return
        if not self._photographed:
            self._photograph(place)
        if isinstance(kiosk.scene, ThankYou) and not self._thanked:
            self._leave_or_go_on()
        elif now > max(self._since_s, self._silent_at_s or 0.0) + self._manner.patience_s:
            patience = round(self._manner.patience_s)
            self._finish(f"The scripted candidate is stuck at “{place}”: nothing changed for {patience} s.")
        elif now - self._touched_s > AGAIN_S:
            self._act(kiosk.scene, now)

    def _leave_or_go_on(self) -> None:
        self._thanked, self._code, self._retaken = True, self.another(), False
        if not self._code:
            self._finish("")

    def _act(self, scene: Scene, now: float) -> None:
        name = self._next(scene, now)
        button = self._button(name) if name else None
        if button is not None and button.isEnabled():
            self._touched_s = now
            button.setFocus(Qt.FocusReason.MouseFocusReason)
            button.click()

    def _next(self, scene: Scene, now: float) -> str | None:
        """The button to press, once everything before it is done."""
        match scene:
            case Welcome():
                return "begin"
            case EnteringCode():
                return "continue" if self._typed() else None
            case ChoosingLanguage():
                return "continue"
            case Consenting():
                return "agree" if self._chosen(f"scoring-{self._manner.scoring}") else None
            case CheckingDevices():
                return self._check(scene)
            case Practising(phase=phase) | Questioning(phase=phase):
                return self._in_phase(scene, phase, now)
            case Reviewing():
                return "end"
            case ThankYou():
                return "new"
            case Interrupted():
                return "continue"
            case _:
                return None

    def _check(self, scene: CheckingDevices) -> str | None:
        if scene.speaker is SpeakerStep.UNTRIED:
            return "play-voice"
        if scene.speaker is not SpeakerStep.HEARD:
            return "heard-voice" if scene.speaker is SpeakerStep.PLAYED else None
        if scene.sample in {SampleStep.UNTRIED, SampleStep.TOO_QUIET}:
            self._say(SAMPLE)
            return "record-sample"
        if scene.sample is not SampleStep.HEARD:
            return "heard-sample" if scene.sample is SampleStep.PLAYED else None
        return "continue"

    def _in_phase(self, scene: Practising | Questioning, phase: object, now: float) -> str | None:
        question = scene.question
        match phase:
            case Thinking():
                return "ready"
            case Answering() if self._silent_at_s is None:
                self._silent_at_s = now + self._say(question.id)
                return None
            case Answering() if isinstance(scene, Questioning) and not self._solved(scene):
                return self._solve(scene)
            case Answering():
                return "finished" if now >= (self._silent_at_s or now) else None
            case Deciding():
                return self._decide(scene)
            case _:
                return None

    def _solved(self, scene: Questioning) -> bool:
        """Whether there is nothing to program, or the program was submitted and judged."""
        purposes = {attempt.purpose for attempt in _programs(scene) if attempt.result is not None}
        return scene.question.coding is None or CodePurpose.SUBMIT in purposes

    def _solve(self, scene: Questioning) -> str | None:
        """Write, run, submit; wait for the results in between."""
        programs = _programs(scene)
        if programs:
            return "submit" if programs[-1].result is not None else None
        screen = self._shell.screen_now
        editor = screen.findChild(CodeEditor) if screen else None
        if isinstance(editor, CodeEditor):
            editor.setPlainText(self._manner.programs.get(scene.question.id, PROGRAM))
        run = self._button("run")
        return "run" if run is not None and run.isEnabled() else "submit"

    def _decide(self, scene: Practising | Questioning) -> str:
        if isinstance(scene, Questioning) and not self._retaken and self._button("retake") is not None:
            self._retaken = True
            return "retake"
        return "keep"

    def _typed(self) -> bool:
        field = self._shell.findChild(CodeField, "code")
        if not isinstance(field, CodeField) or field.isReadOnly():
            return False
        if not field.code():
            field.setFocus(Qt.FocusReason.MouseFocusReason)
            for letter in self._code:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(field, event)
        return True

    def _chosen(self, name: str) -> bool:
        card = self._button(name)
        if card is not None and not card.isChecked():
            card.click()
            return False
        return card is not None

    def _button(self, name: str) -> QAbstractButton | None:
        screen = self._shell.screen_now
        found = screen.findChild(QAbstractButton, name) if screen else None
        return found if isinstance(found, QAbstractButton) and found.isVisible() else None

    def _photograph(self, place: str) -> None:
        self._photographed = True
        if self._pictures is not None:
            self._count += 1
            self._pictures.mkdir(parents=True, exist_ok=True)
            name = place.replace(" ", "-").lower()
            self._shell.grab().save(str(self._pictures / f"{self._count:02d}-{name}.png"))

    def _finish(self, failure: str) -> None:
        self._clock.stop()
        self._done(failure)
        self._leave(1 if failure else 0)


def _programs(scene: Questioning) -> list[CodeAttempt]:
    return [attempt for attempt in scene.run.code if attempt.question == scene.question.id]


def place_of(kiosk: Kiosk) -> str:
    """Where the interview stands, in words; two equal places need nothing done between them."""
    scene = kiosk.scene
    name = type(scene).__name__
    match scene:
        case CheckingDevices(speaker=speaker, sample=sample):
            return f"{name} {speaker} {sample}"
        case Practising(phase=phase):
            return f"{name} {_phase(phase)}"
        case Questioning(index=index, phase=phase, further=further):
            return f"{name} {index + 1}{'+' if further else ''} {_phase(phase)}"
        case EnteringCode(checking=checking, problem=problem):
            return f"{name} {problem or 'checking' if checking else problem or 'typing'}"
        case _:
            return name


def _phase(phase: object) -> str:
    attempt = f" attempt {phase.attempt}" if isinstance(phase, Answering) else ""
    return f"{type(phase).__name__}{attempt}"
