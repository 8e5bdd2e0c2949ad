"""Colours code with Pygments, whose lexers want the whole text and not a line at a time."""

from pygments import lex
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.editor.colours import CODE_COLOURS, kind_of
from ui.editor.dialects import Dialect
from ui.theme.wardrobe import current

AT_ONCE = 4_000
"""Characters that are lexed between two keys without anybody noticing."""
PAUSE_MS = 120
Span = tuple[int, int, str]
"""Where in its line a word begins, how long it is, and its colour's name."""


class Highlighter(QSyntaxHighlighter):
    """Lexes the text after each change, and paints anew only the lines that came out differently.

    A long text is lexed when the typing pauses; until then a changed line is coloured as if it stood alone,
    which is wrong only inside a text or a comment of several lines.
    """

    def __init__(self, document: QTextDocument, dialect: Dialect) -> None:
        super().__init__(document)
        self._lexer = _lexer(dialect)
        self._text: list[str] = []
        self._lines: list[tuple[Span, ...]] = []
        self._formats: dict[str, QTextCharFormat] = {}
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._settle)
        self.dress()
        document.contentsChanged.connect(self._changed)

    def speak(self, dialect: Dialect) -> None:
        """The text is in another language from now on."""
        self._lexer, self._text = _lexer(dialect), []
        self._settle()

    def dress(self) -> None:
        """Take the colours of the present theme."""
        colours = CODE_COLOURS[current().appearance.scheme]
        for kind in ("keyword", "name", "text", "number", "comment"):
            shape = QTextCharFormat()
            shape.setForeground(QColor(getattr(colours, kind)))
            if kind == "keyword":
                shape.setFontWeight(QFont.Weight.Bold)
            self._formats[kind] = shape
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for every line that changed."""
        line = self.currentBlock().blockNumber()
        known = line < len(self._text) and self._text[line] == text
        spans = self._lines[line] if known else spans_by_line(text, self._lexer)[0]
        for start, length, kind in spans:
            self.setFormat(start, length, self._formats[kind])
        self.setCurrentBlockState(_mark(spans))

    def _changed(self) -> None:
        if self.document().characterCount() <= AT_ONCE:
            self._settle()
        else:
            self._pause.start()

    def _settle(self) -> None:
        """A change in one line may colour others: a quotation mark does."""
        text = self.document().toPlainText()
        if text.split("\n") == self._text:
            return
        self._text, self._lines = text.split("\n"), spans_by_line(text, self._lexer)
        block = self.document().begin()
        for spans in self._lines:
            if block.userState() != _mark(spans):
                self.rehighlightBlock(block)
            block = block.next()


def spans_by_line(text: str, lexer: Lexer) -> list[tuple[Span, ...]]:
    """What is coloured in each line of ``text``."""
    lines: list[list[Span]] = [[]]
    column = 0
    for token, words in lex(text, lexer):
        kind = kind_of(token)
        for number, piece in enumerate(words.split("\n")):
            if number:
                lines.append([])
                column = 0
            if piece and kind:
                lines[-1].append((column, len(piece), kind))
            column += len(piece)
    return [tuple(line) for line in lines]


def _lexer(dialect: Dialect) -> Lexer:
    return get_lexer_by_name(dialect.lexer, stripnl=False, ensurenl=False)


def _mark(spans: tuple[Span, ...]) -> int:
    """A number for Qt to remember a line's colours by; never the -1 of a line without any."""
    return hash(spans) & 0x3FFFFFFF
