"""The recording's side of an interview: picture, captions, timeline, and the keys of a player."""

from PySide6.QtCore import Signal

from kiosk.ports.dossier import Dossier, SpokenLine
from ui.desk import happened, phrases
from ui.desk.player import SPEEDS, Player
from ui.desk.timeline import STEP_S, Timeline, Track
from ui.editor.choice import ChoiceRow
from ui.layout import Column, Flow, Row
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.text import Text, Tone


class Watching(Column):
    """Plays from wherever somebody points at; without a recording it says so."""

    moved = Signal(float)
    played = Signal()
    """It runs."""

    def __init__(self) -> None:
        super().__init__(gap=1)
        self._player, self._timeline = Player(), Timeline()
        self._clock = Text("0:00", Type.NOTE, Tone.QUIET)
        self._speeds = ChoiceRow()
        self._speeds.show_names([f"{speed:g}×" for speed in SPEEDS])
        self._speeds.choose(SPEEDS.index(1.0))
        self._speeds.setAccessibleName(self.tr("Speed"))
        self._lines: tuple[SpokenLine, ...] = ()
        self._track = Track()
        self._file = ""
        self.add(self._player, self._timeline, self._keys())
        self._player.moved.connect(self._move)
        self._player.playing.connect(self._show_playing)
        self._timeline.sought.connect(self.seek)
        self._speeds.chosen.connect(lambda place: self._player.set_speed(SPEEDS[place]))

    @property
    def ready(self) -> bool:
        """Whether there is a recording to go to."""
        return bool(self._file)

    @property
    def player(self) -> Player:
        """The picture."""
        return self._player

    def show_dossier(self, dossier: Dossier) -> None:
        """Its recording, if it is here."""
        recording = dossier.recording
        marks = tuple((mark.at_s, happened.words(mark)) for mark in dossier.marks if mark.at_s is not None)
        notes = tuple((note.at_s, note.text) for note in dossier.notes if note.at_s is not None)
        self._track = Track(
            length_s=recording.duration_s if recording else 0.0,
            chapters=recording.chapters if recording else (),
            gaps=recording.gaps if recording else (),
            marks=marks,
            notes=notes,
            peaks=self._track.peaks,
        )
        self._timeline.show_track(self._track)
        self._lines = tuple(
            line for question in dossier.questions for attempt in question.attempts for line in attempt.lines
        )
        if dossier.video and not self._file:
            self._file = dossier.video
            self._player.open(dossier.video)
        for part in (self._timeline, self._controls):
            part.setVisible(bool(self._file))

    def show_peaks(self, peaks: tuple[float, ...]) -> None:
        """How loud it is."""
        self._track = Track(
            self._track.length_s,
            self._track.chapters,
            self._track.gaps,
            self._track.marks,
            self._track.notes,
            peaks,
        )
        self._timeline.show_track(self._track)

    def entered(self) -> None:
        """The keyboard begins with playing."""
        self._play.setFocus()

    def seek(self, at_s: float) -> None:
        """Go there."""
        self._player.seek(at_s)
        self._move(at_s)

    def put_away(self) -> None:
        """Let go of the file."""
        self._player.close_file()

    def _keys(self) -> Column:
        back = QuietButton("", Icon.BACK)
        back.setAccessibleName(self.tr("Five seconds back"))
        back.clicked.connect(lambda: self.seek(self._player.position_s - STEP_S))
        self._play = QuietButton(self.tr("Play"), Icon.PLAY)
        self._play.setObjectName("play")
        self._play.clicked.connect(self._player.toggle)
        on = QuietButton("", Icon.FORWARD)
        on.setAccessibleName(self.tr("Five seconds on"))
        on.clicked.connect(lambda: self.seek(self._player.position_s + STEP_S))
        self._captions = QuietButton(self.tr("Captions"))
        self._captions.setCheckable(True)
        self._captions.setChecked(True)
        self._captions.toggled.connect(lambda _: self._caption(self._player.position_s))
        keys = Flow(gap=0.5)
        keys.show_widgets(back, self._play, on, self._captions)
        row = Row(gap=1)
        row.add(keys, stretch=1)
        row.add(self._clock)
        self._controls = Column(gap=0.5)
        self._controls.add(row, self._speeds)
        return self._controls

    def _move(self, at_s: float) -> None:
        self._timeline.show_position(at_s)
        self._clock.setText(f"{phrases.clock(at_s)} / {phrases.clock(self._track.length_s)}")
        self._caption(at_s)
        self.moved.emit(at_s)

    def _caption(self, at_s: float) -> None:
        said = next((line.text for line in self._lines if _said_at(line, at_s)), "")
        self._player.show_caption(said if self._captions.isChecked() else "")

    def _show_playing(self, on: bool) -> None:
        self._play.setText(self.tr("Pause") if on else self.tr("Play"))
        self._play.set_icon(Icon.PAUSE if on else Icon.PLAY)
        if on:
            self.played.emit()


def _said_at(line: SpokenLine, at_s: float) -> bool:
    return line.start_s is not None and line.end_s is not None and line.start_s <= at_s < line.end_s
