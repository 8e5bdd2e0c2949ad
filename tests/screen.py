"""A display nobody sees, with hands at its keyboard and eyes on its pixels."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1280, 720
Picture = NDArray[np.uint8]
"""Grey values, shape ``(HEIGHT, WIDTH)``."""

_XWD_WORDS = 25
"""The header's numbers: among them its size, the length of a line, how many colours precede the lines."""


class Screen:
    """An X display whose pixels lie in a file."""

    def __init__(self, name: str, pixels: Path) -> None:
        self.name = name
        self._pixels = pixels

    def press(self, *keys: str) -> None:
        """Press keys one after another, for example ``alt+F4``."""
        self.ask("xdotool", "key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        self.ask("xdotool", "type", "--delay", "20", text)

    def click(self, x: int, y: int) -> None:
        self.ask("xdotool", "mousemove", str(x), str(y), "click", "1")

    def plug_in(self, monitor: int) -> None:
        """One more of the monitors that stand side by side; the first is number 0."""
        place = f"{WIDTH}/300x{HEIGHT}/170+{monitor * WIDTH}+0"
        self.ask("xrandr", "--setmonitor", f"monitor-{monitor}", place, "none" if monitor else "screen")

    def plug_out(self, monitor: int) -> None:
        self.ask("xrandr", "--delmonitor", f"monitor-{monitor}")

    def windows(self) -> list[str]:
        """The numbers of the kiosk's windows that are on the screen."""
        found = self.ask("xdotool", "search", "--onlyvisible", "--name", "^Interview Kiosk$", check=False)
        return found.split()

    def ask(self, *command: str, check: bool = True) -> str:
        """Run a program on this display."""
        environment = {**os.environ, "DISPLAY": self.name}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=check)
        return done.stdout

    def look(self) -> Picture:
        """What is on the display at this moment."""
        data = np.fromfile(self._pixels, np.uint8)
        header = data[: 4 * _XWD_WORDS].view(">u4")
        size, line, colours = int(header[0]), int(header[12]), int(header[19])
        lines = data[size + 12 * colours :][: HEIGHT * line].reshape(HEIGHT, line)
        dots = lines[:, : 4 * WIDTH].reshape(HEIGHT, WIDTH, 4)
        return dots[:, :, 1].copy()  # green is grey enough

    def still(self, for_s: float = 0.4, deadline_s: float = 10.0) -> None:
        """Wait until nothing slides or fades any more at the foot, where the buttons are."""
        end, since, before = time.monotonic() + deadline_s, time.monotonic(), foot(self.look())
        while time.monotonic() - since < for_s and time.monotonic() < end:
            time.sleep(0.05)
            now = foot(self.look())
            if not alike(now, before):
                since, before = time.monotonic(), now


def foot(picture: Picture) -> Picture:
    """Where the actions are."""
    return picture[-90:]


def alike(one: Picture, other: Picture, of_hundred: float = 99.5) -> bool:
    """Whether so many of a hundred dots are the same in both."""
    same = np.abs(one.astype(np.int16) - other.astype(np.int16)) < 24
    return bool(100 * same.mean() >= of_hundred)


ONLY_CLOSES = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
</openbox_config>
"""
"""A window manager's own ways to other windows are for the station's set-up to take away."""


@contextmanager
def a_screen(*, window_manager: bool = False, monitors: int = 1) -> Iterator[Screen]:
    """Run Xvfb, and openbox if somebody has to hand out Alt+F4; eyes see the first monitor only."""
    with ExitStack() as last:
        folder = last.enter_context(tempfile.TemporaryDirectory(prefix="screen-"))
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{monitors * WIDTH}x{HEIGHT}x24"]
        command += ["-fbdir", folder, "-noreset", "-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
        last.callback(_end, server)
        os.close(writing)
        with os.fdopen(reading) as answer:
            screen = Screen(f":{answer.readline().strip()}", Path(folder) / "Xvfb_screen0")
        if monitors > 1:
            for number in range(monitors):
                screen.plug_in(number)
        if window_manager:
            (Path(folder) / "rc.xml").write_text(ONLY_CLOSES)
            manager = ["openbox", "--config-file", f"{folder}/rc.xml"]
            environment = {**os.environ, "DISPLAY": screen.name}
            last.callback(_end, subprocess.Popen(manager, env=environment, stderr=subprocess.DEVNULL))
        yield screen


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait()
