"""A server that really listens, in a thread of the test."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from server.house import House
from server.serving import server_for


@contextmanager
def listening(house: House, port: int = 0) -> Iterator[str]:
    """Give the address of a running server."""
    with socket.create_server(("127.0.0.1", port)) as listener:
        server = server_for(house)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="server")
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
