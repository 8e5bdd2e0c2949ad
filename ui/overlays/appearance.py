"""Accessibility: words, colours, motion, voice and captions. It shows at once what it does."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from kiosk.domain.accommodations import USUAL, Captions, Comfort
from ui.layout import Column, Flow, Split
from ui.overlays.overlay import Overlay
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance, Theme, Type
from ui.widgets.button import PrimaryButton, QuietButton
from ui.widgets.choice_card import TickCard
from ui.widgets.text import Text

TEXT_FACTORS = (1.0, 1.5, 2.0)
VOLUMES = {"volume-soft": 0.5, "volume-usual": 1.0, "volume-loud": 1.8}


class AppearanceCard(Overlay):
    """Short rows of choices and one way out; what concerns the voice only where there is one."""

    chosen = Signal(object)
    """An ``Appearance``, at every change."""

    comfort_chosen = Signal(object)
    """A ``Comfort``, at every change."""

    def __init__(self, parent: QWidget, appearance: Appearance, comfort: Comfort | None = None) -> None:
        self._asked_before_consent = comfort is None
        super().__init__(parent, self.tr("Accessibility"))
        self._appearance, self._comfort = appearance, comfort or USUAL
        body = self.card.body
        body.addWidget(Text(self.tr("Make the screen fit you"), Type.HEADING))
        look = Column()
        look.add(Text(self.tr("Text size"), weight=Weight.STRONG), self._sizes())
        look.add(Text(self.tr("Colours"), weight=Weight.STRONG), self._schemes(), self._stillness())
        look.box.addStretch(1)
        body.addWidget(look if comfort is None else Split(look, self._voice_and_text(), gap=5))
        done = PrimaryButton(self.tr("Done"), Icon.CHECK)
        done.setObjectName("done")
        done.clicked.connect(self.leave)
        last = Flow(to_right=True)
        last.show_widgets(done)
        body.addWidget(last)

    @property
    def chosen_size(self) -> QWidget | None:
        """The pressed button of the first row, where the keyboard begins."""
        buttons = self.findChildren(QuietButton)
        return next((button for button in buttons if button.isChecked()), None)

    def _sizes(self) -> QWidget:
        percents = {f"text-{round(100 * factor)}": factor for factor in TEXT_FACTORS}
        return self._row(
            {name: f"{round(100 * factor)} %" for name, factor in percents.items()},
            f"text-{round(100 * self._appearance.text_factor)}",
            lambda name: replace(self._appearance, text_factor=percents[name]),
        )

    def _schemes(self) -> QWidget:
        words = {
            str(Scheme.LIGHT): self.tr("Light"),
            str(Scheme.DARK): self.tr("Dark"),
            str(Scheme.HIGH_CONTRAST): self.tr("High contrast"),
        }
        return self._row(
            words, str(self._appearance.scheme), lambda name: replace(self._appearance, scheme=Scheme(name))
        )

    def _stillness(self) -> QWidget:
        still = TickCard(self.tr("Less motion"), self.tr("Only the mouth of the person who speaks moves."))
        still.setObjectName("reduced-motion")
        still.setChecked(self._appearance.reduced_motion)
        still.toggled.connect(lambda on: self._choose(replace(self._appearance, reduced_motion=on)))
        return still

    def widest(self, theme: Theme) -> int:
        """Look and voice stand side by side."""
        return theme.column if self._asked_before_consent else round(theme.column * 1.5)

    def _voice_and_text(self) -> Column:
        silent = TickCard(self.tr("No voice"), self.tr("You read the questions, and nobody looks at you."))
        silent.setObjectName("no-voice")
        silent.setChecked(not self._comfort.voice)
        silent.toggled.connect(lambda on: self._wish_comfort(replace(self._comfort, voice=not on)))
        heard = Column()
        heard.add(Text(self.tr("The question as text"), weight=Weight.STRONG), self._captions())
        heard.add(Text(self.tr("Voice"), weight=Weight.STRONG), self._paces(), self._volumes(), silent)
        heard.box.addStretch(1)
        return heard

    def _captions(self) -> QWidget:
        words = {
            f"captions-{Captions.OFF}": self.tr("None"),
            f"captions-{Captions.NORMAL}": self.tr("Normal"),
            f"captions-{Captions.LARGE}": self.tr("Large"),
        }
        kinds = {f"captions-{captions}": captions for captions in Captions}
        return self._choices(
            words,
            f"captions-{self._comfort.captions}",
            lambda name: self._wish_comfort(replace(self._comfort, captions=kinds[name])),
        )

    def _paces(self) -> QWidget:
        return self._choices(
            {"pace-usual": self.tr("Usual pace"), "pace-slow": self.tr("Slower")},
            "pace-slow" if self._comfort.slow else "pace-usual",
            lambda name: self._wish_comfort(replace(self._comfort, slow=name == "pace-slow")),
        )

    def _volumes(self) -> QWidget:
        words = {
            "volume-soft": self.tr("Softer"),
            "volume-usual": self.tr("Usual volume"),
            "volume-loud": self.tr("Louder"),
        }
        now = next(
            (name for name, volume in VOLUMES.items() if volume == self._comfort.volume), "volume-usual"
        )
        return self._choices(
            words, now, lambda name: self._wish_comfort(replace(self._comfort, volume=VOLUMES[name]))
        )

    def _row(self, words: Mapping[str, str], now: str, choice: Callable[[str], Appearance]) -> QWidget:
        return self._choices(words, now, lambda name: self._choose(choice(name)))

    def _choices(self, words: Mapping[str, str], now: str, chosen: Callable[[str], None]) -> QWidget:
        """Buttons of which one is pressed; ``words`` are by object name."""
        row, group = Flow(gap=1), QButtonGroup(self)
        for name, title in words.items():
            button = QuietButton(title)
            button.setObjectName(name)
            button.setCheckable(True)
            button.setChecked(name == now)
            group.addButton(button)
        group.buttonClicked.connect(lambda button: chosen(button.objectName()))
        row.show_widgets(*group.buttons())
        return row

    def _choose(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self.chosen.emit(appearance)

    def _wish_comfort(self, comfort: Comfort) -> None:
        self._comfort = comfort
        self.comfort_chosen.emit(comfort)
