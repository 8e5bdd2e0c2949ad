"""Passed or not: a person says so, with a reason; the scores only suggest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.review import Decision
from kiosk.domain.standing import FinalStatus
from kiosk.ports.dossier import Dossier
from ui.desk import phrases
from ui.layout import Column, Flow
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class DecisionCard(Card):
    """What was decided before, and the three things one can say now."""

    decided = Signal(object, str)
    """A ``FinalStatus`` and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._past = Column(gap=1)
        self._scores = Text("", Type.NOTE, Tone.QUIET)
        self._reason = QLineEdit()
        self._reason.setObjectName("decision-reason")
        self._reason.setAccessibleName(self.tr("Reason for the decision"))
        self._reason.setPlaceholderText(self.tr("Why? Whoever asks later reads this."))
        self._reason.textChanged.connect(lambda _: self._allow())
        self._buttons = {
            FinalStatus.PASSED: QuietButton(self.tr("Passed"), Icon.CHECK),
            FinalStatus.FAILED: QuietButton(self.tr("Not passed"), Icon.CLOSE),
            FinalStatus.NEEDS_REVIEW: QuietButton(self.tr("Decide again"), Icon.FLAG),
        }
        for decision, button in self._buttons.items():
            button.setObjectName(f"decide-{decision}")
            button.clicked.connect(lambda _=False, decision=decision: self._say(decision))
        self._foot = foot = Flow(gap=1)
        foot.show_widgets(*self._buttons.values())
        self.body.addWidget(Text(self.tr("Decision"), Type.BODY, weight=Weight.STRONG))
        self.body.addWidget(self._past)
        self.body.addWidget(self._scores)
        self.body.addWidget(self._reason)
        self.body.addWidget(foot)
        self._now = FinalStatus.NEEDS_REVIEW

    def show_dossier(self, dossier: Dossier) -> None:
        """The decisions so far; scores only for whoever has rated everything."""
        self.setVisible(not dossier.closed or dossier.opened)
        for part in (self._reason, self._foot):
            part.setVisible(not dossier.closed)
        self._now = dossier.line.decision
        self._past.clear()
        if not dossier.decisions:
            words = self.tr("Nobody has decided yet. Only a person can.")
            self._past.add(Text(words, Type.NOTE, Tone.QUIET))
        for decision in dossier.decisions:
            self._past.add(Text(self._told(decision), Type.NOTE))
        rated = all(question.rated for question in dossier.questions)
        told = []
        if rated and dossier.scores is not None:
            told.append(self.tr("The rules suggest {scores}").format(scores=phrases.scores(dossier.scores)))
        if rated and dossier.own_scores is not None:
            told.append(
                self.tr("With your levels: {scores}").format(scores=phrases.scores(dossier.own_scores))
            )
        waiting = self.tr("The scores show once you have rated every answer.")
        self._scores.setText("\n".join(told) if rated or dossier.scores is None else waiting)
        self._scores.setVisible(not dossier.closed)
        self._allow()

    def _told(self, decision: Decision) -> str:
        words = self.tr("{what}, {who}, {when}: {why}").format(
            what=phrases.decided(decision.decision).words,
            who=decision.by,
            when=phrases.when(decision.wall),
            why=decision.reason,
        )
        if decision.overrides:
            words += "\n" + self.tr("Levels rated otherwise than by the rules: {count}").format(
                count=decision.overrides
            )
        return words

    def _allow(self) -> None:
        for decision, button in self._buttons.items():
            button.setEnabled(decision is not self._now and bool(self._reason.text().strip()))

    def _say(self, decision: FinalStatus) -> None:
        reason = self._reason.text().strip()
        self._reason.clear()
        self.decided.emit(decision, reason)
