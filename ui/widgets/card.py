"""A sheet of paper on the ground."""

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.wardrobe import current
from ui.widgets.paint import fill, outline, painter_on, shadow


class Card(QWidget):
    """Holds what belongs together in ``body``, a vertical layout; the shadow lies in the margin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, paper, hairline."""
        theme, margin = current(), current().space(1.5)
        sheet = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        painter = painter_on(self)
        if not theme.high_contrast:
            shadow(painter, sheet, theme.radius, theme)
        fill(painter, sheet, theme.radius, theme.colours.surface)
        outline(painter, sheet, theme.radius, theme.colours.line, theme.hairline)
        painter.end()

    def _measure(self) -> None:
        theme = current()
        inside = theme.space(1.5) + theme.space(3)
        self.body.setContentsMargins(inside, inside, inside, inside)
        self.body.setSpacing(theme.space(2))
