"""What is shown and heard at an instant: the camera's picture or a slate, and why."""

from dataclasses import dataclass

from capture.shelf import Pick
from capture.slates import LOST, slate, words_for
from capture.sources import Planes
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import GapCause, Quality

_PRESENT_NS = 2_000_000_000
"""A picture older than this is not the present any more; the slate takes its place."""


@dataclass(frozen=True, slots=True)
class Still:
    """One frame's picture before the overlay."""

    planes: Planes
    from_camera: bool


def compose(pick: Pick, masks: Masks, instant_ns: int, quality: Quality) -> Still:
    """The picture of an instant; ``planes`` may not be written into."""
    if masks.camera:
        return Still(slate(words_for(masks.camera), quality.width, quality.height), from_camera=False)
    frame, shape = pick.frame, (quality.height * 3 // 2, quality.width)
    if frame is None or frame.planes.shape != shape or instant_ns - frame.captured_ns > _PRESENT_NS:
        return Still(slate(LOST, quality.width, quality.height), from_camera=False)
    return Still(frame.planes, from_camera=True)


def stretches(masks: Masks, *, camera_lost: bool, microphone_lost: bool) -> dict[GapCause, str]:
    """Why picture or sound is painted at an instant, each with its reason."""
    if masks.camera is MaskReason.PAUSED and masks.microphone is MaskReason.PAUSED:
        return {GapCause.PAUSED: ""}
    causes = {}
    if masks.camera:
        causes[GapCause.CAMERA_MASKED] = masks.camera.value
    elif camera_lost:
        causes[GapCause.CAMERA_LOST] = ""
    if masks.microphone:
        causes[GapCause.MICROPHONE_MASKED] = masks.microphone.value
    elif microphone_lost:
        causes[GapCause.MICROPHONE_LOST] = ""
    return causes
