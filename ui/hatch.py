"""The way out that never moves: call staff, make the screen fit you, and have it speak your language."""

from PySide6.QtCore import QSize, Signal

from kiosk.domain.tongue import Tongue
from ui.layout import Flow
from ui.theme.icons import Icon
from ui.tongue.names import language_name
from ui.widgets.button import QuietButton


class Hatch(Flow):
    """Three quiet buttons in the bottom left corner of every screen; large letters take a second row."""

    help_wanted = Signal()
    appearance_wanted = Signal()
    language_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=1)
        self._called, self._tongue = False, Tongue.ENGLISH
        self._call, self._access, self._language = (QuietButton("") for _ in range(3))
        self._call.setObjectName("call-staff")
        self._call.clicked.connect(self.help_wanted)
        self._access.setObjectName("accessibility")
        self._access.clicked.connect(self.appearance_wanted)
        self._language.setObjectName("language")
        self._language.clicked.connect(self.language_wanted)
        self.show_widgets(self._call, self._access, self._language)
        self.retell()

    def sizeHint(self) -> QSize:
        """All in one row, whatever there is room for."""
        width = self.widest()
        return QSize(width, self.heightForWidth(width))

    @property
    def call_words(self) -> str:
        """What the first button says."""
        return self._call.text()

    def show_called(self, called: bool) -> None:
        """Say that somebody has been told; calling again stays possible."""
        self._called = called
        self.retell()

    def show_tongue(self, tongue: Tongue) -> None:
        """Name the language spoken now, in its own words: whoever cannot read the others finds it."""
        self._tongue = tongue
        self.retell()

    def retell(self) -> None:
        """The same in the words of the language spoken now."""
        call = self.tr("Staff are told") if self._called else self.tr("Call staff")
        self._label(self._call, call, Icon.CHECK if self._called else Icon.HAND)
        self._label(self._access, self.tr("Accessibility"), Icon.ACCESSIBILITY)
        name = language_name(self._tongue)
        self._label(self._language, name, Icon.GLOBE)
        self._language.setAccessibleName(self.tr("Language: {name}").format(name=name))

    def _label(self, button: QuietButton, words: str, icon: Icon) -> None:
        button.setText(words)
        button.setAccessibleName(words)
        button.set_icon(icon)
