"""Copies of a finished recording in another form."""

from enum import StrEnum


class CopyForm(StrEnum):
    """What the copy is to be."""

    WEBM = "webm"
    """VP9 and Opus, for browsers and archives that want no patents."""
    H265 = "h265"
    """H.265 in MP4: about half the size, and players of the last ten years know it."""
    AV1 = "av1"
    """AV1 in MP4: the smallest, for the newest players."""
    BLURRED = "blurred"
    """H.264 in MP4 in which no face can be known; the voice is shifted."""
    VOICE_ONLY = "voice-only"
    """AAC in MP4 without a picture; the voice is shifted."""

    @property
    def ending(self) -> str:
        """Of the file's name."""
        return "webm" if self is CopyForm.WEBM else f"{self}.mp4"


class CopyOutcome(StrEnum):
    """How making one ended; whatever goes wrong is an error."""

    DONE = "done"
    CANCELLED = "cancelled"
