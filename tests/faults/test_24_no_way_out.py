"""Row 24: somebody who wants out of the kiosk tries every key and every corner, and stays where they are.

What the machine itself does with keys (other consoles, SysRq, Ctrl+Alt+Del) is for ``kiosk/lockdown`` and the
virtual booth; here every one of them reaches the kiosk's window, which is to make nothing of it.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from kiosk.flow.states import EnteringCode, Questioning, session_of
from tests.screen import HEIGHT, WIDTH, Screen, a_screen, alike
from tests.station import SIMULATED, Station, soon
from tests.trouble.interview import booth
from tests.visitor import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

CLOSES = "alt+F4"
"""What the window manager takes for itself, and asks the window to close."""
FUNCTIONS = range(1, 13)
KEYS = (
    *("ctrl+q", "ctrl+w", "ctrl+c", "ctrl+z", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+s", "ctrl+r", "ctrl+t"),
    *("ctrl+plus", "ctrl+minus", "ctrl+f", "ctrl+j", "ctrl+u", "ctrl+l", "ctrl+shift+i", "ctrl+shift+t"),
    *("ctrl+Escape", "ctrl+shift+Escape", "ctrl+alt+Delete", "ctrl+alt+BackSpace", "ctrl+alt+t"),
    *("alt+Tab", "alt+shift+Tab", "alt+space", "alt+Escape", "alt+Left", "alt+Home", "alt+F10", "alt+d"),
    *("super", "super+d", "super+l", "super+r", "super+e", "super+Tab", "super+Left", "super+p"),
    *("Menu", "shift+F10", "Print", "alt+Print", "alt+Sys_Req", "Pause", "Scroll_Lock", "Insert"),
    *("XF86WWW", "XF86Mail", "XF86Calculator", "XF86Explorer", "XF86Search", "XF86HomePage", "XF86AudioMute"),
    *("XF86PowerOff", "XF86Sleep", "XF86Eject", "XF86Display", "XF86Tools", "XF86Back", "XF86ScreenSaver"),
    *(f"F{number}" for number in FUNCTIONS),
    *(f"alt+F{number}" for number in FUNCTIONS if number != 4),
    *(f"ctrl+alt+F{number}" for number in FUNCTIONS),
    *(f"ctrl+alt+KP_{name}" for name in ("Add", "Subtract", "Multiply", "Divide")),
)
IN_A_FIELD = (
    "Menu",
    "shift+F10",
    "ctrl+o",
    "ctrl+p",
    "ctrl+k",
    "ctrl+shift+u",
    "ctrl+shift+f",
    "alt+Down",
    "F1",
)
CORNERS = (
    (0, 0),
    (WIDTH - 1, 0),
    (0, HEIGHT - 1),
    (WIDTH - 1, HEIGHT - 1),
    (WIDTH // 2, 0),
    (WIDTH // 2, 300),
)
ATTEMPTS = 1 + len(KEYS) + len(IN_A_FIELD)


class Witness:
    """Somebody else who is told of every key that is let go over the kiosk's window.

    Not of those that are pressed: the presses of Ctrl+Alt+Fn a display server takes for itself.
    """

    def __init__(self, told: Path) -> None:
        self._told = told

    def keys(self) -> int:
        """How many so far."""
        return len(re.findall(r"^KeyRelease event", self._told.read_text(), re.MULTILINE))


@contextmanager
def a_witness(screen: Screen, folder: Path) -> Iterator[Witness]:
    (window,) = screen.windows()
    told = folder / "keys"
    with told.open("w") as file:
        command = ["stdbuf", "-oL", "xev", "-id", window, "-event", "keyboard"]
        watching = subprocess.Popen(command, stdout=file, env={**os.environ, "DISPLAY": screen.name})
        witness = Witness(told)
        try:
            soon(partial(sees_shift, screen, witness), "the witness is there")
            yield witness
        finally:
            watching.terminate()
            watching.wait()


def sees_shift(screen: Screen, witness: Witness) -> bool:
    screen.press("shift")
    return witness.keys() > 0


def press_each(visitor: Visitor, keys: tuple[str, ...], witness: Witness) -> None:
    """Each key alone; all of its strokes must have been delivered to the window before the next."""
    for key in keys:
        wanted = witness.keys() + len(key.split("+"))
        visitor.screen.press(key)
        soon(partial(has_seen, witness, wanted), f"{key} arrives", patience_s=5)


def has_seen(witness: Witness, keys: int) -> bool:
    return witness.keys() >= keys


def asked_to_close(station: Station) -> bool:
    return "asked the window to close" in station.log()


def covers_everything(screen: Screen) -> bool:
    """Whether there is one window, as large as the screen."""
    managed = screen.ask("xprop", "-root", "_NET_CLIENT_LIST").count("0x")
    (place,) = (screen.ask("xdotool", "getwindowgeometry", window) for window in screen.windows())
    return managed == 1 and "Position: 0,0" in place and f"Geometry: {WIDTH}x{HEIGHT}" in place


def test_the_keys_that_would_close_it_do_arrive(tmp_path: Path) -> None:
    """A window for developers is closed by them: so the next test presses real keys."""
    with a_screen(window_manager=True) as desktop:
        station = Station(tmp_path, {**SIMULATED, "DISPLAY": desktop.name})
        station.open(supervised=False)
        try:
            soon(desktop.windows, "the window")
            desktop.still()
            desktop.press("alt+F4")
            soon(lambda: not station.processes("main.py kiosk"), "the kiosk is closed")
        finally:
            station.tear_down()


def test_no_key_and_no_corner_leads_out(tmp_path: Path) -> None:
    assert ATTEMPTS >= 60
    with booth(tmp_path, window_manager=True) as visitor:
        station, screen = visitor.station, visitor.screen
        code = station.invite("walk")
        station.open(windowed=False)
        soon(screen.windows, "the window")
        (process,) = station.processes("--no-supervised")
        began = process.create_time()
        visitor.go_on_until(lambda scene: isinstance(scene, EnteringCode))
        screen.still()
        with a_witness(screen, tmp_path) as witness:
            press_each(visitor, IN_A_FIELD, witness)
            assert isinstance(station.state().scene, EnteringCode)
            visitor.arrive(code)
            session, before = session_of(station.state().scene), screen.look()
            press_each(visitor, KEYS, witness)
        screen.press(CLOSES)
        soon(partial(asked_to_close, station), "Alt+F4 is handed out")
        for x, y in CORNERS:
            screen.ask(
                "xdotool", "mousemove", str(x), str(y), "click", "3", "click", "2", "click", "4", "click", "5"
            )
        screen.still()
        scene = station.state().scene
        assert isinstance(scene, Questioning)
        assert (scene.index, session_of(scene)) == (0, session)
        assert alike(screen.look(), before, of_hundred=90)
        (process,) = station.processes("--no-supervised")
        assert process.create_time() == began
        assert covers_everything(screen)
        with station.memory() as storage:
            assert storage.journal.verify().ok
        assert "Traceback" not in station.log()
