"""Segments to one verified file.

A single segment becomes the finished file itself: its index is put in front of it (``capture.front``), which
takes the same time at any length. Several are joined by copy beside them. Either way the file bears its final
name only when it is verified and on the disk and its record is written, and no segment is removed before.
Interrupted anywhere, the next call begins anew or completes what is left to do.
"""

import hashlib
import json
import logging
import shutil
import struct
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp

from capture.boxes import Layouts
from capture.errors import FFmpegError, FinaliseError
from capture.ffmpeg import run_ffmpeg
from capture.folder import SessionFolder, sync_file, sync_folder
from capture.front import put_index, take_index_back
from capture.join import alike, copy_arguments, encode_arguments, write_scripts
from capture.parts import Part, chapters, gaps, read_parts
from capture.titles import Titles
from capture.verify import Expected, verify
from kiosk.domain.ids import SessionId, short
from kiosk.domain.plain import NotPlainError, from_plain, to_plain
from kiosk.domain.recording import Recording

_COPY_DEADLINE_S = 120.0
_ENCODE_DEADLINE_S_PER_S = 4.0
_TORN_FRAMES = 4
"""A cut in the middle of a group of pictures may keep or lose so many of them."""
_WORK = ".finalise-"
_NONSENSE = (ArithmeticError, LookupError, ValueError, struct.error)
"""What reading and writing an index raises when what stands in it cannot be."""

log = logging.getLogger("recorder")


def finalise(folder: Path, session: SessionId, known: Layouts | None = None) -> Recording:
    """Make one verified file of the session's segments, and say what it is.

    A session that is finished already is only answered for. ``known`` spares reading what the recorder
    remembers. Blocks until done: as long as checking and hashing take for one segment (1 s for an hour's),
    some seconds an hour for several. Raises ``FinaliseError`` or ``FFmpegError``; all segments are kept then.
    """
    place = SessionFolder(folder)
    try:
        recording = _finished_before(place) or _finish(place, session, known or {})
        _remove_segments(place)
    except OSError as error:
        raise FinaliseError(f"the disk refuses: {error}") from error
    except _NONSENSE as error:
        log.exception("a segment cannot be read")
        raise FinaliseError("the index of a segment is damaged") from error
    return recording


def _finished_before(place: SessionFolder) -> Recording | None:
    """The record of an earlier finish whose file is there in its full size."""
    try:
        recording = from_plain(Recording, json.loads(place.record.read_bytes()))
        size_bytes = (place.path / recording.file).stat().st_size
    except (OSError, ValueError, NotPlainError):
        return None
    if size_bytes != recording.size_bytes:
        return None
    recorded = {segment.number for segment in recording.segments}
    for part in read_parts(place, {}):
        if part.started.number not in recorded:
            raise FinaliseError(f"segment {part.started.number} is newer than the finished file; it is kept")
    return recording


def _finish(place: SessionFolder, session: SessionId, known: Layouts) -> Recording:
    parts = read_parts(place, known)
    if not parts:
        raise FinaliseError("nothing was recorded in this session")
    _clear(place)
    titles = Titles(
        f"Interview {short(session)}", parts[0].started.started_wall, parts[-1].end_s, chapters(parts)
    )
    target = place.finished(session, titles.started_wall)
    proved = _in_place(parts, titles) or _joined(place, parts, titles, target)
    log.info("%s is whole and plays", proved.name)
    with ThreadPoolExecutor(1, "finalise") as disk:
        synced = disk.submit(sync_file, proved)
        recording = _described(place, proved, target, parts)
        synced.result()
    _write_record(place, recording)
    proved.rename(target)
    sync_folder(place.video)
    return recording


def _in_place(parts: tuple[Part, ...], titles: Titles) -> Path | None:
    """The only segment as an ordinary file; ``None`` if there are several or it has no room for its index."""
    part, *others = parts
    if others or (part.layout.in_fragments and not put_index(part.path, part.layout, titles)):
        return None
    try:
        verify(part.path, _expected(parts))
    except FinaliseError:
        if part.layout.room:
            take_index_back(part.path, part.layout.room)
        raise
    return part.path


def _joined(place: SessionFolder, parts: tuple[Part, ...], titles: Titles, target: Path) -> Path:
    """All segments in a file beside them."""
    unproved = target.with_suffix(".mp4.part")
    _join(place, parts, titles, unproved)
    try:
        verify(unproved, _expected(parts))
    except FinaliseError:
        unproved.unlink()
        raise
    return unproved


def _join(place: SessionFolder, parts: tuple[Part, ...], titles: Titles, target: Path) -> None:
    """One file from the parts: by copy if they are alike, else encoded again."""
    work = Path(mkdtemp(prefix=_WORK, dir=place.video))
    try:
        write_scripts(parts, titles, work)
        if alike(parts):
            run_ffmpeg(copy_arguments(parts, work, target), _COPY_DEADLINE_S)
        else:
            deadline_s = _COPY_DEADLINE_S + parts[-1].end_s * _ENCODE_DEADLINE_S_PER_S
            run_ffmpeg(encode_arguments(parts, work, target), deadline_s)
    except (FFmpegError, OSError):
        target.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(work)


def _expected(parts: tuple[Part, ...]) -> Expected:
    copied = alike(parts)
    length_s = parts[-1].end_s
    frames = sum(part.frames for part in parts if part.video)
    if not copied and frames:
        frames = round(length_s * max(part.started.quality.fps for part in parts))
    torn = sum(part.timeline.ended is None for part in parts)
    return Expected(
        length_s=length_s,
        frames=frames,
        frames_uncertain=_TORN_FRAMES * (torn if copied else len(parts)),
        sound=any(part.sound for part in parts),
    )


def _described(place: SessionFolder, file: Path, target: Path, parts: tuple[Part, ...]) -> Recording:
    return Recording(
        file=str(target.relative_to(place.path)),
        sha256=_sha256(file),
        size_bytes=file.stat().st_size,
        duration_s=parts[-1].end_s,
        format="mp4",
        quality=parts[0].started.quality,
        started_wall=parts[0].started.started_wall,
        segments=tuple(part.described() for part in parts),
        chapters=chapters(parts),
        gaps=gaps(parts),
        voice_tracks=place.voice_tracks(),
    )


def _write_record(place: SessionFolder, recording: Recording) -> None:
    unfinished = place.record.with_suffix(".part")
    unfinished.write_text(json.dumps(to_plain(recording), ensure_ascii=False, indent=1) + "\n", "utf-8")
    sync_file(unfinished)
    unfinished.rename(place.record)
    sync_folder(place.path)


def _clear(place: SessionFolder) -> None:
    """Remove what an interrupted call left."""
    for leftover in place.video.glob(f"{_WORK}*"):
        shutil.rmtree(leftover)
    for leftover in place.video.glob("*.part"):
        leftover.unlink()


def _remove_segments(place: SessionFolder) -> None:
    _clear(place)
    for number in place.segments():
        place.segment(number).unlink()
    for timeline in place.video.glob("segment_*.timeline.jsonl"):
        timeline.unlink()
    sync_folder(place.video)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
