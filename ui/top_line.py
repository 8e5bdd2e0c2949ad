"""The line above every screen: where one is, and what is recorded now."""

from kiosk.domain.masks import OPEN, Device, MaskReason
from kiosk.flow.states import Kiosk, Paused, Practising, Questioning, Welcome, run_of
from kiosk.ports.recorder import DeviceState, RecorderStatus
from ui.layout import Flow, Row
from ui.theme.tokens import Type
from ui.widgets.device_chip import DeviceChip
from ui.widgets.progress import Progress
from ui.widgets.rec_badge import RecBadge, RecState
from ui.widgets.text import Text, Tone


class TopLine(Row):
    """Left the place in the interview, right camera, microphone and the REC badge."""

    def __init__(self, station: str) -> None:
        super().__init__(gap=2, margins=(8, 2, 8, 0))
        self._station, self._progress = Text(station, Type.NOTE, Tone.QUIET), Progress()
        self._camera, self._microphone = DeviceChip(Device.CAMERA), DeviceChip(Device.MICROPHONE)
        self._badge = RecBadge()
        self._states = Flow(gap=1, to_right=True)
        self._states.show_widgets(self._camera, self._microphone, self._badge)
        self.add(self._station, self._progress)
        self.add(self._states, stretch=1)
        self._kiosk = Kiosk()
        self._recorder: RecorderStatus | None = None

    @property
    def badge(self) -> RecBadge:
        """The REC badge."""
        return self._badge

    def show_kiosk(self, kiosk: Kiosk) -> None:
        """Where the interview is."""
        self._kiosk = kiosk
        match kiosk.scene:
            case Questioning(run=run, index=index):
                self._progress.show_step(index + 1, len(run.pack.questions))
            case Practising():
                self._progress.show_step(0, 0)
                self._progress.show_words(self.tr("Practice question"))
        asking = isinstance(kiosk.scene, Practising | Questioning)
        self._progress.setVisible(asking)
        self._station.setVisible(not asking)
        self._states.setVisible(not isinstance(kiosk.scene, Welcome))
        self._show_states()

    def retell(self) -> None:
        """The same in other words; the chips are told anew with every look at the recorder."""
        self._badge.show_state(self._badge.state)
        self.show_kiosk(self._kiosk)

    def show_recorder(self, recorder: RecorderStatus | None) -> None:
        """What the recorder says of itself; a recorder that says nothing records nothing."""
        self._recorder = recorder
        self._show_states()

    def _show_states(self) -> None:
        recorder, run = self._recorder, run_of(self._kiosk.scene)
        masks = run.masks if run else OPEN
        self._camera.show_state(device_state(recorder.camera if recorder else None, masks.camera))
        self._microphone.show_state(device_state(recorder.microphone if recorder else None, masks.microphone))
        state = rec_state(self._kiosk, recorder)
        if state is not self._badge.state:
            self._badge.show_state(state)


def device_state(told: DeviceState | None, mask: MaskReason | None) -> DeviceState:
    """What is ordered to be covered is shown so before the recorder's next word."""
    state = told or DeviceState.CLOSED
    running = state in (DeviceState.CONNECTED, DeviceState.RECORDING)
    return DeviceState.MASKED if running and mask else state


def rec_state(kiosk: Kiosk, recorder: RecorderStatus | None) -> RecState:
    """What the badge must say: the recorder's word first, then what is covered."""
    if isinstance(kiosk.scene, Paused):
        return RecState.PAUSED
    if recorder is None or not recorder.recording:
        return RecState.OFF
    run = run_of(kiosk.scene)
    match (run is not None and run.masks.camera, run is not None and run.masks.microphone):
        case (None | False, None | False):
            return RecState.RECORDING
        case (_, None | False):
            return RecState.CAMERA_COVERED
        case (None | False, _):
            return RecState.MICROPHONE_COVERED
        case _:
            return RecState.PAUSED
