"""Every file of tests has a booth of its own, on a disk above the one with the installed package."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.booth.guest import Guest, switched_on
from tests.booth.images import installed


@pytest.fixture(scope="session")
def installed_disk() -> Path:
    """The disk with the package on it, made when it is out of date."""
    return installed()


@pytest.fixture(scope="module")
def guest(installed_disk: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Guest]:
    """A booth that was switched on."""
    with switched_on(tmp_path_factory.mktemp("booth"), installed_disk) as guest:
        yield guest
