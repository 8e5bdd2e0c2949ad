"""The tokens: what everything on the screen is measured and coloured with.

Sizes are written for 1920x1080 (or 1080x1920) and follow the window; words also follow the person's text
factor. All sizes are device-independent pixels.
"""

import math
from dataclasses import dataclass
from enum import Enum

from ui.theme.palettes import PALETTES, Colours, Scheme

LONG_SIDE, SHORT_SIDE = 1920, 1080
SMALLEST_SCALE, LARGEST_SCALE = 0.6, 2.5
SMALLEST_TARGET = 48
GRID = 8


class Type(Enum):
    """The type scale: size at 1080p, and the size it never falls below."""

    NOTE = (18, 16)
    BODY = (22, 18)
    LEAD = (28, 21)
    HEADING = (40, 28)
    TITLE = (56, 38)


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a person chose under "Accessibility"."""

    scheme: Scheme = Scheme.LIGHT
    text_factor: float = 1.0
    """1.0 to 2.0."""
    reduced_motion: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """An appearance at one window size; ``scale`` is 1.0 at 1080p."""

    appearance: Appearance = Appearance()
    scale: float = 1.0

    line_height = 1.4
    fade_ms = 220
    """Between screens, ease-out."""

    @property
    def colours(self) -> Colours:
        """The palette of the chosen scheme."""
        return PALETTES[self.appearance.scheme]

    @property
    def high_contrast(self) -> bool:
        """Whether outlines replace tints and shadows."""
        return self.appearance.scheme is Scheme.HIGH_CONTRAST

    @property
    def moves(self) -> bool:
        """Whether anything may move that does not have to."""
        return not self.appearance.reduced_motion

    def text_px(self, size: Type) -> int:
        """Height of the type in pixels."""
        at_1080p, floor = size.value
        return round(max(floor, at_1080p * self.scale) * self.appearance.text_factor)

    def space(self, steps: float) -> int:
        """So many steps of the 8-pixel grid."""
        return max(1, round(GRID * steps * self.scale))

    @property
    def rise(self) -> int:
        """How far a screen rises while it appears."""
        return self.space(2)

    @property
    def target(self) -> int:
        """Height of a thing to press, at least 48 pixels."""
        return max(SMALLEST_TARGET, self.space(8))

    @property
    def radius(self) -> int:
        """Corners of cards and of large buttons."""
        return self.space(2)

    @property
    def hairline(self) -> int:
        """Width of a border."""
        return 2 if self.high_contrast else max(1, round(self.scale))

    @property
    def focus_width(self) -> int:
        """Width of the focus ring; it stands as far from what it surrounds."""
        return max(3, round(3 * self.scale))

    @property
    def column(self) -> int:
        """Widest column of words."""
        return round(880 * self.scale * math.sqrt(self.appearance.text_factor))


def theme_for(width: int, height: int, appearance: Appearance) -> Theme:
    """The theme of a window of this size, upright or lying."""
    fit = min(max(width, height) / LONG_SIDE, min(width, height) / SHORT_SIDE)
    return Theme(appearance, round(min(LARGEST_SCALE, max(SMALLEST_SCALE, fit)), 3))
