"""All is ready: staff say when the first question is asked."""

from kiosk.flow.states import AwaitingRelease
from kiosk.ports.station import Snapshot
from ui.screens.screen import Screen
from ui.theme.tokens import Type
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone


class AwaitingScreen(Screen):
    """Nothing to do, and nothing recorded: the candidate may lean back."""

    def __init__(self) -> None:
        super().__init__()
        self.column.add(
            Text(self.tr("You are ready"), Type.TITLE),
            Text(self.tr("Staff will start your interview in a moment. Nothing is recorded yet."), Type.LEAD),
            Text(self.tr("Have a sip of water, and sit comfortably."), tone=Tone.QUIET),
            ProgressLine(),
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Always the same."""
        assert isinstance(snapshot.kiosk.scene, AwaitingRelease)
