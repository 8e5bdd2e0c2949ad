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
    name, (on, off) = _name(device), _ICONS[device]
    match state:
        case DeviceState.CONNECTED | DeviceState.RECORDING:
            return Label(on, _words("{device} on").format(device=name), Tone.PROVEN)
        case DeviceState.MASKED:
            return Label(off, _words("{device} covered").format(device=name), Tone.ATTENTION)
        case DeviceState.SILENT:
            return Label(on, _words("{device} silent").format(device=name), Tone.ATTENTION)
        case DeviceState.FROZEN:
            return Label(off, _words("{device} picture stands still").format(device=name), Tone.ATTENTION)
        case DeviceState.LOST:
            return Label(off, _words("{device} disconnected").format(device=name), Tone.ATTENTION)
        case DeviceState.OPENING:
            return Label(on, _words("{device} starting").format(device=name), Tone.QUIET)
        case DeviceState.CLOSED:
            return Label(off, _words("{device} off").format(device=name), Tone.QUIET)


def _name(device: Device) -> str:
    return _words("Camera") if device is Device.CAMERA else _words("Microphone")


def _words(source: str) -> str:
    return QCoreApplication.translate("DeviceChip", source)
