"""What the rules found in an answer, and what a model says: every score points at words that were said."""

from PySide6.QtCore import Signal

from kiosk.domain.assessment import CriterionAdvice, CriterionScore, Quote, Withheld
from kiosk.domain.rubric import TOP_LEVEL
from kiosk.ports.dossier import QuestionFile
from ui.desk import phrases
from ui.layout import Column, Flow
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.text import Text, Tone


class QuoteButton(QuietButton):
    """A quote that leads to the place where it was said."""

    steps = 6.0
    words_size = Type.NOTE


class Findings(Column):
    """Level, signs and quotes of each criterion; scores are suggestions of rules, never a verdict."""

    sought = Signal(float)

    def __init__(self, question: QuestionFile, offset_s: float | None) -> None:
        super().__init__(gap=1)
        self._offset_s = offset_s
        if question.score is not None:
            self.add(Text(self.tr("What the rules found"), Type.BODY, weight=Weight.STRONG))
            for criterion in question.score.criteria:
                self._add_criterion(criterion)
            if question.score.analysis:
                self.add(Text(question.score.analysis, Type.NOTE, Tone.QUIET))
        if question.advice is not None and question.advice.criteria:
            self.add(Text(self.tr("What a model says; it counts nothing"), Type.BODY, weight=Weight.STRONG))
            for advice in question.advice.criteria:
                self._add_advice(advice)

    def _add_criterion(self, found: CriterionScore) -> None:
        self.add(Text(f"{found.title}: {self._level(found.level, found.withheld)}", Type.NOTE))
        for evidence in found.evidence:
            self._add_quote(evidence.title, evidence.quote)
        if found.missing:
            words = self.tr("Not found: {signs}").format(signs=", ".join(found.missing))
            self.add(Text(words, Type.NOTE, Tone.QUIET))

    def _add_advice(self, advice: CriterionAdvice) -> None:
        told = f"{advice.criterion}: {self._level(advice.level, advice.withheld)} · {advice.reason}"
        self.add(Text(told, Type.NOTE))
        if advice.quote is not None:
            self._add_quote("", advice.quote)

    def _add_quote(self, title: str, quote: Quote) -> None:
        said = f"“{quote.text}”" if not title else f"{title}: “{quote.text}”"
        if self._offset_s is None:
            self.add(Text(said, Type.NOTE))
            return
        at_s = self._offset_s + quote.start_s
        button = QuoteButton(f"{phrases.clock(at_s)}  {said}", Icon.PLAY)
        button.clicked.connect(lambda: self.sought.emit(at_s))
        row = Flow()
        row.show_widgets(button)
        self.add(row)

    def _level(self, level: int | None, withheld: Withheld | None) -> str:
        if level is None:
            reason = (withheld or Withheld.TOO_LITTLE).replace("_", " ")
            return self.tr("withheld ({reason})").format(reason=reason)
        return self.tr("level {level} of {top}").format(level=level, top=TOP_LEVEL)
