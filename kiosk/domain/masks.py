"""Covering a device without stopping the recording."""

from dataclasses import dataclass
from enum import StrEnum


class Device(StrEnum):
    """A thing that senses or sounds in the booth."""

    CAMERA = "camera"
    MICROPHONE = "microphone"


class MaskReason(StrEnum):
    """Why somebody covered a device; painted on the slate and kept with the gap."""

    PRIVACY = "privacy"
    PAUSED = "paused"
    STAFF_IN_BOOTH = "staff_in_booth"
    TECHNICAL = "technical"
    OTHER = "other"
    HAND_RAISED = "hand_raised"
    """The candidate asked for somebody: what they say to each other is no answer."""


STAFF_REASONS = (MaskReason.PRIVACY, MaskReason.STAFF_IN_BOOTH, MaskReason.TECHNICAL, MaskReason.OTHER)
"""Those that staff choose from."""


@dataclass(frozen=True, slots=True)
class Masks:
    """Which devices are covered now, and why; ``None`` means the device is open."""

    camera: MaskReason | None = None
    microphone: MaskReason | None = None

    def covers_more_than(self, before: "Masks") -> bool:
        """Whether something is covered that was open, and nothing opened that was covered."""
        devices = ((self.camera, before.camera), (self.microphone, before.microphone))
        covered = [(now is not None, was is not None) for now, was in devices]
        return (True, False) in covered and (False, True) not in covered


OPEN = Masks()
"""Nothing is covered."""
