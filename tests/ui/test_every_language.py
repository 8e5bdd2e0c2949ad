"""What holds for every screen in every language, and mirrored: nothing is cut, nothing lies outside."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.tongue import Tongue
from tests.ui.sitting import Sitting, sitting
from ui.pictures import MIRRORED, asked_in
from ui.samples import STAFF, StillStation, kiosks
from ui.setup.samples import set_ups
from ui.setup.window import SetUpWindow
from ui.theme.fonts import font
from ui.theme.tokens import Appearance, Type
from ui.theme.wardrobe import current
from ui.tongue.pseudo import speak_mirrored
from ui.tongue.spoken import speak
from ui.widgets.chip import Chip
from ui.widgets.level_line import LevelLine
from ui.widgets.progress import Progress
from ui.widgets.text import Text
from ui.widgets.time_bar import TimeBar
from ui.widgets.typeset import natural_width

SAMPLES = dict(kiosks())
TONGUES = (Tongue.GERMAN, Tongue.SPANISH, MIRRORED)
STILL, LARGE = Appearance(reduced_motion=True), Appearance(text_factor=2.0, reduced_motion=True)
NARROW, UPRIGHT, WIDE = (1280, 720), (1080, 1920), (1920, 1080)
WORDIEST = (
    "consent", "check-too-quiet", "reading-back", "hand-raised", "interrupted", "thanks", "correcting",
    "coding-answering", "deciding", "asking-again",
)  # fmt: skip
FULL = bool(os.environ.get("FULL_COUNTS"))


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", SAMPLES if FULL else WORDIEST)
def test_every_word_has_room(qtbot: QtBot, name: str, tongue: str) -> None:
    looks = [(NARROW, STILL), (UPRIGHT, LARGE), (WIDE, STILL)] if FULL else [(NARROW, STILL)]
    for size, appearance in looks:
        with seen(qtbot, name, tongue, size, appearance) as person:
            assert cramped(person.shell) == []


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("card", ["appearance", "language", "staff-entry", "staff-panel"])
def test_every_card_has_room(qtbot: QtBot, card: str, tongue: str) -> None:
    with seen(qtbot, "answering-fault", tongue, NARROW, STILL) as person:
        shell = person.shell
        opened: dict[str, Callable[[], None]] = {
            "appearance": shell.open_appearance,
            "language": shell.open_language,
            "staff-entry": shell.open_staff_entry,
            "staff-panel": lambda: shell.open_staff_panel(STAFF[0]),
        }
        opened[card]()
        QApplication.processEvents()
        assert cramped(person.shell) == []


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("name", set_ups())
def test_every_page_of_the_set_up_has_room(qtbot: QtBot, name: str, tongue: str) -> None:
    speak(Tongue.ENGLISH if tongue == MIRRORED else Tongue(tongue))
    station, at = set_ups()[name]()
    if tongue == MIRRORED:
        speak_mirrored()
    else:
        station.known = replace(station.known, language=Tongue(tongue))
    looks = (
        [(NARROW, STILL), (UPRIGHT, LARGE), (WIDE, STILL)] if FULL else [(NARROW, STILL), (UPRIGHT, LARGE)]
    )
    for size, appearance in looks:
        window = SetUpWindow(station, begin_at=at, appearance=appearance)
        window.resize(*size)
        window.show()
        while window.busy:
            QApplication.processEvents()
        QApplication.processEvents()
        assert cramped(window) == []
        window.put_away()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_word_without_room_is_seen(qtbot: QtBot) -> None:
    with seen(qtbot, "welcome", Tongue.GERMAN, NARROW, STILL) as person:
        assert cramped(person.shell) == []
        begin = person.button("begin")
        begin.setFixedWidth(40)
        assert cramped(person.shell) == ["QPushButton begin"]


def test_where_lines_begin_at_the_right_the_hatch_is_there(qtbot: QtBot) -> None:
    with seen(qtbot, "answering", MIRRORED, NARROW, STILL) as person:
        hatch, finished = person.button("call-staff"), person.button("finished")
        assert place(person.shell, hatch).x() > 640 > place(person.shell, finished).x()


def test_a_program_is_written_from_the_left_in_every_language(qtbot: QtBot) -> None:
    with seen(qtbot, "coding-answering", MIRRORED, NARROW, STILL) as person:
        editor = person.focused()
        assert editor.layoutDirection() is Qt.LayoutDirection.LeftToRight
        assert person.shell.layoutDirection() is Qt.LayoutDirection.RightToLeft


@contextmanager
def seen(
    qtbot: QtBot, name: str, tongue: str, size: tuple[int, int], appearance: Appearance
) -> Iterator[Sitting]:
    """Somebody before one state, in one language."""
    spoken = Tongue.ENGLISH if tongue == MIRRORED else Tongue(tongue)
    station = StillStation(asked_in(SAMPLES[name], spoken), tongue=spoken)
    with sitting(qtbot, station, size, appearance) as person:
        person.shell.choose_language(spoken)
        if tongue == MIRRORED:
            speak_mirrored()
            person.shell.retell()
        for _ in range(5):  # what a tick shows may need another height
            person.bridge.tick()
            QApplication.processEvents()
        yield person


def cramped(window: QWidget) -> list[str]:
    """Parts of the window whose words are cut, or that lie outside of it."""
    found = []
    for part in window.findChildren(QWidget):
        if part.isVisible() and part.width() and (has_no_room(part) or outside(window, part)):
            kind = next(kind.__name__ for kind in type(part).__mro__ if kind.__module__.startswith("PySide6"))
            found.append(f"{kind} {part.objectName() or part.accessibleName()}".strip())
    return found


def has_no_room(part: QWidget) -> bool:
    match part:
        case Text():
            too_low = part.height() < part.heightForWidth(part.width())
            return bool(part.text()) and (too_low or part.width() < part.minimumSizeHint().width())
        case QAbstractButton():
            return part.width() < part.minimumSizeHint().width()
        case Chip() | Progress():
            return part.width() < part.sizeHint().width()
        case TimeBar() | LevelLine():
            return part.width() < natural_width(part.words, font(current(), Type.NOTE))
        case _:
            return False


def outside(window: QWidget, part: QWidget) -> bool:
    """Sideways only: what is too high is scrolled."""
    if not isinstance(part, Text | QAbstractButton | Chip | Progress):
        return False
    left = place(window, part).x()
    return left < 0 or left + part.width() > window.width()


def place(window: QWidget, part: QWidget) -> QPoint:
    return part.mapTo(window, QPoint(0, 0))
