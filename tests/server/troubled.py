"""A real line with trouble on it: a proxy between station and server that fails, cuts, flips, records."""

import http.client
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Trouble(Enum):
    NONE = auto()
    LOST = auto()
    """The request never arrives: 502."""
    ANSWER_LOST = auto()
    """It arrives and is done, and the answer is 500."""
    CUT = auto()
    """The connection ends in the middle of the body."""
    FLIPPED = auto()
    """One bit of the body is another."""


Choose = Callable[[str, int], Trouble]
"""By path and length of the body."""


class TroubledLine(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self, upstream: str, choose: Choose) -> None:
        super().__init__(("127.0.0.1", 0), _Relay)
        self.upstream = urlsplit(upstream).netloc
        self.choose = choose
        self.met: list[Trouble] = []
        self.body_bytes = 0
        self.recorded: list[tuple[str, str, bytes, dict[str, str]]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def forward(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes, str]:
        connection = http.client.HTTPConnection(self.upstream, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers.get("Content-Type", "")
        finally:
            connection.close()


class _Relay(BaseHTTPRequestHandler):
    server: TroubledLine
    timeout = 10

    def _relay(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        trouble = self.server.choose(self.path, length)
        self.server.met.append(trouble)
        body = self.rfile.read(length // 2 if trouble is Trouble.CUT else length)
        self.server.body_bytes += len(body)
        self.close_connection = True
        if trouble is Trouble.CUT:
            return
        if trouble is Trouble.LOST:
            self.send_error(502)
            return
        if trouble is Trouble.FLIPPED:
            body = bytes([body[0] ^ 1]) + body[1:]
        headers = {name: value for name, value in self.headers.items() if name != "Connection"}
        self.server.recorded.append((self.command, self.path, body, headers))
        status, said, kind = self.server.forward(self.command, self.path, body, headers)
        if trouble is Trouble.ANSWER_LOST:
            self.send_error(500)
            return
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    do_GET = do_POST = do_PUT = _relay  # noqa: N815 - the standard library's names

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def troubled(upstream: str, choose: Choose = lambda _path, _length: Trouble.NONE) -> Iterator[TroubledLine]:
    """Give a line to the server at ``upstream`` with the trouble that ``choose`` wants."""
    line = TroubledLine(upstream, choose)
    thread = threading.Thread(target=line.serve_forever, kwargs={"poll_interval": 0.02}, name="line")
    thread.start()
    try:
        yield line
    finally:
        line.shutdown()
        thread.join()
        line.server_close()
