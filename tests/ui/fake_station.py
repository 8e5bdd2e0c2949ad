"""A station with the real machine inside, whose world does everything at once and without devices."""

import time
from collections import deque
from collections.abc import Callable, Mapping

from kiosk.domain.code import CodeLanguage, CodeResult, CodeVerdict
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.invitation import CodeProblem
from kiosk.domain.moment import Moment
from kiosk.domain.receipt import Receipt
from kiosk.domain.staff import PinAnswer, PinProblem, PinRefused, Role, StaffMember
from kiosk.flow.effects import (
    Calibrate,
    CheckInvitation,
    Effect,
    FinishRecording,
    PlaySample,
    RecordSample,
    RunCode,
    Speak,
    StartRecording,
)
from kiosk.flow.events import CodeJudged, Event, InvitationAccepted, InvitationRefused
from kiosk.flow.facts import (
    FaultCleared,
    FaultRaised,
    RecordingFinished,
    RecordingStarted,
    SampleRecorded,
    SoundEnded,
    SoundStarted,
    SyncMeasured,
)
from kiosk.flow.machine import advance
from kiosk.flow.staff import StaffEntered, StaffLeft
from kiosk.flow.states import Kiosk, Scene, ThankYou, Welcome
from kiosk.flow.step import Timing
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.judge import JudgeStatus, Toolchain
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from kiosk.ports.station import Snapshot, Speaking, StationFacts
from kiosk.ports.sync import SyncQueue
from ui.samples import INVITATION, PACK, RECEIPT, RECORDING, SESSION, backdrop

CODE = "ABCD2345"
PIN = "2468"
STAFF = "Proctor 1"
RIGHT = CodeResult(CodeVerdict.ACCEPTED, tests_planned=2)


class FakeStation:
    """Posts are stepped through the machine at once; ``posted`` and ``effects`` tell what happened."""

    def __init__(self, scene: Scene | None = None, faults: tuple[Fault, ...] = ()) -> None:
        self.kiosk = Kiosk(scene or Welcome(), faults)
        self.posted: list[Event] = []
        self.happened: list[Event] = []
        """What meant something, whoever wished it."""
        self.effects: list[Effect] = []
        self.staff = {STAFF: Role.PROCTOR}
        self.refusal = PinRefused(PinProblem.WRONG)
        """What becomes of a wrong PIN."""
        self.sets_up = False
        self.previews_taken = 0
        self.exporter: Exporter | None = None
        self.desk: Desk | None = None
        self.judge_status = JudgeStatus((Toolchain(CodeLanguage.PYTHON, "Python 3.11.2"),))
        self.judge_result: CodeResult | None = RIGHT
        """``None``: the judge takes its time."""
        self._listeners: list[Callable[[Snapshot], None]] = []
        self._waiting: deque[Event] = deque()
        self._busy = False

    @property
    def facts(self) -> StationFacts:
        return StationFacts("Booth 3", "0.1.0", simulated=True, sets_up=self.sets_up)

    def at(self, *kinds: type) -> bool:
        """Whether the interview stands in one of these scenes."""
        return isinstance(self.kiosk.scene, kinds)

    def watch(self, listener: Callable[[Snapshot], None]) -> None:
        self._listeners.append(listener)
        listener(self.snapshot())

    def post(self, event: Event) -> None:
        self.posted.append(event)
        self.happens(event)

    def happens(self, event: Event) -> None:
        """An event that nobody at the screen wished for."""
        self._waiting.append(event)
        if not self._busy:
            self._busy = True
            while self._waiting:
                self._step(self._waiting.popleft())
            self._busy = False

    def fault(self, code: FaultCode) -> None:
        self.happens(FaultRaised(Fault(code)))

    def mended(self, code: FaultCode) -> None:
        self.happens(FaultCleared(code))

    def preview(self) -> PreviewPicture | None:
        self.previews_taken += 1
        return backdrop(16, 9)

    def recorder(self) -> RecorderStatus | None:
        on = DeviceState.CONNECTED
        return RecorderStatus(on, on, on, True, 1, 1.0, 30, 0, 0, -30.0, True, 2**36)

    def speaking(self) -> Speaking | None:
        return None

    def judge(self) -> JudgeStatus | None:
        return self.judge_status

    def receipt(self) -> Receipt | None:
        return RECEIPT if self.at(ThankYou) else None

    def sync(self) -> SyncQueue | None:
        return None

    def microphones(self) -> Mapping[str, str]:
        return {"headset": "Headset", "table": "Table microphone"}

    def staff_names(self) -> tuple[str, ...]:
        return tuple(self.staff)

    def staff_enters(self, name: str, pin: str) -> PinAnswer:
        if pin != PIN:
            return self.refusal
        self.happens(StaffEntered(name, self.staff[name]))
        return StaffMember(name, self.staff[name])

    def staff_leaves(self, name: str) -> None:
        self.happens(StaffLeft(name))

    def snapshot(self) -> Snapshot:
        """The state as the screen would get it."""
        return Snapshot(self.kiosk, time.monotonic())

    def _step(self, event: Event) -> None:
        step = advance(
            self.kiosk, event, Timing(Moment("2026-11-20T09:00:00.000Z", "boot", time.monotonic()))
        )
        if step is None:
            return
        self.kiosk, effects = step
        self.happened.append(event)
        for listener in self._listeners:
            listener(self.snapshot())
        self.effects += effects
        for effect in effects:
            self._waiting.extend(self._judged(effect) if isinstance(effect, RunCode) else outcome(effect))

    def _judged(self, order: RunCode) -> tuple[Event, ...]:
        if self.judge_result is None:
            return ()
        return (CodeJudged(order.session, order.question, order.number, self.judge_result),)


def outcome(effect: Effect) -> tuple[Event, ...]:
    """What the world answers."""
    match effect:
        case CheckInvitation(code=code):
            if code == CODE:
                return (InvitationAccepted(SESSION, INVITATION, PACK),)
            return (InvitationRefused(CodeProblem.UNKNOWN),)
        case Speak(name=name):
            return (SoundStarted(name, time.monotonic(), 1.0), SoundEnded(name, complete=True))
        case Calibrate():
            return (SoundStarted("calibration", time.monotonic(), 2.2), SyncMeasured(12.5, 1.0, 4))
        case RecordSample():
            return (SampleRecorded(3.0, -12.0, speech=True),)
        case PlaySample():
            return (SoundEnded("sample", complete=True),)
        case StartRecording(session=session):
            return (RecordingStarted(session, 1, "2026-11-20T09:00:00.000Z"),)
        case FinishRecording(session=session):
            return (RecordingFinished(session, RECORDING),)
        case _:
            return ()
