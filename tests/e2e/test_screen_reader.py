"""The real program on a real accessibility bus, as a screen reader meets it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.atspi import Reader, accessibility_bus, needs_bus
from tests.screen import Screen, a_screen
from tests.station import SIMULATED, Station, soon

pytestmark = [pytest.mark.slow, needs_bus]
OPERATED = {"push button", "button", "text", "entry", "check box", "radio button", "slider", "list"}


@pytest.fixture
def desktop() -> Iterator[Screen]:
    """A screen of one's own."""
    with a_screen() as screen:
        yield screen


def hears(reader: Reader, said: list[str], words: str) -> bool:
    said += reader.announced()
    return any(words in line for line in said)


def test_a_screen_reader_finds_and_hears_what_is_on_the_screen(desktop: Screen, tmp_path: Path) -> None:
    with accessibility_bus(desktop.name) as (address, reader):
        environment = {**SIMULATED, "DISPLAY": desktop.name, "DBUS_SESSION_BUS_ADDRESS": address}
        station = Station(tmp_path, {**environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        try:
            code = station.invite("demo")
            station.open(supervised=False)
            soon(desktop.windows, "the window")
            soon(lambda: ("button", "Begin") in plain(reader.tree()), "a button called Begin")
            desktop.still()
            said: list[str] = []
            desktop.press("Return")
            soon(lambda: hears(reader, said, "Your invitation code"), "the next screen is said")
            desktop.type(code)
            tree = plain(reader.tree())
            assert ("text", "Invitation code") in tree
            assert ("button", "Call staff") in tree
            nameless = [role for role, name in tree if role in OPERATED and not name]
            assert nameless == []
            desktop.press("Return")
            soon(lambda: hears(reader, said, "Choose your language"), "and the one after it")
        finally:
            station.close()
            station.tear_down()
    terminal = (tmp_path / "terminal.log").read_text()
    assert "Traceback" not in terminal
    assert station.exit_codes == [0]


def plain(tree: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A push button is a button."""
    return [("button" if role == "push button" else role, name) for role, name in tree]
