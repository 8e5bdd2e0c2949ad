"""Three buttons: the one thing to do, the quieter ones, and the one that needs a second thought."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.paint import draw_icon, fill, focus_ring, focus_room, mirrored, outline, painter_on
from ui.widgets.typeset import line_step, longest_word, natural_width, set_words

MODIFIERS = (
    Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.MetaModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)
"""Held with a key they make it a shortcut, which presses nothing."""


@dataclass(frozen=True, slots=True)
class Paints:
    """How a button looks in its present state; an empty border is none."""

    ground: str
    words: str
    border: str = ""


class Button(QPushButton):
    """A painted button with an optional icon; Space, Enter and a touch press it."""

    steps = 8.0
    """Height on the grid."""
    words_size = Type.BODY

    def __init__(self, words: str, icon: Icon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_icon(self, icon: Icon | None) -> None:
        """Change the icon (pause becomes play)."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def paints(self, theme: Theme) -> Paints:
        """The colours of the present state."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        """Long words wrap; they are never cut."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The target height, or more when the words wrap."""
        theme, face = current(), self._font()
        room = width - self._beside_words(theme)
        words = set_words(self.text(), face, room).height if self.text() else line_step(face)
        return self._height(theme, words)

    def sizeHint(self) -> QSize:
        """Room for the words on one line, the icon, and the focus ring."""
        theme = current()
        words = natural_width(self.text(), self._font()) if self.text() else 0
        return QSize(words + self._beside_words(theme), self._height(theme, line_step(self._font())))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        theme = current()
        width = longest_word(self.text(), self._font()) + self._beside_words(theme)
        return QSize(width, self._height(theme, line_step(self._font())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as everywhere else; Alt+Space and its like were meant for something else."""
        if event.modifiers() & MODIFIERS:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, border, icon and words, and the ring when the keyboard is here."""
        theme, room = current(), focus_room(current())
        paints = self._paints_now(theme)
        shape = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = min(theme.radius, shape.height() / 2)
        painter = painter_on(self)
        fill(painter, shape, radius, paints.ground)
        if paints.border:
            outline(painter, shape, radius, paints.border, theme.hairline)
        self._draw_words(painter, shape, paints.words)
        if self.hasFocus():
            focus_ring(painter, shape, radius, theme)
        painter.end()

    def _paints_now(self, theme: Theme) -> Paints:
        if self.isEnabled():
            return self.paints(theme)
        colours = theme.colours
        border = colours.faded if theme.high_contrast else colours.line
        return Paints(colours.sunk, colours.faded, border)

    def _draw_words(self, painter: QPainter, shape: QRectF, colour: str) -> None:
        theme = current()
        side, gap = self._icon_room(theme)
        block = set_words(self.text(), self._font(), self.width() - self._beside_words(theme) + 1)
        left = shape.center().x() - (block.width + side + gap) / 2
        if self._icon:
            spot = QRectF(left, shape.center().y() - side / 2, side, side)
            draw_icon(painter, self._icon, colour, mirrored(spot, shape))
        painter.setPen(QColor(colour))
        words = QRectF(left + side + gap, shape.center().y() - block.height / 2, block.width, block.height)
        block.draw(painter, mirrored(words, shape).left() - block.inset, words.top())

    def _font(self) -> QFont:
        return font(current(), self.words_size, Weight.STRONG)

    def _icon_room(self, theme: Theme) -> tuple[int, int]:
        """Side of the icon and its distance from the words."""
        if self._icon is None:
            return 0, 0
        return round(theme.text_px(self.words_size) * 1.25), theme.space(1.25) if self.text() else 0

    def _beside_words(self, theme: Theme) -> int:
        padding = theme.space(3 if self.text() else 2)
        return sum(self._icon_room(theme)) + 2 * (padding + focus_room(theme))

    def _height(self, theme: Theme, words: float) -> int:
        return round(max(theme.target, theme.space(self.steps), words + theme.space(2))) + 2 * focus_room(
            theme
        )


class PrimaryButton(Button):
    """The one thing to do on a screen."""

    steps = 9.0
    words_size = Type.LEAD

    def paints(self, theme: Theme) -> Paints:
        """Solid accent."""
        colours = theme.colours
        if self.isDown():
            return Paints(colours.accent_pressed, colours.on_accent)
        return Paints(colours.accent_hover if self.underMouse() else colours.accent, colours.on_accent)


class QuietButton(Button):
    """Everything beside the primary thing."""

    def paints(self, theme: Theme) -> Paints:
        """Outlined on the surface; tinted while touched or switched on."""
        colours = theme.colours
        on = self.isDown() or self.isChecked() or self.underMouse()
        return Paints(colours.accent_soft if on else colours.surface, colours.accent, colours.edge)


class DangerButton(Button):
    """Stops or removes something; always asks first."""

    def paints(self, theme: Theme) -> Paints:
        """Solid red."""
        colours = theme.colours
        on = self.isDown() or self.underMouse()
        return Paints(colours.recording_hover if on else colours.recording, colours.on_recording)


def wide(button: Button) -> Button:
    """The same button, as wide as its column."""
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    button.setSizePolicy(policy)
    return button
