"""The panel on a screen beside the interview."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role
from kiosk.domain.tongue import Tongue
from kiosk.flow.staff import PauseRequested, StaffEntered, StaffLeft
from kiosk.flow.states import Questioning, Welcome
from tests.ui.fake_station import PIN, STAFF, FakeStation
from ui.bridge import Bridge
from ui.export.samples import StillExporter
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.samples import ANSWERING, RUN
from ui.staff_screen import ANY, chosen
from ui.staff_window import StaffWindow
from ui.tongue.spoken import speak


class Beside:
    """Staff at their own screen."""

    def __init__(self, qtbot: QtBot, station: FakeStation) -> None:
        self.qtbot, self.station = qtbot, station
        self.window = StaffWindow(Bridge(station))
        self.window.open_on(QApplication.primaryScreen())
        QApplication.processEvents()

    def buttons(self) -> dict[str, QAbstractButton]:
        found = self.window.findChildren(QAbstractButton)
        return {button.objectName(): button for button in found if button.isVisible()}

    def press(self, name: str) -> None:
        self.qtbot.waitUntil(lambda: name in self.buttons())
        self.buttons()[name].click()
        QApplication.processEvents()

    def enter(self) -> None:
        self.press("enter")
        for digit in PIN:
            self.press(f"digit-{digit}")
        self.press("pin-ok")
        self.qtbot.waitUntil(lambda: isinstance(self.window.overlay, StaffPanel))


@pytest.fixture
def beside(qtbot: QtBot) -> Iterator[Beside]:
    beside = Beside(qtbot, FakeStation(Questioning(RUN, 0, ANSWERING)))
    yield beside
    beside.window.put_away()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_without_a_pin_only_the_stations_state_is_seen(beside: Beside) -> None:
    words = " ".join(label.text() for label in beside.window.findChildren(QLabel))
    assert "Question 1 of 3: answering" in words
    assert RUN.pack.questions[0].text["en"] not in words
    assert set(beside.buttons()) == {"enter"}


def test_what_staff_do_there_happens_at_the_booth(beside: Beside) -> None:
    beside.enter()
    beside.press("pause")
    beside.press("reason-other")
    beside.press("yes")
    assert isinstance(beside.station.happened[-1], PauseRequested)


def test_a_name_that_enters_at_one_window_opens_no_panel_at_the_other(beside: Beside) -> None:
    other = StaffWindow(Bridge(beside.station))
    other.open_on(QApplication.primaryScreen())
    other.open_entry()
    beside.enter()
    assert isinstance(other.overlay, StaffEntry)
    other.put_away()


def test_a_screen_that_is_unplugged_takes_staff_out_with_it(beside: Beside) -> None:
    beside.enter()
    beside.window.put_away()
    assert beside.station.happened == [StaffEntered(STAFF, Role.PROCTOR), StaffLeft(STAFF)]


def test_finished_interviews_are_not_read_beside_the_booth(qtbot: QtBot) -> None:
    station = FakeStation(Welcome())
    station.staff = {STAFF: Role.HR}
    station.exporter = StillExporter()
    beside = Beside(qtbot, station)
    beside.enter()
    assert not {"export", "desk"} & set(beside.buttons())
    beside.window.put_away()


class AScreen:
    """As much of a screen as choosing one needs."""

    def __init__(self, name: str) -> None:
        self._name = name

    def name(self) -> str:
        return self._name


def test_the_screen_that_candidates_see_is_never_taken() -> None:
    first, second, third = (cast(QScreen, AScreen(name)) for name in ("DP-1", "HDMI-2", "HDMI-3"))
    assert chosen(ANY, [first], first) is None
    assert chosen(ANY, [second, first], first) is second
    assert chosen("HDMI-3", [first, second, third], first) is third
    assert chosen("DP-1", [first, second], first) is None
    assert chosen("HDMI-9", [first, second], first) is None


def test_it_speaks_the_language_of_the_screen_beside_it(beside: Beside) -> None:
    assert beside.buttons()["enter"].text() == "Open the panel"
    speak(Tongue.GERMAN)
    beside.qtbot.waitUntil(lambda: beside.buttons()["enter"].text() == "Bereich öffnen")
