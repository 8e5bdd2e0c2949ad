"""A station's memory in a temporary folder, and an interview that writes into it as the engine does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.station import Storage, open_station
from tests.interviews import Interview


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    opened = open_station(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def interview(storage: Storage) -> Interview:
    return Interview(storage.journal)
