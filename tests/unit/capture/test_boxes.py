"""Reading the boxes of finished and of cut-off MP4 files."""

import os
from pathlib import Path

import pytest

from capture.boxes import read_boxes, read_layout
from tests.segments import SMALL, encode_segment


@pytest.fixture(scope="module")
def segment(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("segment") / "segment.mp4"
    encode_segment(path, 3, SMALL)
    return path.read_bytes()


def test_a_whole_segment_counts_every_sample(segment: bytes, tmp_path: Path) -> None:
    path = tmp_path / "whole.mp4"
    path.write_bytes(segment)
    layout = read_layout(path)
    video, sound = layout.track("vide"), layout.track("soun")
    assert layout.whole_end == len(segment)
    assert video
    assert sound
    assert video.samples == 90
    assert video.length_s == pytest.approx(3, abs=0.03)
    assert sound.samples == pytest.approx(3 * 48_000 / 1024, abs=2)


def test_cut_anywhere_only_whole_fragments_count(segment: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cut.mp4"
    path.write_bytes(segment)
    boxes = read_boxes(path)
    ends = {0} | {box.end for box in boxes if box.kind == "mdat"}
    room = next(box.end for box in boxes if box.kind == "free")
    for size in range(len(segment), room - 997, -997):
        os.truncate(path, size)
        layout = read_layout(path)
        assert layout.whole_end in ends
        assert layout.whole_end == max(end for end in ends if end <= size)


def test_zeros_after_a_power_cut_are_no_box(segment: bytes, tmp_path: Path) -> None:
    path = tmp_path / "zeros.mp4"
    path.write_bytes(segment + bytes(10_000))
    assert read_layout(path).whole_end >= len(segment) - 200
    assert read_layout(path).whole_end <= len(segment)


def test_a_file_that_is_no_mp4_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "noise.mp4"
    path.write_bytes(b"not a film at all" * 100)
    layout = read_layout(path)
    assert (layout.whole_end, layout.tracks) == (0, ())
