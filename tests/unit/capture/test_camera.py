"""Real cameras through OpenCV: a stream over HTTP, a film, and what is not there."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from capture.addresses import AddressKind, locate
from capture.camera import OpenCVCamera
from capture.errors import DeviceError, DeviceMissingError
from capture.v4l2 import VideoNode, find_again, find_node, known_among, list_nodes
from kiosk.domain.recording import Quality
from tests.devices import FakeListener, eventually
from tests.mjpeg import MjpegCamera
from tests.segments import SMALL, encode_segment

QUALITY = Quality("small", 320, 180, 30)
NODES = (VideoNode("/dev/video0", "Booth Cam"), VideoNode("/dev/video2", "Booth Cam #2"))


def test_a_stream_delivers_pictures_of_the_wanted_size(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    eventually(lambda: len(listener.frames) >= 20)
    camera.close()
    frames = [frame for _, frame in listener.frames]
    assert {frame.planes.shape for frame in frames} == {(270, 320)}
    assert [frame.sequence for frame in frames] == list(range(len(frames)))
    assert all(arrived * 1e9 >= frame.captured_ns for arrived, frame in listener.frames)


def test_after_closing_nothing_is_delivered(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    camera.open()
    camera.close()
    count = len(listener.frames)
    network_camera.unplug()
    assert len(listener.frames) == count
    assert listener.faults == []


def test_a_camera_can_be_opened_again(network_camera: MjpegCamera) -> None:
    listener = FakeListener()
    camera = OpenCVCamera(network_camera.url, QUALITY, listener.see, listener)
    for wanted in (5, 50):
        camera.open()
        eventually(lambda: len(listener.frames) > wanted)  # noqa: B023 - called before the next turn
        camera.close()


def test_a_film_is_played_in_real_time_and_again_from_its_start(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    encode_segment(film, 0.5, SMALL)
    listener = FakeListener()
    camera = OpenCVCamera(str(film), QUALITY, listener.see, listener)
    camera.open()
    eventually(lambda: len(listener.frames) >= 40)
    camera.close()
    first, last = listener.frames[0][1], listener.frames[39][1]
    assert (last.captured_ns - first.captured_ns) / 1e9 > 39 / 30 * 0.9
    assert listener.faults == []


def test_a_stream_of_another_codec_is_decoded_too(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    encode_segment(film, 0.5, SMALL)
    with subprocess.Popen(
        ["python3", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", tmp_path],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={"PYTHONUNBUFFERED": "1", "PATH": "/usr/bin:/usr/local/bin"},
    ) as server:
        assert server.stdout
        port = server.stdout.readline().partition("port ")[2].split()[0]
        listener = FakeListener()
        camera = OpenCVCamera(f"http://127.0.0.1:{port}/film.mp4", QUALITY, listener.see, listener)
        camera.open()
        camera.close()
        server.terminate()
    assert listener.frames[0][1].planes.shape == (270, 320)


def test_a_camera_that_is_not_there_is_said_so() -> None:
    listener = FakeListener()
    with pytest.raises(DeviceMissingError, match="no camera answers"):
        OpenCVCamera("Nobody's camera", QUALITY, listener.see, listener).open()


def test_an_address_where_nobody_answers_is_said_so() -> None:
    listener = FakeListener()
    with pytest.raises(DeviceError, match="cannot be opened"):
        OpenCVCamera("http://127.0.0.1:9/", QUALITY, listener.see, listener).open()


def test_a_file_that_is_no_film_is_said_so(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"no film")
    listener = FakeListener()
    with pytest.raises(DeviceError, match="cannot be opened"):
        OpenCVCamera(str(film), QUALITY, listener.see, listener).open()


@pytest.mark.parametrize(
    ("choice", "path"),
    [
        ("0", "/dev/video0"),
        ("2", "/dev/video2"),
        ("/dev/video2", "/dev/video2"),
        ("booth cam", "/dev/video0"),
        ("Booth Cam #2", "/dev/video2"),
        ("#2", "/dev/video2"),
        ("1", None),
        ("Kitchen", None),
    ],
)
def test_a_camera_is_found_by_number_file_or_name(choice: str, path: str | None) -> None:
    node = find_node(choice, NODES)
    assert (node.path if node else None) == path


def test_a_lost_camera_is_found_at_its_new_number_and_no_other_is_taken_for_it() -> None:
    known = known_among(VideoNode("/dev/video0", "Booth Cam"), NODES[:1])
    moved = (VideoNode("/dev/video0", "Stranger"), VideoNode("/dev/video4", "Booth Cam"))
    assert find_again(known, moved) == moved[1]
    assert find_again(known, moved[:1]) is None


def test_of_two_cameras_of_one_kind_the_port_tells_which() -> None:
    left, right = (VideoNode(f"/dev/video{n}", "Booth Cam", "046d:0825", f"1-{n}") for n in (2, 4))
    known = known_among(left, (left, right))
    renumbered = (replace(right, path="/dev/video0"), replace(left, path="/dev/video2", name="Booth Cam #2"))
    assert find_again(known, renumbered) == renumbered[1]
    assert find_again(known, renumbered[:1]) is None
    elsewhere = replace(left, port="1-7")
    assert find_again(known, (right, elsewhere)) == elsewhere


def test_another_product_is_not_taken_though_it_has_the_name_and_the_port() -> None:
    mine = VideoNode("/dev/video0", "USB Camera", "046d:0825", "1-2")
    assert find_again(known_among(mine, (mine,)), (replace(mine, usb="1bcf:2c99"),)) is None


def test_usb_cameras_are_known_by_product_and_port(tmp_path: Path) -> None:
    camera = tmp_path / "usb1" / "1-2"
    (camera / "1-2:1.0").mkdir(parents=True)
    (camera / "idVendor").write_text("046d\n")
    (camera / "idProduct").write_text("0825\n")
    entry = tmp_path / "class" / "video0"
    entry.mkdir(parents=True)
    (entry / "name").write_text("Booth Cam\n")
    (entry / "device").symlink_to(camera / "1-2:1.0")
    nodes = list_nodes(tmp_path / "class")
    assert nodes == (VideoNode("/dev/video0", "Booth Cam", "046d:0825", "1-2"),)
    assert find_node("046d:0825", nodes) == find_node("1-2", nodes) == nodes[0]


def test_only_the_first_node_of_a_camera_is_listed_and_equal_names_are_told_apart(tmp_path: Path) -> None:
    for number, index in ((0, "0"), (1, "1"), (2, "0"), (10, "0")):
        entry = tmp_path / f"video{number}"
        entry.mkdir()
        (entry / "index").write_text(index)
        (entry / "name").write_text("Other" if number == 10 else "Booth Cam")
    assert list_nodes(tmp_path) == (*NODES, VideoNode("/dev/video10", "Other"))


def test_addresses_tell_streams_from_films(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.touch()
    assert locate("http://127.0.0.1/").kind is AddressKind.STREAM
    assert locate(str(film)).kind is AddressKind.FILM
