"""An icon alone, beside words that say the same."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.chip import tone_colours
from ui.widgets.paint import draw_icon, fill, painter_on
from ui.widgets.text import Tone


class IconMark(QWidget):
    """A picture as high as a line of words; on a soft disc twice as large when ``disc`` is set."""

    def __init__(
        self,
        icon: Icon,
        tone: Tone = Tone.ACCENT,
        size: Type = Type.LEAD,
        disc: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._size, self._disc = icon, tone, size, disc
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, icon: Icon, tone: Tone) -> None:
        """Show another one."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._side() * (2 if self._disc else 1)
        return QSize(side, side)

    minimumSizeHint = sizeHint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and icon."""
        colour, ground = tone_colours(self._tone, current())
        area, side = QRectF(self.rect()), self._side()
        painter = painter_on(self)
        if self._disc:
            fill(painter, area, area.height() / 2, ground)
        spot = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        draw_icon(painter, self._icon, colour, spot)
        painter.end()

    def _side(self) -> int:
        return round(current().text_px(self._size) * 1.3)
