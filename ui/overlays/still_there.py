"""Are you still there? Asked before everything is cleared away."""

from PySide6.QtWidgets import QWidget

from kiosk.flow.events import StillHere
from ui.bridge import Bridge
from ui.layout import Flow
from ui.overlays.overlay import Overlay
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.button import PrimaryButton
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text


class StillThere(Overlay):
    """One question, one answer; without it the booth is made ready for somebody else."""

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(parent, self.tr("Are you still there?"))
        body = self.card.body
        body.addWidget(Text(self.tr("Are you still there?"), Type.HEADING))
        body.addWidget(
            Text(self.tr("Take all the time you need. If nobody answers, this interview is closed soon."))
        )
        body.addWidget(ProgressLine())
        here = PrimaryButton(self.tr("I am still here"), Icon.CHECK)
        here.setObjectName("still-here")
        here.clicked.connect(lambda: bridge.post(StillHere()))
        last = Flow(to_right=True)
        last.show_widgets(here)
        body.addWidget(last)

    def widest(self, theme: Theme) -> int:
        """A short question."""
        return theme.column * 3 // 4
