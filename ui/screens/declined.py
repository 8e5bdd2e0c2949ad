"""Not wanting to be recorded is fine, and is answered with respect."""

from kiosk.flow.events import BackRequested, NewInterviewRequested
from kiosk.ports.station import Snapshot
from ui.screens.screen import Action, Screen
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.text import Text, Tone


class DeclinedScreen(Screen):
    """Nothing was recorded, nobody is blamed, and there is a next step."""

    def __init__(self) -> None:
        super().__init__()
        self.column.add(
            Text(self.tr("That is all right"), Type.TITLE),
            Text(self.tr("Nothing has been recorded. Your decision is not held against you."), Type.LEAD),
            Text(
                self.tr(
                    "Please tell the staff here, or write to the person who invited you. "
                    "They will find another way to talk with you."
                ),
                tone=Tone.QUIET,
            ),
        )
        self.offer(
            Action("back", self.tr("Read the notice again"), BackRequested(), Icon.ARROW_LEFT),
            primary=Action("leave", self.tr("Finish here"), NewInterviewRequested()),
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Always the same."""
