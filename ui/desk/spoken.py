"""What was said, line by line: every line leads to its place in the recording."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QTextEdit, QWidget

from kiosk.ports.dossier import SpokenLine
from ui.desk import phrases
from ui.theme.tokens import Type
from ui.theme.wardrobe import current


class SpokenLines(QTextBrowser):
    """As high as its text. Lines can be marked, copied and, with Tab and Enter, followed."""

    sought = Signal(float)

    def __init__(self, lines: Sequence[SpokenLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._now: int | None = None
        self._quoted: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("What was said"))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.anchorClicked.connect(self._follow)
        self._write()

    def show_position(self, at_s: float) -> None:
        """Mark the line that is being said."""
        now = next((number for number, line in enumerate(self._lines) if _holds(line, at_s)), None)
        if now != self._now:
            self._now = now
            self._mark()

    def show_quotes(self, quotes: Sequence[str]) -> None:
        """Mark what a score rests on."""
        self._quoted = tuple(quotes)
        self._mark()

    def hasHeightForWidth(self) -> bool:
        """Another width is another height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of it, never a scroll bar."""
        frame = self.width() - self.viewport().width() if self.isVisible() else 4 * current().space(1)
        self.document().setTextWidth(max(1, width - frame))
        return round(self.document().size().height()) + frame

    def sizeHint(self) -> QSize:
        """As wide as a column."""
        width = max(self.width(), current().space(40))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As high as all of it."""
        return QSize(current().space(20), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Write it anew in the new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        theme = current()
        self.document().setDocumentMargin(2)
        self.document().setDefaultStyleSheet(
            f"p {{ color: {theme.colours.ink}; font-size: {theme.text_px(Type.NOTE)}px; line-height: 140%;"
            f" margin: 0 0 {theme.space(0.5)}px 0; }} a {{ color: {theme.colours.accent}; }}"
        )
        self.setHtml("".join(map(_paragraph, self._lines)))
        self._mark()
        self.updateGeometry()

    def _mark(self) -> None:
        colours = current().colours
        marks = [self._selection(quote, colours.attention_soft) for quote in self._quoted]
        if self._now is not None:
            marks.append(self._selection(self._lines[self._now].text, colours.accent_soft))
        self.setExtraSelections([mark for mark in marks if mark is not None])

    def _selection(self, words: str, colour: str) -> QTextEdit.ExtraSelection | None:
        """A quote may run over the end of a line, where a time stands: then its beginning is marked."""
        cursor = self.document().find(words)
        if cursor.isNull():
            cursor = self.document().find(words[:40])
        if cursor.isNull():
            return None
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(cursor)
        mark.format.setBackground(QColor(colour))
        return mark

    def _follow(self, url: QUrl) -> None:
        self.sought.emit(float(url.path() or url.toString().partition(":")[2]))


def _holds(line: SpokenLine, at_s: float) -> bool:
    return line.start_s is not None and line.end_s is not None and line.start_s <= at_s < line.end_s


def _paragraph(line: SpokenLine) -> str:
    if line.start_s is None:
        return f"<p>{escape(line.text)}</p>"
    time = f'<a href="at:{line.start_s:.3f}">{phrases.clock(line.start_s)}</a>'
    return f"<p>{time}&nbsp; {escape(line.text)}</p>"
