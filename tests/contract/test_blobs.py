"""Every object store keeps, reads in stretches and removes alike."""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from server.blobs.folder import FolderBlobs
from server.blobs.s3 import S3Blobs
from server.blobs.store import BlobError, BlobMissingError, Blobs, chunk_key, file_key, pack_key, piece_key
from server.errors import SetupError
from server.files.assembly import Assembly
from server.house import build
from server.settings import ServerSettings

SESSION, SHA = "a" * 32, "b" * 64
KEY = file_key(SESSION, SHA)
BIG = bytes(range(256)) * (17 << 12)
"""17 MiB: more than one part of an upload."""


@pytest.fixture(scope="module", autouse=True)
def s3() -> Iterator[str]:
    """Give the address of an S3 server with the bucket ``kiosk``."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("AWS_ACCESS_KEY_ID", "test")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "test")
        client = boto3.client("s3", endpoint_url=address, region_name="us-east-1")
        client.create_bucket(Bucket="kiosk")
        client.close()
        yield address
    server.stop()


@pytest.fixture(params=["folder", "s3"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Blobs]:
    """Give one store, then the other."""
    if request.param == "folder":
        yield FolderBlobs(tmp_path / "objects")
        return
    store = S3Blobs(tmp_path, "kiosk", "prefix", request.getfixturevalue("s3"))
    yield store
    store.remove_below("files")
    store.close()


def put(blobs: Blobs, key: str, data: bytes) -> None:
    file = blobs.spool / "incoming"
    file.write_bytes(data)
    blobs.take(key, file)
    assert not file.exists()


@pytest.mark.parametrize("key", [KEY, piece_key(SESSION, SHA), chunk_key(SESSION, 3, SHA), pack_key(SHA)])
def test_what_is_taken_can_be_read(blobs: Blobs, key: str) -> None:
    put(blobs, key, b"0123456789")
    assert blobs.size(key) == 10
    assert b"".join(blobs.read(key)) == b"0123456789"
    assert b"".join(blobs.read(key, 3)) == b"3456789"
    assert b"".join(blobs.read(key, 3, 4)) == b"3456"
    assert b"".join(blobs.read(key, 3, 0)) == b""
    blobs.remove(key)
    assert blobs.size(key) is None


def test_sessions_are_found_by_what_they_have(blobs: Blobs) -> None:
    assert blobs.sessions_below("pieces") == []
    for session in ("b" * 32, SESSION):
        put(blobs, piece_key(session, SHA), b"1")
        put(blobs, piece_key(session, "c" * 64), b"2")
    assert blobs.sessions_below("pieces") == [SESSION, "b" * 32]
    for session in ("b" * 32, SESSION):
        blobs.remove_below(f"pieces/{session}")
    assert blobs.sessions_below("pieces") == []


def test_a_long_object_comes_in_bounded_portions(blobs: Blobs) -> None:
    put(blobs, KEY, BIG)
    portions = list(blobs.read(KEY))
    assert b"".join(portions) == BIG
    assert max(map(len, portions)) <= 256 << 10


def test_what_is_not_there_is_said_so(blobs: Blobs) -> None:
    with pytest.raises(BlobMissingError):
        list(blobs.read(KEY))
    blobs.remove(KEY)
    assert blobs.remove_below(f"files/{SESSION}") == 0


def test_everything_of_a_session_goes_and_nothing_else(blobs: Blobs) -> None:
    other = file_key("c" * 32, SHA)
    for key in (KEY, file_key(SESSION, "d" * 64), other):
        put(blobs, key, b"x")
    assert blobs.remove_below(f"files/{SESSION}") == 2
    assert (blobs.size(KEY), blobs.size(other)) == (None, 1)


def test_a_store_that_refuses_is_trouble_of_the_world(s3: str, tmp_path: Path) -> None:
    store = S3Blobs(tmp_path, "no-such-bucket", "", s3)
    with pytest.raises(BlobError):
        put(store, KEY, b"x")
    store.close()


@pytest.mark.parametrize("key", ["../x", "files/../x", "files/..", "/etc/passwd", "files/A", "files//a", ""])
def test_a_key_leads_nowhere_else(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        FolderBlobs(tmp_path / "objects").size(key)


def test_a_server_stands_on_s3(s3: str, tmp_path: Path) -> None:
    house = build(ServerSettings(objects="s3://kiosk/here", s3_endpoint=s3), tmp_path / "server")
    put(house.blobs, KEY, b"kept")
    assert b"".join(house.blobs.read(KEY)) == b"kept"
    assert Assembly(house.database, house.blobs).scrub() == 0
    house.close()


@pytest.mark.parametrize("objects", ["", "s3://kiosk/here"])
def test_what_a_crash_left_half_received_is_gone_at_the_next_start(
    s3: str, tmp_path: Path, objects: str
) -> None:
    settings = ServerSettings(objects=objects, s3_endpoint=s3, scratch=str(tmp_path / "scratch"))
    for _ in range(2):
        house = build(settings, tmp_path / "server")
        assert tmp_path in house.blobs.spool.parents, "in the server's own folders"
        assert house.blobs.spool.stat().st_mode & 0o077 == 0
        assert list(house.blobs.spool.iterdir()) == []
        (house.blobs.spool / "half").write_bytes(b"half a face")
        house.close()


def test_a_spool_that_cannot_be_made_is_said_at_the_start(s3: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"")
    settings = ServerSettings(objects="s3://kiosk", s3_endpoint=s3, scratch=str(tmp_path / "taken"))
    with pytest.raises(SetupError):
        build(settings, tmp_path / "server")
