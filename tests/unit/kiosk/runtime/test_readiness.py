"""The self-test opens and closes the booth."""

import time
from collections.abc import Iterator

import pytest

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import FaultCode
from kiosk.flow.events import BeginRequested
from kiosk.flow.states import EnteringCode, Welcome
from kiosk.runtime import readiness
from kiosk.runtime.readiness import Readiness
from tests.unit.kiosk.runtime.test_engine import Booth

GOOD = CheckResult("Camera", Verdict.GOOD, "camera 0")
MISSING = CheckResult("Camera", Verdict.BAD, "no camera", "plug it in", FaultCode.CAMERA_MISSING)


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
    watching = Readiness(booth.station, lambda: (results[0],))
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

    watching = Readiness(booth.station, test)
    watching.start()
    time.sleep(0.1)
    watching.stop()
    assert tested == []
