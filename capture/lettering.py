"""Words in pictures: one typeface, always with its weight (OpenCV otherwise keeps the last one used)."""

import cv2
import numpy as np
from numpy.typing import NDArray

_WEIGHT = 500

Colour = tuple[int, int, int]
"""Blue, green, red."""


def width_of(text: str, size: int) -> int:
    """Pixels the text takes at this letter size."""
    (_, _, width, _) = cv2.getTextSize((0, 0), text, (0, 0), cv2.FontFace("sans"), size, _WEIGHT)
    return int(width)


def letter(picture: NDArray[np.uint8], text: str, corner: tuple[int, int], size: int, colour: Colour) -> None:
    """Write into a BGR picture; ``corner`` is where the base line begins."""
    cv2.putText(picture, text, corner, colour, cv2.FontFace("sans"), size, _WEIGHT)
