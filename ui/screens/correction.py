"""Some words of an answer, to be typed as they should read or said again."""

from typing import Self

from PySide6.QtWidgets import QWidget

from kiosk.flow.events import BackRequested, RespeakBegan, RespeakEnded, WordsChosen, WordsCorrected
from kiosk.flow.readback import LONGEST_CORRECTION
from kiosk.flow.states import Correcting, Reviewing, Run
from kiosk.ports.station import Snapshot
from ui.bridge import Live
from ui.screens.screen import Action, Screen
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.level_line import LevelLine
from ui.widgets.line_field import LineField
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

_AROUND = 6
"""Words shown on either side."""
_SILENT_DBFS = -90.0


class CorrectionScreen(Screen):
    """The words in their sentence, a field, and a microphone for whoever would rather speak."""

    lively = True

    def __init__(self) -> None:
        super().__init__()
        self._title = Text(self.tr("What should it say here?"), Type.TITLE)
        self._sentence = Text("", Type.LEAD, Tone.QUIET)
        self._field = LineField(self.tr("What you said"))
        self._field.setObjectName("correction")
        self._field.setMaxLength(LONGEST_CORRECTION)
        self._field.textEdited.connect(lambda _text: self._offer())
        self._field.returnPressed.connect(lambda: self.wish(WordsCorrected(self._field.text())))
        self._words, self._level, self._line = Text(""), LevelLine(), ProgressLine()
        self._words.setObjectName("phase")
        self._correcting: Correcting | None = None
        self._last = 0
        self.column.add(self._title, self._sentence, self._field, self._words, self._level, self._line)

    def first_stop(self) -> QWidget | None:
        """The keyboard types at once, unless somebody speaks."""
        return self._field if self._field.isEnabled() else super().first_stop()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Typing, speaking, or waiting for what was understood."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Reviewing)
        assert scene.correcting is not None
        before, now = self._correcting, scene.correcting
        self._correcting = now
        if before is None or (before.first, before.last) != (now.first, now.last):
            self._show_words(scene.run, now)
        speaking = now.respeaking is not None and now.respeaking.ended is None
        waiting = now.respeaking is not None and not speaking
        self._field.setEnabled(now.respeaking is None)
        self._level.setVisible(speaking)
        self._line.setVisible(waiting)
        self._words.setText(self._said(now))
        self._offer()

    def carry_over(self, before: Self) -> None:
        """What was typed so far."""
        self._field.setText(before._field.text())
        self._offer()

    def show_live(self, live: Live) -> None:
        """We hear you."""
        self._level.show_level(live.recorder.level_dbfs if live.recorder else _SILENT_DBFS)

    def _show_words(self, run: Run, correcting: Correcting) -> None:
        transcript = run.transcript(correcting.question)
        assert transcript is not None
        words = [word.text for word in transcript.latest.words]
        first, last = correcting.first, correcting.last
        self._last = len(words) - 1
        before, after = words[max(0, first - _AROUND) : first], words[last + 1 : last + 1 + _AROUND]
        chosen = " ".join(words[first : last + 1])
        parts = [" ".join(before), f"[ {chosen} ]", " ".join(after)]
        lead, rest = "… " if first > _AROUND else "", " …" if last + _AROUND < self._last else ""
        self._sentence.setText(lead + " ".join(part for part in parts if part) + rest)
        self._field.setText(chosen)
        self._field.selectAll()

    def _said(self, correcting: Correcting) -> str:
        if correcting.respeaking is None:
            if correcting.unheard:
                return self.tr("We could not understand that. You may say it again or type it.")
            return self.tr("Type what you said, or say just these words again.")
        if correcting.respeaking.ended is None:
            return self.tr("Please say these words now.")
        return self.tr("One moment, we write down what you said.")

    def _offer(self) -> None:
        now = self._correcting
        assert now is not None
        leave = Action("leave-words", self.tr("Leave it"), BackRequested(), Icon.ARROW_LEFT)
        if now.respeaking is not None:
            done = Action("respoken", self.tr("I have said it"), RespeakEnded(), Icon.CHECK)
            self.offer(leave, primary=done if now.respeaking.ended is None else None)
            return
        text = self._field.text()
        earlier = WordsChosen(now.question, max(0, now.first - 1), now.last)
        later = WordsChosen(now.question, now.first, min(self._last, now.last + 1))
        self.offer(
            leave,
            Action("word-before", self.tr("Word before"), earlier, Icon.ARROW_LEFT, now.first > 0),
            Action("word-after", self.tr("Word after"), later, Icon.ARROW_RIGHT, now.last < self._last),
            Action("respeak", self.tr("Say it again"), RespeakBegan(), Icon.MICROPHONE),
            primary=Action("correct", self.tr("Use these words"), WordsCorrected(text), Icon.CHECK),
        )
