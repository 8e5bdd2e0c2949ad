"""Proof that an answer was captured, taken from the file while the candidate is still there."""

from dataclasses import dataclass
from enum import StrEnum


class CaptureFlaw(StrEnum):
    """Why an answer is not proved to be in the recording; the gravest first."""

    NOT_RECORDED = "not_recorded"
    """The file does not hold the stretch, or it cannot be read."""
    NO_PICTURE = "no_picture"
    """Pictures are missing."""
    NO_SOUND = "no_sound"
    """Sound is missing."""
    OUT_OF_STEP = "out_of_step"
    """Picture and sound are not equally long."""
    BLACK = "black"
    """The picture is black."""
    FROZEN = "frozen"
    """Nothing moves in the picture: a frozen camera, or an empty chair."""
    NO_VOICE = "no_voice"
    """Nobody speaks above the room's noise."""


@dataclass(frozen=True, slots=True)
class CaptureProof:
    """What was found in the file. What staff had covered is not asked for, and so not proved."""

    segment: int
    start_s: float
    """Where the stretch begins in its segment; its last second may be missing (on its way to the disk)."""
    length_s: float
    frames: int
    voice_s: float
    """How much of it was spoken."""
    voice_dbfs: float
    room_dbfs: float
    sha256: str
    """Of the encoded pictures and sounds; the same in the finished file, see ``capture.proof``."""
