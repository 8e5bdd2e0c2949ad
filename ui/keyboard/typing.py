"""Types into the field that was touched. Qt thread only.

Nothing asks for the keyboard but a finger on a field or the button at the field's end: whoever has keys of
their own never sees it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget
from shiboken6 import isValid

from ui.keyboard.keyboard import Keyboard
from ui.keyboard.layouts import Act, Writing, capital
from ui.keyboard.opener import Field, Opener

_KEYS = {
    Act.ERASE: Qt.Key.Key_Backspace,
    Act.LEFT: Qt.Key.Key_Left,
    Act.RIGHT: Qt.Key.Key_Right,
    Act.INDENT: Qt.Key.Key_Tab,
    Act.ENTER: Qt.Key.Key_Return,
}


class Typing(QObject):
    """The keyboard of one window, and the field it belongs to now.

    It lies at the window's foot; the window gives its content the ``room_above`` and is told by ``changed``.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._field: Field | None = None
        self._opener: Opener | None = None
        self._language = "en"
        self._keyboard = Keyboard(window)
        self._keyboard.hide()
        self._keyboard.typed.connect(self._type)
        self._keyboard.acted.connect(self._act)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    @property
    def keyboard(self) -> Keyboard:
        """The keys."""
        return self._keyboard

    @property
    def shown(self) -> bool:
        """Whether the keys can be pressed now."""
        return not self._keyboard.isHidden()

    @property
    def height(self) -> int:
        """How much of the window's foot is taken, in pixels."""
        return self._keyboard.wanted_height if self.shown else 0

    def speak(self, language: str) -> None:
        """In which language people here write, unless they choose other keys."""
        if language != self._language:
            self._language = language
            self._keyboard.speak(language)

    def follow(self, field: Field) -> None:
        """This is what is written in, though its window may not have the keyboard."""
        self._follow(None, field)

    def show(self) -> None:
        """Show the keys that the field needs, and the field above them."""
        field = self._field
        if field is None:
            return
        self._keyboard.write(writing_in(field))
        self._keyboard.show()
        self._keyboard.raise_()
        self.changed.emit()
        QTimer.singleShot(0, self, self._reveal)

    def put_away(self) -> None:
        """The whole window again."""
        if self.shown:
            self._keyboard.hide()
            self.changed.emit()

    def place(self) -> None:
        """At the window's foot, as it is now."""
        height = self._keyboard.wanted_height
        self._keyboard.setGeometry(0, self._window.height() - height, self._window.width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A finger on the field shows the keyboard; a field that goes takes it along."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if event.device().type() == QInputDevice.DeviceType.TouchScreen and not self.shown:
                self.show()
        elif event.type() == QEvent.Type.Hide and watched is self._field:
            self._forget()
        return False

    # --- the field ---------------------------------------------------------------------------
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keep the last field while the cursor is elsewhere: its keys bring it back."""
        if not isinstance(now, QLineEdit | QPlainTextEdit) or now is self._field:
            return
        if now.isReadOnly() or not self._window.isAncestorOf(now):
            return
        self._let_go()
        self._field, self._opener = now, Opener(now)
        self._opener.clicked.connect(self._toggle)
        now.installEventFilter(self)
        if isinstance(now, QPlainTextEdit):
            now.viewport().installEventFilter(self)
        if self.shown:
            self.show()

    def _toggle(self) -> None:
        self.put_away() if self.shown else self.show()

    def _let_go(self) -> None:
        field, self._field = self._field, None
        opener, self._opener = self._opener, None
        if field is None or not isValid(field):
            return
        field.removeEventFilter(self)
        if isinstance(field, QPlainTextEdit):
            field.viewport().removeEventFilter(self)
        if opener is not None and isValid(opener):
            opener.put_away()

    def _forget(self) -> None:
        self._let_go()
        self.put_away()

    def _reveal(self) -> None:
        """Scroll whatever can be scrolled until the field is in sight."""
        field = self._field
        above = field.parentWidget() if field is not None and self.shown else None
        while field is not None and above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(field)
            above = above.parentWidget()

    # --- the keys ----------------------------------------------------------------------------
    def _type(self, signs: str) -> None:
        for sign in signs:
            self._press(_key_of(sign), sign)

    def _act(self, act: Act) -> None:
        if act is Act.HIDE:
            self.put_away()
        else:
            self._press(_KEYS[act], {Act.INDENT: "\t", Act.ENTER: "\r"}.get(act, ""))

    def _press(self, key: Qt.Key, text: str) -> None:
        """What a real keyboard would send."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            field = self._field
            if field is None or not field.isEnabled():
                return
            if not field.hasFocus():
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def writing_in(field: Field) -> Writing:
    """What a field says of itself: by ``code`` for programs, else by Qt's hints for input methods."""
    hints = field.inputMethodHints()
    if field.property("code"):
        return Writing.PROGRAM
    if hints & Qt.InputMethodHint.ImhDigitsOnly:
        return Writing.DIGITS
    return Writing.CODE if hints & Qt.InputMethodHint.ImhUppercaseOnly else Writing.TEXT


def _key_of(sign: str) -> Qt.Key:
    """The key's number where Qt has one; what is written is the sign itself."""
    try:
        return Qt.Key(ord(capital(sign)))
    except ValueError:
        return Qt.Key.Key_unknown
