"""The keyboard on the screen, with fingers."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.flow.events import CodeEntered
from kiosk.flow.states import EnteringCode, Questioning, Welcome
from tests.ui.fake_station import CODE, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.editor.code_editor import CodeEditor
from ui.keyboard.key import KeyCap
from ui.keyboard.keyboard import Keyboard
from ui.keyboard.layouts import LAYOUTS, Act, Writing, composed, rows
from ui.keyboard.names import name_of
from ui.samples import ANSWERING, PROGRAMMING, StillStation, kiosks
from ui.theme.tokens import Appearance

SAMPLES = dict(kiosks())
WRITTEN = ("code", "answering-in-writing", "correcting", "coding-answering")
LOOKS = [
    ((1280, 720), Appearance(reduced_motion=True)),
    ((1280, 720), Appearance(text_factor=2.0, reduced_motion=True)),
    ((1920, 1080), Appearance(text_factor=2.0, reduced_motion=True)),
    ((1080, 1920), Appearance(text_factor=2.0, reduced_motion=True)),
]


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def keys(person: Sitting) -> tuple[KeyCap, ...]:
    return person.shell.typing.keyboard.keys


def press(person: Sitting, *wanted: str) -> None:
    for name in wanted:
        next(key for key in keys(person) if key.key == name).click()
        QApplication.processEvents()


def write(person: Sitting, text: str) -> None:
    press(person, *(Act.SPACE if sign == " " else sign for sign in text))


def show_by_button(person: Sitting) -> None:
    person.wait_until_settled()
    person.button("show-keyboard").click()
    settle()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def on_window(person: Sitting, part: QWidget) -> QRect:
    return QRect(part.mapTo(person.shell, QPoint(0, 0)), part.size())


def in_sight(part: QWidget) -> QRect:
    """What nothing around it cuts off, in its own coordinates."""
    return part.visibleRegion().boundingRect()


def every_page() -> Iterator[tuple[Writing, str, bool]]:
    return itertools.product(Writing, LAYOUTS, (False, True))


def test_nobody_sees_the_keyboard_before_they_ask_for_it(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["code"])) as person:
        assert isinstance(person.focused(), QLineEdit)
        assert not person.shell.typing.shown
        show_by_button(person)
        assert person.shell.typing.shown


def test_a_finger_on_a_field_shows_the_keyboard_and_a_mouse_does_not(
    qtbot: QtBot, finger: QPointingDevice
) -> None:
    with sitting(qtbot, StillStation(SAMPLES["code"])) as person:
        field = person.focused()
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        assert not person.shell.typing.shown
        middle = field.rect().center()
        QTest.touchEvent(field, finger).press(0, middle, field).commit()
        QTest.touchEvent(field, finger).release(0, middle, field).commit()
        assert person.shell.typing.shown


def test_a_code_is_typed_with_fingers_alone(qtbot: QtBot) -> None:
    station = FakeStation(EnteringCode())
    with sitting(qtbot, station) as person:
        show_by_button(person)
        write(person, CODE)
        press(person, Act.ENTER)
        assert CodeEntered(CODE) in station.posted
        assert not person.shell.typing.shown


def test_an_answer_has_capitals_umlauts_accents_and_signs(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["answering-in-writing"])) as person:
        field = person.focused()
        assert isinstance(field, QPlainTextEdit)
        field.clear()
        show_by_button(person)
        press(person, Act.SHIFT, "S")
        write(person, "o ")
        press(person, Act.LANGUAGE, "ü", "ß", Act.LANGUAGE, "´", "e", "¨", "u", Act.SIGNS, "€", Act.SIGNS)
        press(person, Act.ERASE, Act.ENTER, "x", Act.LEFT, "y")
        assert field.toPlainText() == "So üßéü\nyx"


def test_a_program_is_indented_and_has_its_brackets(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(PROGRAMMING, 2, ANSWERING))
    with sitting(qtbot, station) as person:
        editor = person.shell.findChild(CodeEditor)
        assert isinstance(editor, CodeEditor)
        editor.clear()
        editor.setFocus()
        show_by_button(person)
        write(person, "if x")
        press(person, Act.SIGNS, ":", Act.ENTER, "(", ")")
        assert editor.toPlainText() == "if x:\n    ()"


def test_digits_are_enough_for_a_pin(qtbot: QtBot) -> None:
    assert {key for row in rows(Writing.DIGITS, "de") for key in row} == {
        *"0123456789",
        Act.ERASE,
        Act.ENTER,
        Act.HIDE,
    }


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(("size", "appearance"), LOOKS)
def test_the_keyboard_never_covers_the_field(
    qtbot: QtBot, name: str, size: tuple[int, int], appearance: Appearance
) -> None:
    with sitting(qtbot, StillStation(SAMPLES[name]), size, appearance) as person:
        field = person.shell.findChild(CodeEditor) or person.focused()
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        show_by_button(person)
        keyboard = on_window(person, person.shell.typing.keyboard)
        line = field.cursorRect()
        assert on_window(person, field).top() + line.bottom() < keyboard.top()
        assert in_sight(field).contains(line.center())
        for control in ("call-staff", "accessibility"):
            assert not on_window(person, person.button(control)).intersects(keyboard)


@pytest.mark.parametrize(("size", "appearance"), LOOKS)
def test_every_key_is_large_has_a_name_and_shows_its_sign_whole(
    qtbot: QtBot, size: tuple[int, int], appearance: Appearance
) -> None:
    with sitting(qtbot, StillStation(SAMPLES["code"]), size, appearance) as person:
        show_by_button(person)
        keyboard = person.shell.typing.keyboard
        for writing in Writing:
            keyboard.write(writing)
            for key in keys(person):
                assert min(key.width(), key.height()) >= 48, key.key
                assert keyboard.rect().contains(key.geometry()), key.key
                assert key.accessibleName()
                assert key.fontMetrics().horizontalAdvance(key.text()) <= key.width(), key.key


def test_no_key_stands_on_a_page_twice() -> None:
    for writing, language, signs in every_page():
        page = [key for row in rows(writing, language, signs=signs) for key in row]
        assert len(page) == len(set(page)), (writing, language, signs)


@pytest.mark.parametrize(
    ("language", "letters"),
    [("en", "abcdefghijklmnopqrstuvwxyz"), ("de", "abcdefghijklmnopqrstuvwxyzäöüß"), ("es", "áéíóúüñ¿")],
)
def test_every_letter_of_a_language_can_be_written(language: str, letters: str) -> None:
    page = {key for row in rows(Writing.TEXT, language) for key in row}
    accents = [accent for accent in "´¨" if accent in page]
    written = page | {composed(accent, letter) for accent in accents for letter in "aeiou"}
    assert set(letters) <= written


def test_every_sign_that_is_no_letter_is_said_in_words() -> None:
    for writing, language, signs in every_page():
        for key in (key for row in rows(writing, language, signs=signs) for key in row):
            assert name_of(key) != key or key.isalnum(), key


def test_two_thumbs_may_overlap(qtbot: QtBot, finger: QPointingDevice) -> None:
    with sitting(qtbot, StillStation(SAMPLES["answering-in-writing"])) as person:
        field = person.focused()
        assert isinstance(field, QPlainTextEdit)
        field.clear()
        show_by_button(person)
        keyboard = person.shell.typing.keyboard
        first, second = (next(key for key in keys(person) if key.key == sign) for sign in "ab")
        places = [key.geometry().center() for key in (first, second)]
        QTest.touchEvent(keyboard, finger).press(0, places[0], keyboard).commit()
        QTest.touchEvent(keyboard, finger).stationary(0).press(1, places[1], keyboard).commit()
        QTest.touchEvent(keyboard, finger).release(0, places[0], keyboard).stationary(1).commit()
        QTest.touchEvent(keyboard, finger).release(1, places[1], keyboard).commit()
        assert field.toPlainText() == "ab"


def test_keys_bring_the_cursor_back_to_the_field(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["code"])) as person:
        field = person.focused()
        show_by_button(person)
        person.button("back").setFocus()
        press(person, "K")
        assert person.focused() is field


def test_the_keyboard_goes_with_its_field(qtbot: QtBot) -> None:
    station = FakeStation(EnteringCode())
    with sitting(qtbot, station) as person:
        show_by_button(person)
        person.click("back")
        assert station.at(Welcome)
        assert not person.shell.typing.shown
        assert person.shell.typing.height == 0


def test_letters_stay_in_their_places_on_a_mirrored_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    board = Keyboard(window)
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    board.resize(1000, board.wanted_height)
    places = {key.key: key.x() for key in board.keys}
    assert places["q"] < places["w"] < places["p"]


def test_the_field_of_a_mirrored_screen_ends_at_the_left(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["correcting"])) as person:
        assert person.button("show-keyboard").x() > 0
        person.shell.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        assert person.button("show-keyboard").x() == 0
