"""Flash and chirp after the device check: what is found goes with the recording, and nothing waits for it."""

from kiosk.domain.faults import FaultCode
from kiosk.flow.effects import Calibrate, StartRecording
from kiosk.flow.events import CalibrationSkipped, CheckFinished
from kiosk.flow.facts import SyncMeasured, SyncNotMeasured
from kiosk.flow.states import Calibrating, CheckingDevices, Interrupted, Kiosk, Practising, Questioning
from tests.flow.booth import Booth
from tests.flow.journey import THREE, WORK, Journey, at, pack


def passed(kiosk: Kiosk) -> bool:
    return isinstance(kiosk.scene, CheckingDevices) and kiosk.scene.passed


def test_flashes_follow_the_sound_and_their_finding_the_recording() -> None:
    journey = Journey().given(passed).when(CheckFinished())
    assert Calibrate() in journey.orders
    scene = journey.kiosk.scene
    assert isinstance(scene, Calibrating)
    assert scene.sound_from_mono_s == journey.booth.now_s
    journey.waits(3.0).then(Practising)
    ordered: list[object] = []
    journey.watch = lambda now: ordered.extend(now.orders)
    journey.given(at(Questioning))
    assert StartRecording(journey.run.session, 12.5) in ordered


def test_the_finding_survives_a_power_cut() -> None:
    journey = Journey().given(at(Questioning))
    journey.crashes(power=True)
    assert StartRecording(journey.run.session, 12.5) in journey.orders


def test_whoever_wants_no_flashing_sees_none() -> None:
    journey = Journey().given(passed).when(CalibrationSkipped()).then(Practising)
    assert Calibrate() not in journey.orders
    assert journey.run.picture_late_ms is None


def test_where_only_the_voice_is_recorded_nothing_flashes() -> None:
    journey = Journey(Booth(THREE, filmed=False)).given(passed).when(CheckFinished()).then(Practising)
    assert Calibrate() not in journey.orders


def test_flashing_can_be_cut_short() -> None:
    journey = Journey().given(at(Calibrating)).when(CalibrationSkipped()).then(Practising)
    journey.ignores(SyncMeasured(40.0, 1.0, 4))
    assert journey.run.picture_late_ms is None


def test_a_measurement_that_fails_corrects_nothing() -> None:
    journey = Journey().given(at(Calibrating)).when(SyncNotMeasured("dark")).then(Practising)
    assert journey.run.picture_late_ms is None


def test_a_recorder_that_never_answers_holds_nobody() -> None:
    journey = Journey(Booth(pack(WORK))).given(passed)
    journey.booth.recorder_alive = False
    journey.when(CheckFinished()).waits(6.0).then(Practising)


def test_trouble_in_it_leads_on_without_a_finding() -> None:
    journey = Journey().given(at(Calibrating)).breaks(FaultCode.MICROPHONE_LOST).then(Interrupted)
    journey.mends(FaultCode.MICROPHONE_LOST).given(at(Practising))
    assert journey.run.picture_late_ms is None


def test_a_restart_in_it_leads_on_without_a_finding() -> None:
    journey = Journey().given(at(Calibrating)).crashes(power=True).given(at(Practising))
    assert journey.run.picture_late_ms is None
