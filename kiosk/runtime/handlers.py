"""The hands of the engine: every order of the flow, carried out by a port without waiting for it."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

import structlog

from kiosk.domain.code import CodeResult
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.receipt import Receipt
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.domain.surroundings import Surroundings
from kiosk.flow.effects import (
    Announce,
    ApplyMasks,
    Calibrate,
    CallStaff,
    CancelTimer,
    CheckInvitation,
    CloseDevices,
    DiscardSample,
    Effect,
    FallSilent,
    FinishRecording,
    MarkChapter,
    OpenCamera,
    OpenDevices,
    PlaySample,
    ProveAnswer,
    RecordSample,
    RecordScreen,
    RunBoothTests,
    RunCode,
    ScanForCode,
    Speak,
    StartRecording,
    StartTimer,
    StopCode,
    StopRecording,
    StopScreen,
    UseMicrophone,
    WipeSlate,
)
from kiosk.flow.events import CodeJudged, Event, InvitationAccepted, InvitationRefused, VoiceUnavailable
from kiosk.flow.facts import ScreenRecordingEnded
from kiosk.library.library import ReadyPack
from kiosk.packs.errors import PackChangedError, PackError
from kiosk.ports.clock import Clock
from kiosk.ports.invitations import Invitations
from kiosk.ports.judge import Judge
from kiosk.ports.recorder import Recorder
from kiosk.ports.voice import Pace, Voice
from kiosk.runtime.announcer import Announcer
from kiosk.runtime.network import links
from kiosk.runtime.rehearsal import Rehearsal
from kiosk.runtime.speech import Speech
from kiosk.runtime.workers import Workers

log = structlog.get_logger()

MESSAGE = "message"
"""What the recorder calls the sound of what staff wrote."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """The ports and facts the orders are carried out with."""

    recorder: Recorder
    voice: Voice
    invitations: Invitations
    open_pack: Callable[[PackId], ReadyPack]
    """Raises ``PackError``."""
    order_for: Callable[[SessionId], RecordingOrder]
    devices: DeviceChoice
    clock: Clock
    judge: Judge
    display: Callable[[], str] = str
    """Where the kiosk stands, for filming it; empty where it cannot or shall not be filmed."""
    microphones: Callable[[], Mapping[str, str]] = dict
    """Those there are and their titles, for staff who look for a spare one."""
    announcer: Announcer | None = None
    """Says what staff write; without one it is only read."""
    rehearsal: Rehearsal | None = None
    """What is rendered during an interview; without one only packs are spoken."""
    held: bool = False
    """Whether interviews wait for staff before their first question."""
    filmed: bool = True
    """Whether a picture is recorded; no camera is opened for the voice alone."""
    write_receipt: Callable[[SessionId], Receipt | None] = lambda _session: None
    """What a candidate who has finished takes home. Reads the disk."""


class Handlers:
    """``perform`` runs on the engine's thread and returns at once."""

    def __init__(self, equipment: Equipment, speech: Speech, workers: Workers) -> None:
        self._with = equipment
        self._speech = speech
        self._workers = workers
        self._post: Callable[[Event], None] = lambda _event: None
        self._microphone = ""
        self.test_booth: Callable[[], None] = lambda: None
        """Begins the tests without waiting for them; set once they can be made."""
        self._look_up = object()
        """The look-up somebody still waits for; answers to any other are dropped."""

    def report_to(self, post: Callable[[Event], None]) -> None:
        """Where results go; set once, before the first order."""
        self._post = post

    def perform(self, effect: Effect) -> None:  # noqa: PLR0912, PLR0915 - a line an order: none is forgotten
        """Carry out one order."""
        recorder = self._with.recorder
        match effect:
            case CheckInvitation(code=code):
                self._look_up = awaited = object()
                self._workers.submit(lambda: self._check(code, awaited))
            case OpenDevices():
                recorder.open(self._devices())
            case OpenCamera():
                recorder.open(replace(self._with.devices, microphone="", loudspeaker=""))
            case CloseDevices():
                recorder.close()
            case ScanForCode(on=on):
                recorder.scan(on)
            case Speak():
                self._speak(effect)
            case Announce():
                self._workers.submit(lambda: self._announce(effect))
            case RunBoothTests():
                self.test_booth()
            case UseMicrophone(name=name):
                self._microphone = name
            case FallSilent():
                recorder.stop_playing()
            case RecordSample(seconds=seconds):
                recorder.sample(seconds)
            case PlaySample():
                recorder.play_sample()
            case DiscardSample():
                recorder.discard_sample()
            case Calibrate():
                recorder.calibrate()
            case StartRecording(session=session, picture_late_ms=late_ms):
                recorder.begin(replace(self._with.order_for(session), picture_late_ms=late_ms))
            case RecordScreen():
                self._film()
            case StopScreen():
                recorder.stop_screen()
            case StopRecording(reason=reason):
                recorder.stop(reason)
            case MarkChapter(key=key, title=title, label=label):
                recorder.mark(key, title, label)
            case ApplyMasks(masks=masks):
                recorder.mask(masks)
            case FinishRecording(session=session):
                recorder.finish(self._with.order_for(session))
            case ProveAnswer(key=key, start_mono_s=start_s, end_mono_s=end_s):
                recorder.prove(key, start_s, end_s)
            case RunCode():
                self._judge(effect)
            case StopCode():
                self._with.judge.cancel()
            case CallStaff():
                log.warning("staff called")
            case WipeSlate():
                self._speech.forget()
                self._look_up = object()
                if self._with.announcer:
                    self._workers.submit(self._with.announcer.wipe)
                if self._with.rehearsal:
                    self._workers.submit(self._with.rehearsal.wipe)
            case StartTimer() | CancelTimer():
                raise AssertionError("timers are the engine's own")
            case _:
                assert_never(effect)

    def _devices(self) -> DeviceChoice:
        """The station's, with the spare microphone that staff may have chosen."""
        devices = self._with.devices
        camera = devices.camera if self._with.filmed else ""
        return replace(devices, camera=camera, microphone=self._microphone or devices.microphone)

    def _announce(self, order: Announce) -> None:
        """Never in the way of a question: what cannot be rendered is only read."""
        announcer = self._with.announcer
        utterance = announcer.utterance(order.text, order.language) if announcer else None
        if utterance is not None:
            self._with.recorder.play(utterance.sound, MESSAGE, order.into_recording)

    def _speak(self, order: Speak) -> None:
        pace = Pace.SLOW if order.slow else Pace.USUAL
        utterance = self._with.voice.utterance(order.text, order.language, pace)
        if utterance is None and self._with.rehearsal:
            utterance = self._with.rehearsal.utterance(order.text, order.language, pace)
        if utterance is None:
            self._post(VoiceUnavailable(order.name))
            return
        self._speech.expect(order.name, utterance)
        self._with.recorder.play(utterance.sound, order.name, order.into_recording, order.volume)

    def _film(self) -> None:
        if display := self._with.display():
            self._with.recorder.record_screen(display)
        else:
            self._post(ScreenRecordingEnded("", 0.0, "the station does not film its screen"))

    def _judge(self, run: RunCode) -> None:
        def report(result: CodeResult) -> None:
            self._post(CodeJudged(run.session, run.question, run.number, result))

        self._with.judge.run(run.order, report)

    def _check(self, code: str, awaited: object) -> None:
        answer = self._answer_to(code)
        if self._look_up is awaited:  # nobody else has sat down or typed another code meanwhile
            self._post(answer)

    def _answer_to(self, code: str) -> InvitationAccepted | InvitationRefused:
        match self._with.invitations.look_up(code, self._with.clock.wall()):
            case CodeProblem() as problem:
                return InvitationRefused(problem)
            case Invitation() as invitation:
                return self._opened(invitation)

    def _opened(self, invitation: Invitation) -> InvitationAccepted | InvitationRefused:
        try:
            ready = self._with.open_pack(invitation.pack)
        except PackError as error:
            log.error("pack cannot be used", pack=invitation.pack, reason=str(error))
            changed = isinstance(error, PackChangedError)
            return InvitationRefused(CodeProblem.PACK_CHANGED if changed else CodeProblem.PACK_MISSING)
        if ready.trouble:
            log.error("voice cannot be rendered", pack=invitation.pack, reason=ready.trouble)
        session = SessionId(uuid.uuid4().hex)
        return InvitationAccepted(session, invitation, ready.pack, surroundings(ready, self._with))


def surroundings(ready: ReadyPack, station: Equipment) -> Surroundings:
    """What the record keeps of the station and of how the questions are asked."""
    sha256 = ready.built.sha256 if ready.built else ""
    return Surroundings(links(), ready.voices, sha256, ready.approved_by, station.held, station.filmed)
