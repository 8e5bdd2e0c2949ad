"""It is over: thank you, the receipt, and what happens next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.domain.ids import short
from kiosk.flow.events import NewInterviewRequested
from kiosk.flow.states import ThankYou
from kiosk.ports.station import Snapshot
from ui.bridge import Live
from ui.layout import Row
from ui.screens.screen import Action, Screen
from ui.texts import day, gap_words, grouped
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.theme.wardrobe import current
from ui.widgets.card import Card
from ui.widgets.icon_mark import IconMark
from ui.widgets.qr_code import QrCode
from ui.widgets.text import Text, Tone


class ThanksScreen(Screen):
    """The candidate leaves with a number and a clear idea of what follows."""

    lively = True

    def __init__(self) -> None:
        super().__init__()
        self._lead = Text("", Type.LEAD)
        self._number = Text("", Type.TITLE, Tone.ACCENT)
        self._number.setObjectName("receipt")
        self._qr = QrCode(self.tr("Your receipt as a QR code"))
        self._qr.setObjectName("receipt-code")
        self._code_label = Text(self.tr("Your delete code"), Type.NOTE, Tone.QUIET)
        self._code = Text("", Type.LEAD, Tone.ACCENT)
        self._code.setObjectName("delete-code")
        self._facts = Text("", Type.NOTE, Tone.QUIET)
        self._facts.setObjectName("facts")
        self._gaps = Text("", Type.NOTE)
        self._gaps.setObjectName("gaps")
        receipt = Card()
        receipt.body.addLayout(self._receipt())
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

    def _receipt(self) -> QHBoxLayout:
        """The words keep the height they need only if nothing stands between them and the card."""
        words = QVBoxLayout()
        words.setSpacing(current().space(1))
        words.addStretch(1)
        number = Text(self.tr("Your receipt number"), Type.NOTE, Tone.QUIET)
        for part in (number, self._number, self._code_label, self._code, self._facts, self._gaps):
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current().space(4))
        row.addWidget(self._qr, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        return row

    def show_live(self, live: Live) -> None:
        """The receipt is written a moment after the end."""
        receipt = live.receipt
        self._qr.show_text(receipt.text if receipt else "")
        self._code.setText(receipt.delete_code if receipt else "")
        for part in (self._code_label, self._code):
            part.setVisible(receipt is not None)
        if receipt is None:
            words = self.tr("Write it down: with it you can ask about your interview.")
        else:
            words = self.tr(
                "Photograph this, or write both down. With the code you can have everything erased; without"
                " it that happens on {until}."
            ).format(until=day(receipt.kept_until))
        self._facts.setText(words)

    def _lead_words(self, scene: ThankYou) -> str:
        if scene.run.segment == 0:
            return self.tr("The interview ended before it began. Nothing was recorded.")
        if scene.recording is None:
            return self.tr("Your interview is saved in parts on this station. Staff will put them together.")
        if scene.ending.by:
            return self.tr("Staff have ended the interview. What you said until then is saved.")
        return self.tr("Your interview is complete and safely saved. You may get up now.")
