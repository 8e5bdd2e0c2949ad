"""Segments to one verified file.

Everything happens beside the segments and nothing of them is touched until the finished file has been
joined, verified, synced and named and its record written. Interrupted anywhere, the next call begins anew
or completes what is left to do.
"""

import hashlib
import json
import shutil
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from tempfile import mkdtemp

from capture.errors import FFmpegError, FinaliseError
from capture.ffmpeg import run_ffmpeg
from capture.folder import SessionFolder, sync_file, sync_folder
from capture.join import alike, copy_arguments, encode_arguments, write_scripts
from capture.parts import Part, chapters, gaps, read_parts
from capture.verify import Expected, verify
from kiosk.domain.ids import SessionId, short
from kiosk.domain.plain import NotPlainError, from_plain, to_plain
from kiosk.domain.recording import Recording

_COPY_DEADLINE_S = 120.0
_ENCODE_DEADLINE_S_PER_S = 4.0
_TORN_FRAMES = 4
"""A cut in the middle of a group of pictures may keep or lose so many of them."""
_WORK = ".finalise-"


def finalise(folder: Path, session: SessionId) -> Recording:
    """Join the session's segments into one verified file, remove them, and say what it is.

    A session that is finished already is only answered for. Blocks until done (about a second for an
    hour's recording). Raises ``FinaliseError`` or ``FFmpegError``; all segments are kept then.
    """
    place = SessionFolder(folder)
    try:
        recording = _finished_before(place) or _finish(place, session)
        _remove_segments(place)
    except OSError as error:
        raise FinaliseError(f"the disk refuses: {error}") from error
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
    known = {segment.number for segment in recording.segments}
    for part in read_parts(place):
        if part.started.number not in known:
            raise FinaliseError(f"segment {part.started.number} is newer than the finished file; it is kept")
    return recording


def _finish(place: SessionFolder, session: SessionId) -> Recording:
    parts = read_parts(place)
    if not parts:
        raise FinaliseError("nothing was recorded in this session")
    _clear(place)
    with ThreadPoolExecutor(thread_name_prefix="finalise") as workers:
        return _make(place, session, parts, workers)


def _make(
    place: SessionFolder, session: SessionId, parts: tuple[Part, ...], workers: Executor
) -> Recording:
    target = place.finished(session, parts[0].started.started_wall)
    unproved = target.with_suffix(".mp4.part")
    _join(place, session, parts, unproved)
    synced = workers.submit(sync_file, unproved)
    hashed = workers.submit(_sha256, unproved)
    try:
        verify(unproved, _expected(parts), workers)
        synced.result()
    except (FinaliseError, OSError):
        hashed.result()
        unproved.unlink()
        raise
    unproved.rename(target)
    sync_folder(place.video)
    recording = _described(place, target, parts, hashed.result())
    _write_record(place, recording)
    return recording


def _join(place: SessionFolder, session: SessionId, parts: tuple[Part, ...], target: Path) -> None:
    """One file from the parts: by copy if they are alike, else encoded again."""
    work = Path(mkdtemp(prefix=_WORK, dir=place.video))
    try:
        write_scripts(parts, chapters(parts), f"Interview {short(session)}", work)
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


def _described(place: SessionFolder, file: Path, parts: tuple[Part, ...], sha256: str) -> Recording:
    return Recording(
        file=str(file.relative_to(place.path)),
        sha256=sha256,
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
