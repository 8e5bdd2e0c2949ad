"""A booth without its camera or its microphone: the candidate is told before anything counts."""

from pathlib import Path

import pytest

from kiosk.domain.faults import FaultCode
from kiosk.flow.states import Interrupted
from tests.screen import a_screen
from tests.station import SIMULATED, Station, soon
from tests.visitor import Visitor, write_pack

pytestmark = pytest.mark.slow

MISSING = {
    "camera": ({"KIOSK_CAMERA": "/dev/video99"}, FaultCode.CAMERA_MISSING),
    "microphone": ({"KIOSK_MICROPHONE": "no such microphone"}, FaultCode.MICROPHONE_MISSING),
}


@pytest.mark.parametrize(("named", "code"), MISSING.values(), ids=MISSING)
def test_a_missing_device_is_told_before_the_device_check(
    named: dict[str, str], code: FaultCode, tmp_path: Path
) -> None:
    write_pack(tmp_path / "packs", "Where are you?")
    with a_screen() as screen:
        packs = f'["{tmp_path / "packs"}"]'
        station = Station(
            tmp_path / "data", {**SIMULATED, "DISPLAY": screen.name, "KIOSK_PACKS": packs, **named}
        )
        visitor = Visitor(station, screen)
        try:
            code_of_invitation = station.invite("walk")
            station.open()
            soon(screen.windows, "the window")
            visitor.go_on_until(lambda scene: isinstance(scene, Interrupted), code_of_invitation)
            assert [fault.code for fault in station.state().faults] == [code]
            station.close()
            assert "Traceback" not in station.log()
        finally:
            station.tear_down()
