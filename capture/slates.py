"""What is painted when there is no picture to show: a calm dark page with one line, and why below it."""

from functools import lru_cache

import cv2
import numpy as np

from capture.lettering import Colour, letter, width_of
from capture.pictures import planes_from_bgr
from capture.sources import Planes
from kiosk.domain.masks import MaskReason

_GROUND, _LINE, _WORDS, _QUIET = (34, 29, 26), (64, 56, 50), (232, 228, 222), (160, 152, 144)
_DESIGNED_HEIGHT = 720
_TITLE_PX, _REASON_PX = 44, 24

LOST = ("Camera not connected", "The sound is still being recorded")

_REASONS = {
    MaskReason.PRIVACY: "for privacy",
    MaskReason.PAUSED: "",
    MaskReason.STAFF_IN_BOOTH: "staff in the booth",
    MaskReason.TECHNICAL: "for technical reasons",
    MaskReason.OTHER: "by staff",
    MaskReason.HAND_RAISED: "the candidate asked for somebody",
}


def words_for(reason: MaskReason) -> tuple[str, str]:
    """The two lines for a covered camera."""
    return ("Paused" if reason is MaskReason.PAUSED else "Camera covered"), _REASONS[reason]


@lru_cache(maxsize=6)
def slate(words: tuple[str, str], width: int, height: int) -> Planes:
    """The page with these two lines; drawn once, not to be written into."""
    scale = height / _DESIGNED_HEIGHT
    picture = np.full((height, width, 3), _GROUND, np.uint8)
    title, reason = words
    middle = height // 2
    _centred(picture, title, middle - round(6 * scale), max(14, round(_TITLE_PX * scale)), _WORDS)
    rule = round(36 * scale)
    line_at = middle + round(22 * scale)
    cv2.line(
        picture, (width // 2 - rule, line_at), (width // 2 + rule, line_at), _LINE, max(1, round(2 * scale))
    )
    _centred(picture, reason, middle + round(66 * scale), max(10, round(_REASON_PX * scale)), _QUIET)
    planes = planes_from_bgr(picture)
    planes.flags.writeable = False
    return planes


def _centred(picture: np.ndarray, text: str, baseline: int, size: int, colour: Colour) -> None:
    if not text:
        return
    left = (picture.shape[1] - width_of(text, size)) // 2
    letter(picture, text, (left, baseline), size, colour)
