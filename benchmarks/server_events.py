"""What a server bears: `python -m benchmarks.server_events [STATIONS] [SECONDS]`.

The program that ships, as its own process, on PostgreSQL and a folder, over loopback, through the real
protocol: every request and handshake signed, every chain checked. First events in batches of 500, then
pieces of 4 MiB, then STATIONS sockets that send a state every two seconds, each followed by a ping whose
answer is timed: it tells how long the server is busy with something else, not when the state is in the table.
The processor time is the server's own; PostgreSQL's and that of the stations here come on top.
"""

import asyncio
import json
import os
import secrets
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from httpx2 import Client
from websockets.asyncio.client import connect

from kiosk.wire.live import INTERVAL_S, LiveState, Scene
from kiosk.wire.message import PATH
from tests.postgresql import running_postgresql
from tests.server.booth import WALL, FakeStation
from tests.server.program import Program, serving

SENDERS, BATCHES, ENTRIES = 8, 10, 500
PIECES, PIECE_BYTES = 64, 4 << 20
PATIENCE_S = 60.0
BODY = json.dumps({"question": "q1", "text": "x" * 120})
NO_LIMITS = {"KIOSK_SERVER_LOGINS_PER_MINUTE": "1000000", "KIOSK_SERVER_REQUESTS_PER_MINUTE": "1000000"}


def enrol(program: Program, count: int) -> list[FakeStation]:
    """Stations that the server knows, with one client."""
    client = Client(base_url=program.address, timeout=PATIENCE_S)
    stations = [FakeStation(client) for _ in range(count)]
    for station in stations:
        made = client.post("/api/v1/enrolment-codes", json={}, headers=program.headers).raise_for_status()
        station.enrol(made.json()["code"]).raise_for_status()
    return stations


def cpu_s(program: Program) -> float:
    """Processor time of the server so far."""
    spent = program.process.cpu_times()
    return spent.user + spent.system


def events(program: Program) -> str:
    """Journals of some stations at once."""
    stations = enrol(program, SENDERS)
    batches = [[station.happen(ENTRIES, body=BODY) for _ in range(BATCHES)] for station in stations]
    count, began, spent = SENDERS * BATCHES * ENTRIES, time.monotonic(), cpu_s(program)

    def send(number: int) -> None:
        for batch in batches[number]:
            stations[number].send(batch).raise_for_status()

    with ThreadPoolExecutor(SENDERS) as pool:
        list(pool.map(send, range(SENDERS)))
    took = time.monotonic() - began
    each_us = (cpu_s(program) - spent) / count * 1e6
    rate = f"{count} events of {SENDERS} stations in {took:.1f} s: {count / took:.0f}/s"
    return f"{rate}, {each_us:.0f} µs of processor each"


def pieces(program: Program) -> str:
    """One station's recording, piece by piece."""
    (station,), session = enrol(program, 1), secrets.token_hex(16)
    station.tell(session).raise_for_status()
    held, began, spent = program.memory_bytes(), time.monotonic(), cpu_s(program)
    for _ in range(PIECES):
        station.bring(session, os.urandom(PIECE_BYTES)).raise_for_status()
    took, gib = time.monotonic() - began, PIECES * PIECE_BYTES / (1 << 30)
    grown = (program.memory_bytes() - held) / (1 << 20)
    cost = (cpu_s(program) - spent) / gib
    rate = f"{gib:.2f} GiB in {took:.1f} s: {gib * 1024 / took:.0f} MiB/s"
    return f"{rate}, {cost:.1f} s of processor a GiB, memory {grown:+.0f} MiB"


async def beat(station: FakeStation, address: str, until: float, waits: list[float]) -> None:
    """One station's socket."""
    await asyncio.sleep(secrets.randbelow(2000) / 1000)
    headers = station.headers("GET", f"{PATH}/live")
    state = LiveState(time=WALL, scene=Scene.IN_PROGRESS, recording=True).model_dump_json()
    async with connect(address, additional_headers=headers, open_timeout=PATIENCE_S) as socket:
        while time.monotonic() < until:
            began = time.monotonic()
            await socket.send(state)
            await (await socket.ping())
            waits.append(time.monotonic() - began)
            await asyncio.sleep(max(0.0, INTERVAL_S - (time.monotonic() - began)))


def heartbeats(program: Program, count: int, seconds: float) -> str:
    """All stations at once."""
    stations, waits = enrol(program, count), list[float]()
    address = program.address.replace("http", "ws", 1) + f"{PATH}/live"
    spent = cpu_s(program)

    async def all_of_them() -> None:
        until = time.monotonic() + seconds
        await asyncio.gather(*(beat(station, address, until, waits) for station in stations))

    asyncio.run(all_of_them())
    p95_ms = statistics.quantiles(waits, n=20)[-1] * 1000
    each_ms = (cpu_s(program) - spent) / len(waits) * 1000
    return (
        f"{count} stations, {len(waits)} states: answered after {statistics.median(waits) * 1000:.0f} ms, "
        f"p95 {p95_ms:.0f} ms; {each_ms:.2f} ms of processor each, handshakes included"
    )


def main() -> None:
    """Print a line for each."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 30.0
    with running_postgresql() as url, tempfile.TemporaryDirectory() as folder:
        os.environ.update(NO_LIMITS, KIOSK_SERVER_DATABASE=url)
        with serving(Path(folder)) as program:
            print("load", *os.getloadavg())
            print(events(program), flush=True)
            print(pieces(program), flush=True)
            print(heartbeats(program, count, seconds), flush=True)


if __name__ == "__main__":
    main()
