"""What staff see at the booth: is everything really recording, and what can I do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.staff import StaffMember
from kiosk.flow.states import Kiosk
from kiosk.ports.recorder import RecorderStatus
from ui.bridge import Bridge
from ui.layout import Column, Flow, Row, Split
from ui.overlays.overlay import Overlay
from ui.overlays.staff_acts import Act, acts
from ui.overlays.status import StatusList
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.button import Button, DangerButton, PrimaryButton, QuietButton, wide
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text, Tone

OPEN_FOR_MS = 60_000
"""Without a touch the panel closes: staff walk away, candidates stay."""


class StaffPanel(Overlay):
    """Rows of state on one side, things to do on the other; what matters asks once, with a reason."""

    def __init__(self, parent: QWidget, bridge: Bridge, member: StaffMember) -> None:
        super().__init__(parent, self.tr("Staff"))
        self._bridge, self._member, self._kiosk = bridge, member, Kiosk()
        self._status = StatusList(bridge.facts)
        self._doing = Column(gap=1)
        self._shown: tuple[str, ...] | None = None
        title = Text(self.tr("Hello {name}").format(name=member.name), Type.HEADING)
        close = QuietButton(self.tr("Close"), Icon.CLOSE)
        close.setObjectName("close")
        close.clicked.connect(self.leave)
        head = Row(gap=2)
        head.add(title, stretch=1)
        head.add(close)
        self.card.body.addWidget(head)
        self.card.body.addWidget(Split(self._status, self._doing, shares=(1, 1), gap=4))
        self.leave_after(OPEN_FOR_MS)

    def widest(self, theme: Theme) -> int:
        """State and deeds stand side by side."""
        return round(theme.column * 1.6)

    def leave(self) -> None:
        """Whoever opened the panel has gone."""
        self._bridge.dismiss_staff(self._member.name)
        super().leave()

    def show_kiosk(self, kiosk: Kiosk) -> None:
        """What is wrong, and what may be done now."""
        self._kiosk = kiosk
        self._status.show_kiosk(kiosk)
        possible = acts(kiosk, self._member)
        names = tuple(act.name for act in possible)
        if names != self._shown:
            self._shown = names
            self._offer(possible)

    def show_recorder(self, recorder: RecorderStatus | None) -> None:
        """What the recorder says of itself."""
        self._status.show_recorder(recorder)

    def _offer(self, possible: Sequence[Act]) -> None:
        self._doing.clear()
        if not possible:
            self._doing.add(Text(self.tr("No interview is running."), tone=Tone.QUIET))
        for act in possible:
            button: Button = (
                DangerButton(act.words, act.icon) if act.danger else QuietButton(act.words, act.icon)
            )
            button.setObjectName(act.name)
            button.clicked.connect(lambda _=False, act=act: self._choose(act))
            self._doing.add(wide(button))
        self._doing.box.addStretch(1)

    def _choose(self, act: Act) -> None:
        if act.reasons is None:
            self._do(act, "")
            return
        self._doing.clear()
        question = ReasonQuestion(act)
        question.answered.connect(lambda reason: self._do(act, reason))
        question.refused.connect(self._ask_again)
        self._doing.add(question)
        self._doing.box.addStretch(1)
        question.first.setFocus()

    def _do(self, act: Act, reason: str) -> None:
        self._bridge.post(act.event(reason))
        self._ask_again()

    def _ask_again(self) -> None:
        self._shown = None
        self.show_kiosk(self._kiosk)
        stops = self._doing.findChildren(QWidget)
        next((stop for stop in stops if isinstance(stop, Button) and stop.isVisible()), self).setFocus()


class ReasonQuestion(Column):
    """Why? Then yes or no."""

    answered = Signal(str)
    refused = Signal()

    def __init__(self, act: Act) -> None:
        super().__init__(gap=1)
        self.add(Text(act.words, Type.LEAD, weight=Weight.STRONG), Text(self.tr("Please choose a reason.")))
        self._cards: dict[str, ChoiceCard] = {}
        for key, words in (act.reasons or {}).items():
            card = ChoiceCard(words)
            card.setObjectName(f"reason-{key}")
            card.toggled.connect(lambda _: self._yes.setEnabled(True))
            self._cards[key] = card
            self.add(card)
        self._yes: Button = DangerButton(act.words) if act.danger else PrimaryButton(act.words)
        self._yes.setObjectName("yes")
        self._yes.setEnabled(False)
        self._yes.clicked.connect(self._answer)
        no = QuietButton(self.tr("Not now"))
        no.setObjectName("no")
        no.clicked.connect(self.refused)
        last = Flow(gap=1, to_right=True)
        last.show_widgets(no, self._yes)
        self.add(last)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self._cards.values()))

    def _answer(self) -> None:
        self.answered.emit(next(key for key, card in self._cards.items() if card.isChecked()))
