"""A coding question: the task on one side, editor and results on the other."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.code import LANGUAGE_NAMES, CodeLanguage, CodePurpose, CodeResult, CodingTask
from kiosk.ports.judge import JudgeStatus
from ui.editor.choice import ChoiceRow
from ui.editor.code_editor import CodeEditor
from ui.editor.dialects import DIALECTS
from ui.editor.output_pane import OutputPane
from ui.layout import Column, Row, Split
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.text import Text, Tone

DRAFT_AFTER_MS = 1500
"""As old as something that was typed may become before it is told."""


class SmallButton(QuietButton):
    """For the size of the letters."""

    steps = 6.0
    words_size = Type.NOTE


class Workbench(Column):
    """Shows a task and what became of a program; it runs nothing itself.

    ``statement`` is whatever shows the task's words. A program is a source and a ``CodeLanguage``.
    """

    run_requested = Signal(str, object)
    submit_requested = Signal(str, object)
    cancel_requested = Signal()
    draft_changed = Signal(str, object)
    """What was written in the last moment, to be kept in case of a power cut."""

    def __init__(self, task: CodingTask, statement: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._offered = task.languages
        self._sources = {language: DIALECTS[language].start for language in task.languages}
        self._shown: CodeLanguage | None = None
        self._told = ""
        self._open = True
        self._running = False
        self._can_run = True
        self.editor = CodeEditor()
        self.output = OutputPane(task.examples)
        self._languages = ChoiceRow()
        self._hint = Text("", Type.NOTE, Tone.QUIET)
        self._run = QuietButton("")
        self._submit = QuietButton(self.tr("Submit"), Icon.CHECK)
        self._run.setObjectName("run")
        self._submit.setObjectName("submit")
        self._draft = QTimer(self, interval=DRAFT_AFTER_MS, singleShot=True)
        self._build(statement)
        self._connect()
        self._offer(task.languages)
        self._show_hint(False)

    @property
    def language(self) -> CodeLanguage:
        """The language chosen now."""
        return self._offered[max(0, self._languages.place)]

    @property
    def source(self) -> str:
        """The program as it stands."""
        return self.editor.toPlainText()

    def show_status(self, status: JudgeStatus) -> None:
        """Offer the task's languages that can be run here; all of them where nothing can be run."""
        installed = {toolchain.language for toolchain in status.toolchains}
        languages = tuple(language for language in self._sources if language in installed)
        self._can_run = not status.reason
        if self._can_run and languages:
            self._offer(languages)
        if not self._can_run:
            kept = self.tr("Programs cannot be run here. Write yours and submit it: it is kept.")
            self.output.show_reason(kept)
        self._enable()

    def show_program(self, source: str, language: CodeLanguage) -> None:
        """Put back what was written before."""
        self._sources[language] = source
        if language not in self._offered:
            return
        if language is self._shown:
            self._put(source)
        self._languages.choose(self._offered.index(language))

    def set_open(self, open_: bool) -> None:
        """Whether the program may be changed, run and submitted now; it can be read at any time."""
        self._open = open_
        self.editor.setReadOnly(not open_)
        self._enable()

    def keep_draft(self) -> None:
        """Tell what was written in the last moment, if anything was."""
        self._draft.stop()
        if self._shown is not None and self.source != self._told:
            self._told = self.source
            self.draft_changed.emit(self.source, self._shown)

    def show_running(self) -> None:
        """A run or a submission is under way; it can be cancelled."""
        self._running = True
        self.output.show_running()
        self._enable()

    def show_result(self, result: CodeResult, purpose: CodePurpose) -> None:
        """What the program came to."""
        self._running = False
        self.output.show_result(result, purpose)
        self._enable()

    def show_kept(self) -> None:
        """A submission was stored where nothing can be run, or a run was cancelled."""
        self._running = False
        self.output.show_reason(self.tr("Your program is kept as it stands."))
        self._enable()

    def refuse(self, why: str) -> None:
        """Say why nothing came of it."""
        self.output.show_reason(why)

    def _build(self, statement: QWidget) -> None:
        top = Row(gap=1)
        top.add(self._languages, stretch=1)
        for words, steps, name in (
            ("A−", -1, self.tr("Smaller letters")),
            ("A+", 1, self.tr("Larger letters")),
        ):
            button = SmallButton(words)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, by=steps: self.editor.grow(by))
            top.add(button)
        self.output.put_beside(self._hint, self._run, self._submit)
        work = Column(gap=0.5)
        work.add(top)
        work.add(self.editor, stretch=5)
        work.add(self.output, stretch=2)
        for side in (statement, work):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.add(Split(statement, work, shares=(2, 3), gap=3), stretch=1)

    def _connect(self) -> None:
        self._languages.chosen.connect(self._choose)
        self._run.clicked.connect(self._run_or_cancel)
        self._submit.clicked.connect(lambda: self.submit_requested.emit(self.source, self.language))
        self.editor.leaving_changed.connect(self._show_hint)
        self.editor.textChanged.connect(self._changed)
        self._draft.timeout.connect(self.keep_draft)

    def _offer(self, languages: tuple[CodeLanguage, ...]) -> None:
        before, self._offered = self._shown, languages
        self._languages.show_names([LANGUAGE_NAMES[language] for language in languages])
        if before in languages:
            self._languages.choose(languages.index(before))
        self._enable()

    def _choose(self, place: int) -> None:
        """Each language keeps what was written in it."""
        language = self._offered[place]
        if language is self._shown:
            return
        if self._shown is not None:
            self.keep_draft()
            self._sources[self._shown] = self.source
        self._shown = language
        self.editor.speak(DIALECTS[language])
        self._put(self._sources[language])

    def _put(self, source: str) -> None:
        """Show a program that nobody has to be told of."""
        self.editor.setPlainText(source)
        self._draft.stop()
        self._told = self.source

    def _changed(self) -> None:
        """Not restarted by more of it: whoever types without a pause is kept too."""
        if not self._draft.isActive():
            self._draft.start()

    def _run_or_cancel(self) -> None:
        if self._running:
            self.cancel_requested.emit()
        else:
            self.run_requested.emit(self.source, self.language)

    def _enable(self) -> None:
        self._run.setText(self.tr("Stop") if self._running else self.tr("Run"))
        self._run.set_icon(Icon.CLOSE if self._running else Icon.PLAY)
        self._run.setEnabled(self._open and (self._running or self._can_run))
        self._submit.setEnabled(self._open and not self._running)

    def _show_hint(self, leaving: bool) -> None:
        self._hint.setText(
            self.tr("Tab now moves on. Type to go on writing.")
            if leaving
            else self.tr("To leave the editor by keyboard: Escape, then Tab.")
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignLeft)
