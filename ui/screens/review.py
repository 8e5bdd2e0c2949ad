"""All questions are done: what was given, and the end."""

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.pack import Question
from kiosk.flow.events import EndConfirmed
from kiosk.flow.states import Reviewing, Run
from kiosk.ports.station import Snapshot
from ui.layout import Column, Row
from ui.screens.screen import Action, Screen
from ui.texts import outcome
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone


class ReviewScreen(Screen):
    """A list of the questions and what became of each; ending is the candidate's own act."""

    def __init__(self) -> None:
        super().__init__()
        self._list = Card()
        self.column.add(
            Text(self.tr("That was the last question"), Type.TITLE),
            Text(self.tr("This is what you gave us. Nothing more is asked of you."), tone=Tone.QUIET),
            self._list,
        )
        self.offer(primary=Action("end", self.tr("End the interview"), EndConfirmed(), Icon.CHECK))
        self._drawn = False

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """One row a question."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Reviewing)
        if self._drawn:
            return
        self._drawn = True
        for number, question in enumerate(scene.run.pack.questions, start=1):
            self._list.body.addWidget(_row(scene.run, question, number))


def _row(run: Run, question: Question, number: int) -> Row:
    attempts = tuple(attempt for attempt in run.attempts if attempt.question == question.id)
    texts = Column(gap=0)
    texts.add(Text(f"{number}. {run.text(question)}"), Text(outcome(attempts), Type.NOTE, Tone.QUIET))
    row = Row(gap=2)
    row.add(_mark(attempts))
    row.add(texts, stretch=1)
    return row


def _mark(attempts: tuple[Attempt, ...]) -> IconMark:
    kept = any(attempt.outcome is Outcome.KEPT for attempt in attempts)
    return IconMark(Icon.CHECK, Tone.PROVEN) if kept else IconMark(Icon.SKIP, Tone.QUIET)
