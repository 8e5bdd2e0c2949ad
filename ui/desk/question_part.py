"""One question of the interview: what was asked, said and programmed, and the rating beside it."""

from PySide6.QtCore import Signal

from kiosk.domain.answer import Outcome
from kiosk.domain.rubric import TOP_LEVEL
from kiosk.ports.dossier import Attempt, QuestionFile
from ui.desk import phrases
from ui.desk.notes import SmallButton
from ui.desk.programs import Programs
from ui.desk.rating import RatingCard
from ui.desk.spoken import SpokenLines
from ui.layout import Column, Flow
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.text import Text, Tone


class QuestionPart(Column):
    """Shows a question file; made anew when the file changes."""

    sought = Signal(float)
    rated = Signal(str, str, int, str)
    """Question, criterion, level, reason."""
    peeked = Signal()

    def __init__(self, question: QuestionFile, *, rates: bool = True) -> None:
        """``rates``: whether levels can still be given; else those that were are listed."""
        super().__init__(gap=1.5)
        self.question = question
        self._spoken: list[SpokenLines] = []
        self.add(Text(f"{question.number}. {question.text}", Type.LEAD))
        if question.problem:
            self.add(Text(question.problem, Type.NOTE, Tone.QUIET))
        self._jumps = Flow(gap=1)
        self.add(self._jumps)
        self._add_jumps(question)
        if not question.attempts:
            self.add(Text(self.tr("Not answered"), Type.NOTE, Tone.QUIET))
        for attempt in question.attempts:
            self._add_attempt(attempt)
        if question.programs:
            programs = Programs(question.programs)
            programs.sought.connect(self.sought)
            self.add(programs)
        if question.guides and rates:
            self._add_rating(question)
        elif question.guides:
            self._add_levels(question)

    def show_position(self, at_s: float) -> None:
        """Mark what is being said."""
        for spoken in self._spoken:
            spoken.show_position(at_s)

    def _add_jumps(self, question: QuestionFile) -> None:
        """To where it was asked and where each attempt begins."""
        places = [(self.tr("Question"), question.at_s)]
        places += [(phrases.outcome(one.outcome), one.start_s) for one in question.attempts]
        buttons = [self._jump(words, at_s) for words, at_s in places if at_s is not None]
        self._jumps.show_widgets(*buttons)
        self._jumps.setVisible(bool(buttons))

    def _add_attempt(self, attempt: Attempt) -> None:
        if attempt.lines:
            spoken = SpokenLines(attempt.lines)
            spoken.sought.connect(self.sought)
            self._spoken.append(spoken)
            self.add(spoken)
        elif attempt.start_s is not None:
            self.add(Text(self.tr("Nobody has written this answer down."), Type.NOTE, Tone.QUIET))
        elif attempt.outcome is not Outcome.KEPT:
            self.add(Text(phrases.outcome(attempt.outcome), Type.NOTE, Tone.QUIET))

    def _add_rating(self, question: QuestionFile) -> None:
        offset_s = next((one.start_s for one in reversed(question.attempts) if one.lines), None)
        card = RatingCard(question, offset_s)
        card.sought.connect(self.sought)
        card.peeked.connect(self.peeked)
        card.rated.connect(lambda *told: self.rated.emit(question.id, *told))
        if question.rated and question.score is not None and self._spoken:
            quotes = [one.quote.text for found in question.score.criteria for one in found.evidence]
            self._spoken[-1].show_quotes(quotes)
        self.add(card)

    def _add_levels(self, question: QuestionFile) -> None:
        for guide in question.guides:
            for one in (*([guide.own] if guide.own else []), *guide.others):
                told = self.tr("{criterion}: {level} of {top}, {who}. {why}").format(
                    criterion=guide.title, level=one.level, top=TOP_LEVEL, who=one.by, why=one.reason
                )
                self.add(Text(told.strip(), Type.NOTE, Tone.QUIET))

    def _jump(self, words: str, at_s: float) -> SmallButton:
        button = SmallButton(f"{words} · {phrases.clock(at_s)}", Icon.PLAY)
        button.clicked.connect(lambda: self.sought.emit(at_s))
        return button
