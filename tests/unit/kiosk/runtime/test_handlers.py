"""Orders reach the ports they are meant for."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.effects import Calibrate, RecordScreen, Speak, StartRecording, StopScreen
from kiosk.flow.events import Event, VoiceUnavailable
from kiosk.flow.facts import ScreenRecordingEnded
from kiosk.library.library import ReadyPack
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.handlers import Equipment, Handlers
from kiosk.runtime.rehearsal import Rehearsal
from kiosk.runtime.speech import Speech
from kiosk.runtime.workers import Workers
from kiosk.voice.rendered import RenderedVoice
from tests.fakes import SMALL_PACK, FakeInvitations, FakeJudge, FakeRecorder, FakeVoice
from tests.recorders import SESSION


class NotingRecorder(FakeRecorder):
    """Remembers what it was to record."""

    ordered: RecordingOrder | None = None

    def begin(self, order: RecordingOrder) -> None:
        self.ordered = order
        super().begin(order)


@pytest.fixture
def recorder() -> NotingRecorder:
    return NotingRecorder()


@pytest.fixture
def equipment(recorder: NotingRecorder) -> Equipment:
    return Equipment(
        recorder=recorder,
        voice=FakeVoice(),
        invitations=FakeInvitations(),
        open_pack=lambda _id: ReadyPack(SMALL_PACK),
        order_for=lambda session: RecordingOrder(session, "/none", "Booth 1"),
        devices=DeviceChoice(),
        clock=SystemClock(),
        judge=FakeJudge(),
        display=lambda: ":7",
    )


def handlers(equipment: Equipment, posted: list[Event]) -> Handlers:
    hands = Handlers(equipment, Speech(), Workers("none"))
    hands.report_to(posted.append)
    return hands


def test_the_screen_the_kiosk_stands_on_is_filmed(equipment: Equipment, recorder: NotingRecorder) -> None:
    hands = handlers(equipment, [])
    hands.perform(RecordScreen())
    hands.perform(StopScreen())
    assert recorder.orders == ["film :7", "cut"]


def test_a_station_that_does_not_film_says_so(equipment: Equipment, recorder: NotingRecorder) -> None:
    posted: list[Event] = []
    handlers(replace(equipment, display=str), posted).perform(RecordScreen())
    assert recorder.orders == []
    assert posted == [ScreenRecordingEnded("", 0.0, "the station does not film its screen")]


def test_what_the_calibration_found_goes_with_the_order_to_record(
    equipment: Equipment, recorder: NotingRecorder
) -> None:
    hands = handlers(equipment, [])
    hands.perform(Calibrate())
    hands.perform(StartRecording(SESSION, 12.5))
    assert recorder.orders == ["calibrate", "begin"]
    assert recorder.ordered is not None
    assert recorder.ordered.picture_late_ms == 12.5


def test_what_was_rehearsed_during_the_interview_is_spoken_and_nothing_else(
    equipment: Equipment, recorder: NotingRecorder, tmp_path: Path
) -> None:
    posted: list[Event] = []
    rehearsal = Rehearsal(tmp_path / "follow-ups", lambda folder: RenderedVoice(folder, workers=1))
    hands = handlers(replace(equipment, rehearsal=rehearsal), posted)
    assert rehearsal.prepare("What came of it?", "en", "anna")
    hands.perform(Speak("question:work.worded", "What came of it?", "en", into_recording=True, slow=True))
    hands.perform(Speak("question:plans", "And now?", "en", into_recording=True))
    assert recorder.orders == ["play question:work.worded"]
    assert posted == [VoiceUnavailable("question:plans")]
