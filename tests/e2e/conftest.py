"""A demo takes most of a minute: its tests share the first one in its folder, in `make faults` the tenth."""

import pytest

from tests.devices import network_camera, sound_server
from tests.e2e.demos import Demo, run_demo
from tests.station import Station
from tests.trouble.counts import often

__all__ = ["network_camera", "sound_server"]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    station = Station(tmp_path_factory.mktemp("demo") / "data", environment={})
    return [run_demo(station) for _ in range(often(10, usually=1))][-1]
