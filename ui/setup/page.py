"""What every step of the set-up is."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import Refused, SetUpFacts
from kiosk.ports.recorder import PreviewPicture, RecorderStatus
from kiosk.ports.setting_up import SettingUp
from ui.layout import Column
from ui.setup.words import problem
from ui.theme.fonts import Weight
from ui.theme.tokens import Theme, Type
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.line_field import LineField
from ui.widgets.text import Text, Tone

Job = Callable[[SettingUp], Refused | None]
"""What keeping a page takes; done off the thread that draws."""


class SetUpPage(Column):
    """One question to whoever sets the station up; ``changed`` when the answer is another one.

    Subclasses add what is asked to ``body``.
    """

    changed = Signal()
    errand = Signal(object)
    """A ``Job`` to be done at once, without going on."""
    long_errand = Signal(object)
    """The same for what may take minutes: others are not kept waiting by it."""
    keeping = Signal(object)
    """A ``Job`` after which more, or less, is known."""
    may_skip = False
    """Whether a station works without it."""
    lively = False
    """Whether :meth:`show_devices` is wanted many times a second."""

    def __init__(self, title: str, words: str) -> None:
        super().__init__(gap=2)
        self.title = title
        self._heading = Text(title, Type.HEADING)
        self._heading.setObjectName("title")
        self._problem = Text("", tone=Tone.ATTENTION)
        self._problem.setObjectName("problem")
        self._problem.hide()
        self.body = Column(gap=2)
        self.add(self._heading, Text(words, tone=Tone.QUIET), self.body, self._problem)

    def widest(self, theme: Theme) -> int:
        """The greatest width of the page."""
        return theme.column

    @property
    def complete(self) -> bool:
        """Whether one may go on."""
        return True

    def show_facts(self, facts: SetUpFacts) -> None:
        """What is set already."""

    def entered(self, station: SettingUp) -> None:
        """The page is on the screen."""

    def left(self) -> None:
        """It is not any more."""

    def show_devices(self, picture: PreviewPicture | None, recorder: RecorderStatus | None) -> None:
        """This moment."""

    def job(self) -> Job | None:
        """What keeps the answer; ``None`` when nothing has to be."""
        return None

    def first_stop(self) -> QWidget | None:
        """Where the keyboard begins; the primary button unless a page knows better."""
        return None

    def show_problem(self, refused: Refused | None) -> None:
        """Why it was not kept, or that all is well."""
        self._problem.setText(problem(refused) if refused else "")
        self._problem.setVisible(refused is not None)

    # --- what pages are made of --------------------------------------------------------------
    def field(self, name: str, words: str, longest: int, room: Column | None = None) -> LineField:
        """A field under its name, in the body or in another ``room``."""
        field = LineField(words)
        field.setObjectName(name)
        field.setMaxLength(longest)
        field.textChanged.connect(lambda _text: self.changed.emit())
        title = Text(words, weight=Weight.STRONG)
        title.setBuddy(field)
        (room or self.body).add(title, field)
        return field

    def choices(self, cards: Mapping[str, ChoiceCard], room: Column | None = None) -> None:
        """Cards of which one is chosen; keys become object names."""
        for name, card in cards.items():
            card.setObjectName(name)
            card.toggled.connect(lambda on: self.changed.emit() if on else None)
            (room or self.body).add(card)


def chosen(cards: Mapping[str, ChoiceCard]) -> str:
    """The key of the chosen card; empty when none is."""
    return next((name for name, card in cards.items() if card.isChecked()), "")
