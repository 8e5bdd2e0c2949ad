"""Where an answer is written by those who type instead of speaking."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.flow.writing import LONGEST_TEXT
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current

_KEEP_AFTER_MS = 700
_FEWEST_LINES = 3


class AnswerField(QPlainTextEdit):
    """Several lines; what is written is told soon after the last key. Tab leaves the field."""

    drafted = Signal(str)
    """What stands in it now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answer")
        self.setAccessibleName(self.tr("Your answer"))
        self.setPlaceholderText(self.tr("You may write your answer here, or speak."))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabChangesFocus(True)
        self._told = ""
        self._soon = QTimer(self, interval=_KEEP_AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self.tell)
        self.textChanged.connect(self._changed)

    def show_text(self, text: str) -> None:
        """Give back what was written before; it is known already."""
        self._told = text
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def tell(self) -> None:
        """Tell what has not been told yet."""
        self._soon.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.drafted.emit(text)

    def minimumSizeHint(self) -> QSize:
        """A few lines, whatever the size of the letters."""
        line = current().text_px(Type.BODY) * Theme.line_height
        return QSize(current().space(40), round(_FEWEST_LINES * line) + current().space(4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No longer than can be kept."""
        longer = bool(event.text()) and event.text().isprintable()
        if longer and len(self.toPlainText()) >= LONGEST_TEXT:
            event.accept()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, other height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _changed(self) -> None:
        self._soon.start()
