"""It is over: thank you, the receipt, and what happens next."""

from kiosk.domain.ids import short
from kiosk.flow.events import NewInterviewRequested
from kiosk.flow.states import ThankYou
from kiosk.ports.station import Snapshot
from ui.layout import Row
from ui.screens.screen import Action, Screen
from ui.texts import gap_words, grouped
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone


class ThanksScreen(Screen):
    """The candidate leaves with a number and a clear idea of what follows."""

    def __init__(self) -> None:
        super().__init__()
        self._lead = Text("", Type.LEAD)
        self._number = Text("", Type.TITLE, Tone.ACCENT)
        self._number.setObjectName("receipt")
        receipt = Card()
        receipt.body.addWidget(Text(self.tr("Your receipt number"), Type.NOTE, Tone.QUIET))
        receipt.body.addWidget(self._number)
        receipt.body.addWidget(
            Text(self.tr("Write it down: with it you can ask about your interview."), Type.NOTE, Tone.QUIET)
        )
        self._gaps = Text("", Type.NOTE)
        self._gaps.setObjectName("gaps")
        receipt.body.addWidget(self._gaps)
        self._next = Text("", tone=Tone.QUIET)
        title = Row(gap=3)
        title.add(IconMark(Icon.CHECK, Tone.PROVEN, Type.LEAD, disc=True))
        title.add(Text(self.tr("Thank you"), Type.TITLE), stretch=1)
        self.column.add(
            title,
            self._lead,
            receipt,
            self._next,
        )
        self.offer(primary=Action("new", self.tr("Start a new interview"), NewInterviewRequested()))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Whether it ended as planned, and what is kept."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, ThankYou)
        self._number.setText(grouped(short(scene.run.session)))
        self._lead.setText(self._lead_words(scene))
        missing = gap_words(scene.recording.gaps) if scene.recording else ""
        self._gaps.setText(missing)
        self._gaps.setVisible(bool(missing))
        self._next.setVisible(scene.run.segment > 0)
        words = self.tr(
            "People read and hear your answers, and you are told what they decide. It is kept {days} days."
        )
        self._next.setText(words.format(days=scene.run.pack.retention_days))

    def _lead_words(self, scene: ThankYou) -> str:
        if scene.run.segment == 0:
            return self.tr("The interview ended before it began. Nothing was recorded.")
        if scene.recording is None:
            return self.tr("Your interview is saved in parts on this station. Staff will put them together.")
        if scene.ending.by:
            return self.tr("Staff have ended the interview. What you said until then is saved.")
        return self.tr("Your interview is complete and safely saved. You may get up now.")
