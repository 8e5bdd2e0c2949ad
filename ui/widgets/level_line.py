"""Shows that the candidate is heard, gently."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, painter_on, tinted
from ui.widgets.typeset import line_step

_QUIET_DBFS, _LOUD_DBFS = -55.0, -12.0
_RISE, _FALL = 0.5, 0.12
"""How fast the line follows, per call at 20 to 30 Hz: quickly up, slowly down."""
_HEARD = 0.12
_SMALLEST_CHANGE = 0.004


class LevelLine(QWidget):
    """A line that swells from its middle with the voice, and the words "we hear you"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._words = 0.0, ""
        self._say(heard=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What is said now."""
        return self._words

    @property
    def level(self) -> float:
        """The smoothed level, 0 to 1."""
        return self._level

    def show_level(self, dbfs: float) -> None:
        """Feed the microphone's level, 20 to 30 times a second."""
        wanted = min(1.0, max(0.0, (dbfs - _QUIET_DBFS) / (_LOUD_DBFS - _QUIET_DBFS)))
        change = (wanted - self._level) * (_RISE if wanted > self._level else _FALL)
        if abs(change) < _SMALLEST_CHANGE:
            return
        self._level += change
        self._say(heard=self._level > _HEARD)
        self.update()

    def sizeHint(self) -> QSize:
        """The line, and the words under it."""
        theme = current()
        return QSize(theme.space(40), theme.space(4) + round(line_step(font(theme, Type.NOTE))))

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """A faint line, a lens on it as wide and high as the level, the words."""
        theme, colours = current(), current().colours
        painter = painter_on(self)
        middle, thick = theme.space(2), max(2, theme.space(0.375))
        fill(
            painter,
            QRectF(0, middle - thick / 2, self.width(), thick),
            thick / 2,
            colours.edge if theme.high_contrast else colours.line,
        )
        self._draw_lens(painter, middle)
        painter.setFont(font(theme, Type.NOTE))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(
            self.rect(), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._words
        )
        painter.end()

    def _draw_lens(self, painter: QPainter, middle: float) -> None:
        theme = current()
        centre = self.width() / 2
        reach = centre * (0.06 + 0.9 * self._level)
        swell = theme.space(0.5) + theme.space(2.6) * self._level
        painter.setPen(Qt.PenStyle.NoPen)
        for part, opacity in ((1.0, 0.35), (0.62, 1.0)):
            lens = QPainterPath(QPointF(centre - reach * part, middle))
            lens.quadTo(QPointF(centre, middle - swell * part), QPointF(centre + reach * part, middle))
            lens.quadTo(QPointF(centre, middle + swell * part), QPointF(centre - reach * part, middle))
            painter.setBrush(tinted(theme.colours.accent, opacity))
            painter.drawPath(lens)

    def _say(self, heard: bool) -> None:
        words = self.tr("We hear you") if heard else self.tr("Speak whenever you are ready")
        if words != self._words:
            self._words = words
            self.setAccessibleName(words)
