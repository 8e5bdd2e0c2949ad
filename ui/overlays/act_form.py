"""What is asked before staff act: a reason, some words, or only "really?"."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.layout import Column, Flow
from ui.overlays.staff_acts import Act, Form, Given
from ui.theme.fonts import Weight
from ui.theme.tokens import Type
from ui.widgets.button import Button, DangerButton, PrimaryButton, QuietButton
from ui.widgets.choice_card import ChoiceCard, TickCard
from ui.widgets.text import Text

OWN_WORDS = "own"
"""The choice that makes words necessary."""
_LONGEST = 300


class ActForm(Column):
    """Choices, words and a tick as the form says; yes becomes possible when enough is given."""

    answered = Signal(object)
    """A ``Given``."""
    refused = Signal()

    def __init__(self, act: Act, form: Form) -> None:
        super().__init__(gap=1)
        self._form = form
        self.add(Text(act.words, Type.LEAD, weight=Weight.STRONG))
        self._cards: dict[str, ChoiceCard] = {}
        for key, words in form.choices.items():
            card = ChoiceCard(words)
            card.setObjectName(f"reason-{key}")
            card.toggled.connect(self._look)
            self._cards[key] = card
            self.add(card)
        self._text = self._field(form) if form.text else None
        self._tick = TickCard(form.tick) if form.tick else None
        if self._tick is not None:
            self._tick.setObjectName("aloud")
            self.add(self._tick)
        self._yes: Button = DangerButton(act.words) if act.danger else PrimaryButton(act.words)
        self._yes.setObjectName("yes")
        self._yes.clicked.connect(self._answer)
        no = QuietButton(self.tr("Not now"))
        no.setObjectName("no")
        no.clicked.connect(self.refused)
        last = Flow(gap=1, to_right=True)
        last.show_widgets(no, self._yes)
        self.add(last)
        self._look()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self._cards.values()), self._text or self._yes)

    @property
    def given(self) -> Given:
        """What stands in the form now."""
        choice = next((key for key, card in self._cards.items() if card.isChecked()), "")
        text = self._text.text().strip() if self._text else ""
        return Given(choice, text, self._tick is not None and self._tick.isChecked())

    def _field(self, form: Form) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("text")
        field.setAccessibleName(form.text)
        field.setPlaceholderText(form.text)
        field.setMaxLength(_LONGEST)
        field.textChanged.connect(self._look)
        field.returnPressed.connect(self._submit)
        self.add(field)
        return field

    def _look(self) -> None:
        given = self.given
        chosen = bool(given.choice) or not self._cards
        worded = bool(given.text) or not (self._form.text_needed or given.choice == OWN_WORDS)
        if hasattr(self, "_yes"):
            self._yes.setEnabled(chosen and worded)

    def _submit(self) -> None:
        if self._yes.isEnabled():
            self._answer()

    def _answer(self) -> None:
        self.answered.emit(self.given)
