"""A coding question: the task, the editor and what became of the program, while avatar and clock go on.

What is written lives in the editor; the state only ever gives it back to a page that has just been made.
"""

from typing import Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kiosk.domain.code import CodeAttempt, CodeLanguage, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.pack import Question
from kiosk.flow.coding import LONGEST_SOURCE, MOST_ATTEMPTS
from kiosk.flow.events import CodeDrafted, CodeHandedIn, CodeStopRequested, Event
from kiosk.flow.states import Answering, Questioning, Run
from kiosk.ports.judge import JudgeStatus
from kiosk.ports.station import Snapshot
from ui.avatar.view import AvatarView
from ui.bridge import Live
from ui.editor.workbench import Workbench
from ui.layout import Column, Direction, Row
from ui.screens.problem import ProblemText
from ui.screens.question import QuestionScreen
from ui.theme.tokens import Theme
from ui.theme.wardrobe import current

_LARGE = 1.4
"""Text factor above which two things do not stand side by side in half a screen."""


class SmallAvatar(AvatarView):
    """Somebody who listens beside a task."""

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as two lines of words."""
        side = current().space(14)
        return QSize(side, side).expandedTo(self.minimumSizeHint())


class _Signs(Row):
    """Level and time, side by side; one above the other when the letters are large."""

    def _measure(self) -> None:
        super()._measure()
        large = current().appearance.text_factor > _LARGE
        self.box.setDirection(Direction.TopToBottom if large else Direction.LeftToRight)


class CodingScreen(QuestionScreen):
    """The question stands small above the task; editor and results are beside it.

    The program may be changed only while the answer's clock runs: nobody gets more time by having the
    question repeated.
    """

    roomy = False
    portrait = SmallAvatar

    def __init__(self) -> None:
        super().__init__()
        self._bench: Workbench | None = None
        self._judge: JudgeStatus | None = None
        self._attempt: CodeAttempt | None = None
        self._drawn: CodeAttempt | None = None
        self._given_up = 0
        self._open = False

    def widest(self, theme: Theme) -> int:
        """Programs are wide."""
        return theme.column * 2

    def first_stop(self) -> QWidget | None:
        """The editor, once it may be written in."""
        answering = self._scenery is not None and self._scenery.listening
        return self._bench.editor if self._bench and answering else super().first_stop()

    def compose(self, avatar: AvatarView, question: Question, run: Run) -> QWidget:
        """Avatar, question and clock above the task, the bench beside them."""
        assert question.coding is not None
        side = Column(gap=2)
        signs = _Signs(gap=3)
        signs.add(self._level, self._time, stretch=1)
        side.add(self._head(avatar), signs)
        side.add(ProblemText((question.problem or {}).get(run.language, "")), stretch=1)
        bench = self._bench = Workbench(question.coding, side)
        bench.run_requested.connect(lambda *program: self._hand_in(CodePurpose.RUN, *program))
        bench.submit_requested.connect(lambda *program: self._hand_in(CodePurpose.SUBMIT, *program))
        bench.draft_changed.connect(lambda source, language: self.wish(CodeDrafted(language, source)))
        bench.cancel_requested.connect(self._stop)
        self._restore(bench, question, run)
        return bench

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The present phase, and what became of the last program."""
        super().show_snapshot(snapshot)
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Questioning)
        self._attempt = _latest(scene.run, scene.question)
        self._show_attempt()
        self._show_open(isinstance(scene.phase, Answering))

    def carry_over(self, before: Self) -> None:
        """The program as it stands."""
        super().carry_over(before)
        if before._bench is not None and self._bench is not None:
            before._bench.keep_draft()
            self._bench.show_program(before._bench.source, before._bench.language)

    def show_live(self, live: Live) -> None:
        """What can be run is known a moment after the station has started."""
        super().show_live(live)
        if self._bench is not None and live.judge is not None and live.judge != self._judge:
            self._judge = live.judge
            self._bench.show_status(live.judge)
            self._drawn = None
            self._show_attempt()

    def wish(self, event: Event) -> None:
        """Whatever is wished for, what was written before comes first."""
        if self._bench is not None:
            self._bench.keep_draft()
        super().wish(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the program; pressed beside the editor it must not end the answer."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _head(self, avatar: AvatarView) -> Row:
        words = Column(gap=1)
        words.add(self._reminder, self._asks, self._words)
        head = Row(gap=2)
        head.add(avatar)
        head.add(words, stretch=1)
        return head

    def _restore(self, bench: Workbench, question: Question, run: Run) -> None:
        draft = run.draft if run.draft and run.draft.question == question.id else None
        last = draft or _latest(run, question)
        if last is not None:
            bench.show_program(last.source, last.language)

    def _show_open(self, open_: bool) -> None:
        assert self._bench is not None
        began, self._open = open_ and not self._open, open_
        self._bench.set_open(open_)
        focus = QApplication.focusWidget()
        if began and focus is not None and self.isAncestorOf(focus):
            self.entered()

    def _show_attempt(self) -> None:
        """Once for each change: the example that somebody looks at stays the one shown."""
        attempt, bench = self._attempt, self._bench
        if attempt is None or bench is None or attempt == self._drawn or attempt.number == self._given_up:
            return
        self._drawn = attempt
        nothing_runs = self._judge is not None and bool(self._judge.reason)
        match attempt.result:
            case None | CodeResult(verdict=CodeVerdict.JUDGE_ERROR) if nothing_runs:
                bench.show_kept()
            case None:
                bench.show_running()
            case result:
                bench.show_result(result, attempt.purpose)

    def _hand_in(self, purpose: CodePurpose, source: str, language: CodeLanguage) -> None:
        assert self._bench is not None
        if len(source) > LONGEST_SOURCE:
            self._bench.refuse(self.tr("Your program is too long to be kept. Please shorten it."))
            return
        if self._attempt is not None and self._attempt.number >= MOST_ATTEMPTS:
            self._bench.refuse(
                self.tr("There are no more attempts. What stands here counts when you have finished.")
            )
            return
        self.wish(CodeHandedIn(purpose, language, source))

    def _stop(self) -> None:
        """A run is stopped; what was handed in is judged, but nobody has to wait for it."""
        assert self._bench is not None
        assert self._attempt is not None
        if self._attempt.purpose is CodePurpose.RUN:
            super().wish(CodeStopRequested())
            return
        self._given_up = self._attempt.number
        self._bench.show_kept()


def _latest(run: Run, question: Question) -> CodeAttempt | None:
    mine = (attempt for attempt in reversed(run.code) if attempt.question == question.id)
    return next(mine, None)
