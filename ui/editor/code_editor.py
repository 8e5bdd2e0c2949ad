"""An editor for programs, as much as an exercise needs, that can be left by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.editor import brackets, indentation
from ui.editor.colours import CODE_COLOURS
from ui.editor.dialects import DIALECTS, Dialect
from ui.editor.gutter import Gutter
from ui.editor.highlight import Highlighter
from ui.theme.fonts import sign_by_sign
from ui.theme.tokens import Type
from ui.theme.wardrobe import current

SMALLEST_STEP, LARGEST_STEP = -2, 6
_STEP = 0.12
"""One step of the font's size, as a part of it."""
_PLAIN_CORNER = "QAbstractScrollArea::corner { background: transparent; border: none; }"
LineChange = Callable[[str, Dialect], str]
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CodeEditor(QPlainTextEdit):
    """Tab indents; after Escape it moves on to the next widget instead, until something else is typed."""

    leaving_changed = Signal(bool)
    """Whether Tab leaves now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as programs are, in every language
        self._dialect = next(iter(DIALECTS.values()))
        self._size_step = 0
        self.setProperty("code", True)
        self.setFont(sign_by_sign())
        self.setAccessibleName(self.tr("Your program"))
        self.setAccessibleDescription(self.tr("Press Escape and then Tab to leave the editor."))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setCursorWidth(2)
        self._colours = Highlighter(self.document(), self._dialect)
        self._gutter = Gutter(self)
        self.cursorPositionChanged.connect(self._mark_place)
        self.blockCountChanged.connect(self._measure)
        self._measure()
        self._mark_place()

    @property
    def gutter(self) -> Gutter:
        """The line numbers."""
        return self._gutter

    def speak(self, dialect: Dialect) -> None:
        """Colour and indent for another language."""
        self._dialect = dialect
        self._colours.speak(dialect)
        self._measure()

    def grow(self, steps: int) -> None:
        """Make the letters larger, or smaller with fewer than 0 steps."""
        self._size_step = max(SMALLEST_STEP, min(LARGEST_STEP, self._size_step + steps))
        self._measure()

    def set_leaving(self, leaving: bool) -> None:
        """Whether Tab moves on or indents."""
        if self.tabChangesFocus() != leaving:
            self.setTabChangesFocus(leaving)
            self.leaving_changed.emit(leaving)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Indentation, size and the way out; the rest is Qt's."""
        self.set_leaving(event.key() == Qt.Key.Key_Escape)
        if event.key() == Qt.Key.Key_Escape:
            return
        if not self.isReadOnly() and self._typed(event):
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever comes back wants to write."""
        self.set_leaving(False)
        super().focusOutEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Five lines and something around them."""
        theme = current()
        return QSize(theme.space(40), 5 * self.fontMetrics().lineSpacing() + 2 * theme.space(3))

    def changeEvent(self, event: QEvent) -> None:
        """Dress anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_gutter"):
            self._colours.dress()
            self._measure()
            self._mark_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The gutter is as high as the text."""
        super().resizeEvent(event)
        self._place_gutter()

    def _typed(self, event: QKeyEvent) -> bool:
        """Do what the key asks for; whether it was ours."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.grow(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_Tab:
            self._indent()
        elif key == Qt.Key.Key_Backtab:
            self._change_lines(indentation.shallower)
        elif key in _ENTER:
            self._insert("\n" + indentation.of_next_line(self._before_cursor(), self._dialect))
        elif key == Qt.Key.Key_Backspace and not control and not self.textCursor().hasSelection():
            self._delete(indentation.to_previous_stop(self._before_cursor(), self._dialect))
        elif indentation.closes_block(self._before_cursor(), event.text()):
            self._delete(indentation.to_previous_stop(self._before_cursor(), self._dialect))
            self._insert(event.text())
        else:
            return False
        return True

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        start = cursor.selectionStart()
        block = self.document().findBlock(start)
        return block.text()[: start - block.position()]

    def _insert(self, text: str) -> None:
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def _delete(self, characters: int) -> None:
        cursor = self.textCursor()
        for _ in range(characters):
            cursor.deletePreviousChar()

    def _indent(self) -> None:
        if self.textCursor().hasSelection():
            self._change_lines(indentation.deeper)
        else:
            self._insert(indentation.to_next_stop(len(self._before_cursor()), self._dialect))

    def _change_lines(self, change: LineChange) -> None:
        """Change every line that the selection touches, as one step to undo."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(max(cursor.selectionStart(), cursor.selectionEnd() - 1))
        cursor.beginEditBlock()
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            self._replace_blanks(block.position(), block.text(), change(block.text(), self._dialect))
            block = block.next()
        cursor.endEditBlock()

    def _replace_blanks(self, position: int, before: str, after: str) -> None:
        """Change only the blanks at the front, so that a selection stays where it is."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        surplus = len(before) - len(after)
        if surplus > 0:
            cursor.setPosition(position + surplus, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif surplus < 0:
            cursor.insertText(after[:-surplus])

    def _measure(self) -> None:
        pixels = round(current().text_px(Type.NOTE) * (1 + _STEP * self._size_step))
        sheet = f"QPlainTextEdit {{ font-size: {pixels}px; }} {_PLAIN_CORNER}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
        self.ensurePolished()
        width = QFontMetricsF(self.font()).horizontalAdvance(" ")
        self.setTabStopDistance(width * self._dialect.indent)
        self.setViewportMargins(self._gutter.wanted_width(), 0, self.viewportMargins().right(), 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        area, text = self.contentsRect(), self.viewport().geometry()
        width = self._gutter.wanted_width()
        self._gutter.setGeometry(QRect(text.left() - width, area.top(), width, area.height()))

    def _mark_place(self) -> None:
        """Lay a ground under the line the cursor is in and under two brackets that belong together."""
        colours = CODE_COLOURS[current().appearance.scheme]
        line = QTextEdit.ExtraSelection()
        line.cursor = self.textCursor()
        line.cursor.clearSelection()
        line.format.setBackground(QColor(colours.line))
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        pair = brackets.beside(self.toPlainText(), self.textCursor().position()) or ()
        self.setExtraSelections([line, *(self._pair_mark(place, colours.pair) for place in pair)])
        self._gutter.update()

    def _pair_mark(self, place: int, colour: str) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setBackground(QColor(colour))
        return mark
