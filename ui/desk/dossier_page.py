"""One interview: the recording on one side, questions and answers in their order on the other."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.review import Viewed
from kiosk.flow.events import Event
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from kiosk.ports.desk import Unsealed
from kiosk.ports.dossier import Dossier
from ui.desk import happened, phrases
from ui.desk.decision import DecisionCard
from ui.desk.keeping import KeepingCard
from ui.desk.notes import NotesCard, SmallButton
from ui.desk.question_part import QuestionPart
from ui.desk.seal import SealCard
from ui.desk.watching import Watching
from ui.layout import Column, Flow, Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.button import QuietButton
from ui.widgets.chip import Chip
from ui.widgets.text import Text, Tone

_HEAD_EMS = 20
"""What name and standing need beside the buttons, in letters."""


class DossierPage(QWidget):
    """Shows dossiers of one session, newer ones in place; every wish is an event."""

    left = Signal()
    wished = Signal(object)
    """An ``Event``."""
    paper_wanted = Signal()
    file_wanted = Signal()
    secret_given = Signal(str)
    """What is to open a sealed session."""

    def __init__(self, session: SessionId, viewer: str) -> None:
        super().__init__()
        self._session, self._viewer = session, viewer
        self._parts: dict[QuestionId, QuestionPart] = {}
        self._dossier: Dossier | None = None
        self._played = self._shown_opened = False
        self._head = Row(gap=2)
        self._watching = Watching()
        self._decision, self._notes = DecisionCard(), NotesCard(viewer)
        self._seal, self._keeping = SealCard(), KeepingCard(session, viewer)
        self._seal.secret_given.connect(self.secret_given)
        self._keeping.wished.connect(self.wished)
        self._reading, self._past = Column(gap=4), Column(gap=1)
        self._build()

    @property
    def session(self) -> SessionId:
        """Which one."""
        return self._session

    def entered(self) -> None:
        """The keyboard begins with the recording, or with the way back."""
        self._watching.entered() if self._watching.ready else self._back.setFocus()

    @property
    def watching(self) -> Watching:
        """The recording's side."""
        return self._watching

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is known now; what has not changed keeps its place and what was typed into it."""
        before, self._dossier = self._dossier, dossier
        if before is None or before.line != dossier.line:
            self._show_head(dossier)
        self._watching.show_dossier(dossier)
        if before is None and self._watching.ready:
            self._notes.show_position(0.0)
        self._decision.show_dossier(dossier)
        self._seal.show_dossier(dossier)
        self._keeping.show_dossier(dossier)
        readable = not dossier.closed or dossier.opened
        for button in (self._paper, self._file):
            button.setVisible(readable)
        for part in (self._watching, self._notes):
            part.setVisible(readable)
        if before is None or (before.notes, before.opened) != (dossier.notes, dossier.opened):
            self._notes.show_notes(dossier.notes, open_to_more=not dossier.closed)
        self._show_questions(dossier)
        self._show_past(dossier)

    def show_peaks(self, peaks: tuple[float, ...]) -> None:
        """How loud the recording is."""
        self._watching.show_peaks(peaks)

    def put_away(self) -> None:
        """Let go of the recording."""
        self._watching.put_away()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side on a lying screen, one above the other on an upright one."""
        self._page.setGeometry(self.rect())
        upright = self.window().height() > self.window().width()
        self._body.box.setDirection(
            self._body.box.Direction.TopToBottom if upright else self._body.box.Direction.LeftToRight
        )
        theme = current()
        beside = self._back.sizeHint().width() + self._reports.sizeHint().width()
        narrow = upright or beside + _HEAD_EMS * theme.text_px(Type.LEAD) > self.width()
        if narrow and self._top.isAncestorOf(self._reports):
            self._page.box.insertWidget(1, self._reports, 0, Qt.AlignmentFlag.AlignLeft)
        elif not narrow and not self._top.isAncestorOf(self._reports):
            self._top.add(self._reports)
        self._watching_area.setMinimumHeight(round(self.height() * 0.42) if upright else 0)
        self._watching_area.setMaximumWidth(16_777_215 if upright else round(self.width() * 0.46))
        self._reading_area.setMinimumWidth(theme.space(30))

    def _build(self) -> None:
        self._back = back = QuietButton(self.tr("Interviews"), Icon.ARROW_LEFT)
        back.setObjectName("back")
        back.clicked.connect(self.left)
        self._paper = QuietButton(self.tr("Print"), Icon.PRINTER)
        self._paper.setObjectName("print")
        self._paper.clicked.connect(lambda: self._want(self.paper_wanted))
        self._file = QuietButton(self.tr("Save as PDF"), Icon.USB)
        self._file.setObjectName("save")
        self._file.clicked.connect(lambda: self._want(self.file_wanted))
        self._printed = Text("", Type.NOTE, Tone.ATTENTION)
        self._printed.hide()
        self._top = top = Row(gap=2)
        top.add(back)
        top.add(self._head, stretch=1)
        self._reports = Row(gap=1)
        self._reports.add(self._paper, self._file)
        top.add(self._reports)
        side, document = Column(gap=2), Column(gap=4)
        side.add(self._seal, self._watching, self._decision, self._notes, self._keeping)
        side.box.addStretch(1)
        document.add(self._reading, self._past)
        document.box.addStretch(1)
        self._watching_area, self._reading_area = _scrolling(side), _scrolling(document)
        self._body = Row(gap=3)
        self._body.add(self._watching_area, stretch=5)
        self._body.add(self._reading_area, stretch=6)
        self._page = Column(gap=1, parent=self)
        self._page.add(top, self._printed)
        self._page.add(self._body, stretch=1)
        self._watching.moved.connect(self._move)
        self._watching.played.connect(self._note_playing)
        self._decision.decided.connect(
            lambda decision, reason: self._wish(SessionDecided(self._session, self._viewer, decision, reason))
        )
        self._notes.sought.connect(self._watching.seek)
        self._notes.written.connect(
            lambda text, at_s: self._wish(NoteWritten(self._session, self._viewer, text, at_s))
        )
        self._notes.removed.connect(lambda note: self._wish(NoteRemoved(self._session, self._viewer, note)))

    def show_unsealed(self, answer: Unsealed) -> None:
        """What became of the secret."""
        self._seal.show_answer(answer)
        if answer.problem is None:
            self._look(Viewed.UNSEALED)

    def show_printed(self, words: str) -> None:
        """What became of the report."""
        for button in (self._paper, self._file):
            button.setEnabled(True)
        self._printed.setText(words)
        self._printed.show()

    def _show_head(self, dossier: Dossier) -> None:
        line = dossier.line
        self._head.clear()
        about = " · ".join(
            filter(None, (line.pack_title, phrases.when(line.created_wall), phrases.answered(line)))
        )
        words = Column(gap=0)
        words.add(
            Text(phrases.name(line), Type.LEAD, weight=Weight.STRONG), Text(about, Type.NOTE, Tone.QUIET)
        )
        self._head.add(words, stretch=1)
        self._head.add(Chip(phrases.standing(line.status, line.decision)))

    def _show_questions(self, dossier: Dossier) -> None:
        if not self._parts or self._shown_opened != dossier.opened:
            self._parts, self._shown_opened = {}, dossier.opened
            self._reading.clear()
            self._reading.add(Text(self._foreword(dossier), Type.NOTE, Tone.QUIET))
        for question in dossier.questions:
            part = self._parts.get(question.id)
            if part is not None and part.question == question:
                continue
            fresh = QuestionPart(question, rates=not dossier.closed)
            fresh.sought.connect(self._watching.seek)
            fresh.rated.connect(self._rate)
            fresh.peeked.connect(lambda: self._look(Viewed.SCORES))
            self._parts[question.id] = fresh
            if part is None:
                self._reading.add(fresh)
            else:
                self._reading.box.replaceWidget(part, fresh)
                part.deleteLater()

    def _foreword(self, dossier: Dossier) -> str:
        if dossier.opened:
            return self.tr("The seal was opened with HR’s key: to read, not to rate or decide.")
        if dossier.closed == "sealed":
            return self.tr("This interview is sealed: only the holders of HR’s key can read it.")
        if dossier.closed:
            return self.tr("This interview was erased. What is left says that it was.")
        match dossier.scoring:
            case Scoring.HUMAN_ONLY:
                return self.tr("The candidate wants people only to look at the answers, so no software has.")
            case Scoring.AI_AND_HUMAN:
                return self.tr(
                    "The candidate agreed that software may read the answers. It suggests; you decide."
                )
            case _:
                return self.tr("The candidate has not agreed to be recorded.")

    def _show_past(self, dossier: Dossier) -> None:
        self._past.clear()
        if not dossier.closed or dossier.opened:
            self._show_events(dossier)
        self._past.add(Text(self.tr("Who has looked"), Type.BODY, weight=Weight.STRONG))
        for view in dossier.views:
            told = f"{phrases.when(view.wall)} · {view.by} {phrases.viewed(view.what)}"
            self._past.add(Text(told, Type.NOTE, Tone.QUIET))

    def _show_events(self, dossier: Dossier) -> None:
        self._past.add(Text(self.tr("What happened"), Type.BODY, weight=Weight.STRONG))
        gaps = dossier.recording.gaps if dossier.recording else ()
        for gap in gaps:
            self._past.add(self._event(gap.start_s, happened.gap(gap)))
        for mark in dossier.marks:
            self._past.add(self._event(mark.at_s, happened.words(mark)))
        if not gaps and not dossier.marks:
            self._past.add(
                Text(self.tr("Nothing is missing and nothing went wrong."), Type.NOTE, Tone.PROVEN)
            )

    def _event(self, at_s: float | None, words: str) -> QWidget:
        if at_s is None or not self._watching.ready:
            return Text(words, Type.NOTE)
        button = SmallButton(f"{phrases.clock(at_s)}  {words}", Icon.PLAY)
        button.clicked.connect(lambda: self._watching.seek(at_s))
        row = Flow(gap=1)
        row.show_widgets(button)
        return row

    def _move(self, at_s: float) -> None:
        for part in self._parts.values():
            part.show_position(at_s)
        self._notes.show_position(at_s)

    def _note_playing(self) -> None:
        if not self._played:
            self._played = True
            self._look(Viewed.RECORDING)

    def _rate(self, question: str, criterion: str, level: int, reason: str) -> None:
        self._wish(
            CriterionRated(self._session, self._viewer, QuestionId(question), criterion, level, reason)
        )

    def _want(self, report: SignalInstance) -> None:
        for button in (self._paper, self._file):
            button.setEnabled(False)
        self._printed.setText(self.tr("One moment, please: the report is being laid out."))
        self._printed.show()
        self._look(Viewed.REPORT)
        report.emit()

    def _look(self, what: Viewed) -> None:
        self._wish(SessionViewed(self._session, self._viewer, what))

    def _wish(self, event: Event) -> None:
        self.wished.emit(event)


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(area.focusPolicy().NoFocus)
    area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
    area.setWidget(content)
    QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
    return area
