"""The line icons of ``assets/icons``, tinted: 24-unit grid, round 1.75-unit strokes, ``currentColor``."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.assets import ASSETS


class Icon(StrEnum):
    """Every icon there is; the value is its file's name."""

    ACCESSIBILITY = "accessibility"
    ARROW_LEFT = "arrow-left"
    ARROW_RIGHT = "arrow-right"
    BACK = "back"
    CAMERA = "camera"
    CAMERA_OFF = "camera-off"
    CHART = "chart"
    CHECK = "check"
    CLOCK = "clock"
    CLOSE = "close"
    CODE = "code"
    DISK = "disk"
    DOCUMENT = "document"
    ENTER = "enter"
    ERASE = "erase"
    EYE = "eye"
    FILTER = "filter"
    FLAG = "flag"
    FORWARD = "forward"
    GLOBE = "globe"
    HAND = "hand"
    INDENT = "indent"
    INFO = "info"
    KEYBOARD = "keyboard"
    LOCK = "lock"
    LOUDSPEAKER = "loudspeaker"
    MICROPHONE = "microphone"
    MICROPHONE_OFF = "microphone-off"
    PAUSE = "pause"
    PENCIL = "pencil"
    PERSON = "person"
    PLAY = "play"
    PRINTER = "printer"
    QR = "qr"
    REPEAT = "repeat"
    RETAKE = "retake"
    SEARCH = "search"
    SHIELD = "shield"
    SHIFT = "shift"
    SKIP = "skip"
    STOP = "stop"
    TEXT_SIZE = "text-size"
    TOOL = "tool"
    USB = "usb"
    WARNING = "warning"


@lru_cache(maxsize=256)
def picture(icon: Icon, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square of ``size`` pixels at the screen's pixel ``ratio``."""
    drawing = (ASSETS / "icons" / f"{icon}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
