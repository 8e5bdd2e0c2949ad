"""The examples, and what the program made of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kiosk.domain.code import CodePurpose, CodeResult, CodeVerdict, Example, TestResult
from ui.editor.choice import ChoiceRow
from ui.editor.words import effort, summary, verdict_label
from ui.layout import Column, Direction, Row
from ui.theme.fonts import Weight, sign_by_sign
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.chip import Chip
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

_LARGE = 1.4
"""Text factor above which words and buttons do not share a line."""


class _Head(Row):
    """Words and buttons side by side; one above the other where an upright screen has large letters."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the window."""
        window, large = self.window().size(), current().appearance.text_factor > _LARGE
        stacked = large and window.height() > window.width()
        self.box.setDirection(Direction.TopToBottom if stacked else Direction.LeftToRight)
        super().resizeEvent(event)


class OutputPane(Column):
    """Shows one example at a time: what is read, what is expected, what was written."""

    def __init__(self, examples: Sequence[Example], parent: QWidget | None = None) -> None:
        super().__init__(gap=0.5, parent=parent)
        self._examples = tuple(examples)
        self._tests: tuple[TestResult, ...] = ()
        self._headline = Text("", weight=Weight.STRONG)
        self._effort = Text("", Type.NOTE, Tone.QUIET)
        self._progress = ProgressLine()
        room = self._progress.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(room)
        self._names = ChoiceRow()
        self._verdict = Row(gap=0)
        self._given = CodeBox(self.tr("Input"))
        self._expected = CodeBox(self.tr("Expected output"))
        self._written = CodeBox(self.tr("Your output"))
        self._message = CodeBox(self.tr("What the compiler says"), lines=6)
        self._build()
        self._names.chosen.connect(self._show_example)
        self._names.show_names([self._name(number) for number in range(len(self._examples))])
        self.show_nothing()

    def show_nothing(self) -> None:
        """Before the first run."""
        self._show(self.tr("Nothing has been run yet. These are the examples."))

    def show_running(self) -> None:
        """While it runs."""
        self._show(self.tr("Your program is running."), running=True)

    def show_reason(self, reason: str) -> None:
        """Nothing can be run here."""
        self._show(reason)

    def show_result(self, result: CodeResult, purpose: CodePurpose) -> None:
        """What it came to; the first example that did not come out right is the one shown."""
        shown = tuple(test for test in result.tests if not test.hidden)
        self._show(summary(result, purpose), shown, message=result.message)
        if result.tests:
            self._effort.setText(effort(result.cpu_s, result.memory_bytes))
        wrong = [number for number, test in enumerate(shown) if test.verdict is not CodeVerdict.ACCEPTED]
        if wrong:
            self._names.choose(wrong[0])

    def put_beside(self, hint: QWidget, *buttons: QWidget) -> None:
        """Share the headline's line with what else stands below an editor: height is what programs lack."""
        self._words.add(hint)
        keys = Row(gap=1)
        keys.add(*buttons)
        self._head.add(keys)

    def _build(self) -> None:
        line = Row(gap=2)
        line.add(self._headline, stretch=1)
        line.add(self._effort)
        self._words = Column(gap=0)
        self._words.add(line, self._progress)
        self._head = _Head(gap=1)
        self._head.add(self._words, stretch=1)
        boxes = Row(gap=1)
        for box in (self._given, self._expected, self._written):
            boxes.add(box, stretch=1)
        self._by_example = Column(gap=0.5)
        row = Row(gap=1)
        row.add(self._names, stretch=1)
        row.add(self._verdict)
        self._by_example.add(row)
        self._by_example.add(boxes, stretch=1)
        self.add(self._head)
        self.add(self._by_example, self._message, stretch=1)

    def _show(
        self, headline: str, tests: tuple[TestResult, ...] = (), message: str = "", *, running: bool = False
    ) -> None:
        self._headline.setText(headline)
        self._effort.setText("")
        self._progress.setVisible(running)
        self._tests = tests
        self._message.show_text(message)
        self._message.setVisible(bool(message))
        self._by_example.setVisible(not message)
        for number in range(len(self._examples)):
            label = verdict_label(tests[number].verdict) if number < len(tests) else None
            self._names.show_sign(number, label.icon if label else None, label.words if label else "")
        self._show_example(self._names.place)

    def _show_example(self, place: int) -> None:
        if not 0 <= place < len(self._examples):
            return
        example = self._examples[place]
        test = self._tests[place] if place < len(self._tests) else None
        self._given.show_text(example.input)
        self._expected.show_text(example.answer)
        self._written.show_text(_written(test) if test else "")
        self._show_verdict(test)

    def _show_verdict(self, test: TestResult | None) -> None:
        self._verdict.clear()
        if test is not None:
            self._verdict.add(Chip(verdict_label(test.verdict)))

    def _name(self, number: int) -> str:
        return self.tr("Example {number}").format(number=number + 1)


class CodeBox(Column):
    """A titled box with text that cannot be changed."""

    def __init__(self, title: str, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(gap=0.25, parent=parent)
        self._sheet = CodeSheet(lines)
        self._sheet.setAccessibleName(title)
        self.add(Text(title, Type.NOTE, Tone.QUIET))
        self.add(self._sheet, stretch=1)

    def show_text(self, text: str) -> None:
        """Show this, without the line break at its end."""
        self._sheet.setPlainText(text.removesuffix("\n"))


class CodeSheet(QPlainTextEdit):
    """Text in the letters of programs; Tab moves on from it, and so many lines can always be read."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lines = lines
        self.setProperty("code", True)
        self.setFont(sign_by_sign())
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def sizeHint(self) -> QSize:
        """No more than it needs."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """The lines, and a line's length that is worth reading."""
        theme, line = current(), self.fontMetrics().lineSpacing()
        return QSize(theme.space(16), self._lines * line + 2 * theme.space(2))


def _written(test: TestResult) -> str:
    return test.output + test.error_output
