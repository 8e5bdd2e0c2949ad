"""Somebody at a real station who has nothing but its keyboard."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from kiosk.flow.states import (
    Answering,
    CheckingDevices,
    Consenting,
    EnteringCode,
    Interrupted,
    Kiosk,
    Questioning,
    Reviewing,
    SampleStep,
    Scene,
    SpeakerStep,
    ThankYou,
    Welcome,
)
from tests.screen import Picture, Screen, alike, foot
from tests.station import PATIENCE_S, Station, soon
from ui.scripted import place_of

PACK = """
id = "walk"
version = "1.0"
languages = ["en"]
about_minutes = 1
retention_days = 7
title.en = "A walk"
"""
QUESTION = """
[[questions]]
id = "question-{number}"
kind = "general"
avatar = "mira"
answer_limit_s = 900
text.en = "{text}"
"""
AGAIN_S = 3.0
"""A key that changed nothing is pressed again after this: a button that has just appeared takes none."""


def write_pack(folder: Path, *texts: str) -> None:
    """A pack of these questions, without practice, think time or retakes."""
    (folder / "walk").mkdir(parents=True)
    questions = (QUESTION.format(number=number, text=text) for number, text in enumerate(texts, 1))
    (folder / "walk" / "pack.toml").write_text(PACK + "".join(questions), "utf-8")


class Surface(Protocol):
    """A screen with a keyboard before it."""

    def press(self, *keys: str) -> None:
        """Press keys one after another, for example ``alt+F4``."""

    def type(self, text: str) -> None:
        """Type letters."""

    def look(self) -> Picture:
        """What is shown at this moment."""

    def still(self) -> None:
        """Wait until nothing slides or fades any more at the foot, where the buttons are."""


class Standing(Protocol):
    """A station whose journal can be read."""

    def state(self) -> Kiosk:
        """Where the interview stands."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Presses keys on a screen; sees in the journal what came of it."""

    station: Standing
    screen: Surface
    patience_s: float = 3 * PATIENCE_S
    """How long all it takes from one place to a later one may last."""
    clock_s: Callable[[], float] = time.monotonic
    """The station's own time: an emulated one is slow, and takes keys as slowly."""

    def arrive(self, code: str) -> None:
        """From the welcome screen to the first answer."""
        self.go_on_until(is_answering, code)
        self.screen.still()

    def review(self) -> None:
        """Finish this answer and give all others, until nothing is left to be asked."""
        self.go_on_until(lambda scene: isinstance(scene, Reviewing))
        self.screen.still()

    def end(self) -> None:
        """From wherever it stands to the thank-you, with the recording in one file."""
        self.go_on_until(lambda scene: isinstance(scene, ThankYou))

    def go_on_until(self, holds: Callable[[Scene], bool], code: str = "") -> None:
        """Do what each place asks for, as soon as the screen shows it and stands still."""
        place, pressed_s, before = "", 0.0, np.zeros_like(self.screen.look())
        deadline = time.monotonic() + self.patience_s
        while not holds(scene := self.station.state().scene):
            assert time.monotonic() < deadline, f"stuck at {place}"
            if (now := place_of(self.station.state())) != place:
                place, pressed_s = now, 0.0
                self._turned_from(before)
                before = self.screen.look()
            elif self.clock_s() - pressed_s > AGAIN_S:
                pressed_s = self.clock_s()
                self._press_for(scene, code)
            time.sleep(0.05)

    def sees_again(self, before: Picture, at_s: float) -> float:
        """Seconds since ``at_s`` until the screen, having been something else, is as it was before."""
        soon(lambda: not alike(foot(self.screen.look()), foot(before)), "another screen", patience_s=5)
        soon(lambda: alike(foot(self.screen.look()), foot(before)), "the screen as it was", patience_s=60)
        return time.monotonic() - at_s

    def _turned_from(self, before: Picture) -> None:
        """The journal is ahead of the screen: wait until another page is drawn, and stands."""
        deadline = self.clock_s() + AGAIN_S
        while alike(foot(self.screen.look()), foot(before)) and self.clock_s() < deadline:
            time.sleep(0.02)
        self.screen.still()

    def _press_for(self, scene: Scene, code: str) -> None:
        match scene:
            case EnteringCode(checking=False):
                self.screen.press("ctrl+a")
                self.screen.type(code)
                self.screen.press("Return")
            case Consenting():
                self.screen.press("Tab", "space", "Tab", "Tab", "Return")
            case CheckingDevices(speaker=speaker, sample=sample):
                if not {speaker, sample} & {SpeakerStep.PLAYING, SampleStep.RECORDING, SampleStep.PLAYING}:
                    self.screen.press("Return")
            case Interrupted(recording=True) | Welcome() | Reviewing() | Questioning(phase=Answering()):
                self.screen.press("Return")
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Visitor(Hands):
    """At a station of this computer."""

    station: Station
    screen: Screen

    def arrive(self, code: str) -> None:
        """As soon as there is a window."""
        soon(self.screen.windows, "the window")
        Hands.arrive(self, code)


def is_answering(scene: Scene) -> bool:
    """Whether the candidate answers the first question."""
    return isinstance(scene, Questioning) and scene.index == 0 and isinstance(scene.phase, Answering)
