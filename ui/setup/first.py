"""Language, name and server: what a station is called and where it belongs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.set_up import LONGEST_NAME, SetUpFacts
from kiosk.domain.tongue import Tongue
from ui.setup.page import Job, SetUpPage, chosen
from ui.tongue.names import language_name
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text

_LONGEST_ADDRESS, _LONGEST_CODE = 200, 64


class LanguagePage(SetUpPage):
    """In which language the station greets."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Which language does this station speak?"),
            self.tr("Candidates are greeted in it. Each of them can choose another one for the interview."),
        )
        self._cards = {str(tongue): ChoiceCard(language_name(tongue)) for tongue in Tongue}
        self.choices(self._cards)

    @property
    def complete(self) -> bool:
        """One is chosen."""
        return bool(chosen(self._cards))

    def show_facts(self, facts: SetUpFacts) -> None:
        """The language it speaks now."""
        self._cards[facts.language].setChecked(True)

    def first_stop(self) -> QWidget | None:
        """The chosen card."""
        return self._cards.get(chosen(self._cards))

    def job(self) -> Job | None:
        """Keep the choice."""
        language = chosen(self._cards)
        return lambda station: station.keep({"language": language})


class NamePage(SetUpPage):
    """What the station is called."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("What is this station called?"),
            self.tr("Staff read the name beside the booth’s state, and it is written into every recording."),
        )
        self._field = self.field("name", self.tr("Name of the station"), LONGEST_NAME)

    @property
    def complete(self) -> bool:
        """There is a name."""
        return bool(self._field.text().strip())

    def show_facts(self, facts: SetUpFacts) -> None:
        """Its name now."""
        self._field.setText(facts.name)

    def first_stop(self) -> QWidget | None:
        """The field."""
        return self._field

    def job(self) -> Job | None:
        """Keep the name."""
        name = self._field.text().strip()
        return lambda station: station.keep({"name": name})


class ServerPage(SetUpPage):
    """The central server, if there is one."""

    may_skip = True

    def __init__(self) -> None:
        super().__init__(
            self.tr("Does it belong to a server?"),
            self.tr(
                "The server gives a code that works once: under “Booths”, “A new booth”. "
                "Without a server everything stays on this station."
            ),
        )
        self._now = Text("")
        self._now.setObjectName("server-now")
        self.body.add(self._now)
        self._address = self.field("address", self.tr("Address of the server"), _LONGEST_ADDRESS)
        self._address.setPlaceholderText("https://")
        self._address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._code = self.field("server-code", self.tr("Code from the server"), _LONGEST_CODE)
        self._code.setInputMethodHints(Qt.InputMethodHint.ImhUppercaseOnly)
        self._known = ""

    @property
    def complete(self) -> bool:
        """Both are given, or nothing is to change."""
        return bool(self._address.text().strip() and self._code.text().strip()) or self._unchanged

    @property
    def _unchanged(self) -> bool:
        return bool(self._known) and not self._code.text().strip()

    def show_facts(self, facts: SetUpFacts) -> None:
        """Where it belongs now."""
        self._known = facts.server
        if facts.server:
            now = self.tr("It belongs to {server}. A new code introduces it again, or to another server.")
            self._now.setText(now.format(server=facts.server))
        else:
            self._now.setText(self.tr("It belongs to no server yet."))
        self._address.setText(facts.server)
        self._code.clear()

    def first_stop(self) -> QWidget | None:
        """The first thing that is missing."""
        return self._code if self._known else self._address

    def job(self) -> Job | None:
        """Introduce the station, unless nothing is to change."""
        if self._unchanged:
            return None
        url, code = self._address.text().strip().rstrip("/"), self._code.text().strip()
        return lambda station: station.introduce(url, code)
