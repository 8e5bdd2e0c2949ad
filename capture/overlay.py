"""What is burnt into the picture: recording, the time, which booth, which session, which question.

A plate is drawn once, when its words change (about once a second), and laid over its own small
region of every picture.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from capture.lettering import letter, width_of
from capture.pictures import planes_from_bgr
from capture.sources import Planes

_DESIGNED_HEIGHT = 720
_TEXT_PX, _PAD, _PLATE_HEIGHT, _MARGIN = 19, 14, 36, 16
_DOT_RADIUS, _DOT_ROOM = 6, 22
_INK, _PLATE, _RED = (255, 255, 255), (28, 24, 22), (60, 60, 235)
_PLATE_OPACITY = 0.62


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A drawn line of words: its values times its opacity, and what it lets through, for luma and chroma."""

    luma: NDArray[np.float32]
    luma_through: NDArray[np.float32]
    chroma: NDArray[np.float32]
    """Shape ``(2, height / 2, width / 2)``."""
    chroma_through: NDArray[np.float32]


class Overlay:
    """Burns two plates into the top corners of pictures of one size. One thread."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)

    def burn(self, planes: Planes, left: str, right: str) -> None:
        """Lay both plates over the picture, in place; the left one begins with the red dot."""
        scale = self._size[1] / _DESIGNED_HEIGHT
        margin = round(_MARGIN * scale / 2) * 2
        _lay(planes, self._size, _plate(left, scale, dot=True), (margin, margin))
        if right:
            plate = _plate(right, scale, dot=False)
            _lay(planes, self._size, plate, (self._size[0] - margin - plate.luma.shape[1], margin))


@lru_cache(maxsize=8)
def _plate(text: str, scale: float, *, dot: bool) -> Plate:
    size = max(10, round(_TEXT_PX * scale))
    text_width = width_of(text, size)
    pad, indent = round(_PAD * scale), round(_DOT_ROOM * scale) if dot else 0
    height = round(_PLATE_HEIGHT * scale / 2) * 2
    width = (2 * pad + indent + text_width + 3) // 2 * 2
    ink = np.zeros((height, width, 3), np.uint8)
    letter(ink, text, (pad + indent, (height + round(size * 0.68)) // 2), size, _INK)
    if dot:
        cv2.circle(ink, (pad + indent // 3, height // 2), round(_DOT_RADIUS * scale), _RED, -1, cv2.LINE_AA)
    cover = ink.max(axis=2).astype(np.float32) / 255
    opacity = cover + (1 - cover) * _PLATE_OPACITY
    ground = np.full_like(ink, _PLATE)
    share = (cover / np.maximum(opacity, 1e-6))[..., None]
    full = np.where(cover[..., None] > 0, ink / np.maximum(cover, 1e-6)[..., None], 0)
    return _blended((ground * (1 - share) + full.clip(0, 255) * share).astype(np.uint8), opacity)


def _blended(colours: NDArray[np.uint8], opacity: NDArray[np.float32]) -> Plate:
    height, width = opacity.shape
    planes = planes_from_bgr(colours).astype(np.float32)
    half = opacity.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    chroma = planes[height:].reshape(2, height // 2, width // 2)
    return Plate(planes[:height] * opacity + 0.5, 1 - opacity, chroma * half + 0.5, 1 - half)


def _lay(planes: Planes, size: tuple[int, int], plate: Plate, corner: tuple[int, int]) -> None:
    (width, height), (left, top) = size, corner
    rows, columns = plate.luma.shape
    luma = planes[top : top + rows, left : left + columns]
    luma[:] = luma * plate.luma_through + plate.luma
    chroma = planes[height:].reshape(2, height // 2, width // 2)
    half = chroma[:, top // 2 : (top + rows) // 2, left // 2 : (left + columns) // 2]
    half[:] = half * plate.chroma_through + plate.chroma
