"""The one window: everything the candidate and the staff ever see is inside it. Qt thread only."""

from typing import TYPE_CHECKING

import structlog
from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QClipboard,
    QCloseEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.domain.faults import BEHIND_THE_SCENES, CATALOGUE, Severity
from kiosk.domain.pack import Language
from kiosk.domain.staff import StaffMember
from kiosk.domain.tongue import Tongue, tongue_for
from kiosk.flow.events import (
    AdjustingBegan,
    AdjustingEnded,
    ComfortChosen,
    HelpRequested,
    LanguageChosen,
    MessageRead,
)
from kiosk.flow.language import language_of, languages_of
from kiosk.flow.states import ChoosingLanguage, Kiosk, Welcome, run_of
from kiosk.ports.station import Snapshot
from ui.announcer import Announcer
from ui.bridge import Bridge, Live
from ui.export.wizard import ExportWizard
from ui.hatch import Hatch
from ui.layout import Column
from ui.message_strip import MessageStrip
from ui.overlays.appearance import AppearanceCard
from ui.overlays.language import LanguageCard
from ui.overlays.overlay import Overlay
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.overlays.still_there import StillThere
from ui.screens.registry import Subject, subject
from ui.screens.screen import Screen
from ui.texts import fault_line
from ui.theme.tokens import Appearance
from ui.tongue.spoken import speak, speak_to_staff, spoken_to_staff
from ui.top_line import TopLine
from ui.touches import Knock
from ui.widgets.banner import Banner
from ui.window import KioskWindow

if TYPE_CHECKING:
    from ui.desk.desk import DeskView
from ui.widgets.stage import Stage

log = structlog.get_logger()

STAFF_KEYS = "Ctrl+Alt+Shift+K"
_FIRST = Appearance()


class Shell(KioskWindow):
    """Banner, top line, the stage with the present screen, the escape hatch, and at most one overlay.

    ``closable`` lets a developer close the window; on a station nothing does.
    """

    set_up_wanted = Signal()
    """Staff have gone to the set-up; their panel is closed."""

    def __init__(self, bridge: Bridge, *, appearance: Appearance = _FIRST, closable: bool = False) -> None:
        super().__init__(appearance)
        self.setWindowTitle(self.tr("Interview Kiosk"))
        self._bridge, self._closable = bridge, closable
        self._tongue = self._speaking = bridge.facts.tongue
        self._asked_for: Tongue | None = None
        speak(self._speaking)
        speak_to_staff(self._speaking)
        self._first_appearance = appearance
        self._subject: Subject | None = None
        self._snapshot = Snapshot(Kiosk(), 0.0)
        self._overlay: Overlay | None = None
        self._desk: DeskView | None = None
        self._simulated: Banner | None = None
        self.announcer = Announcer(self)
        """Tells screen readers what is new."""
        self._build()
        self._hatch.help_wanted.connect(lambda: bridge.post(HelpRequested()))
        self._hatch.appearance_wanted.connect(self.open_appearance)
        self._hatch.language_wanted.connect(self.open_language)
        QShortcut(QKeySequence(STAFF_KEYS), self).activated.connect(self.open_staff_entry)
        self._knock = Knock(self)
        self._knock.heard.connect(self.open_staff_entry)
        bridge.changed.connect(self.show_snapshot)
        bridge.ticked.connect(self.show_live)

    @property
    def kiosk(self) -> Kiosk:
        """The state that is drawn."""
        return self._snapshot.kiosk

    @property
    def tongue(self) -> Tongue:
        """What the candidate's screens speak."""
        return self._tongue

    @property
    def screen_now(self) -> Screen | None:
        """The screen on the stage."""
        page = self._stage.page
        return page if isinstance(page, Screen) else None

    @property
    def overlay(self) -> Overlay | None:
        """The card over it, if one is open."""
        return self._overlay

    @property
    def settled(self) -> bool:
        """Whether no transition runs."""
        return not self._stage.moving

    def let_close(self) -> None:
        """For a technician's trial: the window may be closed even where it is the whole screen."""
        self._closable = True

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a state: the same page for the same subject, else a new one."""
        before, self._snapshot = self._snapshot.kiosk, snapshot
        kiosk, first = snapshot.kiosk, self._subject is None  # the first state is where the journal ended
        self._choose_keys()
        if isinstance(kiosk.scene, Welcome) and not isinstance(before.scene, Welcome):
            self._clear_up()
        self._follow(before, kiosk)
        self._top.show_kiosk(kiosk)
        if kiosk.help_called is not before.help_called:
            self._hatch.show_called(kiosk.help_called)
            self.arrange()
            self.announcer.say(self._hatch.call_words)
        self._show_strip(kiosk)
        wanted = subject(kiosk)
        if wanted != self._subject:
            before_now, self._subject = self._subject, wanted
            same = before_now is not None and wanted.only_in_another_language(before_now)
            self._turn_to(wanted.screen(), carry_over=same)
        elif self.screen_now is not None:
            self.screen_now.show_snapshot(snapshot)
        if isinstance(self._overlay, StaffPanel):
            self._overlay.show_kiosk(kiosk)
        self._message.show_message(kiosk.message)
        self._ask_whether_there(kiosk)
        self._tell()
        if kiosk.setting_up and not before.setting_up and not first:
            if self._overlay is not None:
                self._overlay.leave()
            self.set_up_wanted.emit()

    def show_live(self, live: Live) -> None:
        """Draw this moment."""
        before = self._top.badge.state
        self._top.show_recorder(live.recorder)
        if self._top.badge.state is not before and run_of(self._snapshot.kiosk.scene) is not None:
            self.announcer.say(self._top.badge.accessibleName())
        if self.screen_now is not None and self.screen_now.lively:
            self.screen_now.show_live(live)
        if isinstance(self._overlay, StaffPanel):
            self._overlay.show_live(live)

    def open_appearance(self) -> None:
        """Let the candidate make the screen fit."""
        run = run_of(self._snapshot.kiosk.scene)
        card = AppearanceCard(self.room, self._appearance, run.comfort if run else None)
        card.chosen.connect(self.choose_appearance)
        card.comfort_chosen.connect(lambda comfort: self._bridge.post(ComfortChosen(comfort)))
        card.left.connect(lambda: self._bridge.post(AdjustingEnded()))
        self._bridge.post(AdjustingBegan())
        self._open(card, card.chosen_size)

    def open_language(self) -> None:
        """Let the candidate choose another language; their clock stands meanwhile."""
        scene = self._snapshot.kiosk.scene
        now = self._tongue if tongue_for(language_of(scene) or self._tongue) else language_of(scene)
        card = LanguageCard(self.room, now or self._tongue, languages_of(scene))
        card.chosen.connect(self.choose_language)
        card.left.connect(lambda: self._bridge.post(AdjustingEnded()))
        self._bridge.post(AdjustingBegan())
        self._open(card, card.present)

    def choose_language(self, language: Language) -> None:
        """Speak it at once; where the interview's questions come in it, ask them in it from now on."""
        scene = self._snapshot.kiosk.scene
        if language in languages_of(scene) and not isinstance(scene, ChoosingLanguage):
            self._bridge.post(LanguageChosen(language))
        tongue = tongue_for(language)
        if tongue is not None:
            self._asked_for = tongue
            self._speak_to_candidate(tongue)

    def open_staff_entry(self) -> None:
        """Ask staff who they are."""
        if self._desk is not None or isinstance(self._overlay, StaffEntry | StaffPanel | ExportWizard):
            return
        entry = StaffEntry(self.room, self._bridge)
        entry.entered.connect(self.open_staff_panel)
        self._open(entry)

    def open_staff_panel(self, member: StaffMember) -> None:
        """Show the panel to a member of staff."""
        panel = StaffPanel(self.room, self._bridge, member)
        panel.show_kiosk(self._snapshot.kiosk)
        panel.again_wanted.connect(self.open_staff_panel)
        panel.export_wanted.connect(self.open_export)
        panel.desk_wanted.connect(self.open_desk)
        self._open(panel)
        self._poll()

    def open_export(self, member: StaffMember) -> None:
        """Let HR take interviews away."""
        exporter = self._bridge.exporter
        if exporter is not None:
            self._speak(spoken_to_staff())
            self._open(ExportWizard(self.room, self._bridge, exporter, member))

    def open_desk(self, member: StaffMember) -> None:
        """Let HR read interviews; the desk lies over everything until they leave."""
        from ui.desk.desk import DeskView  # players and charts, which no candidate waits for

        if self._overlay is not None:
            self._overlay.leave()
        self._speak(spoken_to_staff())
        self._desk = desk = DeskView(self._bridge, member, self.room)
        desk.left.connect(self._close_desk)
        desk.again_wanted.connect(self._tell_desk_again)
        self._choose_keys()
        desk.setGeometry(self.room.rect())
        desk.show()
        desk.open()

    def _tell_desk_again(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.put_away()
            self.open_desk(desk.member)

    def _close_desk(self) -> None:
        desk, self._desk = self._desk, None
        if desk is not None:
            self._bridge.dismiss_staff(desk.member.name)
            desk.put_away()
            self._speak(self._tongue)
            self._choose_keys()
            if self.screen_now is not None:
                self.screen_now.entered()

    def arrange(self) -> None:
        """The frame, the desk over it, the hatch and its corner."""
        self._frame.setGeometry(self.room.rect())
        if self._desk is not None:
            self._desk.setGeometry(self.room.rect())
        self.place_hatch(self._hatch)
        if self.screen_now is not None:
            self._make_room(self.screen_now)
        if self._overlay is not None:
            self._overlay.raise_()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is there a window to knock at."""
        self._knock.listen(self)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 and its relatives end nothing on a station."""
        event.setAccepted(self._closable)
        if not self._closable:
            log.info("somebody asked the window to close; it stays")

    def _build(self) -> None:
        facts = self._bridge.facts
        self._top, self._stage, self._hatch = TopLine(facts.name), Stage(), Hatch()
        self._message = MessageStrip()
        self._message.read.connect(lambda: self._bridge.post(MessageRead()))
        self._hatch.show_tongue(self._tongue)
        self._strip = Banner("")
        self._strip.setObjectName("fault-strip")
        self._strip.hide()
        self._frame = Column(gap=0, parent=self.room)
        if facts.simulated:
            self._simulated = Banner(self._simulated_words())
            self._simulated.setObjectName("simulated")
            self._frame.add(self._simulated)
        self._frame.add(self._top, self._strip, self._message)
        self._frame.add(self._stage, stretch=1)
        self._hatch.setParent(self.room)

    def _simulated_words(self) -> str:
        return self.tr("Simulated devices: this is not a real interview")

    def _follow(self, before: Kiosk, now: Kiosk) -> None:
        """An interview that begins or goes on in a language is shown in it, unless somebody chose another."""
        language, was = language_of(now.scene), language_of(before.scene)
        tongue = tongue_for(language) if language else None
        begins = was is None and (self._asked_for is None or isinstance(before.scene, ChoosingLanguage))
        if tongue is not None and language != was and (begins or was is not None):
            self._speak_to_candidate(tongue)

    def _speak_to_candidate(self, tongue: Tongue) -> None:
        self._tongue = tongue
        self._hatch.show_tongue(tongue)
        if not self._staff_are_here():
            self._speak(tongue)

    def _staff_are_here(self) -> bool:
        """Where everything is said to staff; their panel alone leaves the candidate's words as they are."""
        return self._desk is not None or isinstance(self._overlay, ExportWizard)

    def _choose_keys(self) -> None:
        """The letters of whoever writes now."""
        run = run_of(self._snapshot.kiosk.scene)
        staff = self._staff_are_here() or isinstance(self._overlay, StaffPanel)
        self._typing.speak(spoken_to_staff() if staff else run.language if run else self._tongue)

    def _speak(self, tongue: Tongue) -> None:
        """Everything in this tongue from now on."""
        if tongue is self._speaking:
            return
        self._speaking = tongue
        speak(tongue)
        self.retell()

    def retell(self) -> None:
        """In what is spoken now: what stands changes its words, the page is made anew."""
        self.setWindowTitle(self.tr("Interview Kiosk"))
        if self._simulated is not None:
            self._simulated.show_words(self._simulated_words())
        for standing in (self._top, self._message, self._hatch):
            standing.retell()
        self._show_strip(self._snapshot.kiosk)
        if self._subject == subject(self._snapshot.kiosk):  # else another page is about to come
            self._turn_to(self._subject.screen(), carry_over=True)
        self.arrange()
        self._tell()

    def _turn_to(self, screen: Screen, *, carry_over: bool = False) -> None:
        old = self.screen_now
        screen.wished.connect(self._bridge.post)
        screen.setParent(self._stage)
        screen.show_snapshot(self._snapshot)
        if old is not None and carry_over:
            screen.carry_over(old)
        self._make_room(screen)
        self._stage.show_page(screen)
        self._poll()
        if old is not None:
            old.deleteLater()
        if self._overlay is None:
            screen.entered()

    def _tell(self) -> None:
        """What is new, on the card that covers the rest or else everywhere."""
        screen, run = self.screen_now, run_of(self._snapshot.kiosk.scene)
        if self._overlay is not None:
            self.announcer.look(self._overlay)
        elif screen is not None:
            spoken = run is not None and run.comfort.voice
            places = (self._strip, self._message, self._top, screen)
            self.announcer.look(*places, questions=not spoken)

    def _poll(self) -> None:
        """As often as the liveliest thing on the screen wants."""
        screen, panel = self.screen_now, isinstance(self._overlay, StaffPanel)
        lively, previews = (screen.lively, screen.previews) if screen else (False, False)
        self._bridge.poll(lively=panel or lively, preview=panel or previews)

    def _ask_whether_there(self, kiosk: Kiosk) -> None:
        """Staff at their panel are there; whoever made the screen fit is not asked over it."""
        asking = isinstance(self._overlay, StillThere)
        if kiosk.idle_warned and not asking and not isinstance(self._overlay, StaffEntry | StaffPanel):
            self._open(StillThere(self.room, self._bridge))
        elif asking and not kiosk.idle_warned and self._overlay is not None:
            self._overlay.leave()

    def _show_strip(self, kiosk: Kiosk) -> None:
        noted = [f.code for f in kiosk.faults if CATALOGUE[f.code].severity is Severity.NOTE]
        notes = [code for code in noted if code not in BEHIND_THE_SCENES]
        shown = bool(notes) and run_of(kiosk.scene) is not None
        if shown:
            self._strip.show_words("\n".join(fault_line(code) for code in notes))
        self._strip.setVisible(shown)

    def _make_room(self, screen: Screen) -> None:
        screen.make_room(self._hatch.size(), upright=self.height() > self.width())

    def _clear_up(self) -> None:
        """The next candidate finds the station as the first one did."""
        if self._overlay is not None:
            self._overlay.leave()
        self.choose_appearance(self._first_appearance)
        self._asked_for = None
        self._speak_to_candidate(self._bridge.facts.tongue)
        clipboard = QApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._message.show_message(None)

    def _open(self, overlay: Overlay, first: QWidget | None = None) -> None:
        self._typing.put_away()
        before, self._overlay = self._overlay, overlay
        if before is not None:
            before.leave()
        overlay.left.connect(self._forget_overlay)
        self._choose_keys()
        overlay.open(first)
        self._tell()

    def _forget_overlay(self) -> None:
        if self.sender() is not self._overlay:
            return
        self._overlay = None
        self._poll()
        self._choose_keys()
        if self._desk is None:
            self._speak(self._tongue)
        screen = self.screen_now
        if screen is not None and not self._keyboard_is_on(screen, self._hatch):
            screen.entered()

    def _keyboard_is_on(self, *places: QWidget) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and any(place.isAncestorOf(focus) for place in places)
