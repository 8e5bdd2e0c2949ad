"""The recording is being made into one file."""

from kiosk.ports.station import Snapshot
from ui.screens.screen import Screen
from ui.theme.tokens import Type
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone


class FinishingScreen(Screen):
    """The interview is over; the station puts it safely away."""

    def __init__(self) -> None:
        super().__init__()
        self.column.add(
            Text(self.tr("Saving your interview"), Type.TITLE),
            Text(
                self.tr("Your answers are safe. Putting them together takes a moment."), Type.LEAD, Tone.QUIET
            ),
            ProgressLine(),
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Always the same."""
