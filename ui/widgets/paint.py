"""The few shapes everything is painted with: filled round rectangles, the soft shadow, the focus ring."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen, QTransform
from PySide6.QtWidgets import QWidget

from ui.theme.icons import Icon, picture
from ui.theme.tokens import Theme

_SHADOW_STEPS = 6
_POINTING = {Icon.ARROW_LEFT, Icon.ARROW_RIGHT, Icon.SKIP, Icon.REPEAT, Icon.RETAKE}


def painter_on(widget: QWidget) -> QPainter:
    """A smooth painter; end it before the paint event returns."""
    painter = QPainter(widget)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def tinted(colour: str, opacity: float) -> QColor:
    """The colour, partly transparent."""
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def fill(painter: QPainter, area: QRectF, radius: float, colour: str | QColor) -> None:
    """A round rectangle without an outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(area, radius, radius)


def outline(painter: QPainter, area: QRectF, radius: float, colour: str, width: float) -> None:
    """A border inside ``area``."""
    inside = area.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inside, radius - width / 2, radius - width / 2)


def shadow(painter: QPainter, area: QRectF, radius: float, theme: Theme) -> None:
    """One soft shadow under ``area``: a few faint rectangles, no blur to compute."""
    reach = theme.space(1.5)
    for step in range(_SHADOW_STEPS, 0, -1):
        grow = reach * step / _SHADOW_STEPS
        grown = area.adjusted(-grow, -grow * 0.6, grow, grow)
        fill(painter, grown, radius + grow, tinted(theme.colours.shadow, 0.012))


def focus_room(theme: Theme) -> int:
    """The margin that the focus ring needs around a shape."""
    return 2 * theme.focus_width


def focus_ring(painter: QPainter, area: QRectF, radius: float, theme: Theme) -> None:
    """A ring around ``area``, at a distance, so that it shows on every colour."""
    room = focus_room(theme)
    outline(
        painter,
        area.adjusted(-room, -room, room, room),
        radius + room,
        theme.colours.focus,
        theme.focus_width,
    )


def draw_icon(painter: QPainter, icon: Icon, colour: str, area: QRectF) -> None:
    """The icon in a square ``area``, sharp on every screen; one that points, points where lines go."""
    ratio = painter.device().devicePixelRatio()
    drawn = picture(icon, colour, round(area.width()), ratio)
    if icon in _POINTING and begins_right():
        drawn = drawn.transformed(QTransform.fromScale(-1, 1))
    painter.drawPixmap(area.topLeft().toPoint(), drawn)


def begins_right() -> bool:
    """Whether lines begin at the right."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def mirrored(area: QRectF, inside: QRectF) -> QRectF:
    """``area`` on the side of ``inside`` where those who read from right to left look for it."""
    if not begins_right():
        return area
    return QRectF(inside.left() + inside.right() - area.right(), area.top(), area.width(), area.height())
