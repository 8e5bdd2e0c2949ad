"""Another program that wants to be told: a real HTTP server on loopback."""

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Received:
    """One request that came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def message(self) -> Any:
        return json.loads(self.body)


@dataclass
class Receiver:
    """What came, and what is answered: one status after the other, the last one for ever."""

    address: str
    answers: list[int]
    headers: dict[str, str] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)


@contextmanager
def receiving(*answers: int, tls: ssl.SSLContext | None = None, **headers: str) -> Iterator[Receiver]:
    """Listen until the block is left."""

    class Handler(BaseHTTPRequestHandler):
        def _take(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            said = {name.lower(): value for name, value in self.headers.items()}
            receiver.received.append(Received(self.command, self.path, said, body))
            self.send_response(receiver.answers.pop(0) if len(receiver.answers) > 1 else receiver.answers[0])
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_PATCH = _take  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        host = "https://localhost" if tls else "http://127.0.0.1"
        address = f"{host}:{listening.server_address[1]}"
        receiver = Receiver(address, list(answers) or [200], headers)
        if tls:
            listening.socket = tls.wrap_socket(listening.socket, server_side=True)
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield receiver
        finally:
            listening.shutdown()
            thread.join()
