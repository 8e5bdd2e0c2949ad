"""Remarks about the interview or about an instant of it; their authors may take them back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.review import ReviewNote
from ui.desk import phrases
from ui.layout import Column, Flow, Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class SmallButton(QuietButton):
    """A button in a line of words."""

    steps = 6.0
    words_size = Type.NOTE


class NotesCard(Card):
    """What was remarked, and a line to write another."""

    written = Signal(str, object)
    """The text, and the second or ``None``."""
    removed = Signal(int)
    sought = Signal(float)

    def __init__(self, viewer: str) -> None:
        super().__init__()
        self._viewer = viewer
        self._at_s: float | None = None
        self._open_to_more = True
        self._list = Column(gap=1)
        self._words = QLineEdit()
        self._words.setObjectName("note")
        self._words.setAccessibleName(self.tr("Note"))
        self._words.setPlaceholderText(self.tr("Write a note"))
        self._here = QuietButton("", Icon.CLOCK)
        self._here.setObjectName("note-here")
        self._here.clicked.connect(lambda: self._write(self._at_s))
        whole = QuietButton(self.tr("About the whole interview"), Icon.PENCIL)
        whole.setObjectName("note-whole")
        whole.clicked.connect(lambda: self._write(None))
        self._whole, self._foot = whole, Flow(gap=1)
        self._foot.show_widgets(whole)
        self.body.addWidget(Text(self.tr("Notes"), Type.BODY, weight=Weight.STRONG))
        self.body.addWidget(self._list)
        self.body.addWidget(self._words)
        self.body.addWidget(self._foot)

    def show_position(self, at_s: float) -> None:
        """The instant a note would be about; there is a recording."""
        if self._at_s is None:
            self._foot.show_widgets(self._here, self._whole)
        self._at_s = at_s
        self._here.setText(self.tr("At {time}").format(time=phrases.clock(at_s)))

    def show_notes(self, notes: Sequence[ReviewNote], *, open_to_more: bool = True) -> None:
        """All of them, in the order they were written; whether any can be added or taken back."""
        self._open_to_more = open_to_more
        self._words.setVisible(open_to_more)
        self._foot.setVisible(open_to_more)
        self._list.clear()
        if not notes:
            self._list.add(Text(self.tr("Nobody has written anything yet."), Type.NOTE, Tone.QUIET))
        for note in notes:
            self._list.add(self._row(note))

    def _row(self, note: ReviewNote) -> Column:
        row, head = Column(gap=0.5), Row(gap=1)
        if note.at_s is not None:
            at_s = note.at_s
            go = SmallButton(phrases.clock(at_s), Icon.PLAY)
            go.clicked.connect(lambda: self.sought.emit(at_s))
            head.add(go)
        head.add(Text(f"{note.by} · {phrases.when(note.wall)}", Type.NOTE, Tone.QUIET), stretch=1)
        if note.by == self._viewer and self._open_to_more:
            away = SmallButton("", Icon.CLOSE)
            away.setAccessibleName(self.tr("Take the note back"))
            away.clicked.connect(lambda: self.removed.emit(note.seq))
            head.add(away)
        row.add(head, Text(note.text, Type.NOTE))
        return row

    def _write(self, at_s: float | None) -> None:
        words = self._words.text().strip()
        if words:
            self._words.clear()
            self.written.emit(words, at_s)
