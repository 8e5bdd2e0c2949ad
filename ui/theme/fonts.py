"""The typeface: Lato, a humanist sans under the SIL Open Font Licence; see ``assets/fonts/README.md``.

The families after it are what comes closest where Lato is missing.
"""

from enum import Enum

from PySide6.QtGui import QFont

from ui.theme.tokens import Theme, Type

FAMILIES = ("Lato", "Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
MONOSPACED = ("JetBrains Mono", "DejaVu Sans Mono", "Consolas", "Menlo")


class Weight(Enum):
    """How heavy words are."""

    REGULAR = QFont.Weight.Normal
    STRONG = QFont.Weight.Bold


def font(theme: Theme, size: Type = Type.BODY, weight: Weight = Weight.REGULAR) -> QFont:
    """The face in one size, with figures of equal width."""
    return font_px(theme.text_px(size), weight)


def font_px(pixels: int, weight: Weight = Weight.REGULAR) -> QFont:
    """The face in a size that is not on the scale (a question that has to shrink)."""
    face = QFont(list(FAMILIES))
    face.setPixelSize(max(1, pixels))
    face.setWeight(weight.value)
    face.setFeature(QFont.Tag("tnum"), 1)
    return face


def sign_by_sign() -> QFont:
    """For programs: what was typed as ``<=`` is not drawn as one sign. The sheet adds size and family."""
    face = QFont()
    for joining in ("calt", "liga"):
        face.setFeature(QFont.Tag(joining), 0)
    return face
