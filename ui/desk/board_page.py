"""The fairness board: what this station's own decisions and scores look like. It only describes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from kiosk.domain.fairness import Board, CategoryFairness, GroupFairness, QuestionFairness
from kiosk.domain.ids import PackId
from kiosk.ports.shelves import PackName
from ui.desk.charts import Bar, Bars, Chart, Drift, Histogram
from ui.editor.choice import ChoiceRow
from ui.layout import Centred, Column, Row
from ui.texts import number
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone

FOUR_FIFTHS = 0.8


class BoardPage(QWidget):
    """One pack or all of them; a card for each thing worth knowing."""

    left = Signal()
    wanted = Signal(object)
    """A ``PackId`` or ``None`` for all."""

    def __init__(self) -> None:
        super().__init__()
        self._packs: tuple[PackName, ...] = ()
        back = QuietButton(self.tr("Interviews"), Icon.ARROW_LEFT)
        back.setObjectName("back")
        back.clicked.connect(self.left)
        self._back = back
        head = Row(gap=2)
        head.add(back)
        head.add(Text(self.tr("Fairness"), Type.HEADING), stretch=1)
        self._which = ChoiceRow()
        self._which.chosen.connect(lambda _: self.wanted.emit(self.pack))
        self._cards = Column(gap=1)
        room = Column(gap=0)
        room.add(Centred(self._cards, lambda theme: round(theme.column * 1.3)))
        room.box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(area.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Fairness board"))
        area.setWidget(room)
        QScroller.grabGesture(area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._page = Column(gap=1.5, parent=self)
        self._page.add(head, self._which)
        self._page.add(area, stretch=1)

    @property
    def pack(self) -> PackId | None:
        """Whose board is looked at."""
        return self._packs[self._which.place - 1].id if self._which.place > 0 else None

    def entered(self) -> None:
        """The keyboard begins with the way back."""
        self._back.setFocus()

    def show_packs(self, packs: Sequence[PackName]) -> None:
        """What can be looked at alone."""
        self._packs = tuple(packs)
        self._which.show_names([self.tr("All interviews"), *(pack.title for pack in packs)])

    def show_board(self, board: Board) -> None:
        """All of it anew."""
        self._cards.clear()
        if not board.interviews:
            self._cards.add(Text(self.tr("There is no interview yet that is over."), Type.LEAD, Tone.QUIET))
            return
        self._cards.add(self._spread(board), self._questions(board.questions))
        pairs = [question for question in board.questions if question.drift is not None]
        if pairs:
            self._cards.add(self._drift(pairs))
        for group in board.groups:
            self._cards.add(self._group(group))
        if not board.groups:
            self._cards.add(self._no_groups())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as its place."""
        self._page.setGeometry(self.rect())

    def _spread(self, board: Board) -> Card:
        counted = self.tr("{all} interviews: {passed} passed, {failed} not passed, {undecided} to decide")
        told = counted.format(
            all=board.interviews, passed=board.passed, failed=board.failed, undecided=board.undecided
        )
        chart = Histogram(
            board.scores,
            board.passed_scores,
            self.tr("Interviews by score: {counts}").format(counts=_counts(board.scores)),
        )
        note = self.tr("Interviews by the rules’ score, in steps of ten. The solid part was passed.")
        return _card(self.tr("Decisions and scores"), told, chart, note)

    def _questions(self, questions: Sequence[QuestionFairness]) -> Card:
        bars = [self._unclear(question) for question in questions]
        told = self.tr(
            "The largest share of candidates who had the question said again, left it out, or scored low."
        )
        few = [question for question in questions if question.small]
        note = self.tr("Fewer than 30 answers: read it with care.") if few else ""
        return _card(self.tr("Is every question understood?"), told, Bars(bars, _read(bars), 0.3), note)

    def _unclear(self, question: QuestionFairness) -> Bar:
        shares = {
            self.tr("said again"): question.said_again,
            self.tr("left out"): question.skipped,
            self.tr("scored low"): question.low,
        }
        why, part = max(shares.items(), key=lambda share: share[1])
        words = f"{_percent(part)} {why}, n = {question.count}"
        if question.unclear:
            words = self.tr("look at its words: {words}").format(words=words)
        return Bar(question.text, part, words, question.unclear)

    def _drift(self, questions: Sequence[QuestionFairness]) -> Card:
        rows = [
            (
                question.text,
                question.drift or 0.0,
                self.tr("{drift} levels, agreement {kappa}, n = {pairs}").format(
                    drift=_signed(question.drift or 0.0),
                    kappa=number(question.kappa or 0.0, 2),
                    pairs=question.pairs,
                ),
            )
            for question in questions
        ]
        told = self.tr("People’s levels less the rules’: left, people are stricter; right, more generous.")
        read = "; ".join(f"{text}: {words}" for text, _, words in rows)
        return _card(self.tr("Rules against people"), told, Drift(rows, read))

    def _group(self, group: GroupFairness) -> Card:
        chosen = [
            self._ratio(one, one.count, (one.selection_rate, one.selection_ratio)) for one in group.categories
        ]
        scored = [
            self._ratio(one, one.scored, (one.scoring_rate, one.scoring_ratio)) for one in group.categories
        ]
        told = self.tr(
            "Impact ratios as New York City’s Local Law 144 defines them, of people who chose to say; "
            "{unknown} have not. The line marks four fifths."
        ).format(unknown=group.unknown)
        card = _card(
            self.tr("Groups: {attribute}").format(attribute=group.attribute),
            told,
            Bars(chosen, _read(chosen), FOUR_FIFTHS),
        )
        if group.median is not None:
            words = self.tr("The same for scores above the median of {median}").format(
                median=number(group.median, 1)
            )
            card.body.addWidget(Text(words, Type.NOTE, Tone.QUIET))
            card.body.addWidget(Bars(scored, _read(scored), FOUR_FIFTHS))
        return card

    def _ratio(self, one: CategoryFairness, count: int, figures: tuple[float | None, float | None]) -> Bar:
        rate, ratio = figures
        if rate is None or ratio is None:
            return Bar(one.category, None, self.tr("nothing to compare, n = {n}").format(n=count))
        words = self.tr("{ratio} ({rate} of n = {n})").format(
            ratio=number(ratio, 2), rate=_percent(rate), n=count
        )
        if one.small:
            words = self.tr("small number: {words}").format(words=words)
        return Bar(one.category, ratio, words, ratio < FOUR_FIFTHS and not one.small)

    def _no_groups(self) -> Card:
        told = self.tr(
            "Nobody’s group is known here, and none is guessed. If candidates chose to say, a technician can "
            "put their answers into the file groups.csv; only this board reads it."
        )
        return _card(self.tr("Groups"), told)


def _card(title: str, told: str, chart: Chart | None = None, note: str = "") -> Card:
    card = Card()
    card.body.addWidget(Text(title, Type.LEAD, weight=Weight.STRONG))
    card.body.addWidget(Text(told, Type.NOTE, Tone.QUIET))
    if chart is not None:
        card.body.addWidget(chart)
    if note:
        card.body.addWidget(Text(note, Type.NOTE, Tone.QUIET))
    return card


def _percent(part: float) -> str:
    return f"{number(100 * part)} %"


def _counts(counts: Sequence[int]) -> str:
    return ", ".join(f"{10 * at}–{10 * at + 9}: {count}" for at, count in enumerate(counts))


def _read(bars: Sequence[Bar]) -> str:
    return "; ".join(f"{bar.label}: {bar.words}" for bar in bars)


def _signed(value: float) -> str:
    return f"{'+' if value >= 0 else ''}{number(value, 2)}"
