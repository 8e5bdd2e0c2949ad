"""The panel on a screen beside the interview."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role
from kiosk.domain.tongue import Tongue
from kiosk.flow.staff import InstantMarked, MessageSent, PauseRequested, StaffEntered, StaffLeft
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

SETTLED_MS = 200
"""What was listed last has moved the buttons by then."""


class Beside:
    """Staff at their own screen."""

    def __init__(self, qtbot: QtBot, station: FakeStation) -> None:
        self.qtbot, self.station = qtbot, station
        self.window = StaffWindow(Bridge(station))
        self.window.open_on(QApplication.primaryScreen())
        self.window.resize(1280, 1600)  # all of the panel is in reach of a finger
        QApplication.processEvents()

    def buttons(self) -> dict[str, QAbstractButton]:
        found = self.window.findChildren(QAbstractButton)
        return {button.objectName(): button for button in found if button.isVisible()}

    def words(self) -> str:
        shown = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        return "\n".join(shown + [button.text() for button in self.buttons().values()])

    def tap(self, finger: QPointingDevice, name: str) -> None:
        """With a finger, on the window as the system reports it."""
        self.qtbot.waitUntil(lambda: {name, "microphone"} <= set(self.buttons()))
        self.qtbot.wait(SETTLED_MS)
        button = self.buttons()[name]
        window = self.window.windowHandle()
        place = button.mapTo(self.window, button.rect().center())
        QTest.touchEvent(window, finger).press(0, place, window).commit()
        QTest.touchEvent(window, finger).release(0, place, window).commit()
        QApplication.processEvents()

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


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


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
    assert set(beside.buttons()) == {"enter", "language"}


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


def test_it_keeps_its_language_whatever_the_candidate_chooses(beside: Beside) -> None:
    speak(Tongue.GERMAN)
    QApplication.processEvents()
    assert beside.buttons()["enter"].text() == "Open the panel"
    beside.enter()
    beside.press("cover-camera")
    assert "Privacy" in beside.words(), "what both are told is told to each in their own"
    assert QCoreApplication.translate("Texts", "Privacy") == "Privatsphäre"


def test_staff_choose_their_language_before_the_pin_and_on_the_panel(beside: Beside) -> None:
    beside.press("language")
    beside.press("speak-de")
    beside.qtbot.waitUntil(lambda: beside.buttons()["enter"].text() == "Bereich öffnen")
    beside.enter()
    beside.press("language")
    beside.press("speak-es")
    beside.qtbot.waitUntil(lambda: "Poner en pausa" in beside.words())
    assert isinstance(beside.window.overlay, StaffPanel), "nobody enters a PIN twice for it"
    assert beside.station.happened == [StaffEntered(STAFF, Role.PROCTOR)]
    assert QCoreApplication.translate("Texts", "Privacy") == "Privacy", "the candidate's is as it was"


def test_a_language_nobody_wants_after_all_gives_the_panel_back(beside: Beside) -> None:
    beside.enter()
    beside.press("language")
    beside.press("speak-en")
    assert "pause" in beside.buttons()


def test_a_phrase_is_read_in_the_staffs_language_and_sent_in_the_candidates(beside: Beside) -> None:
    beside.enter()
    speak(Tongue.GERMAN)
    beside.press("message")
    assert "Take your time." in beside.words()
    beside.press("reason-calmly")
    beside.press("yes")
    sent = beside.station.happened[-1]
    assert isinstance(sent, MessageSent)
    assert sent.text == "Nehmen Sie sich Zeit."


def test_a_note_is_written_with_fingers_alone(beside: Beside, finger: QPointingDevice) -> None:
    beside.enter()
    beside.tap(finger, "note")
    beside.qtbot.waitUntil(lambda: beside.window.typing.shown)
    board = beside.window.typing.keyboard
    field = beside.window.findChild(QLineEdit, "text")
    assert isinstance(field, QLineEdit)
    assert field.mapTo(beside.window, field.rect().bottomLeft()).y() < board.y()
    for sign in "ok":
        next(key for key in board.keys if key.key == sign).click()
    beside.press("yes")
    assert beside.station.happened[-1] == InstantMarked(STAFF, "ok")
    assert not beside.window.typing.shown


def test_whoever_has_a_mouse_sees_no_keys(beside: Beside) -> None:
    beside.enter()
    button = beside.buttons()["note"]
    window = beside.window.windowHandle()
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, pos=button.mapTo(beside.window, button.rect().center())
    )
    beside.qtbot.waitUntil(lambda: "yes" in beside.buttons())
    QApplication.processEvents()
    assert not beside.window.typing.shown
