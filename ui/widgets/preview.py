"""The camera's picture in the device check; nowhere else does a candidate see themself."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ports.recorder import PreviewPicture
from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.paint import fill, painter_on, tinted

_SHAPE = 16 / 9


class Preview(QWidget):
    """Draws pictures mirrored, with round corners and a silhouette to sit into; words while there is none."""

    def __init__(self, silhouette: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._silhouette = silhouette
        self._picture: PreviewPicture | None = None
        self.setAccessibleName(self.tr("Camera picture"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: PreviewPicture | None) -> None:
        """Show the latest picture, or the waiting words; the same picture again costs nothing."""
        seen = self._picture.sequence if self._picture else None
        if picture is None or picture.sequence != seen:
            self._picture = picture
            self.update()

    def sizeHint(self) -> QSize:
        """Half a high-definition picture, scaled."""
        return QSize(round(640 * current().scale), round(360 * current().scale))

    def minimumSizeHint(self) -> QSize:
        """Large enough to see whether one sits in the picture."""
        return QSize(320, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, silhouette."""
        theme, frame = current(), self._frame()
        painter = painter_on(self)
        if self._picture is None:
            fill(painter, frame, theme.radius, theme.colours.sunk)
            painter.setFont(font(theme, Type.NOTE))
            painter.setPen(QColor(theme.colours.quiet))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.tr("Waiting for the camera"))
        else:
            self._draw_picture(painter, frame, self._picture)
        if self._silhouette:
            self._draw_silhouette(painter, frame)
        painter.end()

    def _draw_picture(self, painter: QPainter, frame: QRectF, picture: PreviewPicture) -> None:
        image = QImage(
            picture.pixels, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
        )
        # A texture brush gives smooth round corners; a clip path would cost a mask of the whole picture.
        brush = QBrush(image)
        scale = max(frame.width() / picture.width, frame.height() / picture.height)
        mirror = QTransform.fromTranslate(frame.center().x(), frame.center().y())
        mirror.scale(-scale, scale)
        mirror.translate(-picture.width / 2, -picture.height / 2)
        brush.setTransform(mirror)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRoundedRect(frame, current().radius, current().radius)

    def _draw_silhouette(self, painter: QPainter, frame: QRectF) -> None:
        outline = silhouette(frame)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 2.0 * max(1.0, current().scale)
        painter.setPen(QPen(tinted("#000000", 0.35), width + 2))
        painter.drawPath(outline)
        painter.setPen(QPen(tinted("#ffffff", 0.9), width, Qt.PenStyle.CustomDashLine))
        pen = painter.pen()
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawPath(outline)

    def _frame(self) -> QRectF:
        """The largest 16:9 frame in the middle of the widget."""
        width = min(float(self.width()), self.height() * _SHAPE)
        height = width / _SHAPE
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)


def silhouette(frame: QRectF) -> QPainterPath:
    """Head and shoulders, where a face should be in ``frame``."""
    unit, middle, bottom = frame.height(), frame.center().x(), frame.bottom()
    path = QPainterPath()
    path.addEllipse(QRectF(middle - 0.17 * unit, frame.top() + 0.14 * unit, 0.34 * unit, 0.44 * unit))
    path.moveTo(middle - 0.44 * unit, bottom - 0.02 * unit)
    path.cubicTo(
        middle - 0.42 * unit, bottom - 0.26 * unit, middle - 0.26 * unit, bottom - 0.31 * unit,
        middle - 0.11 * unit, bottom - 0.355 * unit,
    )  # fmt: skip
    path.moveTo(middle + 0.44 * unit, bottom - 0.02 * unit)
    path.cubicTo(
        middle + 0.42 * unit, bottom - 0.26 * unit, middle + 0.26 * unit, bottom - 0.31 * unit,
        middle + 0.11 * unit, bottom - 0.355 * unit,
    )  # fmt: skip
    return path
