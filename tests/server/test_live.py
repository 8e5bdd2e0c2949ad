"""A station and the server in touch: its state, its picture while somebody watches, its orders at once."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from capture.preview import small_jpeg
from kiosk.domain.masks import Device, MaskReason
from kiosk.flow.staff import MaskRequested
from kiosk.flow.states import Consenting, Kiosk, Questioning
from kiosk.ports.recorder import PreviewPicture
from kiosk.runtime.beacon import Beacon, Rhythm
from kiosk.wire.enrolment import Enrol
from kiosk.wire.live import MAX_PREVIEW_BYTES, Doing, Scene
from kiosk.wire.orders import CommandKind
from server.errors import NotFoundError
from server.house import House, build
from server.identity.roles import Person, Role
from server.live.hub import Hub
from server.live.service import Booth
from server.times import later, now
from storage.signing import StationKey
from storage.sync.enrolling import enrol
from storage.sync.live import LiveSocket
from tests.server.conftest import SETTINGS
from tests.server.running import listening
from tests.station import soon
from tests.ui.fake_station import FakeStation
from ui.samples import ANSWERING, ARRIVAL, RUN, backdrop

PROCTOR = Person("1" * 32, "Proctor 1", frozenset({Role.PROCTOR}))


class FilmedStation(FakeStation):
    """Its camera never shows the same picture twice."""

    def preview(self) -> PreviewPicture:
        self.previews_taken += 1
        drawn = backdrop(640, 360)
        return PreviewPicture(self.previews_taken, drawn.width, drawn.height, drawn.pixels)


@contextmanager
def calling(
    url: str,
    data: Path,
    station: FakeStation,
    notice: Callable[[], object] = lambda: None,
    encode: Callable[[PreviewPicture], bytes] | None = small_jpeg,
) -> Iterator[None]:
    """A beacon that calls this address while inside."""
    socket = LiveSocket(url, StationKey.load_or_create(data), lambda: 0.0)
    beacon = Beacon(socket, station, encode, notice, Rhythm(beat_s=0.3, retry_s=0.05))
    beacon.start()
    try:
        yield
    finally:
        beacon.stop()


@pytest.fixture
def house(house: House) -> House:
    """Give a server that looks at its lines more often."""
    return brisk(house)


def brisk(house: House) -> House:
    return replace(house, hub=Hub(house.live, house.orders, flush_s=0.1))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "station"
    folder.mkdir()
    return folder


@pytest.fixture
def answering() -> FilmedStation:
    return FilmedStation(Questioning(RUN, 0, ANSWERING))


def introduced(house: House, url: str, data: Path) -> None:
    enrol(data, url, Enrol(code=house.stations.new_code("test"), name="Booth 1", version="1"))


def seen(house: House, holds: Callable[[Booth], object]) -> Booth:
    def look() -> Booth | None:
        (booth,) = house.live.booths()
        return booth if booth.connected and booth.state is not None and holds(booth) else None

    return soon(look, "the server sees it")


def heard_since(wall: str) -> Callable[[Booth], bool]:
    return lambda booth: (booth.heard_wall or "") > wall


def picture(house: House) -> bytes | None:
    (booth,) = house.live.booths()
    try:
        return house.live.preview(booth.station.id)
    except NotFoundError:
        return None


def watches(house: House) -> bytes:
    """Somebody at the page, who asks again and again, as its script does."""

    def look() -> bytes | None:
        time.sleep(0.2)
        return picture(house)

    return soon(look, "the picture")


def test_the_server_sees_the_station_and_its_picture_while_somebody_watches(
    house: House, data: Path, answering: FilmedStation
) -> None:
    with listening(house) as url:
        introduced(house, url, data)
        with calling(url, data, answering):
            state = seen(house, lambda booth: booth.state).state
            assert state is not None
            assert (state.scene, state.question, state.doing) == (Scene.IN_PROGRESS, 1, Doing.ANSWERING)
            assert (state.recording, state.pictured, state.level_dbfs) == (True, True, -30.0)
            assert answering.previews_taken == 0
            jpeg = watches(house)
            assert jpeg[:2] == b"\xff\xd8"
            assert len(jpeg) < MAX_PREVIEW_BYTES


def test_a_covered_camera_takes_its_picture_back_at_once(
    house: House, data: Path, answering: FilmedStation
) -> None:
    with listening(house) as url:
        introduced(house, url, data)
        with calling(url, data, answering):
            seen(house, lambda booth: booth.state)
            watches(house)
            answering.happens(MaskRequested(Device.CAMERA, MaskReason.OTHER, "Proctor 1"))
            covered = seen(house, lambda booth: booth.state and booth.state.camera == "masked")
            assert covered.state is not None
            assert not covered.state.pictured
            assert picture(house) is None
            answering.happens(MaskRequested(Device.CAMERA, None, "Proctor 1"))
            watches(house)


@pytest.mark.parametrize("forbidden", ["before the consent", "by the station"])
def test_no_picture_leaves_the_station_that_must_not(
    house: House, data: Path, answering: FilmedStation, forbidden: str
) -> None:
    if forbidden == "before the consent":
        answering.kiosk = Kiosk(Consenting(ARRIVAL, "en"))
    encode = None if forbidden == "by the station" else small_jpeg
    with listening(house) as url:
        introduced(house, url, data)
        with calling(url, data, answering, encode=encode):
            seen(house, lambda booth: booth.state)
            assert picture(house) is None  # somebody watches from now on
            seen(house, heard_since(later(seconds=1)))  # it has heard of that, and spoken again
            assert picture(house) is None
            assert answering.previews_taken == 0


def test_an_order_is_noticed_at_once(house: House, data: Path, answering: FilmedStation) -> None:
    noticed = threading.Semaphore(0)
    with listening(house) as url:
        introduced(house, url, data)
        with calling(url, data, answering, notice=noticed.release):
            assert noticed.acquire(timeout=10)  # it looks whenever it has connected
            booth = seen(house, lambda booth: booth.state)
            house.orders.command(PROCTOR, booth.station.id, CommandKind.PAUSE, None)
            assert noticed.acquire(timeout=10)


def test_a_line_that_broke_is_drawn_again(house: House, data: Path, answering: FilmedStation) -> None:
    with listening(house) as url:
        introduced(house, url, data)
    with calling(url, data, answering):
        for _ in range(2):  # the server goes and comes back, at the same address
            with listening(house, port=int(url.rpartition(":")[2])):
                seen(house, heard_since(now()))


def test_whoever_asks_another_copy_of_the_server_sees_and_commands_the_same_booth(
    database: str, tmp_path: Path, data: Path, answering: FilmedStation
) -> None:
    settings = SETTINGS.model_copy(update={"database": database})
    first, second = (brisk(build(settings, tmp_path / name)) for name in ("first", "second"))
    noticed = threading.Semaphore(0)
    try:
        with listening(first) as url:
            introduced(first, url, data)
            with calling(url, data, answering, notice=noticed.release):
                booth = seen(second, lambda booth: booth.state and booth.state.pictured)
                assert watches(second)[:2] == b"\xff\xd8"
                while noticed.acquire(blocking=False):
                    pass
                second.orders.command(PROCTOR, booth.station.id, CommandKind.PAUSE, None)
                assert noticed.acquire(timeout=10)
    finally:
        first.close()
        second.close()
