"""Which language shall the interview be in?"""

from typing import Self

from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Language
from kiosk.domain.tongue import tongue_for
from kiosk.flow.events import BackRequested, LanguageChosen
from kiosk.flow.states import ChoosingLanguage
from kiosk.ports.station import Snapshot
from ui.layout import Column
from ui.screens.screen import Action, Screen
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.tongue.names import language_name
from ui.tongue.spoken import spoken
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text, Tone


class LanguageScreen(Screen):
    """One card a language, each in its own words."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[Language, ChoiceCard] = {}
        self._choices = Column(gap=1)
        self.column.add(
            Text(self.tr("Choose your language"), Type.TITLE),
            Text(self.tr("The questions are asked and written in it."), tone=Tone.QUIET),
            self._choices,
        )

    def first_stop(self) -> QWidget | None:
        """The chosen card; the arrow keys move on from there."""
        return next((card for card in self._cards.values() if card.isChecked()), None)

    def carry_over(self, before: Self) -> None:
        """The card that was chosen."""
        for language, card in before._cards.items():
            self._cards[language].setChecked(card.isChecked())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """The pack's languages; the one on the screen is chosen if it is among them, else the first."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, ChoosingLanguage)
        if not self._cards:
            self._fill(scene.arrival.pack.languages)
        self._offer()

    def _fill(self, languages: tuple[Language, ...]) -> None:
        known = (language for language in languages if tongue_for(language) is spoken())
        chosen = next(known, languages[0])
        for language in languages:
            card = ChoiceCard(language_name(language))
            card.setObjectName(f"language-{language}")
            card.setChecked(language == chosen)
            card.toggled.connect(self._offer)
            self._cards[language] = card
            self._choices.add(card)

    def _offer(self) -> None:
        chosen = next(language for language, card in self._cards.items() if card.isChecked())
        self.offer(
            Action("back", self.tr("Back"), BackRequested(), Icon.ARROW_LEFT),
            primary=Action("continue", self.tr("Continue"), LanguageChosen(chosen), Icon.ARROW_RIGHT),
        )
