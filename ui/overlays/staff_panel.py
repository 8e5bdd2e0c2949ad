"""What staff see at the booth: is everything really recording, and what can I do about it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import QSize, Signal, SignalInstance
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.staff import Duty, StaffMember
from kiosk.flow.states import Kiosk, Welcome, run_of
from ui.bridge import Bridge, Live
from ui.layout import Column, Row, Split
from ui.overlays.act_form import ActForm
from ui.overlays.overlay import Overlay
from ui.overlays.place import place_words
from ui.overlays.staff_acts import Act, Given, acts
from ui.overlays.status import StatusList
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.widgets.button import Button, DangerButton, QuietButton, wide
from ui.widgets.level_line import LevelLine
from ui.widgets.preview import Preview
from ui.widgets.text import Text, Tone

OPEN_FOR_MS = 60_000
"""Without a touch the panel closes: staff walk away, candidates stay."""


class SmallPreview(Preview):
    """What the camera sees, no larger than a glance needs."""

    def __init__(self) -> None:
        super().__init__(silhouette=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small picture."""
        return QSize(current().space(28), round(current().space(28) * 9 / 16))

    minimumSizeHint = sizeHint


class StaffPanel(Overlay):
    """Picture, level and rows of state on one side, things to do on the other; what matters asks once."""

    desk_wanted = Signal(object)
    export_wanted = Signal(object)
    """The ``StaffMember`` who wants to take interviews away."""

    def __init__(
        self,
        parent: QWidget,
        bridge: Bridge,
        member: StaffMember,
        *,
        open_for_ms: int = OPEN_FOR_MS,
        results: bool = True,
    ) -> None:
        """``results``: whether finished interviews can be reached from here."""
        super().__init__(parent, self.tr("Staff"))
        self._bridge, self._member, self._kiosk = bridge, member, Kiosk()
        self._results = results and member.may(Duty.RESULTS)
        self._microphones: Mapping[str, str] = {}
        self._preview, self._level = SmallPreview(), LevelLine()
        self._sensed = Row(gap=2)
        self._sensed.add(self._preview)
        self._sensed.add(self._level, stretch=1)
        self._status = StatusList(bridge.facts)
        self._doing = Column(gap=1)
        self._shown: tuple[str, ...] | None = None
        self._asking = ""
        """The act whose form is open; it stays open as long as the act is possible."""
        self._handed_over = False
        self._place = Text("", Type.NOTE, Tone.QUIET)
        self._place.setObjectName("place")
        self.card.body.addWidget(self._head())
        seen = Column(gap=1.5)
        seen.add(self._sensed, self._status)
        self.card.body.addWidget(Split(seen, self._doing, shares=(1, 1), gap=4))
        self.leave_after(open_for_ms)
        bridge.microphones_listed.connect(self._list)
        bridge.list_microphones()

    def widest(self, theme: Theme) -> int:
        """State and deeds stand side by side."""
        return round(theme.column * 1.9)

    def leave(self) -> None:
        """Whoever opened the panel has gone, or gone on to the desk."""
        if not self._handed_over:
            self._bridge.dismiss_staff(self._member.name)
        super().leave()

    def _go_on(self, wanted: SignalInstance) -> None:
        self._handed_over = True
        wanted.emit(self._member)

    def show_kiosk(self, kiosk: Kiosk) -> None:
        """What is wrong, and what may be done now."""
        self._kiosk = kiosk
        self._status.show_kiosk(kiosk)
        self._sensed.setVisible(run_of(kiosk.scene) is not None)
        self._place.setText(place_words(kiosk))
        possible = acts(kiosk, self._member, self._microphones)
        names = (*(act.name for act in possible), type(kiosk.scene).__name__)
        if names != self._shown and self._asking not in names:
            self._shown = names
            self._offer(possible)

    def show_live(self, live: Live) -> None:
        """Picture, level, and what the recorder says of itself."""
        self._preview.show_picture(live.preview)
        self._level.show_level(live.recorder.level_dbfs if live.recorder else -90.0)
        self._status.show_live(live)
        self._status.show_tests(self._bridge.facts)

    def _head(self) -> Row:
        close = QuietButton(self.tr("Close"), Icon.CLOSE)
        close.setObjectName("close")
        close.clicked.connect(self.leave)
        words = Column(gap=0)
        words.add(Text(self.tr("Hello {name}").format(name=self._member.name), Type.HEADING), self._place)
        head = Row(gap=2)
        head.add(words, stretch=1)
        head.add(close)
        return head

    def _list(self, microphones: Mapping[str, str]) -> None:
        self._microphones = microphones
        self.show_kiosk(self._kiosk)

    def _offer(self, possible: Sequence[Act]) -> None:
        self._asking = ""
        self._doing.clear()
        if not possible:
            self._doing.add(Text(self.tr("No interview is running."), tone=Tone.QUIET))
        if self._may_export:
            export = QuietButton(self.tr("Export interviews"), Icon.USB)
            export.setObjectName("export")
            export.clicked.connect(lambda: self._go_on(self.export_wanted))
            self._doing.add(wide(export))
        if self._may_read:
            desk = QuietButton(self.tr("Interviews"), Icon.DOCUMENT)
            desk.setObjectName("desk")
            desk.clicked.connect(lambda: self._go_on(self.desk_wanted))
            self._doing.add(wide(desk))
        self._doing.add(*self._rows([wide(self._button(act)) for act in possible]))
        self._doing.box.addStretch(1)

    def _rows(self, buttons: Sequence[Button]) -> Sequence[QWidget]:
        """Two side by side where no words have to break for it."""
        theme = current()
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        if 2 * widest > self.widest(theme) / 2 - theme.space(6):
            return buttons
        rows = []
        for pair in zip_longest(buttons[::2], buttons[1::2]):
            row = Row(gap=1)
            for button in pair:
                row.add(button or QWidget(), stretch=1)
            rows.append(row)
        return rows

    def _button(self, act: Act) -> Button:
        button: Button = DangerButton(act.words, act.icon) if act.danger else QuietButton(act.words, act.icon)
        button.setObjectName(act.name)
        button.clicked.connect(lambda: self._choose(act))
        return button

    @property
    def _may_export(self) -> bool:
        """Only at the welcome: a stick is never in a candidate's way."""
        waiting = isinstance(self._kiosk.scene, Welcome)
        return waiting and self._bridge.exporter is not None and self._results

    @property
    def _may_read(self) -> bool:
        """Only at the welcome: nobody waits in front of somebody else's results."""
        waiting = isinstance(self._kiosk.scene, Welcome)
        return waiting and self._bridge.desk is not None and self._results

    def _choose(self, act: Act) -> None:
        if act.form is None:
            self._do(act, Given())
            return
        self._asking = act.name
        self._doing.clear()
        form = ActForm(act, act.form)
        form.answered.connect(lambda given: self._do(act, given))
        form.refused.connect(self._ask_again)
        self._doing.add(form)
        self._doing.box.addStretch(1)
        form.first.setFocus()

    def _do(self, act: Act, given: Given) -> None:
        self._bridge.post(act.event(given))
        self._ask_again()

    def _ask_again(self) -> None:
        self._shown, self._asking = None, ""
        self.show_kiosk(self._kiosk)
        stops = self._doing.findChildren(QWidget)
        next((stop for stop in stops if isinstance(stop, Button) and stop.isVisible()), self).setFocus()
