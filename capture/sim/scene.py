"""The picture the simulated camera shows: a calm room, somebody sitting in it, a lamp, a clock strip.

Everything costly is drawn once; a frame is then a few copies (about 0.1 ms at 1280x720).
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from capture.pictures import planes_from_bgr
from capture.sources import Planes

POSES = 24
"""How many positions the swaying figure has."""
FRAME_DIGITS = 6
_SCREEN_LIGHT = 70.0
_DRAW = (1280, 720)
_FINE = 2
"""Everything is drawn this much larger, then reduced: smooth edges."""
_STRIP = (32, 640, 660, 696)
"""Left, top, right, bottom of the clock strip in the drawing."""
_LAMP = (740, 90, 1190, 420)
"""The window that turns white with the beep."""

Picture = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The digits of the clock strip, as rows of luma."""

    images: dict[str, Picture]
    width: int
    height: int


class Scene:
    """The room at one size; ``frame`` may be called from one thread."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        room = _room()
        self._poses = [self._planes(_posed(room, pose / POSES)) for pose in range(POSES)]
        self._glyphs = _glyphs(self._scaled(_STRIP)[3] - self._scaled(_STRIP)[1])
        self._marker = max(4, width // 160) // 2 * 2

    def frame(self, number: int, seconds: float, *, lit: bool) -> Planes:
        """Picture ``number``, taken at ``seconds`` of the clock; ``lit`` turns the lamp white."""
        width, height = self._size
        planes = self._poses[int(seconds * 4) % POSES].copy()
        if lit:
            left, top, right, bottom = self._scaled(_LAMP)
            planes[top:bottom, left:right] = 255
        self._write_clock(planes, _clock(seconds) + "  " + str(number % 10**FRAME_DIGITS).zfill(FRAME_DIGITS))
        reach = width - self._marker
        left = int(seconds % 1 * reach) // 2 * 2
        planes[height - self._marker : height, left : left + self._marker] = 235
        return planes

    def _planes(self, bgr: Picture) -> Planes:
        return planes_from_bgr(_reduced(bgr, self._size))

    def _scaled(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        width, height = self._size
        left, top, right, bottom = box
        across, down = width / _DRAW[0], height / _DRAW[1]
        return int(left * across), int(top * down), int(right * across), int(bottom * down)

    def _write_clock(self, planes: Planes, text: str) -> None:
        left, top, right, _ = self._scaled(_STRIP)
        glyphs = self._glyphs
        for place, sign in enumerate(text):
            x = left + (place + 1) * glyphs.width
            if sign != " " and x + glyphs.width <= right:
                planes[top : top + glyphs.height, x : x + glyphs.width] = glyphs.images[sign]


def brighten(planes: Planes, light: float) -> None:
    """The screen before the candidate shines for this part (0 to 1) of the exposure."""
    luma = planes[: len(planes) * 2 // 3]
    cv2.convertScaleAbs(luma, dst=luma, beta=_SCREEN_LIGHT * light)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    hundredths = int(seconds * 100) % 100
    return f"{whole // 3600 % 100:02}:{whole // 60 % 60:02}:{whole % 60:02}.{hundredths:02}"


def _glyphs(height: int) -> Glyphs:
    """Each sign of the clock in the middle of a cell of its own, light on dark."""
    width = max(4, int(height * 0.52))
    images = {}
    for sign in "0123456789:.":
        cell = np.full((height * 4, width * 4, 3), 34, np.uint8)
        face = cv2.FontFace("sans")
        cv2.putText(cell, sign, (width // 2, height * 3), (236, 236, 236), face, int(height * 3), 600)
        inked = np.flatnonzero(cell[:, :, 0].max(axis=0) > 34)
        cell = np.roll(cell, (width * 4 - inked[0] - inked[-1]) // 2, axis=1)
        images[sign] = _reduced(cell[:, :, 0], (width, height))
    return Glyphs(images, width, height)


def _room() -> Picture:
    """The still part of the drawing, BGR."""
    picture = _gradient(_DRAW[0] * _FINE, _DRAW[1] * _FINE, (196, 205, 208), (160, 172, 178))
    _box(picture, (0, 560, 1280, 720), (112, 128, 138))
    _window(picture)
    _plant(picture)
    return picture


def _posed(room: Picture, phase: float) -> Picture:
    """The room with the figure at one phase (0..1) of its sway."""
    picture = room.copy()
    sway, nod = np.sin(2 * np.pi * phase) * 14, np.cos(4 * np.pi * phase) * 3
    _figure(picture, sway, nod, blink=phase == 0)
    _box(picture, _STRIP, (34, 34, 34))
    return picture


def _gradient(width: int, height: int, top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Picture:
    share = np.linspace(0, 1, height)[:, None, None]
    column = np.array(top) * (1 - share) + np.array(bottom) * share
    return np.ascontiguousarray(np.broadcast_to(column, (height, width, 3)).astype(np.uint8))


def _window(picture: Picture) -> None:
    left, top, right, bottom = _LAMP
    _box(picture, (left - 12, top - 12, right + 12, bottom + 12), (226, 232, 234))
    sky = _gradient((right - left) * _FINE, (bottom - top) * _FINE, (104, 74, 44), (96, 112, 150))
    picture[top * _FINE : bottom * _FINE, left * _FINE : right * _FINE] = sky
    hills = [(left, 372), (left + 110, 330), (left + 250, 368), (left + 350, 338), (right, 362)]
    _shape(picture, [*hills, (right, bottom), (left, bottom)], (70, 66, 52))


def _plant(picture: Picture) -> None:
    for angle, length in ((-50, 150), (-25, 195), (0, 215), (24, 190), (48, 150)):
        tip = (150 + length * np.sin(np.radians(angle)), 470 - length * np.cos(np.radians(angle)))
        side = 20 * np.cos(np.radians(angle)), 20 * np.sin(np.radians(angle))
        middle = (150 + tip[0]) / 2, (470 + tip[1]) / 2
        leaf = [(150, 480), (middle[0] - side[0], middle[1] - side[1]), tip]
        _shape(picture, [*leaf, (middle[0] + side[0], middle[1] + side[1])], (98, 132, 96))
    _shape(picture, [(100, 470), (200, 470), (184, 600), (116, 600)], (88, 110, 172))


def _figure(picture: Picture, across: float, down: float, *, blink: bool) -> None:
    """Head and shoulders; the head sways a little more than the body."""
    body, head = 520 + across * 0.4, 520 + across
    skin, shade, hair, shirt = (150, 178, 214), (136, 164, 200), (52, 58, 74), (128, 108, 58)
    _oval(picture, (head, 282 + down), (110, 132), hair)
    _oval(picture, (body, 720), (286, 262), shirt)
    _shape(picture, [(body - 44, 400), (body + 44, 400), (body + 50, 476), (body - 50, 476)], shade)
    _oval(picture, (body, 474), (56, 26), shade)
    _oval(picture, (head, 310 + down), (91, 114), skin)
    _oval(picture, (head, 222 + down), (87, 44), hair)
    for side in (-34, 34):
        _oval(picture, (head + side, 306 + down), (8, 2 if blink else 8), (52, 52, 60))
    smile = round(head * _FINE), round((356 + down) * _FINE)
    cv2.ellipse(picture, smile, (26 * _FINE, 16 * _FINE), 0, 25, 155, (92, 104, 160), 5 * _FINE, cv2.LINE_AA)


def _box(picture: Picture, box: tuple[int, int, int, int], colour: tuple[int, int, int]) -> None:
    left, top, right, bottom = (side * _FINE for side in box)
    picture[top:bottom, left:right] = colour


def _shape(picture: Picture, points: list[tuple[float, float]], colour: tuple[int, int, int]) -> None:
    corners = np.array([(round(x * _FINE), round(y * _FINE)) for x, y in points], np.int32)
    cv2.fillPoly(picture, [corners], colour, cv2.LINE_AA)


def _oval(
    picture: Picture, centre: tuple[float, float], radii: tuple[int, int], colour: tuple[int, int, int]
) -> None:
    middle = round(centre[0] * _FINE), round(centre[1] * _FINE)
    axes = radii[0] * _FINE, radii[1] * _FINE
    cv2.ellipse(picture, middle, axes, 0, 0, 360, colour, -1, cv2.LINE_AA)


def _reduced(picture: Picture, size: tuple[int, int]) -> Picture:
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
