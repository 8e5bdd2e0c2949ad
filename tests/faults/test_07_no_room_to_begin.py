"""Row 7: no interview begins without room for the longest one twice; with room the booth opens by itself."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.parts import room_lacking
from kiosk.config.settings import StationSettings
from kiosk.domain.faults import FaultCode
from kiosk.flow.events import BackRequested, BeginRequested
from kiosk.flow.states import EnteringCode, Kiosk, Welcome
from kiosk.runtime.room import Room
from storage.station import open_station
from tests.disks import FileSystem, loop_disk, needs_root
from tests.unit.kiosk.runtime.test_engine import Booth

DISK_MIB = 12 << 10
FILLED_MIB = 10 << 10

pytestmark = [needs_root, pytest.mark.slow]


@pytest.fixture
def booth() -> Iterator[Booth]:
    booth = Booth()
    booth.station.start()
    yield booth
    booth.station.stop()


def closed(kiosk: Kiosk) -> bool:
    return [fault.code for fault in kiosk.faults] == [FaultCode.DISK_SHORT]


def test_a_disk_filled_at_the_welcome_closes_the_booth_until_there_is_room(
    booth: Booth, tmp_path: Path
) -> None:
    with loop_disk(tmp_path, FileSystem.XFS, DISK_MIB) as disk:
        storage = open_station(disk.root / "data")
        room = Room(booth.station, room_lacking(StationSettings(), storage), every_s=0.05)
        room.start()
        try:
            booth.station.post(BeginRequested())
            booth.wait_for_scene(EnteringCode)
            booth.station.post(BackRequested())
            booth.wait_for_scene(Welcome)
            hog = disk.root / "hog"
            with hog.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, FILLED_MIB << 20)
            booth.wait(closed)
            booth.station.post(BeginRequested())
            hog.unlink()
            kiosk = booth.wait(lambda kiosk: not kiosk.faults)
            assert isinstance(kiosk.scene, Welcome)
        finally:
            room.stop()
            storage.close()
