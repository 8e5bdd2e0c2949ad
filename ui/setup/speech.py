"""Who writes answers down: nobody, a server or a model, and whether it hears."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.domain.set_up import Hearing, Refused, SetUpFacts, SpeechChoice
from kiosk.domain.transcript import SpeechEngine
from kiosk.ports.setting_up import SettingUp
from ui.layout import Column, Split
from ui.setup import words
from ui.setup.hearing import Finding, HearingPart
from ui.setup.page import Job, SetUpPage, chosen
from ui.theme.tokens import Theme
from ui.widgets.button import QuietButton, wide
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text, Tone

_LONGEST = 200
_LOOK_MS = 300
"""Nobody is told at every letter what is still missing."""


class SpeechPage(SetUpPage):
    """The choices on one side; on the other what the chosen one takes, lacks and hears."""

    may_skip = True
    looked = Signal(object)
    """A ``SpeechChoice`` and what it lacks."""
    heard = Signal(object)
    """A test, and what came of it."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Who writes the answers down?"),
            self.tr(
                "Written answers can be searched, quoted and scored; "
                "only those of candidates who agree that software reads them."
            ),
        )
        self._models: tuple[str, ...] = ()
        self._test: object = None
        """The test whose outcome is still wanted."""
        self._cards = {f"speech-{engine}": ChoiceCard(words.engine(engine)[0]) for engine in SpeechEngine}
        self._about = Text("", tone=Tone.QUIET)
        self._server, self._model = self._build_server(), self._build_model()
        self._lack, self._hearing = Finding("lacks"), HearingPart()
        self._hearing.wanted.connect(self._hear)
        self._hearing.unwanted.connect(self._stop)
        self._wait = QTimer(self, interval=_LOOK_MS, singleShot=True)
        self._wait.timeout.connect(self._look)
        choices, chosen_one = Column(gap=1), Column(gap=1.5)
        self.choices(self._cards, choices)
        choices.box.addStretch(1)
        chosen_one.add(self._about, self._server, self._model, self._lack, self._hearing)
        chosen_one.box.addStretch(1)
        self.body.add(Split(choices, chosen_one, shares=(2, 3), gap=4))
        self.changed.connect(self._consider)
        self.looked.connect(self._show_lack)
        self.heard.connect(self._show_outcome)

    def widest(self, theme: Theme) -> int:
        """Two columns."""
        return round(theme.column * 1.4)

    @property
    def complete(self) -> bool:
        """What the chosen one needs is written down; whether it works may be seen later."""
        now = self._choice
        match now.engine:
            case SpeechEngine.SERVER:
                return bool(now.url and now.model)
            case SpeechEngine.WHISPER:
                return bool(now.folder)
            case _:
                return True

    def show_facts(self, facts: SetUpFacts) -> None:
        """Who does it now, and where a model lies or would lie."""
        now = facts.speech
        places = dict.fromkeys((*([now.folder] if now.folder else []), *facts.models))
        self._models = tuple(places)
        self._url.setText(now.url)
        self._called.setText(now.model)
        self._key.clear()
        self._key.setPlaceholderText(self.tr("as it is") if now.engine is SpeechEngine.SERVER else "")
        self._folder.setText(next(iter(places), ""))
        self._other.setVisible(len(places) > 1)
        self._cards[f"speech-{now.engine}"].setChecked(True)
        self._consider()

    def left(self) -> None:
        """Nobody waits for what is being heard."""
        self._wait.stop()
        self._stop()

    def job(self) -> Job | None:
        """Keep who does it, and what that takes."""
        settings = self._choice.settings
        return lambda station: station.keep(settings)

    def first_stop(self) -> QWidget | None:
        """The chosen card."""
        return self._cards.get(chosen(self._cards))

    @property
    def _choice(self) -> SpeechChoice:
        engine = SpeechEngine(chosen(self._cards).removeprefix("speech-") or SpeechEngine.NONE)
        url, called = self._url.text().strip().rstrip("/"), self._called.text().strip()
        return SpeechChoice(engine, url, called, self._key.text().strip(), self._folder.text().strip())

    def _build_server(self) -> Column:
        room = Column(gap=1)
        self._url = self.field("speech-url", self.tr("Address of the server"), _LONGEST, room)
        self._url.setPlaceholderText("http://speech.local:8000/v1")
        self._url.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._called = self.field("speech-called", self.tr("Name of the model"), _LONGEST, room)
        self._key = self.field("speech-key", self.tr("Key, if the server wants one"), _LONGEST, room)
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        return room

    def _build_model(self) -> Column:
        room = Column(gap=1)
        self._folder = self.field("speech-folder", self.tr("Folder of the model"), _LONGEST, room)
        self._other = wide(QuietButton(self.tr("Another model")))
        self._other.setObjectName("other-model")
        self._other.clicked.connect(self._turn)
        room.add(self._other)
        return room

    def _turn(self) -> None:
        now = self._folder.text().strip()
        at = self._models.index(now) if now in self._models else -1
        self._folder.setText(self._models[(at + 1) % len(self._models)])

    def _consider(self) -> None:
        """What was found out about another choice counts no more."""
        engine = self._choice.engine
        self._about.setText(words.engine(engine)[1])
        self._server.setVisible(engine is SpeechEngine.SERVER)
        self._model.setVisible(engine is SpeechEngine.WHISPER)
        self._hearing.setVisible(engine is not SpeechEngine.NONE)
        self._stop()
        self._test = None
        self._hearing.show_outcome(None)
        self._hearing.offer(possible=False)
        self._lack.show_finding("")
        if engine is not SpeechEngine.NONE and self.complete:
            self._wait.start()

    def _look(self) -> None:
        choice = self._choice

        def look(station: SettingUp) -> None:
            self.looked.emit((choice, station.lacks(choice)))

        self.errand.emit(look)

    def _show_lack(self, found: tuple[SpeechChoice, Refused | None]) -> None:
        choice, lack = found
        if choice != self._choice:
            return
        self._hearing.offer(possible=lack is None)
        if lack is not None:
            self._lack.show_problem(lack)
        elif choice.engine is not SpeechEngine.SERVER:
            self._lack.show_finding(self.tr("Everything it needs is here."))

    def _hear(self) -> None:
        test, choice = object(), self._choice
        self._test = test

        def hear(station: SettingUp) -> None:
            self.heard.emit((test, station.hear(choice)))

        self._hearing.show_listening()
        self.long_errand.emit(hear)

    def _show_outcome(self, came: tuple[object, Hearing | Refused | None]) -> None:
        test, outcome = came
        if test is self._test:
            self._test = None
            self._hearing.show_outcome(outcome)

    def _stop(self) -> None:
        if self._test is not None:
            self.errand.emit(lambda station: station.stop_hearing())
