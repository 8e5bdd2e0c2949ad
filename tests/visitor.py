"""Somebody at a real station who has nothing but its keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.flow.states import (
    Answering,
    CheckingDevices,
    Consenting,
    Deciding,
    EnteringCode,
    Questioning,
    Reviewing,
    SampleStep,
    Scene,
    SpeakerStep,
    ThankYou,
    Welcome,
)
from tests.screen import Screen
from tests.station import Station, soon

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


def write_pack(folder: Path, *texts: str) -> None:
    """A pack of these questions, without practice, think time or retakes."""
    (folder / "walk").mkdir(parents=True)
    questions = (QUESTION.format(number=number, text=text) for number, text in enumerate(texts, 1))
    (folder / "walk" / "pack.toml").write_text(PACK + "".join(questions), "utf-8")


@dataclass(frozen=True, slots=True)
class Visitor:
    """Presses keys on the screen; sees in the journal what came of it."""

    station: Station
    screen: Screen

    def scene(self) -> Scene:
        return self.station.state().scene

    def wait_for(self, holds: Callable[[Scene], bool], what: str) -> None:
        """Until the scene is such, and the screen shows it without moving."""
        soon(lambda: holds(self.scene()), what)
        self.screen.still()

    def press(self, *keys: str) -> None:
        self.screen.press(*keys)

    def arrive(self, code: str) -> None:
        """From the welcome screen to the first answer."""
        soon(self.screen.windows, "the window")
        self.wait_for(lambda scene: isinstance(scene, Welcome), "the welcome")
        self.press("Return")
        self.wait_for(lambda scene: isinstance(scene, EnteringCode), "the code's screen")
        self.screen.type(code)
        self.press("Return")
        self.wait_for(lambda scene: isinstance(scene, Consenting), "the notice")
        self.press("Tab", "space", "Tab", "Tab", "Return")
        self._check_devices()
        self.wait_for_answer(1)

    def wait_for_answer(self, number: int) -> None:
        """Until the candidate is answering that question."""
        self.wait_for(lambda scene: is_answering(scene, number), f"answer {number}")

    def finish_answer(self) -> None:
        """Say so; answers without retakes are kept at once."""
        self.press("Return")

    def end(self) -> None:
        """From the review to the thank-you, with the recording in one file."""
        self.wait_for(lambda scene: isinstance(scene, Reviewing), "the review")
        self.press("Return")
        self.wait_for(lambda scene: isinstance(scene, ThankYou), "the thank-you")

    def _check_devices(self) -> None:
        def step(speaker: SpeakerStep, sample: SampleStep) -> Callable[[Scene], bool]:
            return lambda scene: (
                isinstance(scene, CheckingDevices) and (scene.speaker, scene.sample) == (speaker, sample)
            )

        for speaker, sample in (
            (SpeakerStep.UNTRIED, SampleStep.UNTRIED),
            (SpeakerStep.PLAYED, SampleStep.UNTRIED),
            (SpeakerStep.HEARD, SampleStep.UNTRIED),
            (SpeakerStep.HEARD, SampleStep.PLAYED),
            (SpeakerStep.HEARD, SampleStep.HEARD),
        ):
            self.wait_for(step(speaker, sample), f"the device check: {speaker}, {sample}")
            self.press("Return")


def is_answering(scene: Scene, number: int) -> bool:
    """Whether the candidate answers that question."""
    return (
        isinstance(scene, Questioning)
        and scene.index == number - 1
        and isinstance(scene.phase, Answering | Deciding)
    )
