"""One client at the recorder's door. Never blocks: what it does not read waits, up to a limit."""

import socket

from capture.wire import Hello, LineReader, News, to_line

_PATIENT_BYTES = 1 << 20


class Connection:
    """Owned by the door's thread."""

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self.sock = sock
        self.lost = False
        """The client is gone or hopeless."""
        self._lines = LineReader()
        self._waiting = bytearray()

    def receive(self) -> list[bytes]:
        """The lines that have come. Raises ``ValueError`` for one without an end."""
        try:
            data = self.sock.recv(65536)
        except BlockingIOError:
            return []
        except OSError:
            data = b""
        self.lost = self.lost or not data
        return self._lines.feed(data)

    def send_with_handle(self, hello: Hello, handle: int) -> None:
        """The first line, with the preview's memory."""
        try:
            socket.send_fds(self.sock, [to_line(hello)], [handle])
        except OSError:
            self.lost = True

    def send(self, news: News) -> None:
        """Something the client must hear."""
        self._waiting += to_line(news)
        self._push()
        self.lost = self.lost or len(self._waiting) > _PATIENT_BYTES

    def offer(self, news: News) -> None:
        """Something that is left out when the client is behind."""
        self._push()
        if not self._waiting:
            self.send(news)

    def _push(self) -> None:
        try:
            while self._waiting and not self.lost:
                del self._waiting[: self.sock.send(self._waiting)]
        except BlockingIOError:
            return
        except OSError:
            self.lost = True
