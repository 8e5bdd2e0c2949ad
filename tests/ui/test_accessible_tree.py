"""What assistive technology gets of every screen: everything one can operate says what it is."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_station import FakeStation
from tests.ui.sitting import sitting
from ui.export.samples import exports
from ui.keyboard.key import KeyCap
from ui.samples import STAFF, StillStation, kiosks
from ui.setup.samples import set_ups
from ui.setup.window import SetUpWindow
from ui.shell import Shell
from ui.theme.tokens import Appearance
from ui.widgets.card import Card
from ui.widgets.choice_card import TickCard
from ui.widgets.spoken_text import SpokenText

Role = QAccessible.Role
SAMPLES = dict(kiosks())
OPERATED = {
    *(Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.Slider),
    *(Role.List, Role.Table, Role.Tree, Role.ListItem, Role.Cell, Role.PageTab, Role.Link),
}
CARDS: dict[str, Callable[[Shell], None]] = {
    "appearance": lambda shell: shell.open_appearance(),
    "staff-entry": lambda shell: shell.open_staff_entry(),
    "staff-panel": lambda shell: shell.open_staff_panel(STAFF[0]),
    "technician-panel": lambda shell: shell.open_staff_panel(STAFF[2]),
    "keyboard": lambda shell: shell.typing.show(),
}


def tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that is to be seen, from the top."""
    for at in range(root.childCount()):
        child = root.child(at)
        if not child.state().invisible:
            yield child
            yield from tree(child)


def complaints(window: QWidget) -> list[str]:
    """What can be operated and does not say how it is called, or what it is."""
    QApplication.processEvents()
    found = []
    for node in tree(QAccessible.queryAccessibleInterface(window)):
        widget = node.object()
        operated = node.role() in OPERATED or (
            isinstance(widget, QWidget) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        )
        if operated and not node.text(QAccessible.Text.Name).strip():
            found.append(f"{widget} has no name")
        scrolled = node.role() is Role.StaticText  # a text longer than its place
        if operated and node.role() not in OPERATED and not scrolled:
            found.append(f"{widget} is a {node.role().name}")
    return found


def names(window: QWidget) -> set[str]:
    return {node.text(QAccessible.Text.Name) for node in tree(QAccessible.queryAccessibleInterface(window))}


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_on_a_screen_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    with sitting(qtbot, StillStation(SAMPLES[name])) as person:
        assert complaints(person.shell) == []
        assert person.button("call-staff").text() in names(person.shell)


@pytest.mark.parametrize("name", CARDS)
def test_everything_on_a_card_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    with sitting(qtbot, StillStation(SAMPLES["code"])) as person:
        CARDS[name](person.shell)
        assert complaints(person.shell) == []


@pytest.mark.parametrize("name", exports())
def test_everything_in_the_export_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    with sitting(qtbot, StillStation(SAMPLES["welcome"])) as person:
        person.shell.open_export(STAFF[1])
        assert person.shell.overlay is not None
        exports()[name](person.shell.overlay)
        assert complaints(person.shell) == []


@pytest.mark.parametrize("name", set_ups())
def test_everything_in_the_set_up_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    station, at = set_ups()[name]()
    window = SetUpWindow(station, begin_at=at, appearance=Appearance(reduced_motion=True))
    window.show()
    qtbot.waitUntil(lambda: not window.busy)
    assert complaints(window) == []
    window.put_away()


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["welcome"])) as person:
        silent = TickCard("")
        silent.setParent(person.shell)
        silent.show()
        assert [line for line in complaints(person.shell) if "has no name" in line]


def test_something_to_operate_without_a_role_is_found(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["welcome"])) as person:
        mute = Card()
        mute.setParent(person.shell)
        mute.setAccessibleName("A card")
        mute.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        mute.show()
        assert [line for line in complaints(person.shell) if "is a" in line]


def test_what_is_painted_says_what_it_is(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["answering"])) as person:
        person.shell.open_appearance()
        nodes = tree(QAccessible.queryAccessibleInterface(person.shell))
        roles = {type(node.object()).__name__: node.role() for node in nodes}
    assert roles["AppearanceCard"] is Role.Dialog
    assert roles["TimeBar"] is Role.ProgressBar
    assert roles["RecBadge"] is Role.StaticText
    assert roles["AvatarView"] is Role.Graphic


def test_an_unsure_word_is_told_as_one(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["reading-back"])) as person:
        text = person.shell.findChild(SpokenText)
        assert isinstance(text, SpokenText)
        told = set()
        for _ in range(60):
            QTest.keyClick(text, Qt.Key.Key_Right)
            told.add(text.word_said)
    assert {"proud", "weak, perhaps misheard"} <= told


def test_keys_can_be_pressed_by_assistive_technology(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation(SAMPLES["code"].scene)) as person:
        person.shell.typing.show()
        key = next(key for key in person.shell.typing.keyboard.keys if key.key == "K")
        assert isinstance(key, KeyCap)
        QAccessible.queryAccessibleInterface(key).actionInterface().doAction("Press")
        field = QAccessible.queryAccessibleInterface(person.focused())
        qtbot.waitUntil(lambda: field.text(QAccessible.Text.Value) == "K")
