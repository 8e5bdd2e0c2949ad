"""Renders every widget and every state of the avatars into pictures: ``python -m ui.gallery --out DIR``.

For looking at, by people: one picture per palette and size. Runs without a display.
"""

import argparse
import os
import time
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.faults import CATALOGUE, FaultCode
from kiosk.domain.masks import Device
from kiosk.ports.recorder import DeviceState, PreviewPicture
from kiosk.ports.voice import MouthCue, MouthShape
from ui.avatar.drawing import characters
from ui.avatar.view import AvatarView
from ui.theme.icons import Icon
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance, Type, theme_for
from ui.theme.wardrobe import current, wear
from ui.widgets.banner import Banner
from ui.widgets.button import DangerButton, PrimaryButton, QuietButton
from ui.widgets.caption import CaptionText
from ui.widgets.card import Card
from ui.widgets.choice_card import ChoiceCard, TickCard
from ui.widgets.code_field import CodeField
from ui.widgets.device_chip import DeviceChip
from ui.widgets.icon_mark import IconMark
from ui.widgets.level_line import LevelLine
from ui.widgets.notice import Notice
from ui.widgets.preview import Preview
from ui.widgets.progress import Progress
from ui.widgets.progress_line import ProgressLine
from ui.widgets.rec_badge import RecBadge, RecState
from ui.widgets.text import Text, Tone
from ui.widgets.time_bar import TimeBar

_QUESTION = "Tell us about a time when a plan changed at the last minute. What did you do first, and why?"
_SIZES = (QSize(1920, 1080), QSize(1280, 720), QSize(1080, 1920))


def main() -> None:
    """Parse the command line and write the pictures."""
    parser = argparse.ArgumentParser(description="Render every widget into pictures.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    for scheme in Scheme:
        for size in _SIZES:
            render(app, Appearance(scheme), size, out)
    render(app, Appearance(Scheme.LIGHT, text_factor=2.0), _SIZES[0], out)
    render(app, Appearance(Scheme.DARK, text_factor=2.0), _SIZES[2], out)


def render(app: QApplication, appearance: Appearance, size: QSize, out: Path) -> None:
    """All pages in one appearance at one window size."""
    wear(app, theme_for(size.width(), size.height(), appearance))
    text = "" if appearance.text_factor == 1 else f"-text{appearance.text_factor * 100:.0f}"
    for name, build in PAGES.items():
        page = build()
        page.setAutoFillBackground(True)
        paper = page.palette()
        paper.setColor(QPalette.ColorRole.Window, QColor(current().colours.ground))
        page.setPalette(paper)
        page.resize(size)
        page.show()
        app.processEvents()
        page.grab().save(str(out / f"{name}-{appearance.scheme}-{size.width()}x{size.height()}{text}.png"))
        page.deleteLater()
        app.processEvents()


def controls_page() -> QWidget:
    """Buttons, fields and choices."""
    page, column = _page()
    column.addWidget(Text("Before we begin", Type.TITLE))
    column.addWidget(
        Text("You can change all of this later. Nothing is recorded yet.", Type.LEAD, Tone.QUIET)
    )
    code = CodeField(12)
    code.show_code("k7fp 2xmq")
    column.addWidget(code)
    column.addLayout(
        _row(ChoiceCard("English"), _checked(ChoiceCard("Deutsch", "Fragen und Hinweise auf Deutsch")))
    )
    column.addWidget(_checked(TickCard("I agree to be recorded", "Picture and sound, kept for 180 days.")))
    column.addWidget(TickCard("A computer may suggest scores", "A person always decides. You can say no."))
    column.addStretch(1)
    off = PrimaryButton("Continue")
    off.setEnabled(False)
    column.addLayout(
        _row(QuietButton("Call staff", Icon.HAND), off, DangerButton("End interview", Icon.STOP))
    )
    go = PrimaryButton("I’ve finished", Icon.CHECK)
    column.addLayout(
        _row(QuietButton("", Icon.ACCESSIBILITY), QuietButton("Repeat the question", Icon.REPEAT), go)
    )
    go.setFocus()
    return page


def states_page() -> QWidget:
    """Everything that tells a state."""
    page, column = _page(Banner("Simulated devices: this is not a real interview"))
    badges = [RecBadge() for _ in RecState]
    for badge, rec_state in zip(badges, RecState, strict=True):
        badge.show_state(rec_state)
    column.addLayout(_row(*badges[:3]))
    column.addLayout(_row(*badges[3:]))
    for device in Device:
        chips = [DeviceChip(device) for _ in range(4)]
        states = (DeviceState.CONNECTED, DeviceState.MASKED, DeviceState.LOST, DeviceState.OPENING)
        for chip, state in zip(chips, states, strict=True):
            chip.show_state(state)
        column.addLayout(_row(*chips[:2]))
        column.addLayout(_row(*chips[2:]))
    step, bar, line = Progress(), TimeBar(), LevelLine()
    step.show_step(2, 6)
    bar.show_time(55, 120)
    for _ in range(20):
        line.show_level(-24)
    for widget in (step, bar, line, ProgressLine()):
        column.addWidget(widget)
    column.addWidget(Notice(CATALOGUE[FaultCode.MICROPHONE_LOST].texts))
    column.addStretch(1)
    return page


def question_page() -> QWidget:
    """A caption, a card, a preview."""
    page, column = _page()
    column.addWidget(CaptionText(_QUESTION))
    card = Card()
    card.body.addLayout(
        _row(IconMark(Icon.CAMERA, disc=True), Text("Sit so that your head fits the outline."))
    )
    preview = Preview()
    preview.show_picture(_picture(640, 360))
    card.body.addWidget(preview, stretch=1)
    column.addWidget(card, stretch=1)
    return page


def icons_page() -> QWidget:
    """Every icon with its name."""
    page, column = _page()
    icons = list(Icon)
    for start in range(0, len(icons), 4):
        row = _row()
        for icon in icons[start : start + 4]:
            row.addWidget(IconMark(icon))
            row.addWidget(Text(icon.value, Type.NOTE), stretch=1)
        column.addLayout(row)
    return page


def avatars_page() -> QWidget:
    """Every mouth of every character."""
    page, column = _page()
    for character in characters():
        for start in (0, 5):
            shapes = list(MouthShape)[start : start + 5]
            views = [AvatarView(character) for _ in shapes]
            for view, shape in zip(views, shapes, strict=True):
                view.speak((MouthCue(0.0, shape),), time.monotonic())
            column.addLayout(_row(*views), stretch=1)
    return page


def portrait_page() -> QWidget:
    """One character, large."""
    page, column = _page()
    column.addLayout(_row(*(AvatarView(character) for character in characters())))
    return page


PAGES = {
    "controls": controls_page,
    "states": states_page,
    "question": question_page,
    "icons": icons_page,
    "avatars": avatars_page,
    "portrait": portrait_page,
}


def _page(*top: QWidget) -> tuple[QWidget, QVBoxLayout]:
    page, theme = QWidget(), current()
    outside = QVBoxLayout(page)
    outside.setContentsMargins(0, 0, 0, 0)
    for widget in top:
        outside.addWidget(widget)
    middle = QHBoxLayout()
    middle.setContentsMargins(*(theme.space(8),) * 4)
    middle.addStretch(1)
    inner = QWidget()
    inner.setMaximumWidth(theme.column)
    middle.addWidget(inner, stretch=1000)
    middle.addStretch(1)
    outside.addLayout(middle, stretch=1)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(2))
    return page, column


def _row(*widgets: QWidget) -> QBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(2))
    for widget in widgets:
        row.addWidget(widget)
    return row


def _checked(card: ChoiceCard | TickCard) -> QWidget:
    card.setChecked(True)
    return card


def _picture(width: int, height: int) -> PreviewPicture:
    row = bytes(part for x in range(width) for part in (60 + x * 90 // width, 80, 110))
    return PreviewPicture(1, width, height, row * height)


if __name__ == "__main__":
    main()
