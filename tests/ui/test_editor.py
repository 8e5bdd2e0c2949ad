"""The editor as hands on a keyboard know it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.code import CodeLanguage
from ui.editor.code_editor import LARGEST_STEP, CodeEditor
from ui.editor.colours import CODE_COLOURS
from ui.editor.dialects import DIALECTS
from ui.theme.palettes import PALETTES, Scheme
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear

Key = Qt.Key


@pytest.fixture(autouse=True)
def small_window(qapp: QApplication) -> None:
    wear(qapp, theme_for(1280, 720, Appearance()))


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[CodeEditor]:
    page = QWidget()
    qtbot.addWidget(page)
    before, editor, after = QLineEdit(), CodeEditor(), QLineEdit()
    layout = QVBoxLayout(page)
    for widget in (before, editor, after):
        layout.addWidget(widget)
    page.resize(640, 480)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    yield editor
    page.close()


def press(editor: CodeEditor, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(editor, key)


def select_all(editor: CodeEditor) -> None:
    cursor = editor.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    editor.setTextCursor(cursor)


def test_a_block_is_written_without_counting_blanks(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "def f(x):")
    press(editor, Key.Key_Return)
    QTest.keyClicks(editor, "if x:")
    press(editor, Key.Key_Return)
    QTest.keyClicks(editor, "return 1")
    press(editor, Key.Key_Return, Key.Key_Backspace)
    QTest.keyClicks(editor, "return 2")
    assert editor.toPlainText() == "def f(x):\n    if x:\n        return 1\n    return 2"


def test_a_closing_brace_moves_to_its_block(editor: CodeEditor) -> None:
    editor.speak(DIALECTS[CodeLanguage.JAVASCRIPT])
    QTest.keyClicks(editor, "f() {")
    press(editor, Key.Key_Return)
    QTest.keyClicks(editor, "}")
    assert editor.toPlainText() == "f() {\n}"


def test_tab_indents_the_lines_that_are_selected_and_one_undo_takes_it_back(editor: CodeEditor) -> None:
    editor.setPlainText("a\n\nb")
    select_all(editor)
    press(editor, Key.Key_Tab)
    assert editor.toPlainText() == "    a\n\n    b"
    press(editor, Key.Key_Backtab)
    assert editor.toPlainText() == "a\n\nb"
    editor.undo()
    assert editor.toPlainText() == "    a\n\n    b"


def test_tab_stays_in_the_editor_until_escape_opens_the_way(editor: CodeEditor, qtbot: QtBot) -> None:
    press(editor, Key.Key_Tab)
    assert editor.hasFocus()
    with qtbot.waitSignal(editor.leaving_changed) as told:
        press(editor, Key.Key_Escape)
    assert told.args == [True]
    press(editor, Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.toPlainText() == "    "


@pytest.mark.parametrize(("key", "place"), [(Key.Key_Tab, 1), (Key.Key_Backtab, 0)])
def test_after_escape_both_directions_are_open(key: Qt.Key, place: int, editor: CodeEditor) -> None:
    press(editor, Key.Key_Escape, key)
    fields = editor.window().findChildren(QLineEdit)
    assert fields[place].hasFocus()


def test_whoever_types_after_escape_stays_and_writes_on(editor: CodeEditor) -> None:
    press(editor, Key.Key_Escape)
    QTest.keyClicks(editor, "x")
    press(editor, Key.Key_Tab)
    assert editor.hasFocus()
    assert editor.toPlainText() == "x   "


def test_the_letters_grow_and_shrink_within_reason(editor: CodeEditor) -> None:
    at_first = editor.font().pixelSize()
    QTest.keyClick(editor, Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert editor.font().pixelSize() > at_first
    editor.grow(100)
    largest = editor.font().pixelSize()
    editor.grow(1)
    assert editor.font().pixelSize() == largest <= at_first * (1 + 0.13 * LARGEST_STEP)
    editor.grow(-100)
    assert editor.font().pixelSize() < at_first


def test_words_are_coloured_as_they_are_written(editor: CodeEditor) -> None:
    def coloured(line: int) -> list[int]:
        return [shape.start for shape in editor.document().findBlockByNumber(line).layout().formats()]

    editor.setPlainText("import sys\nx = 1\n")
    assert coloured(0) == [0]
    assert coloured(1) == [4]
    cursor = editor.textCursor()
    cursor.insertText('"""')
    assert coloured(0) == coloured(1) == [0]
    editor.undo()
    assert (coloured(0), coloured(1)) == ([0], [4])


def test_the_line_of_the_cursor_and_a_pair_of_brackets_are_marked(editor: CodeEditor) -> None:
    editor.setPlainText("f(x)\n")
    assert len(editor.extraSelections()) == 1
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    assert len(editor.extraSelections()) == 3


def test_every_line_has_its_number(editor: CodeEditor) -> None:
    few = editor.gutter.wanted_width()
    empty = editor.gutter.grab().toImage()
    editor.setPlainText("\n" * 120)
    assert editor.gutter.wanted_width() > few
    assert editor.gutter.grab().toImage() != empty
    assert editor.gutter.geometry().right() < editor.viewport().geometry().left() + 1


def test_a_long_program_is_coloured_when_the_typing_pauses(editor: CodeEditor, qtbot: QtBot) -> None:
    editor.setPlainText("x = 1\n" * 2000)
    editor.textCursor().insertText('"""')
    first, last = (editor.document().findBlockByNumber(number).layout() for number in (0, 1999))
    assert [shape.start for shape in last.formats()] == [4]
    qtbot.waitUntil(lambda: [shape.start for shape in last.formats()] == [0])
    assert [shape.start for shape in first.formats()] == [0]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("kind", ["keyword", "name", "text", "number", "comment"])
def test_every_colour_of_code_can_be_read(kind: str, scheme: Scheme) -> None:
    colours = CODE_COLOURS[scheme]
    for ground in (PALETTES[scheme].sunk, colours.line):
        bright, dark = sorted((luminance(getattr(colours, kind)), luminance(ground)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5
