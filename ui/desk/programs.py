"""Every program that was run or handed in, with what changed since the one before; one click copies it."""

import difflib
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from kiosk.domain.code import LANGUAGE_NAMES, CodePurpose
from kiosk.ports.dossier import Program
from ui.desk import phrases
from ui.editor.choice import ChoiceRow
from ui.layout import Column, Flow
from ui.theme.fonts import sign_by_sign
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import QuietButton
from ui.widgets.text import Text, Tone

_FEWEST_LINES, _MOST_LINES = 6, 22


class Programs(Column):
    """Starts with the last one, which is the answer."""

    sought = Signal(float)

    def __init__(self, programs: Sequence[Program]) -> None:
        super().__init__(gap=1)
        self._programs = tuple(programs)
        self._which = ChoiceRow()
        self._which.show_names([self._name(program) for program in programs])
        self._came_to = Text("", Type.NOTE, Tone.QUIET)
        self._source = QPlainTextEdit()
        self._source.setReadOnly(True)
        self._source.setProperty("code", True)
        self._source.setFont(sign_by_sign())
        self._source.setTabChangesFocus(True)
        self._source.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._source.setAccessibleName(self.tr("Program"))
        self._changes = QuietButton(self.tr("Changes"), Icon.RETAKE)
        self._changes.setObjectName("changes")
        self._changes.setCheckable(True)
        self._changes.toggled.connect(lambda _: self._show())
        copy = QuietButton(self.tr("Copy"), Icon.DOCUMENT)
        copy.setObjectName("copy")
        copy.clicked.connect(self._copy)
        self._go = QuietButton(self.tr("Show in the recording"), Icon.PLAY)
        self._go.clicked.connect(self._seek)
        foot = Flow(gap=1)
        foot.show_widgets(self._changes, copy, self._go)
        self.add(self._which, self._came_to, self._source, foot)
        self._which.chosen.connect(lambda _: self._show())
        self._which.choose(len(programs) - 1)
        self._show()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._source.toPlainText()

    def _name(self, program: Program) -> str:
        purpose = self.tr("Run") if program.purpose is CodePurpose.RUN else self.tr("Submission")
        return f"{program.number} · {purpose}"

    def _show(self) -> None:
        place = self._which.place
        program = self._programs[place]
        self._came_to.setText(f"{LANGUAGE_NAMES[program.language]} · {phrases.verdict(program.result)}")
        before = self._programs[place - 1].source if place else ""
        shows_changes = self._changes.isChecked()
        text = changes(before, program.source) if shows_changes else program.source
        self._source.setPlainText(text)
        self._source.setExtraSelections(self._tints() if shows_changes else [])
        lines = min(_MOST_LINES, max(_FEWEST_LINES, text.count("\n") + 2))
        self._source.setFixedHeight(round(lines * self._source.fontMetrics().lineSpacing() * 1.05))
        self._go.setVisible(program.at_s is not None)

    def _tints(self) -> list[QTextEdit.ExtraSelection]:
        colours = current().colours
        tints = {"+": colours.proven_soft, "-": colours.recording_soft}
        found = []
        block = self._source.document().firstBlock()
        while block.isValid():
            colour = tints.get(block.text()[:1])
            if colour:
                tint = QTextEdit.ExtraSelection()
                tint.cursor = QTextCursor(block)
                tint.cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                tint.format.setBackground(QColor(colour))
                found.append(tint)
            block = block.next()
        return found

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._programs[self._which.place].source)

    def _seek(self) -> None:
        at_s = self._programs[self._which.place].at_s
        if at_s is not None:
            self.sought.emit(at_s)


def changes(before: str, after: str) -> str:
    """Lines that went with ``-``, lines that came with ``+``, the others with two spaces."""
    compared = difflib.ndiff(before.splitlines(), after.splitlines())
    return "\n".join(line for line in compared if not line.startswith("? "))
