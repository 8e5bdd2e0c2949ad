"""A problem statement, written in Markdown."""

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser

from ui.theme.fonts import font
from ui.theme.tokens import Type
from ui.theme.wardrobe import current

_DIALECT = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_LEADING = 125
"""Per cent of the font's own line height."""
_FEWEST_LINES = 5


class ProblemText(QTextBrowser):
    """Shows the statement and nothing else: links lead nowhere, pictures are not fetched."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self._markdown = markdown
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAccessibleName(self.tr("The task"))
        self._write()

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:
        """Whatever a statement refers to stays where it is; nothing at all would make Qt open local files."""
        return QByteArray()

    def minimumSizeHint(self) -> QSize:
        """A few lines, whatever the size of the letters."""
        theme = current()
        line = theme.text_px(Type.BODY) * theme.line_height
        return QSize(theme.space(40), round(_FEWEST_LINES * line) + theme.space(4))

    def changeEvent(self, event: QEvent) -> None:
        """Set the words again in the size and the colours of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._write()

    def _write(self) -> None:
        document = self.document()
        document.setDefaultFont(font(current(), Type.BODY))
        document.setDocumentMargin(current().space(2))
        document.setMarkdown(self._markdown, _DIALECT)
        for table in document.rootFrame().childFrames():
            if isinstance(table, QTextTable):
                _rule(table)
        block = document.begin()
        while block.isValid():
            _space(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _space(block: QTextBlock) -> None:
    """Air between paragraphs; code stands on a ground of its own."""
    theme, cursor, shape = current(), QTextCursor(block), QTextBlockFormat()
    shape.setLineHeight(_LEADING, _PROPORTIONAL)
    if cursor.currentTable() is None:
        shape.setBottomMargin(theme.space(0.5 if cursor.currentList() is not None else 1.5))
    if _is_code(block):
        shape.setBackground(QBrush(QColor(theme.colours.sunk)))
        shape.setNonBreakableLines(False)
        shape.setBottomMargin(theme.space(0.25 if _is_code(block.next()) else 2))
    cursor.mergeBlockFormat(shape)


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _rule(table: QTextTable) -> None:
    theme, shape = current(), table.format()
    shape.setBorderBrush(QBrush(QColor(theme.colours.line)))
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderCollapse(True)
    shape.setCellPadding(theme.space(1))
    shape.setTopMargin(theme.space(2))
    shape.setBottomMargin(theme.space(2))
    table.setFormat(shape)
    first = table.cellAt(0, 0).firstCursorPosition()
    if not first.block().text():  # what Qt makes of a table after a block of code
        first.deleteChar()
