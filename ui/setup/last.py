"""What was set, and a test interview."""

from kiosk.domain.set_up import SetUpFacts, Trial
from ui.layout import Column, Row
from ui.setup.page import SetUpPage
from ui.setup.words import device, engine
from ui.texts import duration, fault_texts
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone


class LastPage(SetUpPage):
    """Everything at a glance."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Try it with a test interview"),
            self.tr("A real interview of a few minutes: it asks, records and keeps as for a candidate."),
        )
        self._lines = Column(gap=1)
        self._lines.setObjectName("summary")
        self.body.add(self._lines)

    def show_facts(self, facts: SetUpFacts) -> None:
        """Line by line; what is missing says so."""
        self._lines.clear()
        self._line(Icon.FLAG, self.tr("Name"), facts.name)
        server = facts.server or self.tr("None: everything stays on this station.")
        self._line(Icon.GLOBE, self.tr("Server"), server)
        devices = facts.devices
        self._line(Icon.CAMERA, self.tr("Camera"), device(devices.camera))
        self._line(Icon.MICROPHONE, self.tr("Microphone"), device(devices.microphone))
        self._line(Icon.LOUDSPEAKER, self.tr("Loudspeaker"), device(devices.loudspeaker))
        self._line(Icon.PENCIL, self.tr("Written answers"), engine(facts.speech.engine)[0])
        names = ", ".join(member.name for member in facts.staff)
        nobody = self.tr("Nobody can open the staff panel yet.")
        self._line(Icon.PERSON, self.tr("Staff"), names or nobody, good=bool(names))
        if facts.trial is not None:
            self._line(*self._tried(facts.trial), good=facts.trial.completed)

    def _tried(self, trial: Trial) -> tuple[Icon, str, str]:
        title = self.tr("Test interview")
        trouble = [fault_texts(code).what_happened for code in trial.trouble]
        if not trial.completed:
            return Icon.WARNING, title, " ".join((self.tr("It was not recorded to its end."), *trouble))
        good = self.tr("Recorded whole: {time}.").format(time=duration(trial.duration_s))
        return Icon.CHECK, title, " ".join((good, *trouble))

    def _line(self, icon: Icon, title: str, words: str, *, good: bool = True) -> None:
        line, texts = Row(gap=2), Column(gap=0)
        tone = Tone.QUIET if good else Tone.ATTENTION
        texts.add(Text(title, weight=Weight.STRONG), Text(words, tone=tone))
        line.add(IconMark(icon, Tone.ACCENT if good else Tone.ATTENTION, Type.BODY))
        line.add(texts, stretch=1)
        self._lines.add(line)
