"""Programs are isolated by the kernel: where it lets nobody do that, there is nothing to test."""

import os
import shutil
import subprocess
from functools import cache

import pytest

_ISOLATE = ("--unshare-user", "--unshare-net", "--unshare-pid", "--ro-bind", "/", "/", "true")
_WITHOUT = "this container or chroot lets nobody make a user namespace; the station says so and runs nothing"


@cache
def _kernel_isolates() -> bool:
    """Whether the plainest sandbox there is can be made here, with nothing of ours in it."""
    bubblewrap = shutil.which("bwrap")
    if bubblewrap is None:
        return True  # a missing package is a failure, not a property of the machine
    return subprocess.run([bubblewrap, *_ISOLATE], capture_output=True, check=False).returncode == 0


@pytest.fixture(autouse=True)
def an_isolating_kernel(request: pytest.FixtureRequest) -> None:
    """Skip what needs isolation where there is none, but never in continuous integration."""
    needs = (
        request.path.name in ("test_sandbox.py", "test_judge.py", "test_local_judge.py")
        or "solution" in request.node.name
    )
    if needs and not os.environ.get("CI") and not _kernel_isolates():
        pytest.skip(_WITHOUT)
