"""The notice in plain words, and the candidate's two decisions: to be recorded, and who looks first."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.consent import Scoring
from kiosk.domain.pack import Language
from kiosk.domain.tongue import Tongue
from kiosk.flow.events import BackRequested, ConsentDeclined, ConsentGiven
from kiosk.flow.states import Arrival, Consenting
from kiosk.ports.station import Snapshot
from ui.layout import Column, Row, Split
from ui.screens.screen import Action, Screen
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.tongue.spoken import spoken
from ui.widgets.card import Card
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone

NOTICE_VERSION = "2026-11-c"
"""Names the words below in all their languages, so it changes with them."""


def notice_version(tongue: Tongue) -> str:
    """Kept with the consent: which words the candidate has read, and in which language."""
    return f"{NOTICE_VERSION}-{tongue}"


class ConsentScreen(Screen):
    """What is recorded, who sees it, how long, your rights; then a choice that nobody makes for you."""

    def __init__(self) -> None:
        super().__init__()
        self._points = Column(gap=2)
        self._cards: dict[Scoring, ChoiceCard] = {}
        self.column.add(
            Text(self.tr("Before we begin"), Type.HEADING),
            Split(self._points, self._choice(), shares=(6, 5), gap=4),
        )
        self._back = False
        self._drawn = False

    def widest(self, theme: Theme) -> int:
        """Notice and choice stand side by side."""
        return round(theme.column * 1.7)

    def first_stop(self) -> QWidget | None:
        """Neither choice is nearer than the other, not even by a focus ring."""
        return None if self._chosen() is None else super().first_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nobody agrees with an Enter that was meant for a choice: it has to be on the button."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def carry_over(self, before: Self) -> None:
        """The choice, if one was made: it means the same in every language."""
        chosen = before._chosen()
        if chosen is not None:
            self._cards[chosen].setChecked(True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The notice of this pack."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Consenting)
        if not self._drawn:
            self._drawn = True
            self._fill(scene.arrival, scene.language)
        self._back = len(scene.arrival.pack.languages) > 1
        self._offer()

    def _fill(self, arrival: Arrival, language: Language) -> None:
        pack, add = arrival.pack, self._add_point
        add(
            Icon.CAMERA if arrival.filmed else Icon.MICROPHONE,
            self.tr("What is recorded"),
            self.tr(
                "Your picture, your voice and the times, from the first question to the end. Practice is not."
            )
            if arrival.filmed
            else self.tr(
                "Your voice and the times, from the first question to the end. Practice is not. "
                "The camera stays off."
            ),
        )
        if any(question.coding for question in pack.questions):
            add(
                Icon.CODE,
                self.tr("While you write a program"),
                self.tr("Every program you run or hand in is kept, and the screen is filmed."),
            )
        add(
            Icon.EYE,
            self.tr("Who sees it"),
            self.tr(
                "Those who decide about your application, and staff while you are here. You never see "
                "yourself answer."
            ),
        )
        days = self.tr("{days} days, then it is deleted, unless the law asks for something else.")
        add(Icon.CLOCK, self.tr("How long it is kept"), days.format(days=pack.retention_days))
        add(
            Icon.SHIELD,
            self.tr("Your rights"),
            self.tr("You may stop at any time, and later see, correct or delete what is kept. Just ask us."),
        )
        added = (pack.notice or {}).get(language)
        if added:
            add(Icon.INFO, self.tr("Also good to know"), added)
        self._points.box.addStretch(1)

    def _add_point(self, icon: Icon, title: str, words: str) -> None:
        texts = Column(gap=0)
        texts.add(Text(title, Type.BODY, weight=Weight.STRONG), Text(words, Type.BODY, Tone.QUIET))
        row = Row(gap=2)
        row.box.addWidget(IconMark(icon, disc=True, size=Type.BODY), 0, Qt.AlignmentFlag.AlignTop)
        row.add(texts, stretch=1)
        self._points.add(row)

    def _choice(self) -> QWidget:
        card = Card()
        card.body.addWidget(
            Text(self.tr("Who looks at your answers first?"), Type.LEAD, weight=Weight.STRONG)
        )
        card.body.addWidget(
            Text(self.tr("A person decides in every case. Neither choice counts against you."))
        )
        for scoring, title, words in (
            (
                Scoring.AI_AND_HUMAN,
                self.tr("A computer suggests, a person decides"),
                self.tr(
                    "Software reads what you said, may word one further question about an answer, "
                    "and proposes scores with quotes from your answers."
                ),
            ),
            (
                Scoring.HUMAN_ONLY,
                self.tr("Only people"),
                self.tr("No scoring software sees your answers. People read and hear all of it."),
            ),
        ):
            choice = ChoiceCard(title, words, parent=card)
            choice.setObjectName(f"scoring-{scoring}")
            choice.setAutoExclusive(True)
            choice.toggled.connect(self._offer)
            self._cards[scoring] = choice
            card.body.addWidget(choice)
        self._hint = Text(self.tr("Choose one of the two to go on."), Type.NOTE, Tone.QUIET)
        card.body.addWidget(self._hint)
        card.body.addStretch(1)
        return card

    def _chosen(self) -> Scoring | None:
        return next((scoring for scoring, card in self._cards.items() if card.isChecked()), None)

    def _offer(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._hint.setText(self.tr("You may still change your mind."))
        quiet = [Action("decline", self.tr("I do not want to be recorded"), ConsentDeclined())]
        if self._back:
            quiet.insert(0, Action("back", self.tr("Back"), BackRequested(), Icon.ARROW_LEFT))
        self.offer(
            *quiet,
            primary=Action(
                "agree",
                self.tr("I agree to be recorded"),
                ConsentGiven(chosen or Scoring.HUMAN_ONLY, notice_version(spoken())),
                Icon.CHECK,
                enabled=chosen is not None,
            ),
        )
