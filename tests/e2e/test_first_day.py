"""A station nobody has set up, as a technician meets it: with real keys at the real program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config.settings import read_settings
from kiosk.domain.staff import Role
from storage.station import open_station
from tests.screen import Screen, a_screen
from tests.station import Station, soon

pytestmark = pytest.mark.slow
UNHURRIED_S = 2.0
"""What is asked of the disk appears a moment after what it stands on."""


@pytest.fixture
def desktop() -> Iterator[Screen]:
    """A screen of one's own."""
    with a_screen() as screen:
        yield screen


@pytest.fixture
def station(desktop: Screen, tmp_path: Path) -> Iterator[Station]:
    """Give a station whose settings nobody has touched."""
    made = Station(tmp_path, {"DISPLAY": desktop.name})
    yield made
    made.tear_down()


def set_up_is_shown(desktop: Screen, step: str = "") -> bool:
    """In English or, from the second step on, in German."""
    title = f"^(Set-up|Einrichtung).*{step}"
    shown = desktop.ask("xdotool", "search", "--onlyvisible", "--name", title, check=False)
    return bool(shown.split())


def reach(desktop: Screen, step: int) -> None:
    """Wait for a step, and until nothing slides any more."""
    soon(lambda: set_up_is_shown(desktop, f" {step} .* 8$"), f"step {step}")
    desktop.still()


def test_a_new_station_offers_its_set_up_and_an_old_one_does_not(desktop: Screen, station: Station) -> None:
    station.open(supervised=False)
    reach(desktop, 1)
    desktop.press("Down", "space", "Return")
    settings = station.data / "station.toml"
    soon(settings.exists, "the language is kept")
    reach(desktop, 2)
    desktop.press("ctrl+a")
    desktop.type("Booth 7")
    desktop.press("Return")
    soon(lambda: read_settings(station.data).name == "Booth 7", "the name is kept")
    reach(desktop, 3)
    desktop.press("shift+Tab", "shift+Tab", "Return")
    soon(desktop.windows, "the kiosk")
    assert not set_up_is_shown(desktop)
    station.close()
    station.open(supervised=False)
    soon(desktop.windows, "the kiosk at once")
    assert not set_up_is_shown(desktop)
    assert read_settings(station.data).language == "de"


def test_a_technician_goes_from_the_staff_panel_to_the_set_up_and_back(
    desktop: Screen, station: Station
) -> None:
    (station.data / "station.toml").write_text('camera = "sim"\nmicrophone = "sim"\nloudspeaker = "sim"\n')
    storage = open_station(station.data)
    storage.staff.add("Technician 1", "246810", Role.TECHNICIAN)
    storage.close()
    station.open()
    soon(desktop.windows, "the kiosk")
    desktop.still(for_s=UNHURRIED_S)
    (kiosk,) = station.processes("--no-supervised")
    desktop.ask("xdotool", "mousemove", "20", "20", "click", "--repeat", "5", "--delay", "60", "1")
    desktop.still(for_s=UNHURRIED_S)
    desktop.type("246810")
    desktop.press("Return")
    soon(lambda: "StaffEntered" in station.log(), "the staff panel")
    desktop.still(for_s=UNHURRIED_S)
    desktop.press("shift+Tab", "shift+Tab", "Return")
    reach(desktop, 1)
    assert not desktop.windows()
    desktop.press("Return")
    reach(desktop, 2)
    desktop.press("ctrl+a")
    desktop.type("Booth 8")
    desktop.press("Return")
    soon(lambda: read_settings(station.data).name == "Booth 8", "the name is kept")
    reach(desktop, 3)
    desktop.press("shift+Tab", "shift+Tab", "Return")
    soon(desktop.windows, "the kiosk again")
    assert [one.pid for one in station.processes("--no-supervised")] == [kiosk.pid]
    with station.memory() as storage:
        kinds = [entry.kind for entry in storage.journal.entries()]
    assert kinds[-4:] == ["StaffEntered", "SetUpRequested", "StaffLeft", "StationStarted"]


def test_the_set_up_is_no_way_around_a_running_kiosk(desktop: Screen, station: Station) -> None:
    (station.data / "station.toml").write_text('camera = "sim"\nmicrophone = "sim"\nloudspeaker = "sim"\n')
    open_station(station.data).close()
    station.open(supervised=False)
    soon(desktop.windows, "the kiosk")
    refused = station.run("setup", "--windowed")
    assert refused.returncode == 2
    assert "already running" in refused.stderr
