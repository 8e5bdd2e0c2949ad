"""How camera and microphone are doing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kiosk.domain.masks import Device
from kiosk.ports.recorder import DeviceState
from ui.theme.icons import Icon
from ui.widgets.chip import Chip, Label
from ui.widgets.text import Tone

_ICONS = {
    Device.CAMERA: (Icon.CAMERA, Icon.CAMERA_OFF),
    Device.MICROPHONE: (Icon.MICROPHONE, Icon.MICROPHONE_OFF),
}


class DeviceChip(Chip):
    """One device in an icon and a word."""

    def __init__(self, device: Device, parent: QWidget | None = None) -> None:
        self._device = device
        super().__init__(_label(device, DeviceState.CLOSED), parent)

    def show_state(self, state: DeviceState) -> None:
        """Say this state."""
        self.show_label(_label(self._device, state))


def _label(device: Device, state: DeviceState) -> Label:
    on, off = _ICONS[device]
    words = _camera(state) if device is Device.CAMERA else _microphone(state)
    match state:
        case DeviceState.CONNECTED | DeviceState.RECORDING:
            return Label(on, words, Tone.PROVEN)
        case DeviceState.MASKED | DeviceState.FROZEN | DeviceState.LOST:
            return Label(off, words, Tone.ATTENTION)
        case DeviceState.SILENT:
            return Label(on, words, Tone.ATTENTION)
        case DeviceState.OPENING:
            return Label(on, words, Tone.QUIET)
        case DeviceState.CLOSED:
            return Label(off, words, Tone.QUIET)


def _camera(state: DeviceState) -> str:
    """Whole phrases: in many languages the state's word follows the device's gender."""
    return {
        DeviceState.CONNECTED: _words("Camera on"),
        DeviceState.RECORDING: _words("Camera on"),
        DeviceState.MASKED: _words("Camera covered"),
        DeviceState.SILENT: _words("Camera silent"),
        DeviceState.FROZEN: _words("Camera picture stands still"),
        DeviceState.LOST: _words("Camera disconnected"),
        DeviceState.OPENING: _words("Camera starting"),
        DeviceState.CLOSED: _words("Camera off"),
    }[state]


def _microphone(state: DeviceState) -> str:
    return {
        DeviceState.CONNECTED: _words("Microphone on"),
        DeviceState.RECORDING: _words("Microphone on"),
        DeviceState.MASKED: _words("Microphone covered"),
        DeviceState.SILENT: _words("Microphone silent"),
        DeviceState.FROZEN: _words("Microphone stands still"),
        DeviceState.LOST: _words("Microphone disconnected"),
        DeviceState.OPENING: _words("Microphone starting"),
        DeviceState.CLOSED: _words("Microphone off"),
    }[state]


def _words(source: str) -> str:
    return QCoreApplication.translate("DeviceChip", source)
