"""Which devices there are, and the device for a station's choice."""

from capture.errors import DeviceMissingError
from capture.sim.camera import SimCamera
from capture.sim.faulty import FaultyCamera, FaultyMicrophone
from capture.sim.loudspeaker import SimLoudspeaker
from capture.sim.microphone import SimMicrophone
from capture.sim.script import TroubleKind, read_script
from capture.sources import AudioSink, AudioSource, FaultListener, OnBlock, OnFrame, VideoSource
from kiosk.domain.recording import Quality


def is_simulated(choice: str) -> bool:
    """Whether this choice names a simulator."""
    return choice.partition(":")[0] == "sim"


class StationDevices:
    """Builds devices from choices as ``capture.sources.Devices`` asks; opens none of them."""

    def camera(self, choice: str, quality: Quality, on_frame: OnFrame, faults: FaultListener) -> VideoSource:
        """A camera for this choice."""
        if is_simulated(choice):
            script = read_script(choice)
            return FaultyCamera(lambda take: SimCamera(quality, take), script, on_frame, faults)
        raise DeviceMissingError(f"no camera answers to “{choice}”")

    def microphone(self, choice: str, on_block: OnBlock, faults: FaultListener) -> AudioSource:
        """A microphone for this choice."""
        if is_simulated(choice):
            script = read_script(choice)
            return FaultyMicrophone(
                lambda take: SimMicrophone(take, drift_ppm=script.drift_ppm), script, on_block, faults
            )
        raise DeviceMissingError(f"no microphone answers to “{choice}”")

    def loudspeaker(self, choice: str, faults: FaultListener) -> AudioSink:
        """A loudspeaker for this choice."""
        if is_simulated(choice):
            if TroubleKind.ABSENT in read_script(choice).now(0):
                raise DeviceMissingError("the simulated loudspeaker is absent, as its script says")
            return SimLoudspeaker()
        raise DeviceMissingError(f"no loudspeaker answers to “{choice}”")
