"""Large cards to choose from: one of several (language), or yes to one thing (consent)."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import MODIFIERS
from ui.widgets.paint import draw_icon, fill, focus_ring, focus_room, mirrored, outline, painter_on
from ui.widgets.typeset import Block, longest_word, set_words


class CardFace:
    """How a choice looks; the two widgets below differ only in what Qt does with them."""

    def __init__(self, button: QAbstractButton, words: str, round_mark: bool) -> None:
        self._button, self._words, self._round = button, words, round_mark
        button.setAccessibleDescription(words)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Other words under the title."""
        self._words = words
        self._button.setAccessibleDescription(words)
        self._button.updateGeometry()
        self._button.update()

    def height(self, width: int) -> int:
        """Height of the card that is ``width`` wide."""
        theme = current()
        title, words = self._blocks(width)
        inside = title.height + words.height + 2 * theme.space(2)
        return round(max(theme.target, inside)) + 2 * focus_room(theme)

    def size(self) -> QSize:
        """As wide as half a column."""
        width = current().column // 2
        return QSize(width, self.height(width))

    def smallest(self) -> QSize:
        """No word is cut."""
        longest = longest_word(f"{self._button.text()} {self._words}", font(current(), Type.LEAD))
        width = longest + self._before_words() + current().space(3)
        return QSize(width, self.height(max(width, self._button.width())))

    def paint(self) -> None:
        """Paper, mark, title, words, and the ring when the keyboard is here."""
        theme, room, button = current(), focus_room(current()), self._button
        sheet = QRectF(button.rect()).adjusted(room, room, -room, -room)
        chosen, colours = button.isChecked(), current().colours
        painter = painter_on(button)
        fill(painter, sheet, theme.radius, colours.accent_soft if chosen else colours.surface)
        border = colours.accent if chosen or button.underMouse() else colours.edge
        outline(painter, sheet, theme.radius, border, theme.hairline * (2 if chosen else 1))
        title, words = self._blocks(button.width())
        top = sheet.center().y() - (title.height + words.height) / 2
        self._draw_mark(painter, sheet, QRectF(sheet.left() + theme.space(2.5), top, 0, title.height))
        painter.setPen(QColor(colours.ink))
        left = mirrored(QRectF(self._before_words(), top, self._room(), 0), QRectF(button.rect())).left()
        title.draw(painter, left, top)
        painter.setPen(QColor(colours.ink if chosen else colours.quiet))
        words.draw(painter, left, top + title.height)
        if button.hasFocus():
            focus_ring(painter, sheet, theme.radius, theme)
        painter.end()

    def _draw_mark(self, painter: QPainter, sheet: QRectF, line: QRectF) -> None:
        colours, side = current().colours, self._mark_side()
        mark = mirrored(QRectF(line.left(), line.center().y() - side / 2, side, side), sheet)
        radius = side / 2 if self._round else side / 4
        if not self._button.isChecked():
            fill(painter, mark, radius, colours.surface)
            outline(painter, mark, radius, colours.edge, max(2, current().hairline))
            return
        fill(painter, mark, radius, colours.accent)
        inset = side * 0.12
        draw_icon(painter, Icon.CHECK, colours.on_accent, mark.adjusted(inset, inset, -inset, -inset))

    def _blocks(self, width: int) -> tuple[Block, Block]:
        theme, room = current(), self._room(width)
        title = set_words(self._button.text(), font(theme, Type.BODY, Weight.STRONG), room)
        words = set_words(self._words, font(theme, Type.NOTE), room) if self._words else Block((), 0, 0)
        return title, words

    def _room(self, width: int | None = None) -> int:
        """For the words of a card that is ``width`` wide, or as wide as it is."""
        theme, wide = current(), self._button.width() if width is None else width
        return wide - self._before_words() - theme.space(2.5) - focus_room(theme)

    def _mark_side(self) -> int:
        return round(current().text_px(Type.BODY) * 1.2)

    def _before_words(self) -> int:
        theme = current()
        return focus_room(theme) + theme.space(2.5) + self._mark_side() + theme.space(2)


class ChoiceCard(QRadioButton):
    """One of several; cards with the same parent exclude each other. Arrow keys move between them."""

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._face = CardFace(self, words, round_mark=True)

    def show_words(self, words: str) -> None:
        """Say something else under the title."""
        self._face.say(words)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words."""
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        """As wide as half a column."""
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self._face.smallest()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as Space does; what is chosen already leaves Enter to the screen."""
        if event.modifiers() & MODIFIERS:
            event.ignore()
        elif self.isChecked() or not press_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face."""
        self._face.paint()


class TickCard(QCheckBox):
    """Yes to one thing."""

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._face = CardFace(self, words, round_mark=False)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped words."""
        return self._face.height(width)

    def sizeHint(self) -> QSize:
        """As wide as half a column."""
        return self._face.size()

    def minimumSizeHint(self) -> QSize:
        """No word is cut."""
        return self._face.smallest()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole card can be pressed."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as Space does."""
        if event.modifiers() & MODIFIERS:
            event.ignore()
        elif not press_on_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the face."""
        self._face.paint()


def press_on_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key is Enter; whether it was."""
    entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()
    if entered:
        button.click()
    return entered
