"""What staff see at the booth: is everything really recording, and what can I do about it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import QEvent, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.domain.staff import Duty, StaffMember
from kiosk.flow.staff import SetUpRequested
from kiosk.flow.states import Kiosk, Welcome, run_of
from ui.bridge import Bridge, Live
from ui.layout import Column, Row, Split
from ui.overlays.act_form import ActForm
from ui.overlays.overlay import Overlay
from ui.overlays.place import place_words
from ui.overlays.staff_acts import Act, Given, acts
from ui.overlays.staff_tongue import TongueChoice, tongue_button
from ui.overlays.status import StatusList
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.theme.wardrobe import current
from ui.tongue.spoken import spoken_to_staff, to_staff
from ui.widgets.button import Button, DangerButton, QuietButton, wide
from ui.widgets.level_line import LevelLine
from ui.widgets.preview import Preview
from ui.widgets.text import Text, Tone

_TONGUE = "language"
"""Asked instead of an act: which language staff want to be spoken to in."""
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Whoever waits for the camera here is staff."""
        with to_staff():
            super().paintEvent(event)


class StaffPanel(Overlay):
    """Picture, level and rows of state on one side, things to do on the other; what matters asks once."""

    again_wanted = Signal(object)
    """The ``StaffMember``, who wants the panel in another language."""
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
        self._tongue = spoken_to_staff()
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

    def focus_first(self) -> None:
        """The keyboard begins where it can do no harm."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Whoever opened the panel has gone, or gone on to the desk."""
        if not self._handed_over:
            self._bridge.dismiss_staff(self._member.name)
        super().leave()

    def changeEvent(self, event: QEvent) -> None:
        """Staff have chosen another language: everything here is said anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and spoken_to_staff() is not self._tongue:
            self._tongue = spoken_to_staff()
            self._go_on(self.again_wanted)

    def _go_on(self, wanted: SignalInstance) -> None:
        self._handed_over = True
        wanted.emit(self._member)

    def show_kiosk(self, kiosk: Kiosk) -> None:
        """What is wrong, and what may be done now."""
        self._kiosk = kiosk
        self._status.show_kiosk(kiosk)
        self._sensed.setVisible(run_of(kiosk.scene) is not None)
        self._place.setText(place_words(kiosk))
        sets_up = self._bridge.facts.sets_up
        possible = [
            act
            for act in acts(kiosk, self._member, self._microphones)
            if sets_up or act.kind is not SetUpRequested
        ]
        names = (*(act.name for act in possible), type(kiosk.scene).__name__)
        if names != self._shown and self._asking not in (*names, _TONGUE):
            self._shown = names
            self._offer(possible)

    @to_staff()
    def show_live(self, live: Live) -> None:
        """Picture, level, and what the recorder says of itself."""
        self._preview.show_picture(live.preview)
        self._level.show_level(live.recorder.level_dbfs if live.recorder else -90.0)
        self._status.show_live(live)
        self._status.show_tests(self._bridge.facts)

    def _head(self) -> Split:
        self._close = close = QuietButton(self.tr("Close"), Icon.CLOSE)
        close.setObjectName("close")
        close.clicked.connect(self.leave)
        words = Column(gap=0)
        words.add(Text(self.tr("Hello {name}").format(name=self._member.name), Type.HEADING), self._place)
        ways = Row(gap=1)
        ways.box.addStretch(1)
        ways.add(tongue_button(self._ask_tongue), close)
        return Split(words, ways, shares=(1, 0), gap=2)

    def _ask_tongue(self) -> None:
        self._asking = _TONGUE
        self._doing.clear()
        self._doing.add(TongueChoice(self._ask_again))
        self._doing.box.addStretch(1)

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
