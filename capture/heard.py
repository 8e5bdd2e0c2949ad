"""Where in the running recording something was said, so that it can be written down meanwhile."""

from collections.abc import Iterator
from pathlib import Path

from capture.folder import SessionFolder
from capture.timeline import SegmentStarted, read_timeline
from kiosk.domain.moment import Moment
from kiosk.ports.backlog import Stretch


def where_heard(folder: Path, began: Moment, ended: Moment) -> tuple[Stretch, ...]:
    """The stretches of a session's voice tracks between two instants of one boot; none where there are none.

    What a power cut runs through is found in the finished recording, when both boots' times are known.
    """
    if began.boot_id != ended.boot_id:
        return ()
    return tuple(_stretches(SessionFolder(folder), began, ended))


def _stretches(place: SessionFolder, began: Moment, ended: Moment) -> Iterator[Stretch]:
    starts = [start for number in place.segments() if (start := _start(place, number)) is not None]
    for at, start in enumerate(starts):
        origin_s = start.started_mono_ns / 1e9
        following = starts[at + 1] if at + 1 < len(starts) else None
        last_s = min(ended.mono_s, following.started_mono_ns / 1e9) if following else ended.mono_s
        first_s = max(began.mono_s, origin_s)
        track = place.voice_track(start.number)
        if start.boot_id == began.boot_id and first_s < last_s and track.is_file():
            yield Stretch(track, round(first_s - origin_s, 3), round(last_s - origin_s, 3))


def _start(place: SessionFolder, number: int) -> SegmentStarted | None:
    try:
        return read_timeline(place.timeline(number)).started
    except (OSError, ValueError):
        return None
