"""A long upload beside nginx's plain PUT: `python -m benchmarks.server_upload [GIB] [ROUNDS]`.

The same client sends the same bytes over loopback to both, in turns, and both write them to the same disk:
nginx (one worker, no TLS) by PUT into a folder; the server that ships (SQLite and a folder), which hashes and
syncs them, once as a whole recording of another program and once in a station's signed pieces of 8 MiB. The
client hashes and signs before the clock runs. Without nginx there is nothing to compare with, and it says so.
"""

import os
import secrets
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from httpx2 import Client

from kiosk.wire.message import PATH
from server.times import label
from tests.server.booth import FakeStation, sha256
from tests.server.program import Program, serving

MIB = 1 << 20
PIECE_BYTES = 8 * MIB
BLOCK_BYTES = 256 << 10
AIM = 0.6
NO_LIMITS = {"KIOSK_SERVER_LOGINS_PER_MINUTE": "1000000", "KIOSK_SERVER_REQUESTS_PER_MINUTE": "1000000"}
_NGINX = """daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 1;
events {{}}
http {{
    access_log off; client_body_temp_path {folder}/half; client_max_body_size 0;
    proxy_temp_path {folder}/t1; fastcgi_temp_path {folder}/t2; uwsgi_temp_path {folder}/t3;
    scgi_temp_path {folder}/t4;
    server {{ listen 127.0.0.1:{port}; root {folder}/kept; location / {{ dav_methods PUT; }} }}
}}
"""


def pieces_of(count: int) -> list[bytes]:
    """Pieces that differ, of bytes that nobody can pack."""
    noise = os.urandom(PIECE_BYTES - 8)
    return [number.to_bytes(8, "big") + noise for number in range(count)]


def blocks_of(pieces: list[bytes]) -> Iterator[bytes]:
    """One body of all of them, which begins as an MP4 does."""
    yield b"\0\0\0\x0cftypisom" + pieces[0][12:BLOCK_BYTES]
    for number, piece in enumerate(pieces):
        for start in range(0 if number else BLOCK_BYTES, len(piece), BLOCK_BYTES):
            yield piece[start : start + BLOCK_BYTES]


@contextmanager
def nginx(program: str, folder: Path) -> Iterator[str]:
    """Run it on a port of loopback; its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (folder / "kept").mkdir(parents=True)
    folder.chmod(0o777)
    (folder / "kept").chmod(0o777)
    settings = folder / "nginx.conf"
    settings.write_text(_NGINX.format(folder=folder, port=port))
    with subprocess.Popen([program, "-p", str(folder), "-c", str(settings)]) as process:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as knocking:
            if knocking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("nginx does not listen; see its error.log")


def put(client: Client, pieces: list[bytes]) -> None:
    """All in one body, as nginx takes it."""
    name = f"/{secrets.token_hex(8)}"
    length = {"Content-Length": str(sum(map(len, pieces)))}
    client.put(name, content=blocks_of(pieces), headers=length).raise_for_status()


def put_pieces(client: Client, pieces: list[bytes]) -> None:
    """Each in a body of its own."""
    for piece in pieces:
        client.put(f"/{secrets.token_hex(8)}", content=piece).raise_for_status()


def whole(client: Client, pieces: list[bytes]) -> Callable[[], None]:
    """What sends them as another program's recording."""
    walls = [label(datetime.now(UTC) + timedelta(days=days)) for days in (-1, 1)]
    invited = client.post(
        "/api/v1/invitations",
        json={"candidate_name": "X", "pack_id": "general", "valid_from": walls[0], "valid_until": walls[1]},
    ).raise_for_status()
    started = client.post("/api/interview/session/start", json={"interview_token": invited.json()["code"]})
    size = sum(map(len, pieces))
    query = {
        "session_id": started.raise_for_status().json()["session_id"],
        "duration": "60",
        "file_size": str(size),
        "recorded_at": walls[0],
        "filename": "long.mp4",
    }
    length = {"Content-Length": str(size)}

    def send() -> None:
        path = "/api/interview/recording/save"
        client.post(path, params=query, content=blocks_of(pieces), headers=length).raise_for_status()

    return send


def in_pieces(program: Program, client: Client, pieces: list[bytes]) -> Callable[[], None]:
    """What sends them as a station does, but for announcing the file."""
    made = client.post("/api/v1/enrolment-codes", json={}).raise_for_status()
    station, session = FakeStation(Client(base_url=program.address, timeout=300)), secrets.token_hex(16)
    station.enrol(made.json()["code"]).raise_for_status()
    station.tell(session, candidate_id=secrets.token_hex(16)).raise_for_status()
    targets = [f"{PATH}/sessions/{session}/pieces/{sha256(piece)}" for piece in pieces]
    signed = [station.headers("PUT", target, piece) for target, piece in zip(targets, pieces, strict=True)]

    def send() -> None:
        for target, piece, headers in zip(targets, pieces, signed, strict=True):
            station.client.put(target, content=piece, headers=headers).raise_for_status()

    return send


def rate(send: Callable[[], None], size: int) -> float:
    """MiB a second; what was written before is on the disk, and does not count."""
    os.sync()
    began = time.monotonic()
    send()
    return size / MIB / (time.monotonic() - began)


def main(gib: float, rounds: int) -> None:
    """Print the median of each, and what share of nginx's it is."""
    binary = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if binary is None:
        print("nginx is not installed (Debian package nginx), so there is nothing to compare with")
        return
    pieces = pieces_of(round(gib * (1 << 30)) // PIECE_BYTES)
    size = len(pieces) * PIECE_BYTES
    os.environ.update(NO_LIMITS)
    found: dict[str, list[float]] = {"nginx": [], "nginx, pieces": [], "whole": [], "pieces": []}
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        place = Path(folder)
        place.chmod(0o755)
        with nginx(binary, place / "nginx") as address, serving(place / "server") as program:
            plain = Client(base_url=address, timeout=300)
            ours = Client(base_url=program.address, headers=program.headers, timeout=300)
            print("load", *os.getloadavg())
            held = program.memory_bytes()
            for _ in range(rounds):
                found["nginx"].append(rate(lambda: put(plain, pieces), size))
                found["whole"].append(rate(whole(ours, pieces), size))
                found["nginx, pieces"].append(rate(lambda: put_pieces(plain, pieces), size))
                found["pieces"].append(rate(in_pieces(program, ours, pieces), size))
                for kept in (
                    place / "nginx/kept",
                    place / "server/objects/files",
                    place / "server/objects/pieces",
                ):
                    for file in [path for path in kept.rglob("*") if path.is_file()]:
                        file.unlink()
            grown = (program.memory_bytes() - held) / MIB
    for name, beside in (("whole", "nginx"), ("pieces", "nginx, pieces")):
        mine, theirs = statistics.median(found[name]), statistics.median(found[beside])
        verdict = "as aimed" if mine >= AIM * theirs else f"less than {AIM:.0%}"
        print(f"{name}: {mine:.0f} MiB/s beside nginx's {theirs:.0f}: {mine / theirs:.0%}, {verdict}")
    print(f"memory of the server after {rounds} rounds: {grown:+.0f} MiB")


if __name__ == "__main__":
    main(
        float(sys.argv[1]) if len(sys.argv) > 1 else 1.0,
        int(sys.argv[2]) if len(sys.argv) > 2 else 3,
    )
