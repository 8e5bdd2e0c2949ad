"""The keys of one page, as wide as the window; says what was pressed and types nothing itself."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QEventPoint, QPaintEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from ui.keyboard.key import KeyCap
from ui.keyboard.layouts import DEAD, LAYOUTS, Act, Key, Writing, capital, composed, rows
from ui.keyboard.names import name_of
from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.tongue.names import language_name
from ui.widgets.paint import painter_on
from ui.widgets.typeset import line_step

_SPANS: dict[str, float] = {Act.SPACE: 3.0, Act.ERASE: 1.5, Act.SHIFT: 1.5, Act.ENTER: 1.5, Act.SIGNS: 1.5}
"""How many letters wide a key is."""
_ACTS: set[str] = set(Act)


class Keyboard(QWidget):
    """Letters, signs or digits. Two thumbs may overlap: every finger presses its own key."""

    typed = Signal(str)
    """Signs for the field."""
    acted = Signal(object)
    """An ``Act`` for the field or for whoever shows the keyboard: all but what only changes the keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keyboard")
        self.setAccessibleName(self.tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # letters stand where they stand on the desk
        self._writing, self._language = Writing.TEXT, "en"
        self._signs = self._shift = False
        self._accent = ""
        self._rows: list[list[KeyCap]] = []
        self._touched: dict[int, KeyCap] = {}
        self._lay()

    @property
    def keys(self) -> tuple[KeyCap, ...]:
        """Every key, from left to right and top to bottom."""
        return tuple(key for row in self._rows for key in row)

    def write(self, writing: Writing) -> None:
        """The keys for what is written now, beginning with small letters."""
        self._writing = writing
        self._signs = self._shift = False
        self._accent = ""
        self._lay()

    def speak(self, language: str) -> None:
        """The letters of this language."""
        if language in LAYOUTS and language != self._language:
            self._language = language
            self._lay()

    @property
    def wanted_height(self) -> int:
        """How much of the window it takes."""
        theme = current()
        return len(self._rows) * (self._key_height() + theme.space(0.75)) + theme.space(1.25)

    def event(self, event: QEvent) -> bool:
        """Fingers, each on its own."""
        if isinstance(event, QTouchEvent):
            for point in event.points():
                self._touch(point)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the theme changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every key in its place."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground of its own and a line above it."""
        colours, theme = current().colours, current()
        painter = painter_on(self)
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.fillRect(0, 0, self.width(), theme.hairline, QColor(colours.edge))
        painter.end()

    # --- keys --------------------------------------------------------------------------------
    def _lay(self) -> None:
        for key in self.keys:
            key.hide()
            key.deleteLater()
        self._touched.clear()
        wanted = rows(self._writing, self._language, signs=self._signs)
        self._rows = [list(map(self._key, row)) for row in wanted]
        self._place()
        for key in self.keys:
            key.show()

    def _key(self, key: Key) -> KeyCap:
        shifted = capital(key) if self._shift and key not in _ACTS else key
        cap = KeyCap(shifted, self._words(shifted), self)
        if key == Act.SIGNS and self._signs:
            cap.setAccessibleName(self.tr("Letters"))
        if key == Act.LANGUAGE:
            cap.setAccessibleName(f"{name_of(key)}: {language_name(self._language)}")
        if key == Act.SHIFT:
            cap.setCheckable(True)
            cap.setChecked(self._shift)
        cap.clicked.connect(lambda _=False, key=shifted: self._press(key))
        return cap

    def _words(self, key: Key) -> str:
        match key:
            case Act.SIGNS:
                return "abc" if self._signs else "?123"
            case Act.LANGUAGE:
                return self._language.upper()
            case Act.SPACE:
                return language_name(self._language)
            case _:
                return ""

    def _press(self, key: Key) -> None:
        match key:
            case Act.SHIFT:
                self._shift = not self._shift
                self._lay()
            case Act.SIGNS:
                self._signs = not self._signs
                self._lay()
            case Act.LANGUAGE:
                tags = list(LAYOUTS)
                self.speak(tags[(tags.index(self._language) + 1) % len(tags)])
            case Act.SPACE:
                self._type(" ")
            case _ if key in _ACTS:
                self.acted.emit(Act(key))
            case _:
                self._type(key)

    def _type(self, sign: str) -> None:
        accent, self._accent = self._accent, ""
        if sign in DEAD and not accent:
            self._accent = sign
            return
        if accent:
            sign = accent if sign == " " else composed(accent, sign)
        self.typed.emit(sign)
        if self._shift:
            self._shift = False
            self._lay()

    def _touch(self, point: QEventPoint) -> None:
        if point.state() == QEventPoint.State.Pressed:
            key = self.childAt(point.position().toPoint())
            if isinstance(key, KeyCap):
                self._touched[point.id()] = key
                key.click()
                key.setDown(True)  # what repeats does so from now on
        elif point.state() == QEventPoint.State.Released and (key := self._touched.pop(point.id(), None)):
            key.setDown(False)

    # --- places ------------------------------------------------------------------------------
    def _key_height(self) -> int:
        theme = current()
        return max(theme.target, round(line_step(font(theme, Type.BODY))) + theme.space(1))

    def _place(self) -> None:
        theme, height = current(), self._key_height()
        gap = theme.space(0.75)
        widest = max(map(_span, self._rows), default=1.0)
        unit = min((self.width() - 2 * gap) / widest, theme.space(14))
        for at, row in enumerate(self._rows):
            left = (self.width() - unit * _span(row)) / 2
            top = gap + at * (height + gap)
            for key in row:
                width = unit * _SPANS.get(key.key, 1.0)
                key.setGeometry(QRect(round(left), top, round(width) - gap, height))
                left += width


def _span(row: list[KeyCap]) -> float:
    return sum(_SPANS.get(key.key, 1.0) for key in row)
