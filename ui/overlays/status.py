"""The rows of state that staff read at a glance."""

from PySide6.QtCore import Qt

from kiosk.domain.checks import Verdict
from kiosk.flow.states import Kiosk, run_of
from kiosk.ports.recorder import DeviceState, RecorderStatus
from kiosk.ports.station import StationFacts
from kiosk.ports.sync import SyncQueue
from ui.bridge import Live
from ui.layout import Column, Row
from ui.texts import fault_texts, number
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.tongue.spoken import to_staff
from ui.widgets.icon_mark import IconMark
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

_GIB = 1024**3
_FEW_HOURS = 8
_TONES = {Verdict.GOOD: Tone.PROVEN, Verdict.WARNING: Tone.ATTENTION, Verdict.BAD: Tone.RECORDING}
_ICONS = {Verdict.GOOD: Icon.CHECK, Verdict.WARNING: Icon.WARNING, Verdict.BAD: Icon.WARNING}


class StatusRow(Row):
    """A mark, a word, and how it is; a whole sentence stands below its word."""

    def __init__(self, name: str, *, sentence: bool = False) -> None:
        super().__init__(gap=1.5)
        self._mark = IconMark(Icon.CLOCK, Tone.QUIET, Type.NOTE)
        self._finding = Text("", Type.NOTE, Tone.QUIET)
        self._finding.setAlignment(Qt.AlignmentFlag.AlignTop)
        word = Text(name, Type.NOTE, weight=Weight.STRONG)
        word.setAlignment(Qt.AlignmentFlag.AlignTop)
        texts = Column(gap=0) if sentence else Row(gap=1.5)
        texts.box.addWidget(word, 0 if sentence else 1)
        texts.box.addWidget(self._finding, 0 if sentence else 2)
        self.box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.add(texts, stretch=1)

    def show_finding(self, words: str, verdict: Verdict) -> None:
        """How it is now."""
        self._finding.setText(words)
        self._mark.show_icon(_ICONS[verdict], _TONES[verdict])


class StatusList(Column):
    """Devices, recorder, disk, what is wrong; while nobody is interviewed, the self-test as well."""

    def __init__(self, facts: StationFacts) -> None:
        super().__init__(gap=1)
        self._camera, self._microphone = StatusRow(self.tr("Camera")), StatusRow(self.tr("Microphone"))
        self._loudspeaker = StatusRow(self.tr("Loudspeaker"))
        self._recorder, self._disk = StatusRow(self.tr("Recorder")), StatusRow(self.tr("Disk"))
        self._sync, self._bytes_per_hour = StatusRow(self.tr("Central server")), facts.bytes_per_hour
        self._faults = Column(gap=1)
        self.add(self._faults, self._camera, self._microphone, self._loudspeaker)
        self.add(self._recorder, self._disk, self._sync)
        self._checks = Column(gap=1.5)
        self._tested: StationFacts | None = None
        self.show_tests(facts)
        self.add(self._checks)
        self.box.addStretch(1)

    @to_staff()
    def show_kiosk(self, kiosk: Kiosk) -> None:
        """Every present fault with its three sentences, and whether the self-test matters now."""
        self._checks.setVisible(run_of(kiosk.scene) is None)
        self._faults.clear()
        self._faults.setVisible(bool(kiosk.faults))
        for fault in kiosk.faults:
            texts = fault_texts(fault.code)
            row = StatusRow(texts.what_happened, sentence=True)
            row.show_finding(f"{texts.what_is_safe} {texts.what_to_do}", Verdict.WARNING)
            self._faults.add(row)

    def show_tests(self, facts: StationFacts) -> None:
        """The latest tests of the booth, or that they are being made."""
        if facts == self._tested:
            return
        self._tested = facts
        self._checks.clear()
        if facts.testing:
            words = self.tr("The booth is being tested. That takes about twenty seconds.")
            self._checks.add(Text(words, Type.NOTE), ProgressLine())
            return
        for check in facts.checks:
            row = StatusRow(check.name, sentence=bool(check.to_do))
            row.show_finding(f"{check.finding} {check.to_do}".strip(), check.verdict)
            self._checks.add(row)

    @to_staff()
    def show_live(self, live: Live) -> None:
        """The recorder's own words, and what waits to be sent."""
        self._sync.show_finding(*self._queue(live.sync))
        recorder = live.recorder
        if recorder is None:
            words = self.tr("The recorder does not answer. It is being started again; wait a moment.")
            for row in (self._camera, self._microphone, self._loudspeaker, self._recorder, self._disk):
                row.show_finding(words, Verdict.BAD)
            return
        self._camera.show_finding(*self._device(recorder.camera, recorder.camera_name))
        self._microphone.show_finding(*self._device(recorder.microphone, recorder.microphone_name))
        self._loudspeaker.show_finding(*self._device(recorder.loudspeaker, recorder.loudspeaker_name))
        self._recorder.show_finding(self._recording(recorder), Verdict.GOOD)
        self._disk.show_finding(*self._room(recorder.free_bytes))

    def _room(self, free_bytes: int) -> tuple[str, Verdict]:
        free = self.tr("{gib} GiB free").format(gib=number(free_bytes / _GIB))
        if not self._bytes_per_hour:
            return free, Verdict.GOOD
        hours = free_bytes / self._bytes_per_hour
        words = self.tr("{free}, about {hours} hours of interviews").format(free=free, hours=number(hours))
        if hours >= _FEW_HOURS:
            return words, Verdict.GOOD
        to_do = self.tr("Export and remove old sessions today.")
        return f"{words}. {to_do}", Verdict.WARNING if hours >= 1 else Verdict.BAD

    def _queue(self, queue: SyncQueue | None) -> tuple[str, Verdict]:
        if queue is None:
            return self.tr("Not connected. Everything stays on this station."), Verdict.GOOD
        if queue.trouble:
            return self.tr("{sessions} sessions wait, the server cannot be reached. Nothing is lost.").format(
                sessions=queue.sessions
            ), Verdict.WARNING
        if not queue.sessions:
            return self.tr("Everything has been sent."), Verdict.GOOD
        words = self.tr("{sessions} sessions wait to be sent ({gib} GiB)")
        return words.format(sessions=queue.sessions, gib=number(queue.size_bytes / _GIB, 1)), Verdict.WARNING

    def _recording(self, recorder: RecorderStatus) -> str:
        if not recorder.recording:
            return self.tr("Ready, not recording")
        words = self.tr("Recording, part {part}, {minutes}:{seconds:02d}, {lost} pictures lost")
        minutes, seconds = divmod(int(recorder.position_s), 60)
        lost = recorder.frames_dropped
        return words.format(part=recorder.segment, minutes=minutes, seconds=seconds, lost=lost)

    def _device(self, state: DeviceState, name: str) -> tuple[str, Verdict]:
        words, verdict = self._state(state)
        return f"{words} ({name})" if name and verdict is Verdict.GOOD else words, verdict

    def _state(self, state: DeviceState) -> tuple[str, Verdict]:
        match state:
            case DeviceState.CONNECTED:
                return self.tr("On"), Verdict.GOOD
            case DeviceState.RECORDING:
                return self.tr("On, being recorded"), Verdict.GOOD
            case DeviceState.CLOSED:
                return self.tr("Closed until it is needed"), Verdict.GOOD
            case DeviceState.OPENING:
                return self.tr("Opening"), Verdict.GOOD
            case DeviceState.MASKED:
                return self.tr("Covered. Uncover it when the reason is over."), Verdict.WARNING
            case DeviceState.SILENT:
                return self.tr("Silent. Ask for a word, or use another microphone."), Verdict.WARNING
            case DeviceState.FROZEN:
                return self.tr("The picture stands still. Plug the camera out and in again."), Verdict.WARNING
            case DeviceState.LOST:
                return self.tr("Disconnected. Check the cable; it comes back by itself."), Verdict.BAD
