"""One key."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.keyboard.layouts import Act, Key
from ui.keyboard.names import name_of
from ui.theme.fonts import Weight, font
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import draw_icon, fill, outline, painter_on

ICONS: dict[str, Icon] = {
    Act.SHIFT: Icon.SHIFT,
    Act.ERASE: Icon.ERASE,
    Act.INDENT: Icon.INDENT,
    Act.LEFT: Icon.ARROW_LEFT,
    Act.RIGHT: Icon.ARROW_RIGHT,
    Act.ENTER: Icon.ENTER,
    Act.HIDE: Icon.CLOSE,
}
_REPEATED = {Act.ERASE, Act.LEFT, Act.RIGHT}
_ACTS: set[str] = set(Act)


class KeyCap(QAbstractButton):
    """A key that never takes the cursor out of the field it types into."""

    def __init__(self, key: Key, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setObjectName(f"key-{key}")
        self.setText(words or ("" if key in ICONS else key))
        self.setAccessibleName(name_of(key))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(key in _REPEATED)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and sign; tinted while it is down or switched on."""
        theme, colours = current(), current().colours
        area = QRectF(self.rect())
        on = self.isDown() or self.isChecked()
        painter = painter_on(self)
        fill(painter, area, theme.space(1), self._ground(on=on))
        outline(painter, area, theme.space(1), colours.edge, theme.hairline)
        ink = colours.accent if on or self.key in _ACTS else colours.ink
        icon = ICONS.get(self.key)
        if icon is not None:
            side = round(theme.text_px(Type.BODY) * 1.2)
            place = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
            draw_icon(painter, icon, ink, place)
        else:
            painter.setFont(font(theme, Type.BODY, Weight.STRONG))
            painter.setPen(QColor(ink))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _ground(self, *, on: bool) -> str:
        colours = current().colours
        if on:
            return colours.accent_soft
        return colours.sunk if self.key in _ACTS - {Act.SPACE} else colours.surface
