"""Where the candidate types the invitation code."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.fonts import Weight, font
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current

_GROUP = 4


def grouped(code: str) -> str:
    """The code as people read it: groups of four."""
    return " ".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def tidy(typed: str) -> str:
    """The code without what people add to it: spaces, hyphens, small letters."""
    return "".join(letter for letter in typed.upper() if letter.isascii() and letter.isalnum())


class CodeField(QLineEdit):
    """A large field that groups what is typed or pasted; Enter submits the tidied code."""

    code_changed = Signal(str)
    submitted = Signal(str)

    def __init__(self, longest: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a code is one in every language
        self._longest = longest
        self.setAccessibleName(self.tr("Invitation code"))
        self.setPlaceholderText(grouped("X" * min(longest, 3 * _GROUP)))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly | Qt.InputMethodHint.ImhLatinOnly)
        self.textEdited.connect(self._regroup)
        self.returnPressed.connect(lambda: self.submitted.emit(self.code()))
        self._dress()

    def code(self) -> str:
        """What was typed, tidied."""
        return tidy(self.text())

    def show_code(self, code: str) -> None:
        """Fill in a code seen elsewhere."""
        self._regroup(code)

    def sizeHint(self) -> QSize:
        """Room for the groups of the longest code."""
        width = self.fontMetrics().horizontalAdvance(grouped("W" * self._longest))
        height = current().text_px(Type.HEADING) * Theme.line_height + current().space(4)
        return QSize(width + current().space(8), round(max(current().target, height)))

    minimumSizeHint = sizeHint

    def changeEvent(self, event: QEvent) -> None:
        """Set the large face again when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        # The style sheet names a size for every line edit; a sheet of its own is what overrides it.
        pixels = current().text_px(Type.HEADING)
        sheet = f"font-size: {pixels}px; font-weight: bold; letter-spacing: {pixels // 20}px; padding: 0;"
        if self.styleSheet() != sheet:
            self.setFont(font(current(), Type.HEADING, Weight.STRONG))
            self.setStyleSheet(sheet)

    def _regroup(self, typed: str) -> None:
        before = len(tidy(self.text()[: self.cursorPosition()]))
        code = tidy(typed)[: self._longest]
        self.setText(grouped(code))
        if before < len(code):
            self.setCursorPosition(before + max(0, before - 1) // _GROUP)
        self.code_changed.emit(code)
