"""At twice the size nothing is lost: it wraps, and what has no room is scrolled to."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sitting import Sitting, sitting
from ui.samples import StillStation, kiosks
from ui.theme.tokens import Appearance
from ui.widgets.text import Text

SAMPLES = dict(kiosks())
SIZES = ((1280, 720), (1920, 1080), (1080, 1920))
LEADING_PX = 8
"""Less than what lies empty under the last line of letters twice as large."""
LARGE = Appearance(text_factor=2.0, reduced_motion=True)


def reach(part: QWidget) -> QWidget:
    """What the part can be scrolled in, else its window."""
    contents = [area.widget() for area in part.window().findChildren(QScrollArea)]
    inside = [content for content in contents if content is not None and content.isAncestorOf(part)]
    return inside[-1] if inside else part.window()


def lost(person: Sitting) -> list[str]:
    """Words that are cut, and things that no scrolling brings into sight."""
    found = []
    for part in person.shell.findChildren(QWidget):
        if not isinstance(part, Text | QAbstractButton) or not part.isVisible():
            continue
        place = QRect(part.mapTo(reach(part), part.rect().topLeft()), part.size())
        if not reach(part).rect().contains(place):
            found.append(
                f"“{part.text()}” is out of reach: {place.getRect()} in {reach(part).rect().getRect()}"
            )
        if isinstance(part, Text) and part.height() < part.heightForWidth(part.width()) - LEADING_PX:
            found.append(f"“{part.text()}” is cut at the bottom")
        if part.width() < part.minimumSizeHint().width():
            found.append(f"“{part.text()}” is cut at the side")
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_lost_at_twice_the_size(qtbot: QtBot, name: str) -> None:
    with sitting(qtbot, StillStation(SAMPLES[name]), SIZES[0], LARGE) as person:
        for size in SIZES:
            person.shell.resize(*size)
            for _ in range(10):  # what wraps at another width asks for another height
                QApplication.processEvents()
            assert lost(person) == [], size


def test_words_that_are_cut_are_found(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["welcome"]), SIZES[0], LARGE) as person:
        squeezed = Text("Words that need more room than they get", parent=person.shell)
        squeezed.setGeometry(10, 10, 40, 10)
        squeezed.show()
        assert len(lost(person)) == 2
        squeezed.setGeometry(-50, 10, 900, 100)
        assert [line for line in lost(person) if "out of reach" in line]
