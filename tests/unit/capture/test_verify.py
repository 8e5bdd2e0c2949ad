"""A finished file that is not what was recorded is refused: every rule seen to refuse."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from capture.errors import FFmpegError, FinaliseError
from capture.ffmpeg import program_path, run_ffmpeg
from capture.verify import Expected, verify
from tests.segments import SMALL, encode_segment

EXPECTED = Expected(length_s=2, frames=60, frames_uncertain=0, sound=True)


@pytest.fixture
def segment(tmp_path: Path) -> Path:
    path = tmp_path / "segment.mp4"
    encode_segment(path, 2, SMALL)
    return path


@pytest.fixture
def finished(segment: Path) -> Path:
    return remuxed(segment, "-movflags", "+faststart")


def remuxed(segment: Path, *options: str) -> Path:
    target = segment.with_name("finished.mp4")
    run_ffmpeg(["-i", str(segment), "-c", "copy", *options, str(target)], 20)
    return target


def test_a_good_file_passes(finished: Path) -> None:
    verify(finished, EXPECTED)


@pytest.mark.parametrize(
    ("expected", "complaint"),
    [
        (replace(EXPECTED, frames=61), "60 pictures instead of 61"),
        (replace(EXPECTED, length_s=2.2, frames=66), "of picture instead of 2.2"),
        (replace(EXPECTED, length_s=2.2, frames=66), "of sound instead of 2.2"),
        (replace(EXPECTED, sound=False), "it has sound"),
    ],
)
def test_what_is_missing_is_named(expected: Expected, complaint: str, finished: Path) -> None:
    with pytest.raises(FinaliseError, match=complaint):
        verify(finished, expected)


def test_a_lost_sound_is_noticed_although_ffmpeg_was_content(segment: Path) -> None:
    with pytest.raises(FinaliseError, match="no sound"):
        verify(remuxed(segment, "-an", "-movflags", "+faststart"), EXPECTED)


def test_an_index_at_the_end_is_refused(segment: Path) -> None:
    with pytest.raises(FinaliseError, match="not at the front"):
        verify(remuxed(segment), EXPECTED)


def test_fragments_are_refused(segment: Path) -> None:
    with pytest.raises(FinaliseError, match="still in fragments"):
        verify(segment, EXPECTED)


def test_a_cut_off_file_is_refused(finished: Path) -> None:
    finished.write_bytes(finished.read_bytes()[:-500])
    with pytest.raises(FinaliseError, match="do not fill the file"):
        verify(finished, EXPECTED)


def test_pictures_that_do_not_decode_are_refused(finished: Path) -> None:
    data = bytearray(finished.read_bytes())
    start = data.index(b"mdat") + 40
    for place in range(start, len(data) - 40, 50):
        data[place] ^= 0xFF
    finished.write_bytes(data)
    with pytest.raises(FinaliseError, match=r"at 0\.0 s"):
        verify(finished, EXPECTED)


def test_a_failing_ffmpeg_tells_its_last_words(tmp_path: Path) -> None:
    with pytest.raises(FFmpegError, match="No such file"):
        run_ffmpeg(["-i", str(tmp_path / "nothing.mp4"), "-f", "null", "-"], 20)


def test_an_endless_ffmpeg_is_ended() -> None:
    with pytest.raises(FFmpegError, match="not done after"):
        run_ffmpeg(["-re", "-f", "lavfi", "-i", "testsrc", "-f", "null", "-"], 0.3)


def test_a_missing_program_is_said_so() -> None:
    with pytest.raises(FFmpegError, match="not installed"):
        program_path("ffmpeg-of-another-house")
    assert subprocess.run([program_path("ffprobe"), "-version"], capture_output=True, check=True).stdout
