"""No interview begins for which the disk has no room; a running one is left alone."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kiosk.domain.faults import FaultCode
from kiosk.flow.events import BackRequested, BeginRequested
from kiosk.flow.states import EnteringCode, Kiosk, Welcome
from kiosk.runtime.room import Room
from tests.unit.kiosk.runtime.test_engine import Booth


class Disk:
    """Says what it lacks, and how often it was asked."""

    def __init__(self, lacking: str = "") -> None:
        self.lacking, self.asked = lacking, 0

    def __call__(self) -> str:
        self.asked += 1
        return self.lacking


@pytest.fixture
def booth() -> Iterator[Booth]:
    booth = Booth()
    booth.station.start()
    yield booth
    booth.station.stop()


@contextmanager
def watching(booth: Booth, disk: Disk) -> Iterator[None]:
    room = Room(booth.station, disk, every_s=0.02)
    room.start()
    try:
        yield
    finally:
        room.stop()


def short(kiosk: Kiosk) -> bool:
    return [fault.code for fault in kiosk.faults] == [FaultCode.DISK_SHORT]


def test_a_full_disk_closes_the_booth_and_room_opens_it_again(booth: Booth) -> None:
    disk = Disk("room for 0.2 hours")
    with watching(booth, disk):
        booth.wait(short)
        booth.station.post(BeginRequested())
        disk.lacking = ""
        kiosk = booth.wait(lambda kiosk: not kiosk.faults)
        assert isinstance(kiosk.scene, Welcome)


def test_whoever_is_here_already_is_not_sent_away(booth: Booth) -> None:
    disk = Disk()
    with watching(booth, disk):
        booth.station.post(BeginRequested())
        booth.wait_for_scene(EnteringCode)
        disk.lacking = "room for 0.2 hours"
        time.sleep(0.2)  # ten looks, if it looked
        assert booth.kiosk.faults == ()
        booth.station.post(BackRequested())
        booth.wait(short)
