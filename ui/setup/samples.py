"""A set-up that stands still: for pictures and tests."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace

from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice
from kiosk.domain.set_up import (
    AUTO,
    SHORTEST_PIN,
    DeviceOption,
    DeviceOptions,
    Hearing,
    Refused,
    Room,
    SetUpFacts,
    SetUpProblem,
    SpeechChoice,
    Trial,
)
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.domain.transcript import SpeechEngine
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from ui.samples import STAFF, backdrop

MODELS = "/var/lib/interview-kiosk/models"
FRESH = SetUpFacts("booth-3", pack_days={"General": 180, "Programming": 90}, models=(f"{MODELS}/whisper",))
BY_SERVER = SpeechChoice(SpeechEngine.SERVER, "http://speech.example:8000/v1", "small")
BY_MODEL = SpeechChoice(SpeechEngine.WHISPER, folder=f"{MODELS}/small")
MISHEARD = Hearing("faster-whisper small", "Wheel is the two inch other", 1, 9, 0.62)
HEARD = Hearing("faster-whisper small", "We listened to each other and found a way.", 9, 9, 1.24)
SET = replace(
    FRESH,
    name="Booth 3",
    server="https://interviews.example",
    devices=DeviceChoice("Desk camera", "Desk microphone", AUTO),
    keep_days=90,
    speech=BY_MODEL,
    models=(f"{MODELS}/medium", f"{MODELS}/small"),
    staff=STAFF[:2],
)
TRIED = replace(SET, trial=Trial(completed=True, duration_s=84.0))
UNTRIED = replace(SET, trial=Trial(completed=False, trouble=(FaultCode.CAMERA_LOST,)))
OPTIONS = DeviceOptions(
    (DeviceOption("Desk camera", "Desk camera (USB)"),),
    (DeviceOption("Desk microphone", "Desk microphone"), DeviceOption("Headset", "Headset")),
)
CODE = "ABCD-2345"
_SPEECH = {
    "speech": "engine",
    "speech_url": "url",
    "speech_model": "model",
    "speech_key": "key",
    "speech_model_folder": "folder",
}


class StillSettingUp:
    """Keeps everything in memory; one code is right."""

    def __init__(self, facts: SetUpFacts = FRESH) -> None:
        self.known = facts
        self.refusal: Refused | None = None
        """What becomes of settings, where they are refused."""
        self.tried: list[DeviceChoice] = []
        self.played = 0
        self.open = False
        self.lacking: Refused | None = None
        self.outcome: Hearing | Refused | None = HEARD
        """What a test comes to; ``None``: it goes on until it is stopped."""
        self.asked: list[SpeechChoice] = []
        """What was to hear a sentence."""
        self._stop = threading.Event()

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
        speech = {mine: own.pop(name) for name, mine in _SPEECH.items() if name in own}
        if "engine" in speech:
            speech["engine"] = SpeechEngine(str(speech["engine"]))
        devices = {part: own.pop(part) for part in ("camera", "microphone", "loudspeaker") if part in own}
        kept = replace(self.known.devices, **devices)  # type: ignore[arg-type]
        written = replace(self.known.speech, **speech)  # type: ignore[arg-type]
        self.known = replace(self.known, devices=kept, speech=written, **own)  # type: ignore[arg-type]
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

    def lacks(self, speech: SpeechChoice) -> Refused | None:
        """See ``SettingUp``."""
        return self.lacking

    def hear(self, speech: SpeechChoice) -> Hearing | Refused | None:
        """See ``SettingUp``."""
        self.asked.append(speech)
        if self.outcome is None:
            self._stop.wait()
        return self.outcome

    def stop_hearing(self) -> None:
        """See ``SettingUp``."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether what was being heard was ended."""
        return self._stop.is_set()

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
    names = ("language", "name", "server", "devices", "room", "speech", "people", "last")
    pages = {name: _standing(FRESH, at) for at, name in enumerate(names)}
    again = {f"{names[at]}-again": _standing(SET, at) for at in (2, 3, 5, 6, 7)}
    return {
        **pages,
        **again,
        "speech-server": _standing(replace(SET, speech=BY_SERVER), 5),
        "speech-lacking": _standing(SET, 5, lacking=Refused(SetUpProblem.NO_FOLDER, BY_MODEL.folder)),
        "speech-heard": _standing(SET, 5),
        "speech-misheard": _standing(SET, 5, MISHEARD),
        "speech-listening": _standing(SET, 5, None),
        "tried": _standing(TRIED, 7),
        "not-tried": _standing(UNTRIED, 7),
    }


PRESSED = {"speech-heard": "hear", "speech-misheard": "hear", "speech-listening": "hear"}
"""What is to be pressed before such a page is seen."""


def _standing(
    facts: SetUpFacts, at: int, outcome: Hearing | None = HEARD, lacking: Refused | None = None
) -> Callable[[], tuple[StillSettingUp, int]]:
    def make() -> tuple[StillSettingUp, int]:
        station = StillSettingUp(facts)
        station.outcome, station.lacking = outcome, lacking
        return station, at

    return make
