"""Which links are up is told as the kernel tells it."""

from pathlib import Path

from kiosk.domain.surroundings import NetworkLink
from kiosk.runtime.network import links


def _interface(folder: Path, name: str, state: str, speed: str | None = None) -> None:
    (folder / name).mkdir()
    (folder / name / "operstate").write_text(state + "\n")
    if speed is not None:
        (folder / name / "speed").write_text(speed + "\n")


def test_links_that_are_up_are_named_with_their_speed(tmp_path: Path) -> None:
    _interface(tmp_path, "lo", "unknown")
    _interface(tmp_path, "eth0", "up", "1000")
    _interface(tmp_path, "eth1", "down", "-1")
    _interface(tmp_path, "wlan0", "up")
    assert links(tmp_path) == (NetworkLink("eth0", 1000), NetworkLink("wlan0", None))


def test_a_station_without_a_network_says_so(tmp_path: Path) -> None:
    assert links(tmp_path / "nothing") == ()
