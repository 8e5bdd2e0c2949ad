"""The way out that never moves: call staff, and make the screen fit you."""

from PySide6.QtCore import Signal

from ui.layout import Row
from ui.theme.icons import Icon
from ui.widgets.button import QuietButton


class Hatch(Row):
    """Two quiet buttons in the bottom left corner of every screen."""

    help_wanted = Signal()
    appearance_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(gap=1)
        self._call = QuietButton(self.tr("Call staff"), Icon.HAND)
        self._call.setObjectName("call-staff")
        self._call.clicked.connect(self.help_wanted)
        access = QuietButton(self.tr("Accessibility"), Icon.ACCESSIBILITY)
        access.setObjectName("accessibility")
        access.clicked.connect(self.appearance_wanted)
        self.add(self._call, access)

    @property
    def call_words(self) -> str:
        """What the first button says."""
        return self._call.text()

    def show_called(self, called: bool) -> None:
        """Say that somebody has been told; calling again stays possible."""
        self._call.setText(self.tr("Staff are told") if called else self.tr("Call staff"))
        self._call.setAccessibleName(self._call.text())
        self._call.set_icon(Icon.CHECK if called else Icon.HAND)
