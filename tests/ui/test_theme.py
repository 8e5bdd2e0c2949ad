import dataclasses
import itertools

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.theme.fonts import FAMILIES, font
from ui.theme.icons import Icon, picture
from ui.theme.palettes import PALETTES, Colours, Scheme
from ui.theme.tokens import Appearance, Theme, Type, theme_for
from ui.theme.wardrobe import current, wear

SCHEMES = list(Scheme)
GROUNDS = ("ground", "surface", "sunk")


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_seven_to_one_on_every_ground(scheme: Scheme) -> None:
    colours = PALETTES[scheme]
    for words, ground in itertools.product(("ink", "quiet"), GROUNDS):
        assert contrast(getattr(colours, words), getattr(colours, ground)) >= 7, (words, ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_of_every_meaning_can_be_read_on_their_own_ground(scheme: Scheme) -> None:
    colours = PALETTES[scheme]
    for meaning in ("accent", "recording", "attention", "proven"):
        for ground in (f"{meaning}_soft", "ground", "surface"):
            assert contrast(getattr(colours, meaning), getattr(colours, ground)) >= 4.5, (meaning, ground)
    assert contrast(colours.ink, colours.accent_soft) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_on_buttons_can_be_read_in_every_state(scheme: Scheme) -> None:
    colours = PALETTES[scheme]
    for ground in (colours.accent, colours.accent_hover, colours.accent_pressed):
        assert contrast(colours.on_accent, ground) >= 4.5
    for ground in (colours.recording, colours.recording_hover):
        assert contrast(colours.on_recording, ground) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_can_be_operated_has_a_visible_edge_and_focus(scheme: Scheme) -> None:
    colours = PALETTES[scheme]
    for ground in GROUNDS:
        assert contrast(colours.edge, getattr(colours, ground)) >= 3
        assert contrast(colours.focus, getattr(colours, ground)) >= 3


PAIRS = {
    "keys": [("ink", "surface"), ("accent", "sunk"), ("accent", "accent_soft"), ("ink", "accent_soft")],
    "quiet buttons": [("accent", "surface"), ("accent", "accent_soft")],
    "cards to choose": [("ink", "surface"), ("quiet", "surface"), ("ink", "accent_soft")],
    "what is written in fields": [("ink", "surface"), ("quiet", "surface"), ("on_accent", "accent")],
    "chips": [("quiet", "sunk"), ("proven", "proven_soft"), ("recording", "recording_soft")],
    "banners": [("attention", "attention_soft")],
    "tables": [("quiet", "sunk"), ("ink", "sunk")],
    "tooltips": [("ground", "ink")],
}
"""Words and the ground under them, wherever the screens put the two together."""


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("where", PAIRS)
def test_every_pair_of_words_and_ground_reaches_its_contrast(scheme: Scheme, where: str) -> None:
    colours = PALETTES[scheme]
    for words, ground in PAIRS[where]:
        assert contrast(getattr(colours, words), getattr(colours, ground)) >= 4.5, (words, ground)


def test_every_colour_is_written_in_six_digits() -> None:
    for colours in PALETTES.values():
        for field in dataclasses.fields(Colours):
            assert len(getattr(colours, field.name)) == 7
            int(getattr(colours, field.name)[1:], 16)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920)])
def test_the_type_scale_is_the_designed_one_at_full_size(width: int, height: int) -> None:
    theme = theme_for(width, height, Appearance())
    assert [theme.text_px(size) for size in Type] == [18, 22, 28, 40, 56]
    assert theme.column == 880


def test_small_windows_keep_words_readable_and_targets_large() -> None:
    theme = theme_for(1280, 720, Appearance())
    sizes = [theme.text_px(size) for size in Type]
    assert min(sizes) >= 16
    assert sizes == sorted(set(sizes))
    assert theme.target >= 48


def test_large_text_doubles_every_size() -> None:
    once, twice = Theme(), Theme(Appearance(text_factor=2.0))
    assert all(twice.text_px(size) == 2 * once.text_px(size) for size in Type)


def test_the_application_wears_one_theme_and_tells_every_widget(qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    label.ensurePolished()
    wear(qapp, Theme(Appearance(Scheme.DARK)))
    assert current().appearance.scheme is Scheme.DARK
    assert label.palette().windowText().color().name() == PALETTES[Scheme.DARK].ink
    wear(qapp, Theme())
    assert label.palette().windowText().color().name() == PALETTES[Scheme.LIGHT].ink


def test_the_face_is_one_of_the_listed_families(qapp: QApplication) -> None:
    face = font(Theme(), Type.BODY)
    assert face.pixelSize() == 22
    assert QFontInfo(face).family() in FAMILIES


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_drawn_and_takes_the_colour(qapp: QApplication, icon: Icon) -> None:
    image = picture(icon, "#ff0000", 48).toImage()
    seen = [image.pixelColor(x, y) for x, y in itertools.product(range(48), repeat=2)]
    drawn = [colour for colour in seen if colour.alpha() > 200]
    assert len(drawn) > 40
    assert all(colour.red() > 200 and colour.green() < 60 for colour in drawn)
    assert image.pixelColor(0, 0).alpha() == 0
