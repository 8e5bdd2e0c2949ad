"""A sealed interview: whoever has HR's key opens it here, to read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from kiosk.ports.desk import Unsealed
from kiosk.ports.dossier import Dossier
from ui.desk import phrases
from ui.layout import Flow
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.button import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.text import Text, Tone


class SealCard(Card):
    """Asks for the passphrase of the key on the stick, or for the key itself; keeps neither."""

    secret_given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._told = Text(
            self.tr(
                "Plug in the stick with HR’s key and type its passphrase, or type the key itself. What is "
                "opened stays in memory and is wiped when you leave this page."
            ),
            Type.NOTE,
            Tone.QUIET,
        )
        self._secret = QLineEdit()
        self._secret.setObjectName("secret")
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._secret.setAccessibleName(self.tr("Passphrase or key"))
        self._secret.setPlaceholderText(self.tr("Passphrase or key"))
        self._secret.returnPressed.connect(self._give)
        self._answer = Text("", Type.NOTE, Tone.ATTENTION)
        self._answer.setObjectName("seal-answer")
        self._open = PrimaryButton(self.tr("Open"), Icon.LOCK)
        self._open.setObjectName("unseal")
        self._open.clicked.connect(self._give)
        foot = Flow(gap=1)
        foot.show_widgets(self._open)
        self.body.addWidget(Text(self.tr("This interview is sealed"), Type.BODY, weight=Weight.STRONG))
        for part in (self._told, self._secret, self._answer, foot):
            self.body.addWidget(part)
        self._answer.hide()

    def show_dossier(self, dossier: Dossier) -> None:
        """Only what is sealed can be opened."""
        self.setVisible(dossier.closed == "sealed" and not dossier.opened)

    def show_answer(self, answer: Unsealed) -> None:
        """Why it stays closed, or that it is being read."""
        self._open.setEnabled(True)
        if answer.problem is not None:
            self._answer.setText(phrases.sealed(answer))
            self._secret.setFocus()
        self._answer.setVisible(answer.problem is not None)

    def _give(self) -> None:
        if not self._open.isEnabled():
            return
        secret = self._secret.text()
        self._secret.clear()
        self._open.setEnabled(False)
        self._answer.setText(self.tr("One moment, please: it is being opened."))
        self._answer.show()
        self.secret_given.emit(secret)
