"""All questions are done: what was given, word by word where it has been written down, and the end."""

from functools import partial

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Question
from kiosk.domain.transcript import Transcript
from kiosk.flow.events import EndConfirmed, WordsChosen
from kiosk.flow.states import Reviewing, Run
from kiosk.ports.station import Snapshot
from ui.layout import Column, Row
from ui.screens.screen import Action, Screen
from ui.texts import outcome
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.spoken_text import SpokenText
from ui.widgets.text import Text, Tone


class ReviewScreen(Screen):
    """A list of the questions and what became of each; ending is the candidate's own act."""

    def __init__(self) -> None:
        super().__init__()
        self._list, self._rows, self._words = Card(), Column(gap=3), Text("", tone=Tone.QUIET)
        self._list.body.addWidget(self._rows)
        self.column.add(Text(self.tr("That was the last question"), Type.TITLE), self._words, self._list)
        self.offer(primary=Action("end", self.tr("End the interview"), EndConfirmed(), Icon.CHECK))
        self._drawn: tuple[Transcript, ...] | None = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """One row a question; a text that comes later finds its place."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Reviewing)
        if self._drawn == scene.run.transcripts:
            return
        self._drawn = scene.run.transcripts
        self._words.setText(
            self.tr("This is what we understood. Touch a word that is wrong; dots show where we were unsure.")
            if self._drawn
            else self.tr("This is what you gave us. Nothing more is asked of you.")
        )
        self._rows.clear()
        for number, question in enumerate(scene.run.pack.questions, start=1):
            self._rows.add(self._row(scene.run, question, f"{number}"))
            for further in scene.run.further:
                if further.of == question.id:
                    self._rows.add(self._row(scene.run, further.question, f"{number}+"))

    def _row(self, run: Run, question: Question, number: str) -> Row:
        attempts = tuple(attempt for attempt in run.attempts if attempt.question == question.id)
        texts = Column(gap=0)
        texts.add(Text(f"{number}. {run.text(question)}"), Text(outcome(attempts), Type.NOTE, Tone.QUIET))
        transcript = run.transcript(question.id)
        if transcript is not None and transcript.latest.words:
            name = self.tr("Your answer to question {number}, word by word").format(number=number)
            spoken = SpokenText(transcript.latest.words, name)
            spoken.setObjectName(f"answer-{question.id}")
            spoken.chosen.connect(partial(self._choose, question.id))
            texts.add(spoken)
        row = Row(gap=2)
        row.add(_mark(attempts))
        row.add(texts, stretch=1)
        return row

    def _choose(self, question: QuestionId, index: int) -> None:
        self.wish(WordsChosen(question, index, index))


def _mark(attempts: tuple[Attempt, ...]) -> IconMark:
    kept = any(attempt.outcome is Outcome.KEPT for attempt in attempts)
    return IconMark(Icon.CHECK, Tone.PROVEN) if kept else IconMark(Icon.SKIP, Tone.QUIET)
