"""What holds for every test: no display needed, nothing leaked, the user's own files untouched."""

import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")

_OPEN_FILES = Path("/proc/self/fd")
_LETTING_GO_S = 3.0

_SHARED = (
    "anon_inode:[eventfd]",  # Qt wakes the event dispatcher of its one application through these
    "/dev/urandom",
)


def _open_files() -> set[str]:
    """Name what is open, as ``number target``."""
    found = set()
    for entry in list(_OPEN_FILES.iterdir()):
        try:
            target = str(entry.readlink())
        except FileNotFoundError:  # the listing's own descriptor
            continue
        if target not in _SHARED:
            found.add(f"{entry.name} {target}")
    return found


def _held() -> set[str]:
    """Name every thread, child process and open file of this process."""
    threads = {f"thread {thread.ident} {thread.name}" for thread in threading.enumerate()}
    children = {f"process {child.pid}" for child in psutil.Process().children(recursive=True)}
    return threads | children | {f"file {name}" for name in _open_files()}


@pytest.fixture(autouse=True, scope="session")
def a_home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let nothing reach the data and settings that the user of this computer keeps."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            environment.setenv(name, str(home / name.lower()))
        yield


@pytest.fixture(autouse=True)
def nothing_is_leaked() -> Iterator[None]:
    """Fail the test that leaves a thread, a child process or an open file behind."""
    before = _held()
    yield
    deadline = time.monotonic() + _LETTING_GO_S
    while (left := _held() - before) and time.monotonic() < deadline:
        gc.collect()
        time.sleep(0.1)
    assert not left, f"leaked: {', '.join(sorted(left))}"
