"""The moment between practice and the first question: the recorder starts."""

from kiosk.ports.station import Snapshot
from ui.screens.screen import Screen
from ui.theme.tokens import Type
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone


class BeginningScreen(Screen):
    """Says that from now on it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.column.add(
            Text(self.tr("We are starting the recording"), Type.TITLE),
            Text(self.tr("Sit comfortably. The first question comes in a moment."), Type.LEAD, Tone.QUIET),
            ProgressLine(),
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Always the same."""
