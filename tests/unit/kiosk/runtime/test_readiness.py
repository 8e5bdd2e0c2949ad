"""The self-test opens and closes the booth."""

import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import FaultCode
from kiosk.domain.readiness import ReadinessReport
from kiosk.flow.events import BeginRequested
from kiosk.flow.staff import BoothTestRequested
from kiosk.flow.states import EnteringCode, Welcome
from kiosk.runtime import readiness
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.readiness import BoothTests, Readiness
from tests.unit.kiosk.runtime.test_engine import Booth

GOOD = CheckResult("Camera", Verdict.GOOD, "camera 0")
REHEARSED = CheckResult("Test recording", Verdict.GOOD, "Proved")
FAILED = CheckResult("Test recording", Verdict.BAD, "no picture", "see to it", FaultCode.TEST_FAILED)
SOUND = CheckResult("Disk speed", Verdict.GOOD, "fast")
FULL = CheckResult("Disk space", Verdict.BAD, "none", "make room", FaultCode.DISK_FULL)
MISSING = CheckResult("Camera", Verdict.BAD, "no camera", "plug it in", FaultCode.CAMERA_MISSING)


def made_of(
    quick: Callable[[], tuple[CheckResult, ...]] = lambda: (GOOD,),
    rehearse: Callable[[], CheckResult] = lambda: GOOD,
    kept: list[ReadinessReport] | None = None,
    slow: Callable[[], tuple[CheckResult, ...]] = lambda: (),
) -> BoothTests:
    return BoothTests(slow, quick, rehearse, (kept if kept is not None else []).append, SystemClock())


@pytest.fixture
def booth() -> Iterator[Booth]:
    booth = Booth()
    booth.station.start()
    yield booth
    booth.station.stop()


def test_a_missing_camera_closes_the_booth_and_a_found_one_opens_it(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "AGAIN_S", 0.02)
    results = [MISSING]
    watching = Readiness(booth.station, made_of(lambda: (results[0],)))
    watching.start()
    booth.wait(lambda kiosk: [fault.code for fault in kiosk.faults] == [FaultCode.CAMERA_MISSING])
    booth.station.post(BeginRequested())
    time.sleep(0.1)
    assert isinstance(booth.kiosk.scene, Welcome)
    results[0] = GOOD
    booth.wait(lambda kiosk: not kiosk.faults)
    watching.stop()
    assert booth.station.facts.checks == (GOOD,)


def test_nothing_is_tested_while_somebody_is_here(booth: Booth) -> None:
    booth.station.post(BeginRequested())
    booth.wait_for_scene(EnteringCode)
    tested: list[int] = []

    def test() -> tuple[CheckResult, ...]:
        tested.append(1)
        return (GOOD,)

    watching = Readiness(booth.station, made_of(test))
    watching.start()
    time.sleep(0.1)
    watching.stop()
    assert tested == []


def test_a_failed_rehearsal_closes_the_booth_until_the_next_one_is_good(booth: Booth) -> None:
    rehearsals, kept = [FAILED, REHEARSED], list[ReadinessReport]()
    watching = Readiness(booth.station, made_of(rehearse=lambda: rehearsals.pop(0), kept=kept), whole=True)
    watching.start()
    booth.wait(lambda kiosk: [fault.code for fault in kiosk.faults] == [FaultCode.TEST_FAILED])
    watching.request()
    booth.wait(lambda kiosk: not kiosk.faults)
    watching.stop()
    assert [report.verdict for report in kept] == [Verdict.BAD, Verdict.GOOD]
    assert kept[-1].checks == (GOOD, REHEARSED)
    assert booth.station.facts.checks == (GOOD, REHEARSED)


def test_a_quick_test_does_not_forget_what_the_rehearsal_said(
    booth: Booth, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "AGAIN_S", 0.02)
    looked: list[int] = []

    def quick() -> tuple[CheckResult, ...]:
        looked.append(1)
        return (GOOD,)

    watching = Readiness(booth.station, made_of(quick, lambda: FAILED), whole=True)
    watching.start()
    booth.wait(lambda kiosk: bool(kiosk.faults))
    while len(looked) < 4:
        time.sleep(0.01)
    watching.stop()
    assert [fault.code for fault in booth.kiosk.faults] == [FaultCode.TEST_FAILED]


@pytest.mark.parametrize("disk", [FULL, SOUND])
def test_the_disk_is_not_worked_again_because_of_a_missing_camera(
    booth: Booth, monkeypatch: pytest.MonkeyPatch, disk: CheckResult
) -> None:
    monkeypatch.setattr(readiness, "AGAIN_S", 0.02)
    looked, worked = list[int](), list[int]()

    def quick() -> tuple[CheckResult, ...]:
        looked.append(1)
        return (MISSING,)

    def slow() -> tuple[CheckResult, ...]:
        worked.append(1)
        return (disk,)

    watching = Readiness(booth.station, made_of(quick, slow=slow))
    watching.start()
    while len(looked) < 4:
        time.sleep(0.01)
    watching.stop()
    assert len(worked) == (1 if disk is SOUND else len(looked))
    assert booth.station.facts.checks == (disk, MISSING)


def test_staff_have_the_booth_tested(booth: Booth) -> None:
    kept: list[ReadinessReport] = []
    watching = Readiness(booth.station, made_of(kept=kept))
    booth.station.test_with(watching.request)
    watching.start()
    booth.station.staff_enters("the proctor", "2")
    booth.station.post(BoothTestRequested("the proctor"))
    booth.station.post(BoothTestRequested("a stranger"))
    while not kept:
        time.sleep(0.01)
    watching.stop()
    assert len(kept) == 1
