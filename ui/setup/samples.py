"""A set-up that stands still: for pictures and tests."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice
from kiosk.domain.set_up import (
    AUTO,
    SHORTEST_PIN,
    DeviceOption,
    DeviceOptions,
    Refused,
    Room,
    SetUpFacts,
    SetUpProblem,
    Trial,
)
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from ui.samples import STAFF, backdrop

FRESH = SetUpFacts("booth-3", pack_days={"General": 180, "Programming": 90})
SET = replace(
    FRESH,
    name="Booth 3",
    server="https://interviews.example",
    devices=DeviceChoice("Desk camera", "Desk microphone", AUTO),
    keep_days=90,
    staff=STAFF[:2],
)
TRIED = replace(SET, trial=Trial(completed=True, duration_s=84.0))
UNTRIED = replace(SET, trial=Trial(completed=False, trouble=(FaultCode.CAMERA_LOST,)))
OPTIONS = DeviceOptions(
    (DeviceOption("Desk camera", "Desk camera (USB)"),),
    (DeviceOption("Desk microphone", "Desk microphone"), DeviceOption("Headset", "Headset")),
)
CODE = "ABCD-2345"


class StillSettingUp:
    """Keeps everything in memory; one code is right."""

    def __init__(self, facts: SetUpFacts = FRESH) -> None:
        self.known = facts
        self.refusal: Refused | None = None
        """What becomes of settings, where they are refused."""
        self.tried: list[DeviceChoice] = []
        self.played = 0
        self.open = False

    def facts(self) -> SetUpFacts:
        """See ``SettingUp``."""
        return self.known

    def keep(self, settings: Mapping[str, str | int]) -> Refused | None:
        """See ``SettingUp``."""
        if self.refusal is not None:
            return self.refusal
        own: dict[str, object] = dict(settings)
        if "language" in own:
            own["language"] = Tongue(str(own["language"]))
        devices = {part: own.pop(part) for part in ("camera", "microphone", "loudspeaker") if part in own}
        kept = replace(self.known.devices, **devices)  # type: ignore[arg-type]
        self.known = replace(self.known, devices=kept, **own)  # type: ignore[arg-type]
        return None

    def introduce(self, url: str, code: str) -> Refused | None:
        """See ``SettingUp``."""
        if not url.startswith("https://"):
            return Refused(SetUpProblem.ADDRESS)
        if code != CODE:
            return Refused(SetUpProblem.SERVER_REFUSES)
        self.known = replace(self.known, server=url)
        return None

    def options(self) -> DeviceOptions:
        """See ``SettingUp``."""
        return OPTIONS

    def try_devices(self, devices: DeviceChoice) -> None:
        """See ``SettingUp``."""
        self.tried.append(devices)
        self.open = True

    def play(self) -> Refused | None:
        """See ``SettingUp``."""
        self.played += 1
        return None

    def release(self) -> None:
        """See ``SettingUp``."""
        self.open = False

    def preview(self) -> PreviewPicture | None:
        """An empty chair."""
        return backdrop(320, 180) if self.open else None

    def recorder(self) -> RecorderStatus | None:
        """Everything works, and somebody speaks."""
        on = DeviceState.CONNECTED
        status = RecorderStatus(on, on, on, False, 0, 0.0, 0, 0, 0, -24.0, True, 120 * 1024**3)
        return status if self.open else None

    def room(self) -> Room:
        """See ``SettingUp``."""
        return Room(240 * 10**9, {"hd": 96.4, "full-hd": 50.2, "sd": 180.0, "audio": 900.7})

    def admit(self, name: str, pin: str, role: Role) -> Refused | None:
        """See ``SettingUp``."""
        if len(pin) < SHORTEST_PIN:
            return Refused(SetUpProblem.PIN)
        others = tuple(member for member in self.known.staff if member.name != name)
        self.known = replace(self.known, staff=(*others, StaffMember(name, role)))
        return None

    def dismiss(self, name: str) -> Refused | None:
        """See ``SettingUp``."""
        others = tuple(member for member in self.known.staff if member.name != name)
        self.known = replace(self.known, staff=others)
        return None


def set_ups() -> Mapping[str, Callable[[], tuple[StillSettingUp, int]]]:
    """What is to be seen of the set-up, by name: the station, and the page one stands at."""
    names = ("language", "name", "server", "devices", "room", "people", "last")
    pages = {name: _standing(FRESH, at) for at, name in enumerate(names)}
    again = {f"{names[at]}-again": _standing(SET, at) for at in (2, 3, 5, 6)}
    return {**pages, **again, "tried": _standing(TRIED, 6), "not-tried": _standing(UNTRIED, 6)}


def _standing(facts: SetUpFacts, at: int) -> Callable[[], tuple[StillSettingUp, int]]:
    return lambda: (StillSettingUp(facts), at)
