"""Who is at the other end of the recorder's socket."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from capture.link import Launch
from capture.preview import PreviewWriter
from capture.wire import Hello, to_line
from kiosk.flow.facts import SyncNotMeasured


@pytest.fixture
def door() -> Iterator[socket.socket]:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as door:
        door.bind(str(Path(folder) / "recorder"))
        door.listen()
        yield door


def dialled(door: socket.socket, first: bytes) -> bool:
    """Whether whoever says this first is taken for the recorder."""
    preview = PreviewWriter()

    def answer() -> None:
        sock, _ = door.accept()
        with sock:
            socket.send_fds(sock, [first], [preview.handle])

    answering = threading.Thread(target=answer)
    answering.start()
    link = Launch(Path(door.getsockname())).dial()
    answering.join()
    preview.close()
    if link is not None:
        link.close()
    return link is not None


def test_who_says_its_number_is_the_recorder(door: socket.socket) -> None:
    assert dialled(door, to_line(Hello(os.getpid())))


@pytest.mark.parametrize("first", [to_line(SyncNotMeasured("no")), b"{", b"nothing\n"])
def test_who_does_not_say_its_number_is_none(door: socket.socket, first: bytes) -> None:
    assert not dialled(door, first)
