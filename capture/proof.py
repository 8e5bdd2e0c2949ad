"""Proof that an answer is in the file, while it is being recorded and the candidate is still there.

Read are the written files of the running segment: its fragments for picture, lengths and hash, its voice
track for the voice, its timeline for what was covered. Of a short stretch every picture is decoded, of a long
one the key frames; the top of the picture, where the clock is burnt in, proves nothing and is left out.
"""

import time
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

import av.error
import numpy as np

from capture.errors import ProofError
from capture.folder import SessionFolder
from capture.fragments import FragmentIndex, StretchFile
from capture.segments import Segment
from capture.stretch import Seen, Stretch, examine
from capture.timeline import StretchBegan, StretchEnded, Timeline, read_timeline
from capture.voices import NOTHING_HEARD, WINDOW_S, Voices, levels_of, read_stretch, voices_in
from kiosk.domain.proof import CaptureFlaw, CaptureProof
from kiosk.domain.recording import GapCause, Quality
from kiosk.flow.facts import CaptureProved, CaptureUnproved

_ON_ITS_WAY_S = 1.0
"""The end of a stretch may still be with the encoder: so much of it need not be on the disk yet."""
_WAIT_S, _LONGEST_WAIT_S, _LOOK_S = 0.25, 3.0, 0.05
_KEYFRAMES_APART_S = 2.0
_APART_S = 0.1
"""Picture and sound of a stretch come in packets: so much may their lengths differ."""
_LEAST_SHARE = 0.8
_BLACK_LUMA = 18.0
_STILL = 3.0
"""A frozen noisy picture changes by up to 2.4 levels a block as it is encoded again, a living one by ten."""
_MOST_BAD = 0.5
_LEAST_VOICE_S = 0.3
_NO_PICTURE_WANTED = frozenset({GapCause.CAMERA_MASKED, GapCause.PAUSED})
_NO_VOICE_WANTED = frozenset({GapCause.MICROPHONE_MASKED, GapCause.PAUSED})


def proved(
    key: str, segment: Segment | None, start_mono_s: float, end_mono_s: float
) -> CaptureProved | CaptureUnproved:
    """The fact that answers an order to prove something that this segment should hold."""
    if segment is None:
        return CaptureUnproved(key, CaptureFlaw.NOT_RECORDED, "nothing is being recorded")
    try:
        folder = Path(segment.order.folder)
        return CaptureProved(key, prove(folder, segment.number, start_mono_s, end_mono_s))
    except ProofError as error:
        return CaptureUnproved(key, error.flaw, str(error))


def prove(folder: Path, segment: int, start_mono_s: float, end_mono_s: float) -> CaptureProof:
    """Examine what the segment holds between two instants of the monotonic clock.

    Waits up to 0.25 s until it is on the disk, then takes about 0.1 s a minute. Raises ``ProofError``.
    """
    place = SessionFolder(folder)
    try:
        timeline = read_timeline(place.timeline(segment))
        if timeline.started is None:
            raise ProofError(CaptureFlaw.NOT_RECORDED, "the segment has not begun")
        quality, origin_s = timeline.started.quality, timeline.started.started_mono_ns / 1e9
        asked = Stretch(start_mono_s - origin_s, end_mono_s - origin_s)
        with place.segment(segment).open("rb", buffering=0) as file:
            stretch, seen = _look(file, asked)
        voices = _listen(place.voice_track(segment), stretch, timeline) if quality.audio else None
    except (OSError, ValueError, av.error.FFmpegError) as error:
        raise ProofError(CaptureFlaw.NOT_RECORDED, str(error)) from error
    _judge_lengths(seen, stretch, quality)
    _judge_pictures(seen, _covered(timeline, _NO_PICTURE_WANTED))
    return _proof(segment, stretch, seen, _judged(voices))


def _look(file: BinaryIO, asked: Stretch) -> tuple[Stretch, Seen]:
    index = _written(file, asked.end_s)
    stretch = Stretch(round(max(0.0, asked.start_s), 3), round(min(asked.end_s, index.settled_s), 3))
    missing_s = asked.end_s - stretch.end_s
    if missing_s > _ON_ITS_WAY_S or stretch.length_s < _LEAST_SHARE * (asked.length_s - missing_s):
        detail = f"{max(0.0, stretch.length_s):.1f} s of {asked.length_s:.1f} s are in the file"
        raise ProofError(CaptureFlaw.NOT_RECORDED, detail)
    fragments = index.covering(stretch.start_s - _KEYFRAMES_APART_S, stretch.end_s + _KEYFRAMES_APART_S)
    return stretch, examine(StretchFile(file, index.head_end, fragments), stretch)


def _written(file: BinaryIO, end_s: float) -> FragmentIndex:
    """The file's fragments as soon as they reach the end, or have been waited for long enough."""
    index, began_s = FragmentIndex(file), time.monotonic()
    while True:
        index.look()
        waited_s = time.monotonic() - began_s
        patience_s = _WAIT_S if index.settled_s > end_s - _ON_ITS_WAY_S else _LONGEST_WAIT_S
        if index.settled_s >= end_s or waited_s > patience_s:
            return index
        time.sleep(_LOOK_S)


def _judge_lengths(seen: Seen, stretch: Stretch, quality: Quality) -> None:
    picture_s, sound_s = seen.frames / quality.fps, seen.sound_s
    if quality.video and stretch.length_s - picture_s > _APART_S:
        detail = f"{picture_s:.2f} s of picture in {stretch.length_s:.2f} s"
        raise ProofError(CaptureFlaw.NO_PICTURE, detail)
    if quality.audio and stretch.length_s - sound_s > _APART_S:
        raise ProofError(CaptureFlaw.NO_SOUND, f"{sound_s:.2f} s of sound in {stretch.length_s:.2f} s")
    if quality.video and quality.audio and abs(picture_s - sound_s) > _APART_S:
        raise ProofError(CaptureFlaw.OUT_OF_STEP, f"{picture_s:.2f} s and {sound_s:.2f} s")


def _judge_pictures(seen: Seen, covered: tuple[Stretch, ...]) -> None:
    pictures = [blocks for at_s, blocks in seen.pictures if not _inside(at_s, covered)]
    if not pictures:
        return
    black = np.mean([float(blocks.mean()) < _BLACK_LUMA for blocks in pictures])
    if black > _MOST_BAD:
        raise ProofError(CaptureFlaw.BLACK, f"{black:.0%} of the pictures are black")
    changes = [float(np.abs(after - before).max()) for before, after in pairwise(pictures)]
    still = np.mean([change < _STILL for change in changes]) if changes else 0.0
    if still > _MOST_BAD:
        raise ProofError(CaptureFlaw.FROZEN, f"{still:.0%} of the pictures are as the one before")


def _listen(track: Path, stretch: Stretch, timeline: Timeline) -> Voices | None:
    """What was heard; ``None`` where the microphone was covered all the time."""
    levels = levels_of(read_stretch(track, stretch.start_s, stretch.end_s))
    covered = _covered(timeline, _NO_VOICE_WANTED)
    times_s = stretch.start_s + np.arange(len(levels)) * WINDOW_S
    wanted = [not _inside(float(at_s), covered) for at_s in times_s]
    return voices_in(levels[wanted]) if any(wanted) or not covered else None


def _judged(voices: Voices | None) -> Voices:
    if voices and voices.voice_s < _LEAST_VOICE_S:
        detail = f"{voices.voice_s:.1f} s of voice, the room at {voices.room_dbfs:.0f} dBFS"
        raise ProofError(CaptureFlaw.NO_VOICE, detail)
    return voices or NOTHING_HEARD


def _covered(timeline: Timeline, causes: frozenset[GapCause]) -> tuple[Stretch, ...]:
    """The stretches in which staff had covered a device."""
    fps = timeline.started.quality.fps if timeline.started else 1
    found, since = [], dict[GapCause, float]()
    for record in timeline.records:
        if isinstance(record, StretchBegan) and record.cause in causes:
            since[record.cause] = record.frame / fps
        elif isinstance(record, StretchEnded) and record.cause in since:
            found.append(Stretch(since.pop(record.cause), record.frame / fps))
    return (*found, *(Stretch(began_s, float("inf")) for began_s in since.values()))


def _inside(at_s: float, stretches: tuple[Stretch, ...]) -> bool:
    return any(stretch.start_s <= at_s < stretch.end_s for stretch in stretches)


def _proof(segment: int, stretch: Stretch, seen: Seen, voices: Voices) -> CaptureProof:
    return CaptureProof(
        segment=segment,
        start_s=stretch.start_s,
        length_s=round(stretch.length_s, 3),
        frames=seen.frames,
        voice_s=voices.voice_s,
        voice_dbfs=voices.voice_dbfs,
        room_dbfs=voices.room_dbfs,
        sha256=seen.sha256,
    )
