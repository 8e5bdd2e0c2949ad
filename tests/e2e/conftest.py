"""A demo takes most of a minute: its tests share one."""

import pytest

from tests.devices import network_camera, sound_server
from tests.e2e.demos import Demo, run_demo
from tests.station import Station

__all__ = ["network_camera", "sound_server"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The first demo in its folder."""
    station = Station(tmp_path_factory.mktemp("demo") / "data", environment={})
    return run_demo(station)
