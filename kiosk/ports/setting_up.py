"""A station that is being set up, as the screen sees it."""

from collections.abc import Mapping
from typing import Protocol

from kiosk.domain.recording import DeviceChoice
from kiosk.domain.set_up import DeviceOptions, Hearing, Refused, Room, SetUpFacts, SpeechChoice
from kiosk.domain.staff import Role
from kiosk.ports.recorder import PreviewPicture, RecorderStatus


class SettingUp(Protocol):
    """What is kept is kept whole, at once, and what is refused changes nothing.

    All but ``preview`` and ``recorder`` take their time: not for the thread that draws.
    """

    def facts(self) -> SetUpFacts:
        """What is set now."""

    def keep(self, settings: Mapping[str, str | int]) -> Refused | None:
        """Put these into the station's settings, by their names there; all others stay."""

    def introduce(self, url: str, code: str) -> Refused | None:
        """Introduce the station to a server by a one-time code."""

    def options(self) -> DeviceOptions:
        """Which devices there are."""

    def try_devices(self, devices: DeviceChoice) -> None:
        """Open these, so that picture and level can be seen; nothing is recorded."""

    def play(self) -> Refused | None:
        """Say a sentence through the loudspeaker that is tried."""

    def release(self) -> None:
        """Close the devices."""

    def preview(self) -> PreviewPicture | None:
        """The newest camera picture."""

    def recorder(self) -> RecorderStatus | None:
        """The devices now; ``None`` while none are tried."""

    def room(self) -> Room:
        """The disk."""

    def lacks(self, speech: SpeechChoice) -> Refused | None:
        """What this engine lacks, as far as one sees without asking it."""

    def hear(self, speech: SpeechChoice) -> Hearing | Refused | None:
        """Let it hear a sentence; nothing is kept. ``HEARING_S`` seconds at most, ``None`` when stopped."""

    def stop_hearing(self) -> None:
        """End that at once; any thread, harmless when nothing is heard."""

    def admit(self, name: str, pin: str, role: Role) -> Refused | None:
        """Let somebody in by a PIN, or give them another one."""

    def dismiss(self, name: str) -> Refused | None:
        """Let somebody in no more."""
