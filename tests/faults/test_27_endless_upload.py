"""Bodies without end, or far too long: refused before they are read, and never held in memory."""

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from httpx2 import Client

from server.times import label
from tests.server.program import Program, serving
from tests.server.routes import Endpoint, endpoints
from tests.trouble.counts import often
from tests.trouble.figures import Tell

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

MIB = 1 << 20
BODY_BYTES = often(10 << 30, usually=128 * MIB)
MOST_GROWTH_BYTES = 64 * MIB


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with serving(tmp_path_factory.mktemp("endless")) as running:
        yield running


def send_until_refused(program: Program, head: str, most_bytes: int) -> tuple[str, int]:
    """What the server said, and how many bytes of a body it had been sent by then."""
    sent = 0
    with socket.create_connection(("127.0.0.1", program.port), timeout=10) as line:
        line.sendall(head.encode())
        line.settimeout(0.5)
        while sent < most_bytes:
            try:
                line.sendall(b"10000\r\n" + bytes(65536) + b"\r\n")
                sent += 65536
                line.setblocking(False)
                answer = line.recv(4096)
            except BlockingIOError:
                line.settimeout(0.5)
                continue
            except (TimeoutError, ConnectionError):
                line.settimeout(5)
                answer = line.recv(4096)
            return answer.decode("latin-1").partition("\r\n")[0], sent
    return "nothing", sent


def head(method: str, path: str, length: str, program: Program) -> str:
    key = program.headers["Authorization"]
    return f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: {key}\r\n{length}\r\n\r\n"


TAKING = [one for one in endpoints() if one.method in ("POST", "PUT", "PATCH")]


@pytest.mark.parametrize("one", TAKING, ids=str)
def test_a_body_without_an_end_is_not_read(program: Program, one: Endpoint, tell: Tell) -> None:
    asked = head(one.method, one.address(), "Transfer-Encoding: chunked", program)
    said, sent = send_until_refused(program, asked, 8 * MIB)
    assert said.startswith("HTTP/1.1 411")
    assert sent <= 4 * MIB
    tell(27, "MiB taken of a body without an end", "≤ 4", sent / MIB)


@pytest.mark.parametrize("one", TAKING, ids=str)
def test_a_body_of_ten_gibibytes_is_refused_before_it_comes(
    program: Program, one: Endpoint, tell: Tell
) -> None:
    if one.path != "/api/interview/recording/save":
        asked = head(one.method, one.address(), f"Content-Length: {10 << 30}", program)
        said, sent = send_until_refused(program, asked, 8 * MIB)
        assert said.startswith("HTTP/1.1 413")
        assert sent <= 4 * MIB
        tell(27, "MiB taken of a body of 10 GiB", "≤ 4", sent / MIB)


def zeros(length: int) -> Iterator[bytes]:
    yield b"\0\0\0\x0cftypisom" + bytes(MIB - 12)
    for _ in range(length // MIB - 1):
        yield bytes(MIB)


def test_a_long_recording_is_not_held_in_memory(program: Program, tell: Tell) -> None:
    before, highest = program.memory_bytes(), 0

    def watched() -> Iterator[bytes]:
        nonlocal highest
        for data in zeros(BODY_BYTES):
            yield data
            highest = max(highest, program.memory_bytes())

    with Client(base_url=program.address, headers=program.headers, timeout=300) as client:
        when = [label(datetime.now(UTC) + timedelta(days=days)) for days in (-1, 1)]
        invited = client.post(
            "/api/v1/invitations",
            json={
                "candidate_name": "Candidate One",
                "pack_id": "general",
                "valid_from": when[0],
                "valid_until": when[1],
            },
        ).json()
        started = client.post("/api/interview/session/start", json={"interview_token": invited["code"]})
        query: dict[str, str | int] = {
            "session_id": started.json()["session_id"],
            "duration": 60,
            "file_size": BODY_BYTES,
            "recorded_at": when[0],
            "filename": "long.mp4",
        }
        length = {"Content-Length": str(BODY_BYTES)}
        answer = client.post("/api/interview/recording/save", params=query, content=watched(), headers=length)
    assert answer.status_code == 200, answer.text
    assert highest - before <= MOST_GROWTH_BYTES
    size = f"{BODY_BYTES / (1 << 30):.3g} GiB"
    tell(27, f"memory while {size} of a recording came, MiB more", "≤ 64", (highest - before) / MIB)


def test_what_is_left_of_a_broken_upload_is_removed(program: Program) -> None:
    spool = next(Path(p.path).parent for p in program.process.open_files() if p.path.endswith("server.db"))
    asked = head("POST", "/api/v1/packs", f"Content-Length: {MIB}", program)
    with socket.create_connection(("127.0.0.1", program.port), timeout=10) as line:
        line.sendall(asked.encode() + bytes(1000))
    for _ in range(100):
        left = list((spool / "objects/spool").iterdir())
        if not left:
            break
        time.sleep(0.05)
    assert left == []
