"""Stand-ins that behave: a recorder that answers at once, a journal in memory, a voice without sound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.code import CodeLanguage, CodeOrder, CodeResult, CodeVerdict
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.masks import OPEN, Masks
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Language, Pack, Question, QuestionKind
from kiosk.domain.proof import CaptureProof
from kiosk.domain.recording import HD, DeviceChoice, Recording, RecordingOrder
from kiosk.domain.staff import PinAnswer, PinProblem, PinRefused, Role, StaffMember
from kiosk.flow.events import Event
from kiosk.flow.facts import (
    CaptureProved,
    DevicesOpened,
    RecorderFact,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SampleRecorded,
    ScreenRecordingEnded,
    ScreenRecordingStarted,
    SoundEnded,
    SoundStarted,
    SyncMeasured,
)
from kiosk.flow.recovery import Happened
from kiosk.flow.states import Kiosk
from kiosk.ports.journal import JournalError
from kiosk.ports.judge import JudgeStatus, Toolchain
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.voice import MouthCue, MouthShape, Pace, Utterance, VoiceError

GOOD_CODE = "K7QF2MXP9RTD"


def question(key: str, **differently: object) -> Question:
    """A question that differs from an ordinary one where the test says so."""
    plain: dict[str, object] = {
        "id": QuestionId(key),
        "kind": QuestionKind.GENERAL,
        "text": {"en": f"What can you tell us about {key}?", "de": f"Was können Sie uns über {key} sagen?"},
        "avatar": "mira",
        "answer_limit_s": 60.0,
    }
    return Question(**{**plain, **differently})  # type: ignore[arg-type]


def pack(*questions: Question, practice: Question | None = None, languages: Sequence[str] = ("en",)) -> Pack:
    """A small pack."""
    return Pack(
        PackId("small"), "1", {"en": "Small", "de": "Klein"}, tuple(languages), questions, practice=practice
    )


SMALL_PACK = pack(question("work", think_time_s=30.0, retakes=1), question("plans", may_skip=True))


class FakeJournal:
    """Keeps entries in memory; refuses while ``full``."""

    def __init__(self, history: Sequence[Happened] = ()) -> None:
        self.entries: list[Happened] = list(history)
        self.full = False

    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        if self.full:
            raise JournalError("no space left")
        self.entries.append(Happened(event, moment))

    def unfinished(self) -> Sequence[Happened]:
        return tuple(self.entries)

    @property
    def events(self) -> list[Event]:
        return [entry.event for entry in self.entries]


@dataclass
class FakeRecorder:
    """Carries out every order at once and remembers it by name."""

    orders: list[str] = field(default_factory=list)
    masks: Masks = OPEN
    segment: int = 0
    speech: bool = True
    quiet_sounds: bool = False
    """Sounds start but do not end by themselves."""
    _tell: Callable[[RecorderFact], None] = lambda _fact: None
    _session: str = ""

    def listen(self, listener: Callable[[RecorderFact], None]) -> None:
        self._tell = listener

    def open(self, devices: DeviceChoice) -> None:
        self.orders.append("open")
        self._tell(DevicesOpened("sim", "sim", "sim"))

    def close(self) -> None:
        self.orders.append("close")

    def scan(self, on: bool) -> None:
        self.orders.append(f"scan {on}")

    def begin(self, order: RecordingOrder) -> None:
        self.orders.append("begin")
        self.segment += 1
        self._session = order.session
        self._tell(RecordingStarted(order.session, self.segment, "2026-01-01T00:00:00.000Z"))

    def mark(self, key: str, title: str, label: str) -> None:
        self.orders.append(f"mark {key}")

    def mask(self, masks: Masks) -> None:
        self.masks = masks

    def play(self, sound: Path, name: str, into_recording: bool, volume: float = 1.0) -> None:
        self.orders.append(f"play {name}" if volume == 1.0 else f"play {name} at {volume}")
        self._tell(SoundStarted(name, 0.0, 0.1))
        if not self.quiet_sounds:
            self._tell(SoundEnded(name, complete=True))

    def stop_playing(self) -> None:
        self.orders.append("hush")

    def sample(self, seconds: float) -> None:
        self._tell(SampleRecorded(seconds, -20.0, speech=True))

    def calibrate(self) -> None:
        self.orders.append("calibrate")
        self._tell(SyncMeasured(12.5, 1.0, 4))

    def prove(self, key: str, start_mono_s: float, end_mono_s: float) -> None:
        self.orders.append(f"prove {key}")
        length_s = end_mono_s - start_mono_s
        proof = CaptureProof(self.segment, 0.0, length_s, round(length_s * HD.fps), 1.0, -20.0, -60.0, "")
        self._tell(CaptureProved(key, proof))

    def record_screen(self, display: str) -> None:
        self.orders.append(f"film {display}")
        self._tell(ScreenRecordingStarted("screen_recordings/screen.mp4", self.segment, 0.0))

    def stop_screen(self) -> None:
        self.orders.append("cut")
        self._tell(ScreenRecordingEnded("screen_recordings/screen.mp4", 1.0, ""))

    def play_sample(self) -> None:
        self._tell(SoundEnded("sample", complete=True))

    def discard_sample(self) -> None:
        self.orders.append("discard")

    def stop(self, reason: str) -> None:
        self.orders.append("stop")
        self._tell(RecordingStopped(self._session, self.segment))

    def finish(self, order: RecordingOrder) -> None:
        self.orders.append("finish")
        recording = Recording("a.mp4", "0" * 64, 1, 1.0, "mp4", HD, "2026-01-01T00:00:00.000Z", (), (), ())
        self._tell(RecordingFinished(order.session, recording))

    def preview(self) -> PreviewPicture | None:
        return None

    def status(self) -> RecorderStatus | None:
        return None

    def shut_down(self) -> None:
        self.orders.append("shut down")


class FakeVoice:
    """Has every text ready, a tenth of a second long."""

    def __init__(self) -> None:
        self.rendered: set[str] = set()
        self.silent = False

    def render(self, texts: Sequence[str], language: Language) -> None:
        if self.silent:
            raise VoiceError("There is no voice.")
        self.rendered.update(texts)

    def utterance(self, text: str, language: Language, pace: Pace = Pace.USUAL) -> Utterance | None:
        if text not in self.rendered:
            return None
        return Utterance(text, language, Path("/none.wav"), 0.1, (MouthCue(0.0, MouthShape.REST),), "0" * 64)


class FakeJudge:
    """Accepts every program at once."""

    def available(self) -> JudgeStatus:
        return JudgeStatus((Toolchain(CodeLanguage.PYTHON, "Python 3"),))

    def run(self, order: CodeOrder, on_done: Callable[[CodeResult], None]) -> None:
        on_done(CodeResult(CodeVerdict.ACCEPTED))

    def cancel(self) -> None:
        """Nothing ever runs for long."""

    def close(self) -> None:
        """Nothing is held."""


class FakeInvitations:
    """Knows one code."""

    def look_up(self, code: str, now_wall: str) -> Invitation | CodeProblem:
        if code != GOOD_CODE:
            return CodeProblem.UNKNOWN
        return Invitation("inv-1", CandidateId("cand-1"), SMALL_PACK.id)


@dataclass
class FakeStaff:
    """One of each role; every PIN but ``1`` is right."""

    members: tuple[StaffMember, ...] = tuple(StaffMember(f"the {role}", role) for role in Role)

    def names(self) -> tuple[str, ...]:
        return tuple(member.name for member in self.members)

    def check(self, name: str, pin: str, now: Moment) -> PinAnswer:
        if pin == "1":
            return PinRefused(PinProblem.WRONG)
        return next(member for member in self.members if member.name == name)
