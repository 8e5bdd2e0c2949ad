"""Which devices there are, and the device for a station's choice.

A choice is what ``DeviceChoice`` says, ``auto`` for the first real device there is (else the simulator), or
``sim:TROUBLE…`` for a simulator that fails by script (``capture.sim.script``). PortAudio is started only
when a real sound device is asked for: that takes a tenth of a second that a restarted recorder has not got.
"""

from dataclasses import dataclass
from pathlib import Path

from capture.camera import OpenCVCamera
from capture.errors import DeviceMissingError
from capture.pulse import Side
from capture.sim.booth import SimBooth
from capture.sim.camera import SimCamera
from capture.sim.faulty import FaultyCamera, FaultyMicrophone
from capture.sim.loudspeaker import SimLoudspeaker
from capture.sim.microphone import SimMicrophone
from capture.sim.script import TroubleKind, read_script
from capture.sources import AudioSink, AudioSource, FaultListener, OnBlock, OnFrame, VideoSource
from capture.v4l2 import VideoNode, list_nodes
from kiosk.domain.recording import DeviceChoice, Quality

AUTO = "auto"
SIM = "sim"


@dataclass(frozen=True, slots=True)
class DeviceEntry:
    """One device to choose from: ``choice`` is what to write in the settings, ``title`` what to show."""

    choice: str
    title: str


def list_cameras() -> tuple[DeviceEntry, ...]:
    """The connected cameras by name."""
    return tuple(DeviceEntry(node.name, f"{node.name} ({_place(node)})") for node in list_nodes())


def list_microphones() -> tuple[DeviceEntry, ...]:
    """The connected microphones by name."""
    return _sound_entries(Side.MICROPHONE)


def list_loudspeakers() -> tuple[DeviceEntry, ...]:
    """The connected loudspeakers by name."""
    return _sound_entries(Side.LOUDSPEAKER)


def resolve_auto(choice: DeviceChoice) -> DeviceChoice:
    """Put the first real device, else the simulator, in the place of every ``auto``."""

    def resolved(name: str, entries: tuple[DeviceEntry, ...]) -> str:
        return (entries[0].choice if entries else SIM) if name == AUTO else name

    return DeviceChoice(
        resolved(choice.camera, list_cameras() if choice.camera == AUTO else ()),
        resolved(choice.microphone, list_microphones() if choice.microphone == AUTO else ()),
        resolved(choice.loudspeaker, list_loudspeakers() if choice.loudspeaker == AUTO else ()),
    )


class StationDevices:
    """Builds devices from choices as ``capture.sources.Devices`` asks; opens none of them."""

    def __init__(self) -> None:
        self._booth = SimBooth()

    def camera(self, choice: str, quality: Quality, on_frame: OnFrame, faults: FaultListener) -> VideoSource:
        """A camera for this choice."""
        choice = resolve_auto(DeviceChoice(camera=choice)).camera
        if not _is_simulated(choice):
            return OpenCVCamera(choice, quality, on_frame, faults)
        script = read_script(choice)

        def build(take: OnFrame) -> VideoSource:
            return SimCamera(quality, take, late_ms=script.late_ms, booth=self._booth)

        return FaultyCamera(build, script, on_frame, faults)

    def microphone(self, choice: str, on_block: OnBlock, faults: FaultListener) -> AudioSource:
        """A microphone for this choice."""
        choice = resolve_auto(DeviceChoice(microphone=choice)).microphone
        if not _is_simulated(choice):
            return _real_microphone(choice, on_block, faults)
        script = read_script(choice)

        def build(take: OnBlock) -> AudioSource:
            return SimMicrophone(take, drift_ppm=script.drift_ppm, booth=self._booth)

        return FaultyMicrophone(build, script, on_block, faults)

    def loudspeaker(self, choice: str, faults: FaultListener) -> AudioSink:
        """A loudspeaker for this choice."""
        choice = resolve_auto(DeviceChoice(loudspeaker=choice)).loudspeaker
        if not _is_simulated(choice):
            return _real_loudspeaker(choice, faults)
        if TroubleKind.ABSENT in read_script(choice).now(0):
            raise DeviceMissingError("the simulated loudspeaker is absent, as its script says")
        return SimLoudspeaker(self._booth)


def _place(node: VideoNode) -> str:
    return f"{node.path}, {node.usb} at {node.port}" if node.usb else node.path


def _is_simulated(choice: str) -> bool:
    return choice.partition(":")[0] == SIM


def _real_microphone(choice: str, on_block: OnBlock, faults: FaultListener) -> AudioSource:
    from capture.microphone import FileMicrophone, SoundDeviceMicrophone

    if Path(choice).is_file():
        return FileMicrophone(Path(choice), on_block)
    return SoundDeviceMicrophone(choice, on_block, faults)


def _real_loudspeaker(choice: str, faults: FaultListener) -> AudioSink:
    from capture.loudspeaker import SoundDeviceLoudspeaker

    return SoundDeviceLoudspeaker(choice, faults)


def _sound_entries(side: Side) -> tuple[DeviceEntry, ...]:
    from capture.portaudio import list_sound_names

    return tuple(DeviceEntry(choice, title) for choice, title in list_sound_names(side))
