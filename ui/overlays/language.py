"""Another language, at any time and at once. Every language stands here in its own words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.pack import Language
from kiosk.domain.tongue import Tongue
from ui.layout import Column
from ui.overlays.overlay import Overlay
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.tongue.names import language_name
from ui.widgets.button import Button, QuietButton, wide
from ui.widgets.text import Text, Tone


class LanguageCard(Overlay):
    """A button a language; touching one is all it takes.

    ``asked`` are the languages of this interview's questions, where there is one already.
    """

    chosen = Signal(str)
    """A language's tag."""

    def __init__(self, parent: QWidget, now: Language, asked: Sequence[Language] = ()) -> None:
        super().__init__(parent, self.tr("Language"))
        self._now = now
        body = self.card.body
        body.addWidget(Text(self.tr("Which language would you like?"), Type.HEADING))
        choices = Column(gap=1)
        for language in dict.fromkeys((*Tongue, *asked)):
            choices.add(self._button(language))
        body.addWidget(choices)
        if asked:
            names = ", ".join(language_name(language) for language in asked)
            words = self.tr("The questions of this interview come in: {languages}.")
            body.addWidget(Text(words.format(languages=names), tone=Tone.QUIET))

    @property
    def present(self) -> QWidget | None:
        """The button of the language that is spoken now, where the keyboard begins."""
        return self.findChild(QuietButton, f"speak-{self._now}")

    def _button(self, language: Language) -> Button:
        present = language == self._now
        button = wide(QuietButton(language_name(language), Icon.CHECK if present else None))
        button.setObjectName(f"speak-{language}")
        button.clicked.connect(lambda: self._choose(language))
        return button

    def _choose(self, language: Language) -> None:
        self.leave()
        self.chosen.emit(language)
