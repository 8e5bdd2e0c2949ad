"""Staff have stopped the clock."""

from kiosk.flow.states import Paused
from kiosk.ports.station import Snapshot
from ui.layout import Row
from ui.screens.screen import Screen
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone


class PausedScreen(Screen):
    """Nothing is recorded, no time runs; somebody here says when it goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._who = Text("", tone=Tone.QUIET)
        title = Row(gap=3)
        title.add(IconMark(Icon.PAUSE, Tone.ATTENTION, Type.LEAD, disc=True))
        title.add(Text(self.tr("A short pause"), Type.TITLE), stretch=1)
        self.column.add(
            title,
            Text(self.tr("No picture and no sound are being recorded. Your time has stopped."), Type.LEAD),
            self._who,
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Who paused."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, Paused)
        words = self.tr("{name} paused the interview and will let it go on.")
        self._who.setText(words.format(name=scene.by))
