"""The line numbers beside a program."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme.wardrobe import current


class Gutter(QWidget):
    """Painted along with the text; it takes no clicks and no focus."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        editor.updateRequest.connect(self._follow)

    def wanted_width(self) -> int:
        """Room for the highest number, of at least two digits."""
        digits = max(2, len(str(self._editor.blockCount())))
        return self._editor.fontMetrics().horizontalAdvance("0") * digits + current().space(2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One number a visible line; the present one is darker."""
        theme, editor = current(), self._editor
        painter = QPainter(self)
        painter.setFont(editor.font())
        here = editor.textCursor().blockNumber()
        shift = editor.contentOffset().y() + editor.viewport().y() - self.y()
        block = editor.firstVisibleBlock()
        while block.isValid():
            area = editor.blockBoundingGeometry(block).translated(0, shift)
            if area.top() > self.height():
                break
            number = block.blockNumber()
            painter.setPen(QColor(theme.colours.ink if number == here else theme.colours.edge))
            room = QRectF(0, area.top(), self.width() - theme.space(1.5), area.height())
            painter.drawText(
                room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number + 1)
            )
            block = block.next()
        painter.end()

    def _follow(self, area: QRect, scrolled: int) -> None:
        if scrolled:
            self.scroll(0, scrolled)
        else:
            self.update(0, area.y(), self.width(), area.height())
