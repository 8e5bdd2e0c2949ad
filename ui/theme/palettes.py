"""The colours, named by what they mean; three palettes with the same names.

Ink and quiet ink reach 7:1 on every ground they stand on, other words 4.5:1, shapes 3:1 (WCAG 2.2);
a test measures it. Red means recording or stop, amber "needs somebody", green "proven", and nothing else.
"""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Which palette a person wants."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, as ``#rrggbb``; ``…_soft`` is the ground behind words in that colour."""

    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    """Outline of things one can operate: 3:1 on ground and surface."""
    ink: str
    quiet: str
    faded: str
    """Words of what cannot be pressed now; the only words that need no contrast."""
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    recording: str
    recording_hover: str
    on_recording: str
    recording_soft: str
    attention: str
    attention_soft: str
    proven: str
    proven_soft: str
    focus: str
    scrim: str
    shadow: str


LIGHT = Colours(
    ground="#faf7f2",
    surface="#ffffff",
    sunk="#f0ebe2",
    line="#ded6ca",
    edge="#857f76",
    ink="#1f2a2e",
    quiet="#414c51",
    faded="#857f76",
    accent="#0f5c5c",
    accent_hover="#0c4f50",
    accent_pressed="#083f40",
    on_accent="#ffffff",
    accent_soft="#dcebe8",
    recording="#b3261e",
    recording_hover="#99201a",
    on_recording="#ffffff",
    recording_soft="#fbe6e3",
    attention="#7a4a00",
    attention_soft="#fdeecd",
    proven="#1c6136",
    proven_soft="#ddf0e2",
    focus="#0b3f8f",
    scrim="#1f2a2e",
    shadow="#3a2f1e",
)

DARK = Colours(
    ground="#14191b",
    surface="#1e2527",
    sunk="#101415",
    line="#374145",
    edge="#7d8a8e",
    ink="#f3efe8",
    quiet="#c3cacb",
    faded="#7d8a8e",
    accent="#74cac1",
    accent_hover="#8cd8d0",
    accent_pressed="#5cb6ac",
    on_accent="#06201f",
    accent_soft="#1f3c3b",
    recording="#ff8a7f",
    recording_hover="#ffa197",
    on_recording="#2b0603",
    recording_soft="#40201c",
    attention="#f4c265",
    attention_soft="#3b2f15",
    proven="#86d6a1",
    proven_soft="#1c3726",
    focus="#a9c8ff",
    scrim="#000000",
    shadow="#000000",
)

HIGH_CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    sunk="#000000",
    line="#ffffff",
    edge="#ffffff",
    ink="#ffffff",
    quiet="#ffffff",
    faded="#8c8c8c",
    accent="#7cf0e4",
    accent_hover="#b4fff7",
    accent_pressed="#ffffff",
    on_accent="#000000",
    accent_soft="#00312d",
    recording="#ff9b91",
    recording_hover="#ffbdb6",
    on_recording="#000000",
    recording_soft="#3a0500",
    attention="#ffd24d",
    attention_soft="#332600",
    proven="#7dffa5",
    proven_soft="#00330f",
    focus="#ffe600",
    scrim="#000000",
    shadow="#000000",
)

PALETTES: dict[Scheme, Colours] = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.HIGH_CONTRAST: HIGH_CONTRAST,
}
