"""Something takes more than a second."""

import time

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.wardrobe import current
from ui.widgets.paint import fill, mirrored, painter_on

_FRAME_MS = 33
_SWEEP_S = 1.6
_SLUG = 0.28


class ProgressLine(QWidget):
    """A line that fills, or a slug that wanders while nobody knows how long it takes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part: float | None = None
        self.setAccessibleName(self.tr("Please wait"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clock = QTimer(self, interval=_FRAME_MS)
        self._clock.timeout.connect(self.update)

    def show_part(self, part: float | None) -> None:
        """How much is done, 0 to 1, or ``None`` when unknown."""
        self._part = part
        self._run_clock()
        self.update()

    def sizeHint(self) -> QSize:
        """Thin."""
        return QSize(current().space(40), max(6, current().space(1)))

    minimumSizeHint = sizeHint

    def showEvent(self, event: QShowEvent) -> None:
        """Move only while visible."""
        super().showEvent(event)
        self._run_clock()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hold still."""
        super().hideEvent(event)
        self._clock.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Start or stop moving when the theme says so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._run_clock()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The groove, and what is done."""
        colours, area = current().colours, QRectF(self.rect())
        painter = painter_on(self)
        fill(painter, area, area.height() / 2, colours.edge if current().high_contrast else colours.line)
        fill(painter, mirrored(self._done(area), area), area.height() / 2, colours.accent)
        painter.end()

    def _done(self, area: QRectF) -> QRectF:
        if self._part is not None:
            return QRectF(0, 0, max(area.height(), area.width() * min(1.0, self._part)), area.height())
        turn = time.monotonic() / _SWEEP_S % 2 if current().moves else 0.5
        there = turn if turn < 1 else 2 - turn
        eased = there * there * (3 - 2 * there)
        return QRectF(eased * (1 - _SLUG) * area.width(), 0, _SLUG * area.width(), area.height())

    def _run_clock(self) -> None:
        if self._part is None and self.isVisible() and current().moves:
            self._clock.start()
        else:
            self._clock.stop()
