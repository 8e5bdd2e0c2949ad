"""Camera, microphone and loudspeaker: one sees, hears and chooses."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.domain.recording import DeviceChoice
from kiosk.domain.set_up import AUTO, DeviceOption, DeviceOptions, SetUpFacts
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from kiosk.ports.setting_up import SettingUp
from ui.layout import Column, Row, Split
from ui.screens.picture import WidePicture
from ui.setup.page import Job, SetUpPage
from ui.setup.words import device
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.button import QuietButton
from ui.widgets.icon_mark import IconMark
from ui.widgets.level_line import LevelLine
from ui.widgets.text import Text, Tone

_SILENT_DBFS = -90.0
_WORKS = {DeviceState.CONNECTED, DeviceState.RECORDING}


class DeviceRow(Row):
    """One device: what it is, which one, and a button for the next."""

    turned = Signal()

    def __init__(self, name: str, icon: Icon, title: str, other: str) -> None:
        super().__init__(gap=2)
        self._icon, self._mark = icon, IconMark(icon, disc=True, size=Type.BODY)
        self._which = Text("", tone=Tone.QUIET)
        self._which.setObjectName(f"{name}-now")
        self._options: tuple[DeviceOption, ...] = (DeviceOption(AUTO, AUTO),)
        self._at = 0
        self._next = QuietButton(other)
        self._next.setObjectName(f"other-{name}")
        self._next.clicked.connect(self._turn)
        words = Column(gap=0)
        words.add(Text(title, weight=Weight.STRONG), self._which)
        self.add(self._mark)
        self.add(words, stretch=1)
        self.add(self._next)
        self._say()

    @property
    def choice(self) -> str:
        """What stands in the settings for it."""
        return self._options[self._at].choice

    def show_options(self, options: tuple[DeviceOption, ...], now: str) -> None:
        """What there is to choose from; a device that is set but not plugged in stays one of them."""
        first = DeviceOption(AUTO, AUTO)
        known = {option.choice for option in options} | {AUTO}
        gone = () if now in known else (DeviceOption(now, now),)
        self._options = (first, *options, *gone)
        self._at = next(at for at, option in enumerate(self._options) if option.choice == now)
        self._say()

    def show_state(self, state: DeviceState) -> None:
        """Whether it works."""
        works = state in _WORKS
        self._mark.show_icon(*((Icon.CHECK, Tone.PROVEN) if works else (self._icon, Tone.ACCENT)))

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._options)
        self._say()
        self.turned.emit()

    def _say(self) -> None:
        self._which.setText(device(self._options[self._at].title))
        self._next.setEnabled(len(self._options) > 1)


class DevicesPage(SetUpPage):
    """The picture on one side, the devices on the other; what is chosen is tried at once."""

    may_skip = True
    lively = True
    listed = Signal(object)
    """``DeviceOptions``, from wherever they were asked for."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Can it see, hear and speak?"),
            self.tr("Look at the picture, say something, and play the test sentence."),
        )
        self._picture, self._level = WidePicture(silhouette=False), LevelLine()
        self._camera = DeviceRow("camera", Icon.CAMERA, self.tr("Camera"), self.tr("Another camera"))
        self._microphone = DeviceRow(
            "microphone", Icon.MICROPHONE, self.tr("Microphone"), self.tr("Another microphone")
        )
        self._loudspeaker = DeviceRow(
            "loudspeaker", Icon.LOUDSPEAKER, self.tr("Loudspeaker"), self.tr("Another loudspeaker")
        )
        play = QuietButton(self.tr("Play the test sentence"), Icon.PLAY)
        play.setObjectName("play")
        play.clicked.connect(lambda: self.errand.emit(lambda station: station.play()))
        rows = Column(gap=2)
        rows.add(self._camera, self._microphone, self._level, self._loudspeaker, play)
        rows.box.addStretch(1)
        for row in (self._camera, self._microphone, self._loudspeaker):
            row.turned.connect(self._try)
        self.body.add(Split(self._picture, rows, shares=(1, 1), gap=5))
        self.listed.connect(self._list)
        self._now = DeviceChoice(AUTO, AUTO, AUTO)

    def widest(self, theme: Theme) -> int:
        """Picture and devices stand side by side."""
        return round(theme.column * 1.7)

    def show_facts(self, facts: SetUpFacts) -> None:
        """Which ones it uses now."""
        self._now = facts.devices

    def entered(self, station: SettingUp) -> None:
        """Look what is plugged in, and try what is set."""
        self.errand.emit(self._ask)

    def left(self) -> None:
        """Let go of them."""
        self.errand.emit(lambda station: station.release())
        self._picture.show_picture(None)

    def show_devices(self, picture: PreviewPicture | None, recorder: RecorderStatus | None) -> None:
        """Picture, level, and which of them work."""
        self._picture.show_picture(picture)
        self._level.show_level(recorder.level_dbfs if recorder else _SILENT_DBFS)
        closed = DeviceState.CLOSED
        self._camera.show_state(recorder.camera if recorder else closed)
        self._microphone.show_state(recorder.microphone if recorder else closed)
        self._loudspeaker.show_state(recorder.loudspeaker if recorder else closed)

    def job(self) -> Job | None:
        """Keep the three choices."""
        now = self._chosen
        settings = {"camera": now.camera, "microphone": now.microphone, "loudspeaker": now.loudspeaker}
        return lambda station: station.keep(settings)

    def first_stop(self) -> QWidget | None:
        """Whether one hears it is the first question."""
        found = self.findChild(QuietButton, "play")
        return found if isinstance(found, QuietButton) else None

    @property
    def _chosen(self) -> DeviceChoice:
        return DeviceChoice(self._camera.choice, self._microphone.choice, self._loudspeaker.choice)

    def _ask(self, station: SettingUp) -> None:
        self.listed.emit(station.options())
        station.try_devices(self._now)

    def _list(self, options: DeviceOptions) -> None:
        self._camera.show_options(options.cameras, self._now.camera)
        self._microphone.show_options(options.microphones, self._now.microphone)
        self._loudspeaker.show_options(options.loudspeakers, self._now.loudspeaker)

    def _try(self) -> None:
        wanted = self._chosen
        self.errand.emit(lambda station: station.try_devices(wanted))
