"""Clients that send a byte now and then: they are let go, and nobody else waits because of them."""

import selectors
import socket
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from httpx2 import Client

from tests.server.program import Program, serving
from tests.trouble.counts import often
from tests.trouble.figures import Tell

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

FULL = often(1, usually=0) == 1
DRIPPERS = often(200, usually=60)
HEADERS_WITHIN_S, BODY_WITHIN_S = 15.0, 60.0
MOST_SLOWER = 1.5 if FULL else 5.0
"""On a machine that does other things too, a percentile of a short run says little."""
HEALTHY = often(200, usually=40)

HEAD = b"POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nX-Slow: "
BODY = b"POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with serving(tmp_path) as running:
        yield running


@dataclass
class Drippers:
    """Sockets that send their beginning, and then a byte every half second."""

    port: int
    began: float = 0.0
    closed_s: dict[str, list[float]] = field(default_factory=lambda: {"head": [], "body": []})
    _ending: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Until all are closed or it is enough."""
        selector = selectors.DefaultSelector()
        self.began = time.monotonic()
        for number in range(DRIPPERS):
            kind = "head" if number % 2 else "body"
            line = socket.create_connection(("127.0.0.1", self.port), timeout=5)
            line.sendall(HEAD if kind == "head" else BODY)
            line.setblocking(False)
            selector.register(line, selectors.EVENT_READ, kind)
        while selector.get_map() and not self._ending.is_set():
            for key, _ in selector.select(0.5):
                self._read(selector, key)
            for key in list(selector.get_map().values()):
                self._drip(selector, key)
        for key in list(selector.get_map().values()):
            self._drop(selector, key)
        selector.close()

    def _read(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        assert isinstance(key.fileobj, socket.socket)
        try:
            open_still = bool(key.fileobj.recv(4096))
        except ConnectionError:
            open_still = False
        if not open_still:
            self.closed_s[key.data].append(time.monotonic() - self.began)
            self._drop(selector, key)

    def _drip(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        assert isinstance(key.fileobj, socket.socket)
        try:
            key.fileobj.send(b"x")
        except ConnectionError:
            self.closed_s[key.data].append(time.monotonic() - self.began)
            self._drop(selector, key)

    def _drop(self, selector: selectors.BaseSelector, key: selectors.SelectorKey) -> None:
        selector.unregister(key.fileobj)
        assert isinstance(key.fileobj, socket.socket)
        key.fileobj.close()

    @contextmanager
    def dripping(self) -> Iterator[threading.Thread]:
        """In a thread of their own."""
        thread = threading.Thread(target=self.run, name="drippers")
        thread.start()
        try:
            yield thread
        finally:
            self._ending.set()
            thread.join()


def p95_s(program: Program) -> float:
    """How long somebody who is not slow waits for an answer."""
    took = []
    with Client(base_url=program.address, headers=program.headers) as client:
        for _ in range(HEALTHY):
            began = time.monotonic()
            assert client.get("/api/v1/sessions").status_code == 200
            took.append(time.monotonic() - began)
    return statistics.quantiles(took, n=20)[-1]


def test_the_slow_are_let_go_and_the_others_do_not_wait(program: Program, tell: Tell) -> None:
    p95_s(program)
    alone_s = p95_s(program)
    drippers = Drippers(program.port)
    with drippers.dripping() as thread:
        time.sleep(2)
        beside_s = p95_s(program)
        thread.join(BODY_WITHIN_S)
    head_s, body_s = drippers.closed_s["head"], drippers.closed_s["body"]
    assert len(head_s) == len(body_s) == DRIPPERS // 2
    assert max(head_s) <= HEADERS_WITHIN_S
    assert max(body_s) <= BODY_WITHIN_S
    assert beside_s <= MOST_SLOWER * max(alone_s, 0.002)
    tell(16, f"{DRIPPERS} slow clients: let go, head, s", "≤ 15", *head_s)
    tell(16, f"{DRIPPERS} slow clients: let go, body, s", "≤ 60", *body_s)
    tell(16, "others' p95, times what it is alone", "≤ 1.5", beside_s / max(alone_s, 0.002))
