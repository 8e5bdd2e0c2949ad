"""Tab leads to everything one can operate, in an order that makes sense, and out of everything again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sitting
from ui.editor.code_editor import CodeEditor
from ui.samples import StillStation, kiosks

SAMPLES = dict(kiosks())


def stops(person: Sitting) -> set[QWidget]:
    """Everything enabled that one can operate; of buttons that exclude each other Tab leads to one."""
    parts = (person.shell.overlay or person.shell).findChildren(QWidget)
    tabbed = {part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus}
    return {part for part in tabbed if part.isVisible() and part.isEnabled() and _leads_to(part)}


def _leads_to(part: QWidget) -> bool:
    """From the chosen one of a group the arrow keys lead to the others."""
    if not isinstance(part, QAbstractButton):
        return True
    exclusive = part.autoExclusive() or any(
        part in group.buttons() for group in part.window().findChildren(QButtonGroup) if group.exclusive()
    )
    return part.isChecked() or not exclusive


def walk(person: Sitting, most: int) -> list[QWidget]:
    """Where Tab leads, until it is back where it began."""
    path = [person.focused()]
    for _ in range(most):
        if isinstance(person.focused(), CodeEditor):
            person.key(Qt.Key.Key_Escape)
        person.key(Qt.Key.Key_Tab)
        now = person.focused()
        if now is path[0]:
            break
        assert now is not path[-1], f"Tab does not leave {now}"
        path.append(now)
    return path


@pytest.mark.parametrize("name", SAMPLES)
def test_tab_reaches_everything_and_is_caught_nowhere(qtbot: QtBot, name: str) -> None:
    with sitting(qtbot, StillStation(SAMPLES[name])) as person:
        wanted = stops(person)
        path = walk(person, len(wanted) + 4)
        missed = {part.objectName() or type(part).__name__ for part in wanted - set(path)}
        assert missed == set()


def test_on_a_card_tab_stays_and_leaving_it_leads_back(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["answering"])) as person:
        before = person.focused()
        person.shell.open_appearance()
        card = person.shell.overlay
        assert card is not None
        for _ in range(30):
            person.key(Qt.Key.Key_Tab)
            assert card.isAncestorOf(person.focused())
        person.button("done").click()
        QApplication.processEvents()
        assert person.focused() is before


def test_something_that_tab_does_not_reach_is_found(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["welcome"])) as person:
        person.button("call-staff").setFocus()
        button = person.button("begin")
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        assert button not in walk(person, 5)
