"""Running the server: uvicorn, with deadlines of our own for those who are slow with their headers."""

import asyncio
import socket
from collections.abc import Callable
from typing import Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from server.app import create_app
from server.errors import SetupError
from server.house import House

HEADERS_S = 10.0
KEEP_ALIVE_S = 30
MOST_CONNECTIONS = 4096
_SHUTDOWN_S = 10


class DeadlineProtocol(H11Protocol):
    """A connection whose request head is not complete in time is closed."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """A client connected: its head is due."""
        super().connection_made(transport)
        self._await_head()

    def data_received(self, data: bytes) -> None:
        """Bytes came; perhaps a whole head was among them."""
        if self._deadline is None and self._idle():
            self._await_head()
        super().data_received(data)
        if not self._idle():
            self._forget()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """From here on the WebSocket has deadlines of its own."""
        self._forget()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """The client is gone."""
        self._forget()
        super().connection_lost(exc)

    def _await_head(self) -> None:
        self._deadline = asyncio.get_running_loop().call_later(HEADERS_S, self._too_slow)

    def _too_slow(self) -> None:
        self._deadline = None
        if self._idle():
            self.transport.close()

    def _idle(self) -> bool:
        """Whether no request is being answered."""
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is None or cycle.response_complete

    def _forget(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


def server_for(house: House) -> uvicorn.Server:
    """A server that is ready to ``run()``."""
    return uvicorn.Server(
        uvicorn.Config(
            create_app(house),
            host=house.settings.host,
            port=house.settings.port,
            http=DeadlineProtocol,
            ws="websockets-sansio",
            ws_max_size=128 << 10,
            ws_ping_interval=20,
            ws_ping_timeout=20,
            timeout_keep_alive=KEEP_ALIVE_S,
            timeout_graceful_shutdown=_SHUTDOWN_S,
            limit_concurrency=MOST_CONNECTIONS,
            server_header=False,
            log_config=None,
            access_log=False,
            forwarded_allow_ips=house.settings.proxies,
        )
    )


def run(house: House, ready: Callable[[str], None]) -> None:
    """Serve until a signal ends it; ``ready`` hears the address first. Raises ``SetupError``."""
    settings = house.settings
    with _listening(settings.host, settings.port) as listener:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        ready(settings.public_url or f"http://{host}:{listener.getsockname()[1]}")
        server_for(house).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise SetupError(f"cannot listen at {host} port {port}: {error.strerror}") from error
