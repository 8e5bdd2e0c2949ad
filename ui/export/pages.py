"""The pages of the export wizard before anything is copied: each lets somebody choose one thing."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Signal

from kiosk.domain.export import Destination, Disguise, ExportPart, Protection
from kiosk.domain.ids import SessionId
from kiosk.ports.exporter import Exportable, ExportView
from ui.export import words
from ui.layout import Column, Flow, Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import QuietButton
from ui.widgets.choice_card import ChoiceCard, TickCard
from ui.widgets.icon_mark import IconMark
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

T = TypeVar("T")
LINES = 4
"""Interviews on one page of the list: all of them in reach without scrolling."""


class Page(Column):
    """One question to HR; ``changed`` when the answer is another one."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(gap=0.5)
        self.title = title

    @property
    def complete(self) -> bool:
        """Whether one may go on."""
        return True

    def show_view(self, view: ExportView) -> None:
        """What is known now."""


class InterviewsPage(Page):
    """Which interviews, a few lines at a time."""

    def __init__(self, chosen: Iterable[SessionId] = ()) -> None:
        super().__init__(self.tr("Which interviews?"))
        self.chosen = set(chosen)
        self._known: tuple[Exportable, ...] | None = None
        self._first = 0
        self._said = Text(self.tr("Looking them up…"), tone=Tone.QUIET)
        self._wait = ProgressLine()
        self._lines = Column(gap=0.5)
        self._turning = Flow(gap=1)
        self.add(self._said, self._wait, self._lines, self._turning)

    @property
    def complete(self) -> bool:
        """At least one."""
        return bool(self.chosen)

    @property
    def ordered(self) -> tuple[SessionId, ...]:
        """The chosen ones, the newest first."""
        return tuple(one.session for one in self._known or () if one.session in self.chosen)

    def show_view(self, view: ExportView) -> None:
        """Once they are known they stay: nobody's choice moves under the finger."""
        if self._known is None and view.sessions is not None:
            self._known = view.sessions
            self.chosen &= {one.session for one in view.sessions}
            self._wait.hide()
            self._turn(0)

    def _turn(self, first: int) -> None:
        known = self._known or ()
        self._first = max(0, min(first, len(known) - 1))
        self._lines.clear()
        for one in known[self._first : self._first + LINES]:
            self._lines.add(self._line(one))
        self._turning.show_widgets(*self._buttons(known))
        self._say()

    def _line(self, one: Exportable) -> TickCard:
        line = TickCard(*words.interview(one))
        line.setObjectName(f"interview-{one.session[:8]}")
        line.setChecked(one.session in self.chosen)
        line.toggled.connect(lambda on, session=one.session: self._tick(session, on))
        return line

    def _buttons(self, known: tuple[Exportable, ...]) -> list[QuietButton]:
        found = []
        new = [one.session for one in known if not one.exported]
        if new:
            all_new = self.tr("All that are new ({count})").format(count=len(new))
            found.append(self._button("all-new", all_new, lambda: self._choose(new)))
        if self._first > 0:
            found.append(self._button("newer", self.tr("Newer"), lambda: self._turn(self._first - LINES)))
        if self._first + LINES < len(known):
            found.append(self._button("older", self.tr("Older"), lambda: self._turn(self._first + LINES)))
        return found

    def _button(self, name: str, said: str, pressed: Callable[[], None]) -> QuietButton:
        button = QuietButton(said)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _choose(self, sessions: Iterable[SessionId]) -> None:
        self.chosen = set(sessions)
        self._turn(self._first)
        self.changed.emit()

    def _tick(self, session: SessionId, on: bool) -> None:
        (self.chosen.add if on else self.chosen.discard)(session)
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        if not self._known:
            self._said.setText(self.tr("There is no interview on this station yet."))
            return
        chosen = [one for one in self._known if one.session in self.chosen]
        told = self.tr("{count} of {all} chosen, {size}")
        total = words.size(sum(one.size_bytes for one in chosen))
        self._said.setText(told.format(count=len(chosen), all=len(self._known), size=total))


class DestinationPage(Page):
    """Where they go; only asked where there is more than one place."""

    def __init__(self) -> None:
        super().__init__(self.tr("Where to?"))
        self._cards = _choices(self, {one: words.destination(one) for one in Destination}, "to")
        for card in self._cards.values():
            card.toggled.connect(lambda _: self.changed.emit())

    @property
    def destination(self) -> Destination:
        """What was chosen."""
        return next(one for one, card in self._cards.items() if card.isChecked())


class ContentsPage(Page):
    """What of them."""

    def __init__(self) -> None:
        super().__init__(self.tr("What goes along?"))
        self._parts: dict[ExportPart, TickCard] = {}
        for wanted in ExportPart:
            card = TickCard(*words.part(wanted))
            card.setObjectName(f"part-{wanted}")
            card.setChecked(wanted is not ExportPart.WEBM)
            card.toggled.connect(lambda _: self.changed.emit())
            self._parts[wanted] = card
            self.add(card)

    @property
    def complete(self) -> bool:
        """Something must be in it."""
        return bool(self.parts)

    @property
    def parts(self) -> frozenset[ExportPart]:
        """What is ticked."""
        return frozenset(part for part, card in self._parts.items() if card.isChecked())


class AudiencePage(Page):
    """Whether whoever reads it may know who it is."""

    def __init__(self) -> None:
        super().__init__(self.tr("Who is it for?"))
        self._cards = _choices(self, {one: words.disguise(one) for one in Disguise}, "disguise")

    @property
    def disguise(self) -> Disguise:
        """What was chosen."""
        return next(one for one, card in self._cards.items() if card.isChecked())


class ProtectionPage(Page):
    """Who can open it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Who can open it?"))
        self._cards = _choices(self, {one: words.protection(one) for one in Protection}, "protect")
        self._note = Text(self.tr("This station has not been given a key of HR’s."), Type.NOTE, Tone.QUIET)
        self.add(self._note)

    @property
    def protection(self) -> Protection:
        """What was chosen."""
        return next(one for one, card in self._cards.items() if card.isChecked())

    def show_view(self, view: ExportView) -> None:
        """Without a key nothing can be closed to it."""
        self._cards[Protection.KEY].setVisible(view.has_key)
        self._note.setVisible(not view.has_key)


class StickPage(Page):
    """The stick, as it is at this moment."""

    def __init__(self) -> None:
        super().__init__(self.tr("Plug in a stick"))
        self._ready = False
        self._icon = IconMark(Icon.USB, Tone.QUIET, Type.LEAD, disc=True)
        self._what = Text(self.tr("Looking…"), Type.LEAD, weight=Weight.STRONG)
        self._what.setObjectName("stick")
        self._do = Text("", tone=Tone.QUIET)
        told = Column(gap=0.5)
        told.add(self._what, self._do)
        row = Row(gap=3)
        row.add(self._icon)
        row.add(told, stretch=1)
        self.add(row)

    @property
    def complete(self) -> bool:
        """Whether it can be copied to."""
        return self._ready

    def show_view(self, view: ExportView) -> None:
        """What is plugged in, and whether it will do."""
        if view.considered is None:
            return
        was, self._ready = self._ready, view.problem is None
        if view.problem is not None:
            texts = words.outcome_texts(view.problem)
            self._show(Icon.WARNING, Tone.ATTENTION, texts.what_happened, texts.what_to_do)
        elif view.sticks:
            needed = self.tr("The export needs up to {size}.").format(size=words.size(view.needed_bytes))
            self._show(Icon.USB, Tone.PROVEN, words.stick(view.sticks[0]), needed)
        if was is not self._ready:
            self.changed.emit()

    def _show(self, icon: Icon, tone: Tone, what: str, do: str) -> None:
        self._icon.show_icon(icon, tone)
        self._what.setText(what)
        self._do.setText(do)


def _choices(into: Column, cards: dict[T, tuple[str, str]], name: str) -> dict[T, ChoiceCard]:
    """One of several, the first to begin with."""
    made = {}
    for at, (key, (title, about)) in enumerate(cards.items()):
        card = ChoiceCard(title, about)
        card.setObjectName(f"{name}-{key}")
        card.setChecked(at == 0)
        made[key] = card
        into.add(card)
    return made
