"""Rating one answer beside the rating guide; what others and the rules made of it comes afterwards."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from kiosk.domain.assessment import CriterionScore, Rating
from kiosk.domain.rubric import LEVELS, TOP_LEVEL
from kiosk.ports.dossier import Guide, QuestionFile
from ui.desk.evidence import Findings
from ui.editor.choice import ChoiceButton
from ui.layout import Column, Flow
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class RatingCard(Card):
    """A row of levels for each criterion, with the words for each level below."""

    rated = Signal(str, int, str)
    """Criterion, level, reason."""
    sought = Signal(float)
    peeked = Signal()
    """The rules' findings are looked at before one's own levels are in."""

    def __init__(self, question: QuestionFile, offset_s: float | None) -> None:
        super().__init__()
        self._question = question
        self._rows = [CriterionRow(guide, _found(question, guide)) for guide in question.guides]
        self.body.addWidget(Text(self.tr("Your rating"), Type.BODY, weight=Weight.STRONG))
        for row in self._rows:
            self.body.addWidget(row)
            row.changed.connect(self._allow)
        self._save = QuietButton(self.tr("Keep my rating"), Icon.CHECK)
        self._save.setObjectName(f"rate-{question.id}")
        self._save.setEnabled(False)
        self._save.clicked.connect(self._keep)
        foot = Flow(gap=1)
        foot.show_widgets(self._save)
        self.body.addWidget(foot)
        self.body.addWidget(self._others())
        self._findings = Findings(question, offset_s)
        self._findings.sought.connect(self.sought)
        self.body.addWidget(self._peek())
        self.body.addWidget(self._findings)
        self._findings.setVisible(question.rated)

    def _others(self) -> Text:
        hidden = self._question.hidden_raters
        if hidden == 1:
            words = self.tr("Somebody else has rated this answer; it shows once your rating is complete.")
        elif hidden:
            words = self.tr("{count} others have rated this answer; it shows once your rating is complete.")
        else:
            words = "" if self._anybody else self.tr("Nobody else has rated this answer.")
        told = Text(words.format(count=hidden), Type.NOTE, Tone.QUIET)
        told.setVisible(bool(words))
        return told

    @property
    def _anybody(self) -> bool:
        return any(guide.others for guide in self._question.guides)

    def _peek(self) -> QWidget:
        self._look = QuietButton(self.tr("Show what the rules found"), Icon.EYE)
        self._look.setObjectName(f"peek-{self._question.id}")
        self._look.clicked.connect(self._show_findings)
        row = Flow(gap=1)
        row.show_widgets(self._look)
        row.setVisible(not self._question.rated and self._findings_exist)
        self._peek_row = row
        return row

    @property
    def _findings_exist(self) -> bool:
        return self._question.score is not None or self._question.advice is not None

    def _show_findings(self) -> None:
        self._peek_row.hide()
        self._findings.show()
        self.peeked.emit()

    def _allow(self) -> None:
        self._save.setEnabled(any(row.differs for row in self._rows))

    def _keep(self) -> None:
        for row in self._rows:
            if row.differs and row.level is not None:
                self.rated.emit(row.criterion, row.level, row.reason)
        self._save.setEnabled(False)


class CriterionRow(Column):
    """One criterion: levels 0 to 4, what each means, why."""

    changed = Signal()

    def __init__(self, guide: Guide, found: CriterionScore | None) -> None:
        super().__init__(gap=0.5)
        self._guide = guide
        self._group = QButtonGroup(self)
        self._anchors = [
            Text(f"{at}  {words}", Type.NOTE, Tone.QUIET) for at, words in enumerate(guide.anchors)
        ]
        self._reason = QLineEdit(guide.own.reason if guide.own else "")
        self._reason.setPlaceholderText(self.tr("Why? What did you hear?"))
        self._reason.setAccessibleName(self.tr("Reason for {title}").format(title=guide.title))
        self.add(
            Text(guide.title, Type.NOTE, weight=Weight.STRONG), self._levels(), *self._anchors, self._reason
        )
        told = self._told(found)
        if told:
            self.add(Text(told, Type.NOTE, Tone.ACCENT))
        if guide.own is not None:
            self._group.button(guide.own.level).setChecked(True)
        self._group.idToggled.connect(lambda *_: self._turn())
        self._reason.textChanged.connect(lambda _: self.changed.emit())
        self._turn()

    @property
    def criterion(self) -> str:
        """Its id in the pack."""
        return self._guide.criterion

    @property
    def level(self) -> int | None:
        """What is chosen."""
        return self._group.checkedId() if self._group.checkedId() >= 0 else None

    @property
    def reason(self) -> str:
        """What is written."""
        return self._reason.text().strip()

    @property
    def differs(self) -> bool:
        """Whether there is anything new to keep."""
        own = self._guide.own
        return self.level is not None and (
            own is None or (own.level, own.reason) != (self.level, self.reason)
        )

    def _levels(self) -> Flow:
        buttons = []
        for level in range(LEVELS):
            button = ChoiceButton(str(level))
            button.setObjectName(f"{self._guide.criterion}-{level}")
            words = self._guide.anchors[level] if self._guide.anchors else ""
            button.setAccessibleName(f"{self._guide.title}: {level} {words}")
            button.stepped.connect(lambda by, level=level: self._step(level, by))
            self._group.addButton(button, level)
            buttons.append(button)
        row = Flow(gap=0.5)
        row.show_widgets(*buttons)
        return row

    def _step(self, level: int, by: int) -> None:
        button = self._group.button(min(TOP_LEVEL, max(0, level + by)))
        button.setChecked(True)
        button.setFocus()

    def _turn(self) -> None:
        for at, words in enumerate(self._anchors):
            words.set_tone(Tone.INK if at == self.level else Tone.QUIET)
        self.changed.emit()

    def _told(self, found: CriterionScore | None) -> str:
        """Others' levels, and where one's own is another than the rules'."""
        others = ", ".join(map(_told, self._guide.others))
        own = self._guide.own
        if own is None or found is None or found.level in (None, own.level):
            return others
        override = self.tr("The rules found {theirs}, you say {yours}: that is kept as an override.")
        return "\n".join(filter(None, (override.format(theirs=found.level, yours=own.level), others)))


def _told(rating: Rating) -> str:
    return f"{rating.by}: {rating.level}" + (f" ({rating.reason})" if rating.reason else "")


def _found(question: QuestionFile, guide: Guide) -> CriterionScore | None:
    criteria = question.score.criteria if question.score and question.rated else ()
    return next((one for one in criteria if one.criterion == guide.criterion), None)
