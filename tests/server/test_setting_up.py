"""The set-up over a real station's memory, with a real server and the recorder's simulators."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.setting_up import StationSetUp, never_set_up
from kiosk.config.folders import Folders
from kiosk.config.settings import read_settings
from kiosk.domain.recording import PRESETS, DeviceChoice
from kiosk.domain.set_up import AUTO, LONGEST_KEPT_DAYS, Refused, SetUpProblem
from kiosk.domain.staff import Role, StaffMember
from kiosk.ports.recorder import DeviceState
from server.house import House
from storage.station import Storage, open_station
from tests.server.running import listening
from tests.station import soon


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data")


@pytest.fixture
def storage(folders: Folders) -> Iterator[Storage]:
    """Give a station's memory."""
    opened = open_station(folders.data)
    yield opened
    opened.close()


@pytest.fixture
def station(folders: Folders, storage: Storage) -> Iterator[StationSetUp]:
    """Give a set-up, and leave no recorder behind."""
    made = StationSetUp(folders, storage)
    yield made
    made.close()


def offered(folders: Folders, storage: Storage) -> bool:
    return never_set_up(folders, read_settings(folders.data), storage.staff)


def test_a_fresh_station_says_what_it_would_do(station: StationSetUp) -> None:
    facts = station.facts()
    assert facts.name
    assert (facts.server, facts.staff, facts.keep_days) == ("", (), LONGEST_KEPT_DAYS)
    assert facts.devices == DeviceChoice(AUTO, AUTO, AUTO)
    assert facts.pack_days["A short demonstration"] == 7


def test_the_set_up_is_offered_until_somebody_has_decided_something(
    folders: Folders, storage: Storage, station: StationSetUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(folders, storage)
    monkeypatch.setenv("KIOSK_CAMERA", "sim")
    assert not offered(folders, storage)
    monkeypatch.delenv("KIOSK_CAMERA")
    station.admit("Proctor 1", "246810", Role.PROCTOR)
    assert not offered(folders, storage)
    station.dismiss("Proctor 1")
    assert offered(folders, storage)
    station.keep({"language": "es"})
    assert not offered(folders, storage)


def test_what_is_kept_is_what_the_kiosk_reads(folders: Folders, station: StationSetUp) -> None:
    assert station.keep({"name": "Booth 7", "quality": "sd", "keep_days": 30}) is None
    assert station.keep({"camera": "sim", "microphone": "sim", "loudspeaker": "sim"}) is None
    settings = read_settings(folders.data)
    assert (settings.name, settings.preset.name, settings.keep_days) == ("Booth 7", "sd", 30)
    assert station.facts().devices == DeviceChoice("sim", "sim", "sim")


def test_settings_that_cannot_be_kept_are_refused(station: StationSetUp) -> None:
    refused = station.keep({"quality": "best"})
    assert isinstance(refused, Refused)
    assert refused.problem is SetUpProblem.UNWRITABLE


def test_a_code_of_the_servers_introduces_the_station_and_no_other_does(
    station: StationSetUp, house: House
) -> None:
    with listening(house) as url:
        code = house.stations.new_code("test")
        refused = station.introduce(url, "AAAA-AAAA-AAAA")
        assert isinstance(refused, Refused)
        assert refused.problem is SetUpProblem.SERVER_REFUSES
        assert station.facts().server == ""
        assert station.introduce(url, code) is None
    assert station.facts().server == url


@pytest.mark.parametrize(
    ("url", "problem"),
    [("ftp://x", SetUpProblem.ADDRESS), ("http://127.0.0.1:9", SetUpProblem.SERVER_AWAY)],
)
def test_a_server_that_is_none_is_told_apart(station: StationSetUp, url: str, problem: SetUpProblem) -> None:
    refused = station.introduce(url, "ABCD-2345")
    assert isinstance(refused, Refused)
    assert refused.problem is problem
    assert station.facts().server == ""


def test_a_pin_lets_somebody_in_and_a_short_one_nobody(station: StationSetUp) -> None:
    refused = station.admit("Proctor 1", "123", Role.PROCTOR)
    assert isinstance(refused, Refused)
    assert refused.problem is SetUpProblem.PIN
    assert station.admit("HR 1", "246810", Role.HR) is None
    assert station.facts().staff == (StaffMember("HR 1", Role.HR),)


def test_the_disk_has_room_for_more_hours_of_smaller_pictures(station: StationSetUp) -> None:
    room = station.room()
    assert set(room.hours) == set(PRESETS)
    assert room.hours["sd"] >= room.hours["hd"] >= room.hours["full-hd"]


@pytest.mark.slow
def test_devices_are_seen_heard_and_let_go(station: StationSetUp) -> None:
    assert station.recorder() is None
    station.try_devices(DeviceChoice("sim", "sim", "sim"))
    soon(lambda: (now := station.recorder()) and now.camera is DeviceState.CONNECTED, "a camera")
    soon(station.preview, "a picture")
    assert station.play() is None
    station.release()
    assert station.recorder() is None
    assert station.preview() is None
