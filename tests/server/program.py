"""The server as the program that ships: its own process, whose memory can be measured."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from httpx2 import Client

MAIN = Path(__file__).parents[2] / "main.py"
_READY_S = 30.0


@dataclass(frozen=True, slots=True)
class Program:
    """A running server and somebody who may do everything."""

    address: str
    headers: dict[str, str]
    process: psutil.Process
    password: str
    """Of the first account, “admin”."""

    @property
    def port(self) -> int:
        """Where it listens, at 127.0.0.1."""
        return int(self.address.rpartition(":")[2])

    def memory_bytes(self) -> int:
        """What it holds now."""
        return int(self.process.memory_info().rss)


@contextmanager
def serving(data: Path, *options: str) -> Iterator[Program]:
    """Start it on an empty data folder, sign the first account in and make it a token."""
    command = [sys.executable, str(MAIN), "serve", "--data", str(data), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            address, password = _told(process)
            yield Program(address, _token(address, password), psutil.Process(process.pid), password)
        finally:
            process.terminate()
            process.wait(20)


def _told(process: "subprocess.Popen[str]") -> tuple[str, str]:
    assert process.stdout is not None
    text, deadline = "", time.monotonic() + _READY_S
    while "http://" not in text and time.monotonic() < deadline:
        text += process.stdout.readline()
    address = re.search(r"http://[\w.:]+", text)
    password = re.search(r"password “([^”]+)”", text)
    assert address, text
    assert password, text
    return address[0], password[1]


def _token(address: str, password: str) -> dict[str, str]:
    with Client(base_url=address) as client:
        signed_in = client.post("/api/v1/sign-in", json={"login": "admin", "password": password}).json()
        made = client.post(
            "/api/v1/tokens",
            json={"label": "test", "roles": signed_in["roles"]},
            headers={"X-CSRF-Token": signed_in["csrf"]},
        )
        return {"Authorization": f"Bearer {made.json()['token']}"}
