"""HR's list of interviews: found while typing, as long as it is, and for HR only."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.staff import Role, StaffMember
from kiosk.flow.staff import StaffLeft
from kiosk.flow.states import Kiosk
from kiosk.ports.desk import DeskError
from kiosk.ports.shelves import Order, Page, Search, Shelf
from tests.ui.fake_station import PIN, STAFF, FakeStation
from tests.ui.sitting import sitting as sitting_down
from ui.bridge import Bridge
from ui.desk.desk import DeskView
from ui.desk.sessions_model import PAGE
from ui.desk.still import MEMBER, StillDesk
from ui.desk_window import DeskWindow
from ui.samples import StillStation
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear

LARGE = Appearance(text_factor=2.0, reduced_motion=True)


class BrokenDesk(StillDesk):
    """Its disk has gone."""

    def page(self, search: Search, first: int, count: int) -> Page:
        raise DeskError("the disk has gone.")


@contextmanager
def sitting(
    qtbot: QtBot, desk: StillDesk, size: tuple[int, int] = (1280, 720), look: Appearance = LARGE
) -> Iterator[DeskView]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, theme_for(*size, look))
    station = StillStation(Kiosk(), 0.0)
    station.desk = desk
    bridge = Bridge(station)
    view = DeskView(bridge, MEMBER)
    view.resize(*size)
    view.show()
    view.open()
    qtbot.waitUntil(lambda: bool(desk.asked) or isinstance(desk, BrokenDesk))
    qtbot.waitUntil(lambda: view.sessions.model.rowCount() == desk.count or isinstance(desk, BrokenDesk))
    try:
        yield view
    finally:
        view.put_away()
        bridge.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def words(view: QWidget) -> str:
    return "\n".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def press(view: QWidget, name: str) -> None:
    next(button for button in view.findChildren(QAbstractButton) if button.objectName() == name).click()


def look_for(view: DeskView, text: str) -> None:
    field = view.findChild(QLineEdit, "search")
    assert isinstance(field, QLineEdit)
    field.setText(text)


def test_the_list_is_as_long_as_it_is_and_only_what_shows_is_fetched(qtbot: QtBot) -> None:
    desk = StillDesk(10_000)
    with sitting(qtbot, desk) as view:
        table = view.sessions.table
        assert table.model().rowCount() == 10_000
        table.scrollToBottom()
        last = view.sessions.model.index(9_999, 0)
        qtbot.waitUntil(lambda: last.data() != "…")
        assert len({first for _, first in desk.asked}) < 5
        assert desk.asked[-1][1] >= 10_000 - 2 * PAGE


def test_what_is_typed_is_looked_for(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(200)) as view:
        look_for(view, "called")
        qtbot.waitUntil(lambda: view.sessions.model.rowCount() == 37)
        assert view.sessions.model.line(0).passage[1] == "called"  # type: ignore[union-attr]
        assert "37 interviews" in words(view)
        look_for(view, "nothing")
        qtbot.waitUntil(lambda: "Nothing fits" in words(view))


def test_filters_narrow_the_search(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(200)) as view:
        press(view, "filter")
        qtbot.waitUntil(lambda: "Interview" in words(view))
        for name in ("To decide", "Oldest", "Today", "Software engineer"):
            button = next(b for b in view.findChildren(QAbstractButton) if b.text() == name)
            button.click()
        search = view.sessions.model.search
        assert (search.shelf, search.order, search.pack) == (Shelf.TO_DECIDE, Order.OLDEST, "engineer")
        assert search.since_day.startswith("20")


def test_an_empty_station_and_a_broken_disk_are_told(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(0)) as view:
        qtbot.waitUntil(lambda: "no interview on this station yet" in words(view))
    with sitting(qtbot, BrokenDesk()) as view:
        qtbot.waitUntil(lambda: "the disk has gone" in words(view))


def test_the_keyboard_goes_from_the_search_to_a_session(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(200)) as view:
        view.activateWindow()
        qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)
        table = view.sessions.table
        assert QApplication.focusWidget() is table
        QTest.keyClick(table, Qt.Key.Key_Down)
        with qtbot.waitSignal(view.sessions.opened) as opened:
            QTest.keyClick(table, Qt.Key.Key_Return)
        second = view.sessions.model.line(1)
        assert second is not None
        assert opened.args == [second.id]


@pytest.mark.parametrize("size", [(1024, 720), (1080, 1920)])
def test_everything_can_be_operated_in_large_letters(qtbot: QtBot, size: tuple[int, int]) -> None:
    with sitting(qtbot, StillDesk(200), size) as view:
        press(view, "filter")
        QApplication.processEvents()
        for control in view.findChildren(QWidget):
            if isinstance(control, QAbstractButton | QLineEdit) and control.isVisible():
                what = control.objectName() or control.accessibleName()
                assert control.accessibleName() or getattr(control, "text", str)(), what
                assert min(control.width(), control.height()) >= 48, what
                assert control.mapTo(view, QPoint(control.width(), 0)).x() <= view.width(), what


@pytest.mark.parametrize("role", list(Role))
def test_only_hr_gets_to_the_desk(qtbot: QtBot, role: Role) -> None:
    station = FakeStation()
    station.staff = {STAFF: role}
    station.desk = StillDesk(10)
    bridge = Bridge(station)
    window = DeskWindow(bridge)
    window.show()
    qtbot.waitUntil(lambda: bool(window.findChildren(QAbstractButton, "pin-ok")))
    for digit in PIN:
        press(window, f"digit-{digit}")
    press(window, "pin-ok")
    if role is Role.HR:
        qtbot.waitUntil(lambda: window.view is not None)
        press(window, "leave")
        qtbot.waitUntil(lambda: bool(window.findChildren(QAbstractButton, "pin-ok")))
    else:
        qtbot.waitUntil(lambda: "Only HR sees" in words(window))
    assert window.view is None
    bridge.close()
    window.put_away()


def test_the_desk_opens_from_the_staff_panel_and_closes_the_door_behind_hr(qtbot: QtBot) -> None:
    station = FakeStation()
    station.staff = {STAFF: Role.HR}
    station.desk = StillDesk(10)
    with sitting_down(qtbot, station) as person:
        person.shell.open_staff_panel(StaffMember(STAFF, Role.HR))
        person.button("desk").click()
        desk = person.shell.findChild(DeskView)
        assert isinstance(desk, DeskView)
        assert desk.isVisible()
        assert StaffLeft(STAFF) not in station.happened
        person.shell.open_staff_entry()
        assert person.shell.overlay is None
        press(desk, "leave")
        assert StaffLeft(STAFF) in station.happened
        person.button("begin")


def test_hr_choose_another_language_without_a_second_pin(qtbot: QtBot) -> None:
    station = FakeStation()
    station.staff = {STAFF: Role.HR}
    station.desk = StillDesk(10)
    with sitting_down(qtbot, station) as person:
        person.shell.open_desk(StaffMember(STAFF, Role.HR))
        for language, leave in (("de", "Verlassen"), ("es", "Salir")):
            desk = next(view for view in person.shell.findChildren(DeskView) if view.isVisible())
            press(desk, "language")
            press(desk, f"speak-{language}")
            QApplication.processEvents()
            assert person.button("leave").text() == leave
        assert StaffLeft(STAFF) not in station.happened
        person.button("leave").click()
        assert "Welcome" in " ".join(person.sees())


def test_a_proctor_does_not_find_the_desk(qtbot: QtBot) -> None:
    station = FakeStation()
    station.desk = StillDesk(10)
    with sitting_down(qtbot, station) as person:
        person.shell.open_staff_panel(StaffMember(STAFF, Role.PROCTOR))
        assert "desk" not in {button.objectName() for button in person.buttons()}
