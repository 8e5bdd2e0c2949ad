"""Segments to one verified file, with real segments and the real ffmpeg."""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from capture.boxes import read_boxes
from capture.errors import FinaliseError
from capture.ffmpeg import run_ffmpeg
from capture.finalise import finalise
from capture.timeline import EndCause, Marked, Record, StretchBegan, StretchEnded
from kiosk.domain.recording import GapCause, Recording
from tests.segments import SESSION, SMALL, RecordedSession, audio_only

LENGTHS_S = 0.05


@pytest.fixture
def session(tmp_path: Path) -> RecordedSession:
    return RecordedSession(tmp_path / SESSION)


def finished(session: RecordedSession) -> Recording:
    return finalise(session.place.path, SESSION)


def probed(session: RecordedSession, recording: Recording) -> dict[str, Any]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_chapters", "-show_format", "-of", "json"]
    done = subprocess.run([*command, session.place.path / recording.file], capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def stream(found: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(entry for entry in found["streams"] if entry["codec_type"] == kind)


def complaints(session: RecordedSession, recording: Recording) -> str:
    command = ["ffmpeg", "-v", "warning", "-xerror", "-i", str(session.place.path / recording.file)]
    return subprocess.run([*command, "-f", "null", "-"], capture_output=True, text=True, check=True).stderr


def mark(frame: int, key: str) -> Marked:
    return Marked(frame, key, f"Question {key}; = #1", key)


def files(session: RecordedSession) -> set[str]:
    paths = session.place.path.rglob("*")
    return {str(path.relative_to(session.place.path)) for path in paths if path.is_file()}


def cut_off(path: Path, share: float) -> None:
    """Keep so much of what was recorded."""
    room = next(box.end for box in read_boxes(path) if box.kind == "free")
    os.truncate(path, room + round((path.stat().st_size - room) * share))


def test_one_segment_becomes_one_file_with_its_chapters(session: RecordedSession) -> None:
    session.add(4, mark(0, "one"), mark(60, "two"))
    recording = finished(session)
    found = probed(session, recording)
    assert recording.file == f"video_files/interview_{SESSION}_20261120T100000Z.mp4"
    assert stream(found, "video")["nb_frames"] == "120"
    assert abs(float(stream(found, "audio")["duration"]) - 4) < LENGTHS_S
    assert [(c.key, c.start_s, c.end_s) for c in recording.chapters] == [("one", 0, 2), ("two", 2, 4)]
    assert [c["tags"]["title"] for c in found["chapters"]] == ["Question one; = #1", "Question two; = #1"]
    assert complaints(session, recording) == ""


def test_only_the_finished_file_its_record_and_the_voice_remain(session: RecordedSession) -> None:
    session.add(1)
    recording = finished(session)
    assert files(session) == {recording.file, "recording.json", "audio_files/segment_001.flac"}
    assert recording.voice_tracks == ("audio_files/segment_001.flac",)


def test_finishing_twice_gives_the_same_answer(session: RecordedSession) -> None:
    session.add(1, mark(0, "one"))
    assert finished(session) == finished(session)


def test_a_torn_segment_keeps_its_whole_fragments(session: RecordedSession) -> None:
    path = session.add(4, ended=None)
    cut_off(path, 7 / 8)
    recording = finished(session)
    assert 3 <= recording.duration_s < 4
    found = probed(session, recording)
    video_s, audio_s = (float(stream(found, kind)["duration"]) for kind in ("video", "audio"))
    assert abs(video_s - audio_s) < LENGTHS_S
    assert complaints(session, recording) == ""


def test_segments_join_and_the_time_between_is_a_gap(session: RecordedSession) -> None:
    torn = session.add(3, mark(0, "one"), ended=None)
    torn.write_bytes(torn.read_bytes()[:-2000])
    session.add(2, mark(0, "one"), mark(30, "two"))
    recording = finished(session)
    first, second = recording.segments
    (gap,) = recording.gaps
    assert second.offset_s == first.duration_s
    assert (gap.cause, gap.painted, gap.start_s) == (GapCause.RECORDER_LOST, False, second.offset_s)
    assert gap.length_s == pytest.approx(10 - first.duration_s)
    assert [c.key for c in recording.chapters] == ["one", "two"]
    assert recording.duration_s == pytest.approx(first.duration_s + 2)
    assert abs(float(probed(session, recording)["format"]["duration"]) - recording.duration_s) < LENGTHS_S


@pytest.mark.parametrize(
    ("ended", "boot_id", "cause"),
    [
        (None, "boot-1", GapCause.RECORDER_LOST),
        (None, "boot-2", GapCause.POWER_LOST),
        (EndCause.STOPPED, "boot-1", GapCause.STOPPED_BY_STAFF),
        (EndCause.DISK_FULL, "boot-1", GapCause.RECORDER_LOST),
    ],
)
def test_a_gap_tells_its_cause(
    session: RecordedSession, ended: EndCause | None, boot_id: str, cause: GapCause
) -> None:
    session.add(1, ended=ended)
    session.add(1, boot_id=boot_id)
    (gap,) = finished(session).gaps
    assert gap.cause == cause
    assert gap.length_s == pytest.approx(9)


def test_painted_stretches_are_gaps_inside_the_file(session: RecordedSession) -> None:
    records: tuple[Record, ...] = (
        StretchBegan(15, GapCause.CAMERA_MASKED, "privacy"),
        StretchEnded(45, GapCause.CAMERA_MASKED),
        StretchBegan(50, GapCause.MICROPHONE_LOST),
    )
    session.add(2, *records)
    masked, lost = finished(session).gaps
    assert (masked.cause, masked.start_s, masked.length_s) == (GapCause.CAMERA_MASKED, 0.5, 1.0)
    assert (masked.painted, masked.reason) == (True, "privacy")
    assert lost.start_s + lost.length_s == pytest.approx(2)


def test_what_was_counted_and_is_not_on_the_disk_is_a_gap(session: RecordedSession) -> None:
    path = session.add(4)
    cut_off(path, 3 / 4)
    recording = finished(session)
    (gap,) = recording.gaps
    assert gap.start_s == recording.duration_s
    assert gap.length_s == pytest.approx(4 - recording.duration_s)


def test_an_audio_only_recording_is_finished_too(session: RecordedSession) -> None:
    session.add(2, mark(0, "one"), quality=audio_only())
    recording = finished(session)
    kinds = [entry["codec_type"] for entry in probed(session, recording)["streams"]]
    assert (kinds[0], "video" in kinds) == ("audio", False)
    assert recording.duration_s == pytest.approx(2, abs=LENGTHS_S)


def test_segments_of_different_quality_become_one_playable_file(session: RecordedSession) -> None:
    session.add(1, mark(0, "one"))
    session.add(1, mark(0, "two"), quality=replace(SMALL, width=640, height=360))
    session.add(1, quality=audio_only())
    recording = finished(session)
    found = probed(session, recording)
    assert stream(found, "video")["width"] == 640
    assert stream(found, "video")["color_range"] == "pc"
    assert recording.duration_s == pytest.approx(3, abs=LENGTHS_S)
    assert len(found["chapters"]) == 2
    assert complaints(session, recording) == ""


def test_a_segment_in_which_nothing_was_kept_is_passed_over(session: RecordedSession) -> None:
    session.add(1)
    session.place.segment(2).write_bytes(b"\0" * 4096)
    assert len(finished(session).segments) == 1
    assert session.place.segments() == ()


def test_nothing_recorded_is_said_so(session: RecordedSession) -> None:
    with pytest.raises(FinaliseError, match="nothing was recorded"):
        finished(session)


def test_a_crash_after_naming_the_file_is_completed(session: RecordedSession) -> None:
    session.add(1)
    kept = session.place.path.with_name("kept")
    shutil.copytree(session.place.path, kept)
    before = finished(session)
    session.place.record.unlink()
    shutil.copytree(kept, session.place.path, dirs_exist_ok=True)
    (session.place.video / "interview.mp4.part").write_bytes(b"half")
    assert finished(session) == before
    assert files(session) == {before.file, "recording.json", "audio_files/segment_001.flac"}


def test_a_single_segment_is_finished_where_it_lies(session: RecordedSession) -> None:
    inode = session.add(1).stat().st_ino
    assert (session.place.path / finished(session).file).stat().st_ino == inode


def test_a_segment_without_room_for_its_index_is_copied(session: RecordedSession) -> None:
    segment = session.add(2, mark(0, "one"))
    plain = segment.with_name("plain.mp4")
    run_ffmpeg(
        ["-i", str(segment), "-c", "copy", "-movflags", "empty_moov+default_base_moof", str(plain)], 20
    )
    plain.rename(segment)
    recording = finished(session)
    assert len(probed(session, recording)["chapters"]) == 1
    assert complaints(session, recording) == ""


@pytest.mark.parametrize("recorded", [False, True], ids=["before its record", "before its name"])
def test_a_crash_after_the_index_was_put_in_front_is_completed(
    recorded: bool, session: RecordedSession
) -> None:
    segment, timeline = session.add(1, mark(0, "one")), session.place.timeline(1)
    kept = timeline.read_bytes()
    before = finished(session)
    (session.place.path / before.file).rename(segment)
    timeline.write_bytes(kept)
    if not recorded:
        session.place.record.unlink()
    assert finished(session) == before
    assert files(session) == {before.file, "recording.json", "audio_files/segment_001.flac"}


def test_a_damaged_segment_is_refused_and_left_as_it_was(session: RecordedSession) -> None:
    segment = session.add(2)
    data = bytearray(segment.read_bytes())
    for box in read_boxes(segment):
        if box.kind == "mdat":
            for place in range(box.content, box.end, 40):
                data[place] ^= 0xFF
    segment.write_bytes(data)
    with pytest.raises(FinaliseError, match=r"0\.0 s"):
        finished(session)
    assert "moof" in [box.kind for box in read_boxes(segment)]
    assert session.place.segments() == (1,)


@pytest.mark.parametrize(
    ("atom", "place", "damage"),
    [
        (b"tfhd", 4, b"\0\0\0\x7f"),  # a track that does not exist
        (b"trun", 4, b"\xff\xff\xff\xff"),  # more samples than there can be
        (b"tkhd", 0, b"\1"),  # another form of the same
        (b"mdhd", 12, b"\0\0\0\0"),  # time that stands still
        (b"stbl", -4, b"none"),
    ],
)
def test_an_index_that_makes_no_sense_is_one_sentence(
    session: RecordedSession, atom: bytes, place: int, damage: bytes
) -> None:
    segment = session.add(2)
    data = bytearray(segment.read_bytes())
    at = data.index(atom) + len(atom) + place
    data[at : at + len(damage)] = damage
    segment.write_bytes(data)
    with pytest.raises(FinaliseError):
        finished(session)
    assert segment.read_bytes() == data


def test_a_crash_while_removing_segments_is_completed(session: RecordedSession) -> None:
    session.add(1)
    session.add(1)
    second, timeline = session.place.segment(2), session.place.timeline(2)
    contents = second.read_bytes(), timeline.read_bytes()
    before = finished(session)
    second.write_bytes(contents[0])
    timeline.write_bytes(contents[1])
    assert finished(session) == before
    assert session.place.segments() == ()


def test_a_segment_newer_than_the_finished_file_is_kept(session: RecordedSession) -> None:
    session.add(1)
    finished(session)
    session.add(1)
    with pytest.raises(FinaliseError, match="newer"):
        finished(session)
    assert session.place.segments() == (2,)
