"""The export wizard: which interviews, what of them, for whom; the stick, copying, reading back, done."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.domain.export import WORTH_ANOTHER_TRY, Destination, ExportOrder, ExportPhase
from kiosk.domain.ids import SessionId
from kiosk.domain.staff import StaffMember
from kiosk.ports.exporter import Exporter
from ui.bridge import Bridge
from ui.export.pages import (
    AudiencePage,
    ContentsPage,
    DestinationPage,
    InterviewsPage,
    Page,
    ProtectionPage,
    StickPage,
)
from ui.export.running import OverPage, RunningPage
from ui.layout import Column, Flow
from ui.overlays.overlay import Overlay
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.button import Button, PrimaryButton, QuietButton
from ui.widgets.text import Text, Tone

OPEN_FOR_MS = 300_000
"""Without a touch it closes, unless it is copying."""


class ExportWizard(Overlay):
    """Asks one thing at a time and then shows what happens; the exporter does all of it.

    ``chosen`` are ticked already. Whoever opened it leaves the staff door with it.
    """

    def __init__(
        self,
        parent: QWidget,
        bridge: Bridge,
        exporter: Exporter,
        member: StaffMember,
        chosen: Iterable[SessionId] = (),
    ) -> None:
        super().__init__(parent, self.tr("Export interviews"))
        self._bridge, self.exporter, self._member = bridge, exporter, member
        self._interviews, self._contents = InterviewsPage(chosen), ContentsPage()
        self._audience, self._protection, self._stick = AudiencePage(), ProtectionPage(), StickPage()
        self._destination = DestinationPage()
        self._questions: tuple[Page, ...] = (
            self._interviews,
            self._destination,
            self._contents,
            self._audience,
            self._protection,
            self._stick,
        )
        self._at = 0
        self._stays = False
        self._page: Page = self._interviews
        self._step = Text("", Type.NOTE, Tone.QUIET)
        self._title = Text("", Type.HEADING)
        self._title.setObjectName("title")
        self._room = Column(gap=0)
        self._foot = Flow(gap=1, to_right=True)
        self._next: Button = PrimaryButton("")
        for part in (self._step, self._title, self._room, self._foot):
            self.card.body.addWidget(part)
        for page in self._questions:
            page.hide()
            self._room.box.addWidget(page)
            page.changed.connect(self._weigh)
        exporter.open()
        bridge.ticked.connect(self._look)
        self._patience = QTimer(self, interval=OPEN_FOR_MS, singleShot=True)
        self._patience.timeout.connect(self.leave)
        self._ask(0)

    def widest(self, theme: Theme) -> int:
        """As wide as a screen's column and a little more."""
        return round(theme.column * 1.2)

    def leave(self) -> None:
        """Whoever opened it has gone; what runs is not left alone."""
        if self._runs:
            return
        self.exporter.close()
        if not self._stays:
            self._bridge.dismiss_staff(self._member.name)
        super().leave()

    def stay(self) -> None:
        """Whoever opened it goes on at the desk that lies under it."""
        self._stays = True

    @property
    def order(self) -> ExportOrder:
        """What was chosen so far."""
        return ExportOrder(
            self._interviews.ordered,
            self._contents.parts,
            self._audience.disguise,
            self._protection.protection,
            self._destination.destination,
        )

    @property
    def _way(self) -> tuple[Page, ...]:
        """What is asked, as far as the answers say now."""
        if not self.exporter.view().has_server:
            return (self._interviews, *self._questions[2:])
        to_server = self._destination.destination is Destination.SERVER
        return self._questions[:2] if to_server else self._questions

    @property
    def _runs(self) -> bool:
        return isinstance(self._page, RunningPage)

    def _look(self) -> None:
        view = self.exporter.view()
        self._page.show_view(view)
        now = view.progress
        if self._runs and now is not None and now.phase is ExportPhase.OVER:
            self._patience.start()
            self._turn_to(OverPage(now), "")
            self._offer_after(again=now.outcome in WORTH_ANOTHER_TRY)

    def _offer_after(self, *, again: bool) -> None:
        """What was interrupted can go on; otherwise nothing is left to do."""
        if again:
            close = self._button("done", self.tr("Close"), self.leave, Icon.CLOSE)
            self._offer(
                close, self._button("again", self.tr("Go on"), self._start, Icon.REPEAT, primary=True)
            )
        else:
            self._offer(self._button("done", self.tr("Done"), self.leave, primary=True))

    def _ask(self, at: int) -> None:
        """Show a question; the stick is looked at for the order as it is then."""
        self._at, page = at, self._way[at]
        self._patience.start()
        if page is self._stick:
            self.exporter.consider(self.order)
        self._turn_to(page, self._step_words())
        self._next = self._button("next", self._next_words(), self._go_on, primary=True)
        close = self._button("close", self.tr("Cancel"), self.leave, Icon.CLOSE)
        back = [self._button("back", self.tr("Back"), self._go_back, Icon.ARROW_LEFT)] if at else []
        self._offer(close, *back, self._next)
        self._weigh()

    def _step_words(self) -> str:
        return self.tr("Step {number} of {total}").format(number=self._at + 1, total=len(self._way))

    def _next_words(self) -> str:
        if self._at + 1 < len(self._way):
            return self.tr("Continue")
        to_server = self._way[-1] is self._destination
        return self.tr("Send to the server") if to_server else self.tr("Copy to the stick")

    def _turn_to(self, page: Page, step: str) -> None:
        self._page.hide()
        if self._page not in self._questions:
            self._page.deleteLater()
        self._page = page
        if page not in self._questions:
            self._room.box.addWidget(page)
        page.show()
        page.show_view(self.exporter.view())
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self._title.setText(page.title)

    def _offer(self, *buttons: Button) -> None:
        self._foot.show_widgets(*buttons)
        self.focus_first()

    def _button(
        self,
        name: str,
        words: str,
        pressed: Callable[[], None],
        icon: Icon | None = None,
        *,
        primary: bool = False,
    ) -> Button:
        button: Button = PrimaryButton(words, icon) if primary else QuietButton(words, icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _weigh(self) -> None:
        self._patience.start()
        if self._page in self._questions:
            self._step.setText(self._step_words())
            self._next.setText(self._next_words())
            self._next.setEnabled(self._page.complete)

    def _go_back(self) -> None:
        self._ask(self._at - 1)

    def _go_on(self) -> None:
        if self._at + 1 < len(self._way):
            self._ask(self._at + 1)
        else:
            self._start()

    def _start(self) -> None:
        self._patience.stop()
        self.exporter.start(self.order, self._member.name)
        destination = self.order.destination
        self._turn_to(RunningPage(destination), "")
        to_server = destination is Destination.SERVER
        words = self.tr("Do not wait for it") if to_server else self.tr("Cancel the export")
        self._offer(self._button("stop", words, self.exporter.cancel, Icon.CLOSE if to_server else Icon.STOP))
        self.setFocus()  # a second Enter must not cancel what the first began
