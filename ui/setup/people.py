"""Who may open the staff panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.set_up import LONGEST_NAME, LONGEST_PIN, SHORTEST_PIN, SetUpFacts
from kiosk.domain.staff import Role, StaffMember
from ui.layout import Column, Row, Split
from ui.setup import words
from ui.setup.page import Job, SetUpPage, chosen
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Theme
from ui.widgets.button import QuietButton, wide
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text, Tone


class PeoplePage(SetUpPage):
    """Who is known, and under it somebody new; going on keeps the new one too."""

    may_skip = True

    def __init__(self) -> None:
        super().__init__(
            self.tr("Who looks after this station?"),
            self.tr("Five taps in the top left corner open the staff panel; a PIN shows who somebody is."),
        )
        self._known = Column(gap=0)
        self._count = 0
        new = Column(gap=1)
        self._name = self.field("member", self.tr("Name"), LONGEST_NAME, new)
        pin = self.tr("PIN, at least {least} digits").format(least=SHORTEST_PIN)
        self._pin = self._digits("pin", pin, new)
        self._again = self._digits("pin-again", self.tr("The same PIN again"), new)
        self._mismatch = Text(self.tr("The two PINs are not the same."), tone=Tone.ATTENTION)
        self._mismatch.hide()
        self._add = wide(QuietButton(self.tr("Add"), Icon.PERSON))
        self._add.setObjectName("add")
        self._add.clicked.connect(self._keep_now)
        new.add(self._mismatch, self._add)
        new.box.addStretch(1)
        self._roles = {f"role-{role}": ChoiceCard(*words.role(role)) for role in Role}
        roles = Column(gap=1)
        roles.add(Text(self.tr("Task"), weight=Weight.STRONG))
        self.choices(self._roles, roles)
        roles.box.addStretch(1)
        self._roles[f"role-{Role.PROCTOR}"].setChecked(True)
        self.body.add(self._known, Split(new, roles, gap=4))
        self.changed.connect(self._weigh)
        self._weigh()

    def widest(self, theme: Theme) -> int:
        """Two columns."""
        return round(theme.column * 1.4)

    @property
    def complete(self) -> bool:
        """Nothing is half written, and there is somebody."""
        return self._filled or (self._empty and self._count > 0)

    def show_facts(self, facts: SetUpFacts) -> None:
        """Who is known now; the fields are for the next."""
        self._count = len(facts.staff)
        self._known.clear()
        if not facts.staff:
            self._known.add(Text(self.tr("Nobody has a PIN for this station yet."), tone=Tone.QUIET))
        for at, member in enumerate(facts.staff):
            self._known.add(self._line(at, member))
        for field in (self._name, self._pin, self._again):
            field.clear()

    def first_stop(self) -> QWidget | None:
        """The name of somebody new."""
        return self._name

    def job(self) -> Job | None:
        """Let them in, if somebody was written down."""
        if self._empty:
            return None
        name, pin = self._name.text().strip(), self._pin.text()
        role = Role(chosen(self._roles).removeprefix("role-"))
        return lambda station: station.admit(name, pin, role)

    @property
    def _empty(self) -> bool:
        return not (self._name.text().strip() or self._pin.text() or self._again.text())

    @property
    def _filled(self) -> bool:
        pin = self._pin.text()
        return bool(self._name.text().strip()) and len(pin) >= SHORTEST_PIN and pin == self._again.text()

    def _digits(self, name: str, said: str, room: Column) -> QLineEdit:
        field = self.field(name, said, LONGEST_PIN, room)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
        )
        return field

    def _line(self, at: int, member: StaffMember) -> Row:
        line = Row(gap=2)
        line.add(Text(member.name, weight=Weight.STRONG))
        remove = QuietButton(self.tr("Remove"))
        remove.setObjectName(f"remove-{at}")
        remove.setAccessibleName(self.tr("Remove {name}").format(name=member.name))
        remove.clicked.connect(lambda: self.keeping.emit(lambda station: station.dismiss(member.name)))
        line.add(Text(words.role(member.role)[0], tone=Tone.QUIET), stretch=1)
        line.add(remove)
        return line

    def _keep_now(self) -> None:
        self.keeping.emit(self.job())

    def _weigh(self) -> None:
        typed = self._again.text()
        self._mismatch.setVisible(bool(typed) and not self._pin.text().startswith(typed))
        self._add.setEnabled(self._filled)
