"""Accessibility: larger words, other colours, less motion. It shows at once what it does."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui.layout import Flow
from ui.overlays.overlay import Overlay
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance, Type
from ui.widgets.button import PrimaryButton, QuietButton
from ui.widgets.choice_card import TickCard
from ui.widgets.text import Text

TEXT_FACTORS = (1.0, 1.5, 2.0)


class AppearanceCard(Overlay):
    """Three short rows of choices and one way out."""

    chosen = Signal(object)
    """An ``Appearance``, at every change."""

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent, self.tr("Accessibility"))
        self._appearance = appearance
        body = self.card.body
        body.addWidget(Text(self.tr("Make the screen fit you"), Type.HEADING))
        body.addWidget(Text(self.tr("Text size"), Type.BODY, weight=Weight.STRONG))
        body.addWidget(self._sizes())
        body.addWidget(Text(self.tr("Colours"), Type.BODY, weight=Weight.STRONG))
        body.addWidget(self._schemes())
        body.addWidget(self._stillness())
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

    def _row(self, words: Mapping[str, str], now: str, choice: Callable[[str], Appearance]) -> QWidget:
        """Buttons of which one is pressed; ``words`` are by object name."""
        row, group = Flow(gap=1), QButtonGroup(self)
        for name, title in words.items():
            button = QuietButton(title)
            button.setObjectName(name)
            button.setCheckable(True)
            button.setChecked(name == now)
            group.addButton(button)
        group.buttonClicked.connect(lambda button: self._choose(choice(button.objectName())))
        row.show_widgets(*group.buttons())
        return row

    def _choose(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self.chosen.emit(appearance)
