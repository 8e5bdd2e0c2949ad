"""One bundle, made once; every test gets a copy of its own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.station import Storage, open_station
from tests.exports import judged_interview, laid_out, ordered, placed, plain_interview


@dataclass(frozen=True, slots=True)
class Made:
    """A station with two interviews, and the bundle of both."""

    storage: Storage
    bag: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    folder = tmp_path_factory.mktemp("made")
    storage = open_station(folder / "data")
    both = ordered(judged_interview(storage), plain_interview(storage))
    yield Made(storage, placed(laid_out(storage, both, folder / "made"), folder / "bag"))
    storage.close()


@pytest.fixture
def bag(made: Made, tmp_path: Path) -> Path:
    """Two interviews, everything of them."""
    return Path(shutil.copytree(made.bag, tmp_path / "bag"))
