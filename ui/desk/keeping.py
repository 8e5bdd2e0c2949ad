"""How long an interview is kept: beyond its date while somebody needs it, or not a day longer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ErasureCause
from kiosk.flow.staff import ErasureOrdered, RetentionLocked, RetentionReleased
from kiosk.ports.dossier import Dossier
from ui.layout import Flow
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import DangerButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class KeepingCard(Card):
    """Erasing asks once more, and never where somebody keeps the interview."""

    wished = Signal(object)
    """An ``Event``."""

    def __init__(self, session: SessionId, viewer: str) -> None:
        super().__init__()
        self._session, self._viewer = session, viewer
        self._told = Text("", Type.NOTE, Tone.QUIET)
        self._reason = QLineEdit()
        self._reason.setObjectName("keep-reason")
        self._reason.setAccessibleName(self.tr("Reason to keep it"))
        self._reason.setPlaceholderText(self.tr("Why must it stay?"))
        self._keep = QuietButton(self.tr("Keep beyond its date"), Icon.LOCK)
        self._reason.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self._release = QuietButton(self.tr("Let its date count"), Icon.CLOCK)
        self._erase = QuietButton(self.tr("Erase"), Icon.CLOSE)
        self._really = DangerButton(self.tr("Erase for ever"), Icon.CLOSE)
        self._not_now = QuietButton(self.tr("Not now"))
        for button, name, done in (
            (self._keep, "keep", self._lock),
            (self._release, "release", self._let_go),
            (self._erase, "erase", lambda: self._ask(True)),
            (self._really, "erase-really", self._order),
            (self._not_now, "erase-not", lambda: self._ask(False)),
        ):
            button.setObjectName(name)
            button.clicked.connect(done)
        self._keep.setEnabled(False)
        foot = Flow(gap=1)
        foot.show_widgets(self._keep, self._release, self._erase)
        self._question = Flow(gap=1)
        self._question.show_widgets(self._not_now, self._really)
        self.body.addWidget(Text(self.tr("Keeping"), Type.BODY, weight=Weight.STRONG))
        for part in (self._told, self._reason, foot, self._question):
            self.body.addWidget(part)
        self._ask(False)

    def show_dossier(self, dossier: Dossier) -> None:
        """Whether somebody keeps it."""
        kept = bool(dossier.kept_by)
        keeps = self.tr("{who} keeps it beyond its date.").format(who=dossier.kept_by)
        self._told.setText(keeps if kept else self.tr("It is erased when its days are over."))
        for button, wanted in ((self._keep, not kept), (self._release, kept), (self._erase, not kept)):
            button.setEnabled(wanted and (button is not self._keep or bool(self._reason.text().strip())))
        self._reason.setVisible(not kept)
        self.setVisible(not dossier.closed)

    def _ask(self, asks: bool) -> None:
        self._question.setVisible(asks)
        if asks:
            self._told.setText(
                self.tr(
                    "Recording, words, scores and name go for ever, on this station. There is no way back."
                )
            )
            self._not_now.setFocus()

    def _lock(self) -> None:
        self.wished.emit(RetentionLocked(self._session, self._viewer, self._reason.text().strip()))
        self._reason.clear()

    def _let_go(self) -> None:
        self.wished.emit(RetentionReleased(self._session, self._viewer))

    def _order(self) -> None:
        self._ask(False)
        self.wished.emit(ErasureOrdered(self._session, self._viewer, ErasureCause.STAFF))
