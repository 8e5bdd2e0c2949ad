"""The set-up in one window: a page a step, one thing to do, and a way back."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent

from kiosk.domain.set_up import Refused, SetUpEnd, SetUpFacts
from kiosk.domain.tongue import Tongue
from kiosk.ports.setting_up import SettingUp
from ui.announcer import Announcer
from ui.desk.errands import Errands
from ui.layout import Centred, Column, Row, scrolling
from ui.overlays.appearance import AppearanceCard
from ui.screens.foot import Foot
from ui.screens.screen import SETTLE_MS
from ui.setup.devices import DevicesPage
from ui.setup.first import LanguagePage, NamePage, ServerPage
from ui.setup.last import LastPage
from ui.setup.page import Job, SetUpPage
from ui.setup.people import PeoplePage
from ui.setup.room import RoomPage
from ui.setup.speech import SpeechPage
from ui.theme.icons import Icon
from ui.theme.tokens import Appearance
from ui.tongue.spoken import speak, spoken
from ui.widgets.button import Button, PrimaryButton, QuietButton
from ui.widgets.progress import Progress
from ui.widgets.progress_line import ProgressLine
from ui.widgets.stage import Stage
from ui.window import KioskWindow

LIVELY_MS = 40
_FIRST = Appearance()
LAST = 7
"""The page with the test interview."""


class SetUpWindow(KioskWindow):
    """Walks through the pages; what is on one is kept when one goes on, and only then.

    ``begin_at`` is a page's number: whoever comes back from the test interview stands at the last.
    """

    ended = Signal(object)
    """A ``SetUpEnd``."""

    def __init__(self, station: SettingUp, *, begin_at: int = 0, appearance: Appearance = _FIRST) -> None:
        super().__init__(appearance)
        self.setWindowTitle(self.tr("Set-up"))
        self._station, self._errands, self._long = station, Errands(self), Errands(self)
        self.announcer = Announcer(self)
        """Tells screen readers what is new."""
        self._speaking = spoken()
        self._at, self._trial_done, self._keeping = begin_at, False, False
        self._overlay: AppearanceCard | None = None
        self._turned = QElapsedTimer()
        self._turned.start()
        self._clock = QTimer(self, interval=LIVELY_MS)
        self._clock.timeout.connect(self.look)
        self._build()
        self._go_to(begin_at)

    @property
    def page(self) -> SetUpPage:
        """The page that is shown, or about to be."""
        return self._pages[self._at]

    @property
    def busy(self) -> bool:
        """Whether something is kept or looked up."""
        return self._errands.busy

    @property
    def settled(self) -> bool:
        """What appeared under a finger a moment ago was not meant by a double tap."""
        return self._turned.elapsed() >= SETTLE_MS

    def put_away(self) -> None:
        """Let go of the devices and wait for what is being kept."""
        self._clock.stop()
        self._errands.close()
        self._station.stop_hearing()
        self._long.close()
        self._station.release()
        self.hide()
        self.deleteLater()

    def look(self) -> None:
        """Show the devices as they are at this moment."""
        self.page.show_devices(self._station.preview(), self._station.recorder())

    def arrange(self) -> None:
        """The frame, and the two buttons that never move."""
        self._frame.setGeometry(self.room.rect())
        self.place_hatch(self._hatch)
        self._foot.make_room(self._hatch.sizeHint(), upright=self.height() > self.width())
        if self._overlay is not None:
            self._overlay.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._main.click()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is "later"."""
        self.ended.emit(SetUpEnd.LATER)
        super().closeEvent(event)

    # --- the frame -----------------------------------------------------------------------------
    def _build(self) -> None:
        self._pages: tuple[SetUpPage, ...] = (
            LanguagePage(),
            NamePage(),
            ServerPage(),
            DevicesPage(),
            RoomPage(),
            SpeechPage(),
            PeoplePage(),
            LastPage(),
        )
        self._step = Progress()
        self._wait = ProgressLine()
        self._stage, self._foot, self._hatch = Stage(), Foot(), self._build_hatch()
        self._say()
        top = Row(gap=2, margins=(8, 2, 8, 1))
        top.add(self._step)
        top.box.addStretch(1)
        foot = Column(gap=0, margins=(8, 1, 8, 3))
        foot.add(self._foot)
        self._frame = Column(gap=0, parent=self.room)
        self._frame.add(top, self._wait)
        self._frame.add(self._stage, stretch=1)
        self._frame.add(foot)
        self._hatch.setParent(self.room)
        self._areas = []
        for page in self._pages:
            page.changed.connect(self._weigh)
            page.errand.connect(self._do)
            page.long_errand.connect(self._do_long)
            page.keeping.connect(lambda job: self._do(job, then_facts=True))
            content = Column(gap=0, margins=(8, 1, 8, 1))
            content.add(Centred(page, page.widest), stretch=1)
            area = scrolling(content)
            area.setParent(self._stage)
            area.hide()
            self._areas.append(area)

    def _build_hatch(self) -> Row:
        hatch = Row(gap=1)
        later = self._button("later", self.tr("Later"), lambda: self.ended.emit(SetUpEnd.LATER), Icon.CLOSE)
        words = self.tr("Accessibility")
        hatch.add(later, self._button("accessibility", words, self._open_appearance, Icon.ACCESSIBILITY))
        return hatch

    def _button(self, name: str, words: str, pressed: Callable[[], None], icon: Icon | None = None) -> Button:
        button = QuietButton(words, icon)
        button.setObjectName(name)
        button.clicked.connect(pressed)
        return button

    def _open_appearance(self) -> None:
        self.typing.put_away()
        self._overlay = card = AppearanceCard(self.room, self.appearance)
        card.chosen.connect(self.choose_appearance)
        card.left.connect(self._forget_overlay)
        card.open(card.chosen_size)
        self.announcer.look(card)

    def _forget_overlay(self) -> None:
        self._overlay = None

    # --- the walk ------------------------------------------------------------------------------
    def _go_to(self, at: int) -> None:
        """Ask what is known, then show the page with it."""
        self._errands.run("facts", self._station.facts, lambda facts: self._turn(at, facts))
        self._weigh()
        self._wait.show()

    def _turn(self, at: int, facts: SetUpFacts) -> None:
        if at != self._at:
            self.page.left()
        self._speak(facts.language)
        self._at, self._trial_done = at, facts.trial is not None and facts.trial.completed
        self.page.show_problem(None)
        self.page.show_facts(facts)
        step = self.tr("Set-up, step {number} of {total}").format(number=at + 1, total=len(self._pages))
        self._step.show_step(at + 1, len(self._pages))
        self._step.show_words(step)
        self.setWindowTitle(step)
        self._stage.show_page(self._areas[at])
        self._say()
        self._turned.restart()
        self._clock.start() if self.page.lively else self._clock.stop()
        self.page.entered(self._station)
        self._weigh()
        self.announcer.look(self.page)
        self.start_keyboard()

    def _speak(self, tongue: Tongue) -> None:
        """In the station's language from now on: everything is made anew, for it is said differently."""
        if tongue is self._speaking:
            return
        self._speaking = tongue
        speak(tongue)
        self.typing.speak(tongue)
        before = self._frame, self._hatch
        self._build()
        for gone in before:
            gone.hide()
            gone.deleteLater()
        self.arrange()
        for new in (self._frame, self._hatch):
            new.show()

    def start_keyboard(self) -> None:
        """At the page's first field, or at the button that goes on."""
        if self._overlay is None:
            first = self.page.first_stop() or self._main
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            area = self._areas[self._at]
            if area.isAncestorOf(first):
                QTimer.singleShot(0, first, lambda: area.ensureWidgetVisible(first))

    def _say(self) -> None:
        """The buttons of this page; after a test interview that went well the main thing is to finish."""
        last, done = self._at == LAST, self._trial_done
        trial, finish = self.tr("Test interview"), self.tr("Finish")
        words, icon = self.tr("Continue"), Icon.ARROW_RIGHT
        if last:
            words, icon = (finish, Icon.CHECK) if done else (trial, Icon.PLAY)
        self._main: Button = PrimaryButton(words, icon)
        self._quiet: list[Button] = []
        if self._at > 0:
            self._quiet.append(self._button("back", self.tr("Back"), self._go_back, Icon.ARROW_LEFT))
        if self.page.may_skip or last:
            other = trial if done else finish
            self._quiet.append(self._button("skip", other if last else self.tr("Skip"), self._pass_over))
        self._main.setObjectName("continue")
        self._main.clicked.connect(self._go_on)
        self._foot.offered.show_widgets(*self._quiet, self._main)

    def _weigh(self) -> None:
        busy = self._keeping
        self._wait.setVisible(busy)
        self._main.setEnabled(self.page.complete and not busy)
        for button in self._quiet:
            button.setEnabled(not busy)

    def _go_back(self) -> None:
        if self.settled:
            self._go_to(self._at - 1)

    def _pass_over(self) -> None:
        if not self.settled:
            return
        if self._at == LAST:
            self.ended.emit(SetUpEnd.TRIAL if self._trial_done else SetUpEnd.FINISHED)
        else:
            self._go_to(self._at + 1)

    def _go_on(self) -> None:
        if not self.settled or not self._main.isEnabled():
            return
        if self._at == LAST:
            self.ended.emit(SetUpEnd.FINISHED if self._trial_done else SetUpEnd.TRIAL)
            return
        job = self.page.job()
        if job is None:
            self._go_to(self._at + 1)
        else:
            self._keep(job)

    def _keep(self, job: Job) -> None:
        at = self._at

        def kept(refused: Refused | None) -> None:
            self._keeping = False
            self.page.show_problem(refused)
            self.announcer.look(self.page)
            self._weigh()
            if refused is None:
                self._go_to(at + 1)
            else:
                self.start_keyboard()

        self._keeping = True
        self._weigh()
        self._errands.run("keep", lambda: job(self._station), kept)

    def _do(self, job: Job, *, then_facts: bool = False) -> None:
        """What a page wants at once."""
        at = self._at

        def done(refused: Refused | None) -> None:
            if self._at != at:
                return
            self.page.show_problem(refused)
            self.announcer.look(self.page)
            if refused is None and then_facts:
                self._errands.run("facts", self._station.facts, self._show_again)

        self._errands.run(object(), lambda: job(self._station), done)

    def _do_long(self, job: Job) -> None:
        """Beside all the others; what comes of it the page shows itself."""
        self._long.run("long", lambda: job(self._station), lambda _none: self.announcer.look(self.page))

    def _show_again(self, facts: SetUpFacts) -> None:
        self.page.show_facts(facts)
        self._weigh()
        self.start_keyboard()
