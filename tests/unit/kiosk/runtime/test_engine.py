"""The engine: journal first, then the world; one place to find the way back."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.domain.consent import Scoring
from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.masks import OPEN, Device, MaskReason, Masks
from kiosk.domain.moment import Moment
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.arrival import speaker_test_text
from kiosk.flow.events import (
    AnswerEnded,
    BackRequested,
    BeginRequested,
    CheckFinished,
    CodeEntered,
    ConsentGiven,
    ContinueRequested,
    EndConfirmed,
    Event,
    InvitationAccepted,
    RetakeRequested,
    SampleConfirmed,
    SampleRequested,
    SpeakerConfirmed,
    SpeakerTestRequested,
    ThinkingEnded,
)
from kiosk.flow.interruption import PAUSE_MASKS
from kiosk.flow.staff import MaskRequested, PauseRequested, StaffEntered
from kiosk.flow.states import (
    Answering,
    CheckingDevices,
    Consenting,
    Deciding,
    EnteringCode,
    Interrupted,
    Kiosk,
    Paused,
    Questioning,
    ThankYou,
    Thinking,
    Welcome,
    run_of,
)
from kiosk.library.library import ReadyPack
from kiosk.packs.errors import PackChangedError
from kiosk.ports.invitations import Invitations
from kiosk.ports.station import StationFacts
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.handlers import Equipment
from kiosk.runtime.station import LocalStation
from tests.fakes import (
    GOOD_CODE,
    SMALL_PACK,
    FakeInvitations,
    FakeJournal,
    FakeJudge,
    FakeRecorder,
    FakeStaff,
    FakeVoice,
)

PATIENCE_S = 10.0
STAFF = "the proctor"
STEPS_TO_THE_FIRST_QUESTION = (
    BeginRequested(),
    CodeEntered(GOOD_CODE),
    ConsentGiven(Scoring.HUMAN_ONLY, "1"),
    SpeakerTestRequested(),
    SpeakerConfirmed(),
    SampleRequested(),
    SampleConfirmed(),
    CheckFinished(),
)


class Booth:
    """A station on fakes, and somebody who waits for what it shows."""

    def __init__(self, journal: FakeJournal | None = None, invitations: Invitations | None = None) -> None:
        self.journal = journal or FakeJournal()
        self.voice = FakeVoice()
        self.recorder = FakeRecorder()
        self.opened: list[str] = []
        self.changed = ""
        """The name of a pack that is not what it was."""
        self.station = LocalStation(
            StationFacts("Booth 1", "1", simulated=True),
            self.journal,
            Equipment(
                recorder=self.recorder,
                voice=self.voice,
                invitations=invitations or FakeInvitations(),
                open_pack=self.open_pack,
                order_for=lambda session: RecordingOrder(SessionId(session), "/none", "Booth 1"),
                devices=DeviceChoice(),
                clock=SystemClock(),
                judge=FakeJudge(),
            ),
            FakeStaff(),
        )
        self._changed = threading.Condition()
        self.kiosk = Kiosk()
        self.station.watch(self._see)

    def open_pack(self, pack: PackId) -> ReadyPack:
        self.opened.append(pack)
        if pack == self.changed:
            raise PackChangedError("It is not the one that was approved.")
        asked = SMALL_PACK.questions
        self.voice.render([*(question.text["en"] for question in asked), speaker_test_text("en")], "en")
        return ReadyPack(SMALL_PACK)

    def _see(self, snapshot: object) -> None:
        with self._changed:
            self.kiosk = snapshot.kiosk  # type: ignore[attr-defined]
            self._changed.notify_all()

    def wait(self, what: Callable[[Kiosk], bool]) -> Kiosk:
        with self._changed:
            assert self._changed.wait_for(lambda: what(self.kiosk), PATIENCE_S), self.kiosk.scene
            return self.kiosk

    def wait_for_scene(self, scene: type, phase: type | None = None) -> Kiosk:
        return self.wait(
            lambda kiosk: (
                isinstance(kiosk.scene, scene)
                and (phase is None or isinstance(getattr(kiosk.scene, "phase", None), phase))
            )
        )

    def go_to_the_first_question(self) -> None:
        self.station.post(STEPS_TO_THE_FIRST_QUESTION[0])
        self.wait_for_scene(EnteringCode)
        self.station.post(STEPS_TO_THE_FIRST_QUESTION[1])
        self.wait_for_scene(Consenting)
        self.station.post(STEPS_TO_THE_FIRST_QUESTION[2])
        self.wait_for_scene(CheckingDevices)
        self.station.post(SpeakerTestRequested())
        self.station.post(SpeakerConfirmed())
        self.station.post(SampleRequested())
        self.wait(lambda kiosk: getattr(kiosk.scene, "sample", "") == "played")
        self.station.post(SampleConfirmed())
        self.station.post(CheckFinished())
        self.wait_for_scene(Questioning, Thinking)


def covered(kiosk: Kiosk) -> bool:
    run = run_of(kiosk.scene)
    return run is not None and run.masks.camera is not None


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def enter_staff(booth: Booth) -> None:
    booth.station.staff_enters(STAFF, "246813")
    wait_until(lambda: any(isinstance(event, StaffEntered) for event in booth.journal.events))


@pytest.fixture
def booth() -> Iterator[Booth]:
    booth = Booth()
    booth.station.start()
    yield booth
    booth.station.stop()


def test_an_interview_goes_from_welcome_to_thank_you(booth: Booth) -> None:
    booth.go_to_the_first_question()
    booth.station.post(ThinkingEnded())
    booth.wait_for_scene(Questioning, Answering)
    booth.station.post(AnswerEnded())
    booth.wait_for_scene(Questioning, Deciding)
    booth.station.post(RetakeRequested())
    booth.wait_for_scene(Questioning, Answering)
    booth.station.post(AnswerEnded())
    booth.wait(lambda kiosk: isinstance(kiosk.scene, Questioning) and kiosk.scene.index == 1)
    booth.wait_for_scene(Questioning, Answering)
    booth.station.post(AnswerEnded())
    booth.station.post(EndConfirmed())
    thanks = booth.wait_for_scene(ThankYou).scene
    assert isinstance(thanks, ThankYou)
    assert [attempt.question for attempt in thanks.run.attempts] == ["work", "work", "plans"]


def test_nothing_is_opened_before_consent(booth: Booth) -> None:
    booth.station.post(BeginRequested())
    booth.wait_for_scene(EnteringCode)
    booth.station.post(CodeEntered(GOOD_CODE))
    booth.wait_for_scene(Consenting)
    assert "open" not in booth.recorder.orders
    assert "begin" not in booth.recorder.orders


def test_the_journal_never_holds_what_the_machine_ignored(booth: Booth) -> None:
    booth.station.post(AnswerEnded())
    booth.station.post(BeginRequested())
    booth.wait_for_scene(EnteringCode)
    assert AnswerEnded() not in booth.journal.events


def test_a_full_disk_stops_the_clock_and_loses_nothing(booth: Booth) -> None:
    booth.go_to_the_first_question()
    booth.journal.full = True
    booth.station.post(ThinkingEnded())
    shown = booth.wait_for_scene(Interrupted)
    assert [fault.code for fault in shown.faults] == [FaultCode.DATA_UNWRITABLE]
    booth.journal.full = False
    after = booth.wait_for_scene(Questioning, Answering)
    assert after.faults == ()
    assert booth.journal.events[-1] == ThinkingEnded()


def test_the_camera_is_covered_at_once_and_uncovered_when_that_is_on_the_disk(booth: Booth) -> None:
    booth.go_to_the_first_question()
    enter_staff(booth)
    booth.journal.full = True
    booth.station.post(MaskRequested(Device.CAMERA, MaskReason.PRIVACY, STAFF))
    wait_until(lambda: booth.recorder.masks == Masks(camera=MaskReason.PRIVACY))
    booth.journal.full = False
    booth.wait(lambda kiosk: not kiosk.faults and covered(kiosk))
    booth.journal.full = True
    booth.station.post(MaskRequested(Device.CAMERA, None, STAFF))
    booth.wait(lambda kiosk: bool(kiosk.faults))
    assert booth.recorder.masks.camera
    booth.journal.full = False
    booth.wait(lambda kiosk: not covered(kiosk))
    wait_until(lambda: booth.recorder.masks == OPEN)


def test_a_pause_covers_at_once(booth: Booth) -> None:
    booth.go_to_the_first_question()
    enter_staff(booth)
    booth.journal.full = True
    booth.station.post(PauseRequested(STAFF, "other"))
    wait_until(lambda: booth.recorder.masks == PAUSE_MASKS)
    booth.journal.full = False
    booth.wait_for_scene(Paused)


def test_a_restarted_station_offers_the_same_question_again(booth: Booth) -> None:
    booth.go_to_the_first_question()
    booth.station.post(ThinkingEnded())
    booth.wait_for_scene(Questioning, Answering)
    booth.station.stop()
    back = Booth(FakeJournal(booth.journal.entries))
    back.recorder.segment = 1  # the old recorder is gone; a new segment follows
    back.station.start()
    back.wait(lambda kiosk: isinstance(kiosk.scene, Interrupted) and kiosk.scene.recording)
    back.station.post(ContinueRequested())
    there = back.wait_for_scene(Questioning, Answering).scene
    assert isinstance(there, Questioning)
    assert there.index == 0
    assert there.run.segment == 2
    back.station.stop()


def test_a_silent_voice_leaves_the_question_to_be_read(booth: Booth) -> None:
    booth.recorder.quiet_sounds = True
    booth.station.post(BeginRequested())
    booth.wait_for_scene(EnteringCode)
    booth.station.post(CodeEntered(GOOD_CODE))
    booth.wait_for_scene(Consenting)
    booth.station.post(ConsentGiven(Scoring.HUMAN_ONLY, "1"))
    booth.station.post(SpeakerTestRequested())
    deadline = time.monotonic() + PATIENCE_S
    while booth.station.speaking() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    speaking = booth.station.speaking()
    assert speaking is not None
    assert speaking.name == "speaker-test"


def test_a_station_starts_at_the_welcome(booth: Booth) -> None:
    assert booth.wait_for_scene(Welcome).faults == ()


class SlowInvitations(FakeInvitations):
    """Answers the good code only when told to."""

    def __init__(self) -> None:
        self.now = threading.Event()

    def look_up(self, code: str, now_wall: str) -> Invitation | CodeProblem:
        if code == GOOD_CODE:
            self.now.wait(PATIENCE_S)
        return super().look_up(code, now_wall)


def test_a_late_answer_never_opens_somebody_elses_interview() -> None:
    invitations = SlowInvitations()
    booth = Booth(invitations=invitations)
    booth.station.start()
    booth.station.post(BeginRequested())
    booth.station.post(CodeEntered(GOOD_CODE))
    booth.station.post(BackRequested())
    booth.station.post(BeginRequested())
    booth.wait(lambda kiosk: booth.journal.events.count(BeginRequested()) == 2)
    booth.station.post(CodeEntered("WRONG"))
    booth.wait(lambda kiosk: getattr(kiosk.scene, "problem", None) is CodeProblem.UNKNOWN)
    invitations.now.set()
    booth.station.stop()
    assert not any(isinstance(event, InvitationAccepted) for event in booth.journal.events)


def test_packs_are_opened_before_anybody_comes_and_a_faulty_one_stops_none(booth: Booth) -> None:
    booth.changed = "faulty"
    booth.station.prepare([PackId("faulty"), SMALL_PACK.id], booth.open_pack)
    deadline = time.monotonic() + PATIENCE_S
    while SMALL_PACK.id not in booth.opened and time.monotonic() < deadline:
        time.sleep(0.01)
    assert booth.opened == ["faulty", SMALL_PACK.id]


def test_a_pack_that_changed_since_its_approval_is_refused_at_the_booth(booth: Booth) -> None:
    booth.changed = SMALL_PACK.id
    booth.station.post(BeginRequested())
    booth.station.post(CodeEntered(GOOD_CODE))
    booth.wait(lambda kiosk: getattr(kiosk.scene, "problem", None) is CodeProblem.PACK_CHANGED)


def test_whoever_asks_hears_whether_it_became_a_fact(booth: Booth) -> None:
    assert not booth.station.engine.ask(AnswerEnded())
    assert booth.station.engine.ask(BeginRequested())
    assert booth.journal.events[-1] == BeginRequested()


def test_what_was_asked_too_long_ago_never_happens() -> None:
    booth = Booth()
    assert not booth.station.engine.ask(BeginRequested(), patience_s=0.01)  # it has not started yet
    booth.station.start()
    booth.station.post(CodeEntered(GOOD_CODE))
    assert not booth.station.engine.ask(AnswerEnded())
    assert isinstance(booth.station.engine.snapshot.kiosk.scene, Welcome)
    booth.station.stop()


class StuckJournal(FakeJournal):
    """Comes back from nothing before it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        self.let_go.wait(PATIENCE_S)
        super().append(event, moment, session, after)


def test_an_engine_that_hangs_is_seen_from_outside() -> None:
    journal = StuckJournal()
    station = Booth(journal).station
    assert station.engine.at_work_s == 0
    station.start()
    try:
        eventually(lambda: station.engine.at_work_s > 0.1)
        journal.let_go.set()
        eventually(lambda: station.engine.at_work_s == 0)
    finally:
        journal.let_go.set()
        station.stop()


def eventually(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)
