"""The candidate sees and hears that camera, loudspeaker and microphone work, one step after the other."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from kiosk.flow.events import (
    CalibrationSkipped,
    CheckFinished,
    SampleConfirmed,
    SampleRequested,
    SpeakerConfirmed,
    SpeakerTestRequested,
)
from kiosk.flow.states import CheckingDevices, SampleStep, SpeakerStep
from kiosk.ports.recorder import DeviceState, RecorderStatus
from kiosk.ports.station import Snapshot
from ui.bridge import Live
from ui.layout import Column, Row, Split
from ui.screens.picture import WidePicture
from ui.screens.screen import Action, Screen
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Theme, Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.level_line import LevelLine
from ui.widgets.text import Text, Tone

_SILENT_DBFS = -90.0
_SEEN = {DeviceState.CONNECTED, DeviceState.RECORDING, DeviceState.MASKED}


class CheckRow(Row):
    """One step: an icon that becomes a tick, what it is about, and what to do now."""

    def __init__(self, icon: Icon, title: str) -> None:
        super().__init__(gap=2)
        self._mark = IconMark(icon, disc=True, size=Type.BODY)
        self._icon, self._words = icon, Text("", Type.BODY, Tone.QUIET)
        texts = Column(gap=0)
        texts.add(Text(title, Type.BODY, weight=Weight.STRONG), self._words)
        self.box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.add(texts, stretch=1)
        self.done = False

    def show_step(self, words: str, *, done: bool) -> None:
        """Say where the step stands; a finished one is ticked off."""
        self.done = done
        self._words.setText(words)
        self._mark.show_icon(*((Icon.CHECK, Tone.PROVEN) if done else (self._icon, Tone.ACCENT)))


class DeviceCheckScreen(Screen):
    """Picture on one side, the three steps on the other; the primary button is always the next step."""

    lively = True
    previews = True

    def __init__(self) -> None:
        super().__init__()
        self._picture = WidePicture()
        self._level = LevelLine()
        self._camera = CheckRow(Icon.CAMERA, self.tr("Camera"))
        self._speaker = CheckRow(Icon.LOUDSPEAKER, self.tr("Loudspeaker"))
        self._sample = CheckRow(Icon.MICROPHONE, self.tr("Microphone"))
        self._camera.show_step(self.tr("Waiting for the picture."), done=False)
        self._last = Text(
            self.tr("When you continue, the screen flashes four times and you hear four short tones."),
            Type.BODY,
            Tone.QUIET,
        )
        steps = Column(gap=3)
        steps.box.addStretch(1)
        steps.add(self._camera, self._speaker, self._sample, self._level, self._last)
        steps.box.addStretch(1)
        self._heading = Text(self.tr("Let us check that you can be seen and heard"), Type.HEADING)
        self.column.add(
            self._heading,
            Split(self._picture, steps, shares=(6, 5), gap=5),
        )

    def widest(self, theme: Theme) -> int:
        """Picture and steps stand side by side."""
        return round(theme.column * 1.7)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Tick off what is done and offer what comes next."""
        scene = snapshot.kiosk.scene
        assert isinstance(scene, CheckingDevices)
        self._speaker.show_step(self._speaker_words(scene.speaker), done=scene.speaker is SpeakerStep.HEARD)
        self._sample.show_step(self._sample_words(scene), done=scene.sample is SampleStep.HEARD)
        self._last.setVisible(scene.passed and scene.run.filmed)
        if not scene.run.filmed:
            self._heading.setText(self.tr("Let us check that you can be heard"))
            self._picture.hide()
            self._camera.hide()
        primary, quiet = self._next(scene)
        self.offer(*quiet, primary=primary)

    def show_live(self, live: Live) -> None:
        """Picture and level."""
        self._picture.show_picture(live.preview)
        self._level.show_level(live.recorder.level_dbfs if live.recorder else _SILENT_DBFS)
        self._show_camera(live.recorder)

    def _show_camera(self, recorder: RecorderStatus | None) -> None:
        seen = recorder is not None and recorder.camera in _SEEN
        if seen is not self._camera.done:
            seen_words = self.tr("Sit so that your head and shoulders fit the outline.")
            self._camera.show_step(seen_words if seen else self.tr("Waiting for the picture."), done=seen)

    def _speaker_words(self, step: SpeakerStep) -> str:
        match step:
            case SpeakerStep.UNTRIED:
                return self.tr("Play a sentence and listen.")
            case SpeakerStep.PLAYING:
                return self.tr("Listen now.")
            case SpeakerStep.PLAYED:
                return self.tr("Could you hear the voice?")
            case SpeakerStep.HEARD:
                return self.tr("You can hear us well.")

    def _sample_words(self, scene: CheckingDevices) -> str:
        match scene.sample:
            case SampleStep.UNTRIED if scene.speaker is not SpeakerStep.HEARD:
                return self.tr("This comes next.")
            case SampleStep.UNTRIED:
                return self.tr("Say a sentence for three seconds. You hear it back; then it is forgotten.")
            case SampleStep.RECORDING:
                return self.tr("Please speak now.")
            case SampleStep.TOO_QUIET:
                return self.tr("We could hardly hear you. Please come a little closer and try again.")
            case SampleStep.PLAYING:
                return self.tr("This is how we hear you.")
            case SampleStep.PLAYED:
                return self.tr("Could you hear yourself?")
            case SampleStep.HEARD:
                return self.tr("We can hear you well.")

    def _next(self, scene: CheckingDevices) -> tuple[Action, Sequence[Action]]:
        if not scene.passed and scene.run.comfort.voice and scene.speaker is not SpeakerStep.HEARD:
            return self._speaker_action(scene.speaker)
        if not scene.passed:
            return self._sample_action(scene.sample)
        onward = Action("continue", self.tr("Continue"), CheckFinished(), Icon.ARROW_RIGHT)
        without = Action("no-flashing", self.tr("Without flashing"), CalibrationSkipped())
        return onward, (without,) if scene.run.filmed else ()

    def _speaker_action(self, step: SpeakerStep) -> tuple[Action, Sequence[Action]]:
        if step is SpeakerStep.UNTRIED:
            return Action("play-voice", self.tr("Play the voice"), SpeakerTestRequested(), Icon.PLAY), ()
        playing = step is SpeakerStep.PLAYING
        again = Action(
            "play-again", self.tr("Play it again"), SpeakerTestRequested(), Icon.REPEAT, enabled=not playing
        )
        return Action("heard-voice", self.tr("I heard it"), SpeakerConfirmed(), Icon.CHECK), (again,)

    def _sample_action(self, step: SampleStep) -> tuple[Action, Sequence[Action]]:
        busy = step in {SampleStep.RECORDING, SampleStep.PLAYING}
        if step in {SampleStep.UNTRIED, SampleStep.RECORDING, SampleStep.TOO_QUIET}:
            words = self.tr("Recording") if busy else self.tr("Record three seconds")
            return Action("record-sample", words, SampleRequested(), Icon.MICROPHONE, enabled=not busy), ()
        again = Action(
            "record-again", self.tr("Record again"), SampleRequested(), Icon.RETAKE, enabled=not busy
        )
        return Action("heard-sample", self.tr("I heard myself"), SampleConfirmed(), Icon.CHECK), (again,)
