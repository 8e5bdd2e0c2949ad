"""A question, from its first word to the decision about the answer.

The page stays the same through all phases, so that the avatar keeps its place: the person who asked is the
one who listens.
"""

from typing import Self

from PySide6.QtWidgets import QWidget

from kiosk.domain.accommodations import Captions
from kiosk.domain.pack import Question
from kiosk.flow.events import AnswerTyped, Event
from kiosk.flow.states import Practising, Questioning, Run
from kiosk.ports.station import Snapshot, Speaking
from ui.avatar.drawing import characters
from ui.avatar.motion import Mood
from ui.avatar.view import AvatarView
from ui.bridge import Live
from ui.layout import Beside, Column, Split
from ui.screens.phases import Manner, Scenery, scenery
from ui.screens.problem import ProblemText
from ui.screens.screen import Screen
from ui.screens.welcome import HOST
from ui.theme.fonts import Weight
from ui.theme.tokens import Theme, Type
from ui.widgets.answer_field import AnswerField
from ui.widgets.caption import CaptionText
from ui.widgets.level_line import LevelLine
from ui.widgets.text import Text, Tone
from ui.widgets.time_bar import TimeBar

_SILENT_DBFS = -90.0


class QuestionScreen(Screen):
    """Avatar, question, and what the phase needs; never the candidate's own picture."""

    lively = True
    fills = True
    roomy = True
    """Whether the question stands in large letters until the answer begins."""
    portrait: type[AvatarView] = AvatarView

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._scenery: Scenery | None = None
        self._since_s = 0.0
        self._spoken: Speaking | None = None
        self._avatar: AvatarView | None = None
        self._asked = CaptionText("", Type.HEADING)
        self._reminder = CaptionText("", Type.LEAD, Weight.REGULAR)
        self._asks = Text("", Type.LEAD, Tone.ACCENT, Weight.STRONG)
        self._words = Text("", Type.BODY, Tone.QUIET)
        self._words.setObjectName("phase")
        self._level, self._time, self._field = LevelLine(), TimeBar(), AnswerField()
        self._field.drafted.connect(lambda text: super(QuestionScreen, self).wish(AnswerTyped(text)))
        self._stands = False

    def widest(self, theme: Theme) -> int:
        """Avatar and question stand side by side."""
        return round(theme.column * 1.7)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The present phase."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Practising | Questioning)
        practice = isinstance(scene, Practising)
        question, run = scene.question, scene.run
        if self._question is None:
            self._build(question, run)
        self._question, self._since_s = question, snapshot.since_mono_s
        self._stands = run.adjusting
        again, writes = question.id in run.asked_again, _writes(run, question)
        manner = Manner(practice, again, run.comfort, writes, _about(scene))
        self._scenery = shown = scenery(scene.phase, question, manner)
        self._words.setText(shown.words)
        self._asks.setText(shown.asks)
        self._asks.setVisible(bool(shown.asks))
        self._asked.setVisible(shown.large and self.roomy and shown.readable)
        self._reminder.setVisible(not (shown.large and self.roomy))
        self._asked.set_largest(Type.TITLE if run.comfort.captions is Captions.LARGE else Type.HEADING)
        if self._avatar is not None:
            self._avatar.setVisible(run.comfort.voice)
        self._level.setVisible(shown.listening)
        self._field.setVisible(shown.listening and manner.writes)
        self._time.setVisible(shown.clock is not None and run.accommodations.shows_time)
        self._show_time(snapshot.since_mono_s)
        self.offer(*shown.quiet, primary=shown.primary)

    def carry_over(self, before: Self) -> None:
        """What was written of the answer; it has been told by now."""
        before._field.tell()
        self._field.show_text(before._field.toPlainText())

    def show_live(self, live: Live) -> None:
        """Mouth, level, and the time that is left."""
        if self._scenery is None or self._avatar is None:
            return
        self._show_time(live.now_mono_s)
        level = live.recorder.level_dbfs if live.recorder else _SILENT_DBFS
        self._level.show_level(level)
        if live.speaking is not None:
            if live.speaking != self._spoken:
                self._avatar.speak(live.speaking.utterance.mouth, live.speaking.started_mono_s)
        elif self._scenery.listening:
            self._avatar.listen(live.recorder is not None and live.recorder.speech)
        elif self._avatar.mood is not Mood.RESTING:
            self._avatar.rest()
        self._spoken = live.speaking

    def wish(self, event: Event) -> None:
        """Whatever is wished for, what was written before comes first."""
        self._field.tell()
        super().wish(event)

    def first_stop(self) -> QWidget | None:
        """Whoever writes, writes at once."""
        return self._field if self._field.isVisible() else super().first_stop()

    def compose(self, avatar: AvatarView, question: Question, run: Run) -> QWidget:
        """Everything in its place, once for all phases."""
        problem = (question.problem or {}).get(run.language)
        if problem is None:
            return Split(avatar, self._talk(), shares=(4, 5), gap=8)
        side = Column(gap=2)
        side.add(avatar, stretch=2)
        side.add(self._talk(), stretch=3)
        return Split(side, ProblemText(problem), shares=(4, 5), gap=6)

    def _show_time(self, now_mono_s: float) -> None:
        clock = self._scenery.clock if self._scenery else None
        if clock is not None:
            running_s = 0.0 if self._stands else max(0.0, now_mono_s - self._since_s)
            spent = clock.spent_s + running_s
            self._time.show_time(clock.limit_s - spent, clock.limit_s)

    def _build(self, question: Question, run: Run) -> None:
        text = run.text(question)
        if run.typed is not None and run.typed.question == question.id:
            self._field.show_text(run.typed.text)
        self._asked.setText(text)
        self._reminder.setText(text)
        self._avatar = self.portrait(question.avatar if question.avatar in characters() else HOST)
        self.column.add(self.compose(self._avatar, question, run), stretch=1)

    def _talk(self) -> Beside:
        talk = Beside(self._asked, self._reminder, self._asks, self._words, self._level, self._time)
        talk.box.insertWidget(talk.box.count() - 1, self._field, 2)
        return talk


def _writes(run: Run, question: Question) -> bool:
    """Whether the answer may be typed; a program is typed anyway."""
    return run.accommodations.text_answers and question.coding is None


def _about(scene: Practising | Questioning) -> str:
    """The question that a follow-up follows, for it may lie some minutes back."""
    if isinstance(scene, Practising) or scene.further is None:
        return ""
    return scene.run.text(scene.run.pack.questions[scene.index])
