"""A booth in memory: it carries out the flow's orders as a real one would, and reports truthfully."""

from collections import deque
from dataclasses import dataclass, field, replace

from kiosk.domain.accommodations import NONE, Accommodations
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import CandidateId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.masks import OPEN, Masks
from kiosk.domain.pack import Pack
from kiosk.domain.recording import HD, Recording
from kiosk.domain.surroundings import Surroundings
from kiosk.flow import effects as order
from kiosk.flow.effects import Effect
from kiosk.flow.events import Event, InvitationAccepted, InvitationRefused, TimerElapsed, VoiceUnavailable
from kiosk.flow.facts import (
    DevicesOpened,
    FaultCleared,
    FaultRaised,
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
from kiosk.flow.timers import Timer

GOOD_CODE = "K7QF2MXP9RTD"
WALL = "2026-01-01T09:00:00.000Z"
SOUND_S = 4.0


def recording(session: str) -> Recording:
    """A finished recording."""
    return Recording(f"{session}.mp4", "0" * 64, 1, 1.0, "mp4", HD, WALL, (), (), ())


@dataclass(frozen=True, slots=True)
class Sound:
    """What the loudspeaker plays, and until when."""

    name: str
    ends_s: float
    into_recording: bool


@dataclass
class Booth:
    """The truth behind the facts. Times are seconds on the booth's own clock."""

    pack: Pack
    now_s: float = 0.0
    facts: deque[Event] = field(default_factory=deque)
    timers: dict[Timer, float] = field(default_factory=dict)
    troubles: list[FaultCode] = field(default_factory=list)
    """What is wrong with disk and devices, whoever has noticed."""
    card: Accommodations = NONE
    """What the invitation says the candidate needs."""
    held: bool = False
    filmed: bool = True
    """Whether interviews wait for staff before their first question."""
    opened_sessions: int = 0
    staff_calls: int = 0
    wiped: int = 0
    # the recorder's process
    recorder_alive: bool = True
    devices_open: bool = False
    reopen: bool = False
    """Whether a new recorder finds the devices wanted open."""
    scanning: bool = False
    masks: Masks = OPEN
    recording: str = ""
    filming: bool = False
    """Whether the screen is filmed."""
    sound: Sound | None = None
    sample_due_s: float | None = None
    sync_due_s: float | None = None
    speech: bool = True
    """Whether the microphone hears a voice."""
    has_voice: bool = True
    begins: bool = True
    """Whether the recorder does anything when it is told to record."""
    segments: dict[str, int] = field(default_factory=dict)
    """On the disk: they outlive every process."""

    def copy(self) -> "Booth":
        """The same booth, to try something else in."""
        containers = (deque(self.facts), dict(self.timers), list(self.troubles), dict(self.segments))
        facts, timers, troubles, segments = containers
        return replace(self, facts=facts, timers=timers, troubles=troubles, segments=segments)

    # --- orders ----------------------------------------------------------------------------
    def carry_out(self, effect: Effect) -> None:
        """Do what the flow orders; a dead recorder does nothing."""
        match effect:
            case order.StartTimer(timer=timer, seconds=seconds):
                self.timers[timer] = self.now_s + seconds
            case order.CancelTimer(timer=timer):
                self.timers.pop(timer, None)
            case order.CheckInvitation(code=code):
                self.facts.append(self._look_up(code))
            case order.CallStaff():
                self.staff_calls += 1
            case order.WipeSlate():
                self.wiped += 1
            case order.Speak(name=name) if not self.has_voice:
                self.facts.append(VoiceUnavailable(name))
            case _ if self.recorder_alive:
                self._order_recorder(effect)
            case order.OpenDevices() | order.OpenCamera() | order.CloseDevices():
                self.reopen = not isinstance(effect, order.CloseDevices)

    def _order_recorder(self, effect: Effect) -> None:  # noqa: PLR0912 - one branch per order
        match effect:
            case order.OpenDevices() | order.OpenCamera():
                self._open()
            case order.CloseDevices() if not self.recording:
                self.devices_open = self.scanning = False
            case order.ScanForCode(on=on):
                self.scanning = on
            case order.ApplyMasks(masks=masks):
                self.masks = masks
            case order.Speak(name=name, into_recording=into_recording):
                self._play(name, into_recording=into_recording)
            case order.FallSilent():
                self._fall_silent()
            case order.RecordSample(seconds=seconds):
                self.sample_due_s = self.now_s + seconds
            case order.PlaySample():
                self._play("sample", into_recording=False)
            case order.Calibrate():
                self._calibrate()
            case order.StartRecording(session=session) if self.begins:
                self._begin(session)
            case order.RecordScreen() if self.recording and not self.filming:
                self.filming = True
                self.facts.append(ScreenRecordingStarted("screen.mp4", self.segments[self.recording], 1.0))
            case order.StopScreen():
                self._cut()
            case order.StopRecording():
                self._stop()
            case order.FinishRecording(session=session):
                self._finish(session)
            case _:
                pass

    def _look_up(self, code: str) -> Event:
        if code != GOOD_CODE:
            return InvitationRefused(CodeProblem.UNKNOWN)
        self.opened_sessions += 1
        session = SessionId(f"{self.opened_sessions:032x}")
        return InvitationAccepted(
            session,
            Invitation("inv-1", CandidateId("cand-1"), self.pack.id, self.card),
            self.pack,
            Surroundings(held=self.held, filmed=self.filmed),
        )

    def _open(self) -> None:
        self.devices_open = True
        self.facts.append(DevicesOpened("camera", "microphone", "loudspeaker"))
        self.facts.extend(FaultRaised(Fault(code)) for code in self.troubles)

    def _play(self, name: str, *, into_recording: bool) -> None:
        self._fall_silent()
        self.sound = Sound(name, self.now_s + SOUND_S, into_recording)
        self.facts.append(SoundStarted(name, self.now_s, SOUND_S))

    def _fall_silent(self) -> None:
        if self.sound is not None:
            self.facts.append(SoundEnded(self.sound.name, complete=False))
            self.sound = None

    def _calibrate(self) -> None:
        self._play("calibration", into_recording=False)
        self.sync_due_s = self.now_s + 2.7

    def _begin(self, session: str) -> None:
        if FaultCode.DISK_FULL in self.troubles:
            self.facts.append(FaultRaised(Fault(FaultCode.DISK_FULL)))
            return
        if self.recording != session:
            self.segments[session] = self.segments.get(session, 0) + 1
            self.recording = session
        self.facts.append(RecordingStarted(session, self.segments[session], WALL))

    def _cut(self) -> None:
        if self.filming:
            self.filming = False
            self.facts.append(ScreenRecordingEnded("screen.mp4", 1.0, ""))

    def _stop(self) -> None:
        self._cut()
        if self.recording:
            self.facts.append(RecordingStopped(self.recording, self.segments[self.recording]))
            self.recording = ""

    def _finish(self, session: str) -> None:
        self._stop()
        if session in self.segments:
            self.facts.append(RecordingFinished(session, recording(session)))
        else:
            self.facts.append(FaultRaised(Fault(FaultCode.RECORDING_NOT_FINISHED)))

    # --- what happens by itself ------------------------------------------------------------
    def next_due_s(self) -> float | None:
        """When something will happen if nobody does anything."""
        sound = [self.sound.ends_s] if self.sound else []
        sample = [] if self.sample_due_s is None else [self.sample_due_s]
        sync = [] if self.sync_due_s is None else [self.sync_due_s]
        return min([*self.timers.values(), *sound, *sample, *sync], default=None)

    def wait(self, seconds: float) -> None:
        """Let time pass; what falls due becomes a fact. Not beyond the first thing that falls due."""
        self.now_s += seconds
        if self.sound and self.sound.ends_s <= self.now_s:
            self.facts.append(SoundEnded(self.sound.name, complete=True))
            self.sound = None
        if self.sample_due_s is not None and self.sample_due_s <= self.now_s:
            self.facts.append(SampleRecorded(3.0, -20.0 if self.speech else -60.0, self.speech))
            self.sample_due_s = None
        if self.sync_due_s is not None and self.sync_due_s <= self.now_s:
            self.facts.append(SyncMeasured(12.5, 1.0, 4))
            self.sync_due_s = None
        for timer in [timer for timer, due_s in self.timers.items() if due_s <= self.now_s]:
            del self.timers[timer]
            self.facts.append(TimerElapsed(timer))

    # --- trouble ---------------------------------------------------------------------------
    def breaks(self, code: FaultCode) -> None:
        """Something goes wrong with a device or the disk; a full disk ends the segment cleanly."""
        self.troubles.append(code)
        if code is FaultCode.DISK_FULL:
            self._stop()
        self.facts.append(FaultRaised(Fault(code)))

    def mends(self, code: FaultCode) -> None:
        """It works again."""
        self.troubles.remove(code)
        self.facts.append(FaultCleared(code))

    def everything_mends(self) -> None:
        """Somebody has seen to whatever was wrong."""
        self.begins = True
        if not self.recorder_alive:
            self.recorder_returns()
        for code in list(self.troubles):
            self.mends(code)

    def recorder_dies(self) -> None:
        """The recorder's process is gone, and with it all it knew."""
        self.reopen = self.devices_open
        self._new_recorder()
        self.recorder_alive = False
        self.facts.append(FaultRaised(Fault(FaultCode.RECORDER_LOST)))

    def recorder_returns(self) -> None:
        """A new recorder's process is up, with the devices open if they were."""
        self.recorder_alive, self.devices_open = True, self.reopen
        self.facts.append(FaultCleared(FaultCode.RECORDER_LOST))

    def kiosk_dies(self) -> None:
        """The kiosk's process is gone; a recorder that lives goes on, and its facts reach nobody."""
        self.facts.clear()
        self.timers.clear()
        self.recorder_alive = True  # the next kiosk starts a new one where there is none

    def power_fails(self) -> None:
        """Everything is gone but the disk."""
        self.kiosk_dies()
        self._new_recorder()

    def _new_recorder(self) -> None:
        self.devices_open = self.scanning = False
        self.masks, self.recording, self.filming = OPEN, "", False
        self.sound = self.sample_due_s = self.sync_due_s = None
