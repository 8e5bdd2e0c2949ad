"""Where the scripted candidate stands, told to whoever waits at the terminal."""

import time

from kiosk.console import remark
from kiosk.flow.states import (
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    Scene,
    ThankYou,
    Welcome,
)
from kiosk.ports.station import Snapshot


class Narration:
    """A line on standard error for each new step, with the time since the beginning. Engine thread."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()
        self._told = ""

    def hear(self, snapshot: Snapshot) -> None:
        """Tell the step if it is a new one."""
        step = step_of(snapshot.kiosk.scene)
        if step != self._told:
            self._told = step
            minutes, seconds = divmod(round(time.monotonic() - self._began_s), 60)
            remark(f"{minutes}:{seconds:02d}  {step}")


def step_of(scene: Scene) -> str:
    """A step of the interview in a few words."""
    match scene:
        case Questioning(run=run, index=index):
            return f"question {index + 1} of {len(run.pack.questions)}"
        case _:
            return _STEPS[type(scene)]


_STEPS: dict[type[Scene], str] = {
    Welcome: "welcome",
    EnteringCode: "invitation code",
    ChoosingLanguage: "language",
    Consenting: "notice and consent",
    CheckingDevices: "device check",
    Calibrating: "flash and chirp",
    Practising: "practice question, not recorded",
    AwaitingRelease: "waiting for staff to start it",
    Beginning: "the recording begins",
    Reviewing: "review",
    Finishing: "the recording is finished",
    ThankYou: "thanks and receipt",
    Declined: "no consent",
    Interrupted: "interrupted",
    Paused: "paused",
}
