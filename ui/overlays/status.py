"""The rows of state that staff read at a glance."""

from PySide6.QtCore import Qt

from kiosk.domain.checks import Verdict
from kiosk.flow.states import Kiosk, run_of
from kiosk.ports.recorder import DeviceState, RecorderStatus
from kiosk.ports.station import StationFacts
from ui.layout import Column, Row
from ui.texts import fault_texts
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, Tone

_GIB = 1024**3
_TONES = {Verdict.GOOD: Tone.PROVEN, Verdict.WARNING: Tone.ATTENTION, Verdict.BAD: Tone.RECORDING}
_ICONS = {Verdict.GOOD: Icon.CHECK, Verdict.WARNING: Icon.WARNING, Verdict.BAD: Icon.WARNING}


class StatusRow(Row):
    """A dot with an icon, a word, and how it is."""

    def __init__(self, name: str) -> None:
        super().__init__(gap=1.5)
        self._mark = IconMark(Icon.CLOCK, Tone.QUIET, Type.NOTE)
        self._finding = Text("", Type.NOTE, Tone.QUIET)
        texts = Column(gap=0)
        texts.add(Text(name, Type.NOTE, weight=Weight.STRONG), self._finding)
        self.box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self.add(texts, stretch=1)

    def show_finding(self, words: str, verdict: Verdict) -> None:
        """How it is now."""
        self._finding.setText(words)
        self._mark.show_icon(_ICONS[verdict], _TONES[verdict])


class StatusList(Column):
    """Devices, recorder, disk, what is wrong; while nobody is interviewed, the self-test as well."""

    def __init__(self, facts: StationFacts) -> None:
        super().__init__(gap=1.5)
        self._camera, self._microphone = StatusRow(self.tr("Camera")), StatusRow(self.tr("Microphone"))
        self._recorder, self._disk = StatusRow(self.tr("Recorder")), StatusRow(self.tr("Disk"))
        self._faults = Column(gap=1)
        self.add(self._faults, self._camera, self._microphone, self._recorder, self._disk)
        self._checks = Column(gap=1.5)
        for check in facts.checks:
            row = StatusRow(check.name)
            row.show_finding(f"{check.finding} {check.to_do}".strip(), check.verdict)
            self._checks.add(row)
        self.add(self._checks)
        self.box.addStretch(1)

    def show_kiosk(self, kiosk: Kiosk) -> None:
        """Every present fault with its three sentences, and whether the self-test matters now."""
        self._checks.setVisible(run_of(kiosk.scene) is None)
        self._faults.clear()
        self._faults.setVisible(bool(kiosk.faults))
        for fault in kiosk.faults:
            texts = fault_texts(fault.code)
            row = StatusRow(texts.what_happened)
            row.show_finding(f"{texts.what_is_safe} {texts.what_to_do}", Verdict.WARNING)
            self._faults.add(row)

    def show_recorder(self, recorder: RecorderStatus | None) -> None:
        """The recorder's own words."""
        if recorder is None:
            for row in (self._camera, self._microphone, self._recorder, self._disk):
                row.show_finding(self.tr("The recorder does not answer."), Verdict.BAD)
            return
        self._camera.show_finding(*self._device(recorder.camera))
        self._microphone.show_finding(*self._device(recorder.microphone))
        self._recorder.show_finding(self._recording(recorder), Verdict.GOOD)
        free = self.tr("{gib:.1f} GiB free").format(gib=recorder.free_bytes / _GIB)
        self._disk.show_finding(free, Verdict.GOOD)

    def _recording(self, recorder: RecorderStatus) -> str:
        if not recorder.recording:
            return self.tr("Ready, not recording")
        words = self.tr("Recording, part {part}, {minutes}:{seconds:02d}, {lost} pictures lost")
        minutes, seconds = divmod(int(recorder.position_s), 60)
        lost = recorder.frames_dropped
        return words.format(part=recorder.segment, minutes=minutes, seconds=seconds, lost=lost)

    def _device(self, state: DeviceState) -> tuple[str, Verdict]:
        match state:
            case DeviceState.CONNECTED:
                return self.tr("On"), Verdict.GOOD
            case DeviceState.CLOSED:
                return self.tr("Closed until it is needed"), Verdict.GOOD
            case DeviceState.OPENING:
                return self.tr("Opening"), Verdict.GOOD
            case DeviceState.MASKED:
                return self.tr("Covered"), Verdict.WARNING
            case DeviceState.SILENT:
                return self.tr("Silent"), Verdict.WARNING
            case DeviceState.FROZEN:
                return self.tr("The picture stands still"), Verdict.WARNING
            case DeviceState.LOST:
                return self.tr("Disconnected"), Verdict.BAD
