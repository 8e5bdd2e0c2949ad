"""A character's layers, rendered once per size into small pixmaps.

The drawings are the SVG files of ``assets/avatars``, one element per layer, named by ``id``; their view box
is ``VIEW``. A new character is a new file with the same layers.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ports.voice import MouthShape
from ui.assets import ASSETS

VIEW = QRectF(50, 56, 700, 700)
"""What of a drawing is seen, in its units."""
DISC = QRectF(56, 62, 688, 688)
"""The round ground a character stands on; the body ends at its edge."""

_FOLDER = ASSETS / "avatars"
STILL = ("hair-back", "body", "head", "brows", "hair-front")
EYES = ("eyes-open", "pupils", "lids", "eyes-half", "eyes-closed")
LAYERS = STILL + EYES + tuple(f"mouth-{shape}" for shape in MouthShape)


def characters() -> tuple[str, ...]:
    """The names of all characters."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.svg")))


@dataclass(frozen=True, slots=True)
class Sprite:
    """A layer's picture and where its corner lies, in device pixels."""

    corner: QPoint
    picture: QPixmap

    @property
    def area(self) -> QRect:
        """What the layer covers."""
        return QRect(self.corner, self.picture.size())


class Drawing:
    """All layers of one character at one size; ``side`` is in device pixels."""

    def __init__(self, character: str, side: int) -> None:
        self.side = side
        self._renderer = _renderer(character)
        self._sprites = {layer: self._render(layer) for layer in LAYERS}

    def __getitem__(self, layer: str) -> Sprite:
        return self._sprites[layer]

    def _render(self, layer: str) -> Sprite:
        place = placed(self._renderer.boundsOnElement(layer), self.side)
        area = place.adjusted(-1, -1, 1, 1).toAlignedRect()
        picture = QPixmap(area.size())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        self._renderer.render(painter, layer, place)
        if layer == "body":
            _cut(painter, placed(DISC, self.side))
        painter.end()
        return Sprite(area.topLeft(), picture)


def placed(area: QRectF, side: float) -> QRectF:
    """An area of the drawing, where it lies in a view of this size."""
    scale = side / VIEW.width()
    corner = (area.topLeft() - VIEW.topLeft()) * scale
    return QRectF(corner, area.size() * scale)


def _cut(painter: QPainter, ground: QRectF) -> None:
    """Remove what lies outside the disc."""
    disc = QPixmap(painter.device().width(), painter.device().height())
    disc.fill(Qt.GlobalColor.transparent)
    stamp = QPainter(disc)
    stamp.setRenderHint(QPainter.RenderHint.Antialiasing)
    stamp.setTransform(painter.transform())
    stamp.setBrush(Qt.GlobalColor.black)
    stamp.drawEllipse(ground)
    stamp.end()
    painter.resetTransform()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, disc)


@lru_cache(maxsize=4)
def _renderer(character: str) -> QSvgRenderer:
    path = _FOLDER / f"{character}.svg"
    if not path.is_file():
        message = f"no character is called {character!r}"
        raise ValueError(message)
    renderer = QSvgRenderer(str(path))
    missing = [layer for layer in LAYERS if not renderer.elementExists(layer)]
    if missing:
        message = f"{path.name} lacks the layers {', '.join(missing)}"
        raise ValueError(message)
    return renderer
