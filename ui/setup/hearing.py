"""Letting whoever writes answers down hear a sentence, and what came of it."""

from textwrap import shorten

from PySide6.QtCore import QElapsedTimer, QTimer, Signal

from kiosk.domain.set_up import HEARING_S, Hearing, Refused
from ui.layout import Column, Row
from ui.setup.words import problem
from ui.texts import duration, number
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton, wide
from ui.widgets.icon_mark import IconMark
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

_SOON_S = 10.0
"""From then on it is said how long it may still take."""
_LONGEST_TEXT = 120
"""A server may answer anything."""


class Finding(Row):
    """One sentence beside its mark; without one nothing is seen."""

    def __init__(self, name: str) -> None:
        super().__init__(gap=1.5)
        self._mark, self._words = IconMark(Icon.CHECK, Tone.PROVEN, Type.BODY), Text("")
        self._words.setObjectName(name)
        self.add(self._mark)
        self.add(self._words, stretch=1)
        self.hide()

    def show_finding(self, words: str, icon: Icon = Icon.CHECK, tone: Tone = Tone.PROVEN) -> None:
        """Say this; empty words say nothing."""
        self._mark.show_icon(icon, tone)
        self._words.setText(words)
        self.setVisible(bool(words))

    def show_problem(self, refused: Refused) -> None:
        """Why not."""
        self.show_finding(problem(refused), Icon.WARNING, Tone.ATTENTION)


class HearingPart(Column):
    """A button that begins it and then stops it, and under it the progress or the outcome."""

    wanted = Signal()
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=1)
        self._listening = False
        self._since, self._clock = QElapsedTimer(), QTimer(self, interval=1000)
        self._clock.timeout.connect(self._say_how_long)
        self._button = QuietButton("")
        self._button.setObjectName("hear")
        self._button.clicked.connect(self._press)
        self._line, self._finding = ProgressLine(), Finding("heard")
        self.add(wide(self._button), self._line, self._finding)
        self._turn(listening=False)

    def offer(self, possible: bool) -> None:
        """Whether there is anything to be heard by."""
        self._button.setEnabled(possible or self._listening)

    def show_listening(self) -> None:
        """It is being heard now."""
        self._since.start()
        self._turn(listening=True)
        self._say_how_long()

    def show_outcome(self, outcome: Hearing | Refused | None) -> None:
        """What came of it; ``None``: it was stopped, or never begun."""
        self._turn(listening=False)
        match outcome:
            case Hearing():
                good = (Icon.CHECK, Tone.PROVEN) if outcome.enough else (Icon.WARNING, Tone.ATTENTION)
                self._finding.show_finding(self._heard(outcome), *good)
            case Refused():
                self._finding.show_problem(outcome)
            case None:
                self._finding.show_finding("")

    def _press(self) -> None:
        (self.unwanted if self._listening else self.wanted).emit()

    def _turn(self, *, listening: bool) -> None:
        self._listening = listening
        self._clock.start() if listening else self._clock.stop()
        self._line.setVisible(listening)
        self._button.setText(self.tr("Stop") if listening else self.tr("Let it hear a sentence"))
        self._button.set_icon(Icon.STOP if listening else Icon.PLAY)

    def _say_how_long(self) -> None:
        passed_s = self._since.elapsed() / 1000
        words = self.tr("It listens to a sentence in English. A large model is slow the first time.")
        if passed_s > _SOON_S:
            words = self.tr("It listens. {time} more at most.").format(
                time=duration(max(1.0, HEARING_S - passed_s))
            )
        self._finding.show_finding(words, Icon.CLOCK, Tone.QUIET)

    def _heard(self, hearing: Hearing) -> str:
        if not hearing.text:
            return self.tr("It heard nothing of a clear sentence.")
        words = self.tr("It heard “{text}”: {found} of {all} words, in {seconds} seconds.")
        text = shorten(hearing.text, _LONGEST_TEXT, placeholder="…")
        counts = {"found": hearing.found, "all": hearing.of, "seconds": number(hearing.took_s, 1)}
        return words.format(text=text, **counts)
