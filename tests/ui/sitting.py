"""Somebody sits before the real window: what tests do with keys and eyes."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ports.station import Station
from ui.bridge import Bridge
from ui.editor.code_editor import CodeEditor
from ui.screens.screen import SETTLE_MS, Screen
from ui.shell import Shell
from ui.theme.tokens import Appearance

STILL = Appearance(reduced_motion=True)
MOST_TABS = 25


class Sitting:
    """The window over a station, and a person's hands and eyes."""

    def __init__(self, qtbot: QtBot, station: Station, appearance: Appearance = STILL) -> None:
        self.qtbot, self.bridge = qtbot, Bridge(station)
        self.shell = Shell(self.bridge, appearance=appearance)

    @property
    def screen(self) -> Screen:
        assert self.shell.screen_now is not None
        return self.shell.screen_now

    def sees(self) -> list[str]:
        """Every word on the screen."""
        words = [label.text() for label in self.shell.findChildren(QLabel) if label.isVisible()]
        return words + [button.text() for button in self.buttons()]

    def buttons(self) -> list[QAbstractButton]:
        return [button for button in self.shell.findChildren(QAbstractButton) if button.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return next(button for button in self.buttons() if button.objectName() == name)

    def wait_until_settled(self) -> None:
        """As long as a person needs to look at a new screen."""
        QApplication.processEvents()
        self.qtbot.wait(SETTLE_MS + 30)

    def click(self, name: str) -> None:
        self.wait_until_settled()
        self.button(name).click()
        QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused(), key)
        QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Reach a control with the keyboard alone."""
        for _ in range(MOST_TABS):
            if self.focused().objectName() == name:
                return
            if isinstance(self.focused(), CodeEditor):
                self.key(Qt.Key.Key_Escape)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached with Tab from {type(self.screen).__name__}")

    def enter_on(self, name: str) -> None:
        """Go to a control with Tab and press Enter."""
        self.tab_to(name)
        self.wait_until_settled()
        self.key(Qt.Key.Key_Return)

    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.shell


@contextmanager
def sitting(
    qtbot: QtBot, station: Station, size: tuple[int, int] = (1280, 720), appearance: Appearance = STILL
) -> Iterator[Sitting]:
    """Sit down, and leave nothing behind."""
    person = Sitting(qtbot, station, appearance)
    person.shell.resize(*size)
    person.shell.show()
    person.shell.activateWindow()
    person.bridge.start()
    QApplication.processEvents()
    try:
        yield person
    finally:
        person.bridge.close()
        person.shell.hide()
        person.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
