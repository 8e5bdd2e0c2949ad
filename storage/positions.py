"""Where an instant of the journal is found in the finished recording."""

from kiosk.domain.moment import Moment
from kiosk.domain.recording import Recording, Segment


def position_s(recording: Recording | None, moment: Moment | None) -> float | None:
    """Seconds from the file's start; ``None`` before its first frame or without a recording.

    An instant in lost time, between two segments, is where the file was cut.
    """
    if recording is None or moment is None:
        return None
    begun = [segment for segment in recording.segments if _began_before(segment, moment)]
    if not begun:
        return None
    segment = begun[-1]
    into = segment.duration_s
    if segment.boot_id == moment.boot_id:
        into = min(into, moment.mono_s - segment.started_mono_s)
    return round(segment.offset_s + into, 3)


def _began_before(segment: Segment, moment: Moment) -> bool:
    """Clocks of two boots do not compare; there the wall clock is the best there is."""
    if segment.boot_id == moment.boot_id:
        return segment.started_mono_s <= moment.mono_s
    return segment.started_wall <= moment.wall
