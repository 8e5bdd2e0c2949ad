"""A screen nobody sees, for machines without one."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

STOP_PATIENCE_S = 5.0


class NoDisplayError(Exception):
    """There is no display and none can be made."""


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


@contextmanager
def some_display(width: int, height: int) -> Iterator[None]:
    """The display there is, or a virtual one for as long as the block lasts. Raises ``NoDisplayError``."""
    if has_display() or os.environ.get("QT_QPA_PLATFORM"):
        yield
        return
    with virtual_display(width, height) as name:
        os.environ["DISPLAY"] = name
        try:
            yield
        finally:
            del os.environ["DISPLAY"]


@contextmanager
def virtual_display(width: int, height: int) -> Iterator[str]:
    """Run Xvfb and answer its name, for example ``:1``. Raises ``NoDisplayError``."""
    program = shutil.which("Xvfb")
    if program is None:
        raise NoDisplayError("There is no display, and Xvfb is not installed: apt-get install xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise NoDisplayError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        try:
            server.wait(STOP_PATIENCE_S)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
