"""A QR code, for a telephone held up to the screen: dark on white in every theme, each dot whole pixels."""

import segno
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.wardrobe import current

SIZE = 42
"""Of the whole code, in units of the grid; dots are as large as fit."""
_SMALLEST_DOT = 3
"""Pixels; telephones read no smaller one from a screen."""
_QUIET = 4
"""White dots all around: without them nothing finds the code."""


class QrCode(QWidget):
    """Shows ``text``; takes no room while there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._dots: tuple[tuple[int, ...], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say this; nothing with an empty text."""
        if text == self._text:
            return
        self._text = text
        code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8") if text else None
        self._dots = tuple(map(tuple, code.matrix_iter(border=_QUIET))) if code else ()
        self.setAccessibleDescription(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A whole number of pixels a dot."""
        side = self._dot() * len(self._dots)
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, black dots."""
        painter, dot = QPainter(self), self._dot()
        side = dot * len(self._dots)
        painter.fillRect(QRect(0, 0, side, side), QColor(Qt.GlobalColor.white))
        for row, dots in enumerate(self._dots):
            for column, dark in enumerate(dots):
                if dark:
                    painter.fillRect(column * dot, row * dot, dot, dot, QColor(Qt.GlobalColor.black))
        painter.end()

    def _dot(self) -> int:
        return max(_SMALLEST_DOT, int(current().space(SIZE)) // len(self._dots)) if self._dots else 0
