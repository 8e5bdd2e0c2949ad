"""An ordinary file made of a recorded one in its place: the same packets, decided by one write."""

import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from capture import front
from capture.boxes import Box, BoxStream, Layout, LayoutReader, read_boxes, read_layout
from capture.encoder import Mp4Encoder
from capture.front import put_index, take_index_back
from capture.titles import Titles
from kiosk.domain.recording import Chapter
from tests.segments import SMALL, audio_only, encode_segment

LENGTH_S = 3.0
TITLES = Titles(
    "Interview 0123",
    "2026-11-20T10:00:00.000Z",
    LENGTH_S,
    (Chapter("one", "Où? " + "…" * 200, 0.5, 1.5), Chapter("two", "Two", 1.5, LENGTH_S)),
)


@pytest.fixture
def segment(tmp_path: Path) -> Path:
    path = tmp_path / "segment.mp4"
    encode_segment(path, LENGTH_S, SMALL)
    return path


def kinds(path: Path) -> list[str]:
    return [box.kind for box in read_boxes(path)]


def packets(path: Path) -> list[tuple[object, ...]]:
    with av.open(str(path)) as container:
        streams = (*container.streams.video, *container.streams.audio)
        found = [
            (packet.stream.type, packet.pts, packet.duration, packet.is_keyframe, bytes(packet))
            for packet in container.demux(*streams)
            if packet.size
        ]
    return sorted(found, key=lambda packet: (str(packet[0]), packet[1]))


def test_every_packet_is_found_at_its_time_again(segment: Path) -> None:
    before = packets(segment)
    assert put_index(segment, read_layout(segment), TITLES)
    assert kinds(segment) == ["ftyp", "moov", "mdat"]
    assert packets(segment) == before


def test_a_recording_of_sound_only_has_room_too(tmp_path: Path) -> None:
    encode_segment(tmp_path / "a.mp4", LENGTH_S, audio_only())
    before = packets(tmp_path / "a.mp4")
    assert put_index(tmp_path / "a.mp4", read_layout(tmp_path / "a.mp4"), TITLES)
    assert packets(tmp_path / "a.mp4") == before


def test_chapters_and_title_are_told(segment: Path) -> None:
    put_index(segment, read_layout(segment), TITLES)
    with av.open(str(segment)) as container:
        told = container.chapters()
        title, length_s = container.metadata["title"], (container.duration or 0) / av.time_base
    assert title == TITLES.title
    assert length_s == pytest.approx(LENGTH_S, abs=0.03)
    assert [c["start"] for c in told] == [500, 1500]
    assert told[0]["metadata"]["title"] == "Où? " + "…" * 83  # 255 bytes at most, whole letters


def test_only_what_is_wanted_is_listed(segment: Path) -> None:
    before = packets(segment)
    put_index(segment, read_layout(segment), replace(TITLES, length_s=2.0, chapters=()))
    kept = packets(segment)
    assert sum(packet[0] == "video" for packet in kept) == 60
    assert sum(packet[0] == "audio" for packet in kept) == -(-2 * 48_000 // 1024)
    assert set(kept) <= set(before)


def test_taken_back_it_is_in_fragments_as_before(segment: Path) -> None:
    before, layout = packets(segment), read_layout(segment)
    put_index(segment, layout, TITLES)
    assert layout.room
    take_index_back(segment, layout.room)
    assert "moof" in kinds(segment)
    assert packets(segment) == before
    assert read_layout(segment) == layout


def test_without_room_nothing_is_changed(segment: Path) -> None:
    layout, before = read_layout(segment), segment.read_bytes()
    narrow = replace(layout, room=Box("free", 28, 36, 28 + 1000))
    assert not put_index(segment, narrow, TITLES)
    assert not put_index(segment, replace(layout, room=None), TITLES)
    assert segment.read_bytes() == before


def test_after_any_write_the_file_is_the_one_or_the_other(segment: Path) -> None:
    """A power cut leaves the file as it was after one of the writes, or in the middle of one."""
    before, recorded, layout = packets(segment), segment.read_bytes(), read_layout(segment)
    put_index(segment, layout, TITLES)
    finished = segment.read_bytes()
    assert layout.room
    index_head = slice(layout.room.start, layout.room.start + 8)
    for size in range(0, layout.room.end, layout.room.end // 7):
        torn = bytearray(finished[:size] + recorded[size:])
        torn[index_head] = recorded[index_head]
        segment.write_bytes(torn)
        assert "moof" in kinds(segment)
        assert packets(segment) == before


def test_places_beyond_four_gigabytes_are_found(tmp_path: Path) -> None:
    """A hole in front of the last fragments puts them there without filling the disk."""
    path = tmp_path / "long.mp4"
    encode_segment(path, LENGTH_S, SMALL)
    before = packets(path)
    box = next(box for box in reversed(read_boxes(path)) if box.kind == "moof")
    tail = path.read_bytes()[box.start :]
    hole = 5 << 30
    with path.open("r+b") as file:
        file.seek(box.start)
        file.write((1).to_bytes(4, "big") + b"free" + hole.to_bytes(8, "big"))
        file.seek(box.start + hole)
        file.write(tail)
    assert put_index(path, read_layout(path), TITLES)
    assert packets(path) == before


def test_the_encoder_knows_the_file_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    with path.open("wb", buffering=0) as file:
        encoder = Mp4Encoder(file, SMALL)
        for shade in range(40):
            encoder.write_picture(np.full((SMALL.height * 3 // 2, SMALL.width), shade, np.uint8))
            encoder.write_sound(np.zeros(1600, np.float32))
            assert encoder.layout == read_layout(path)
        encoder.close()
    assert encoder.layout == read_layout(path)
    assert encoder.layout.whole_end == path.stat().st_size


def _fed(data: bytes, sizes: Iterator[int]) -> Layout:
    reader = LayoutReader()
    stream = BoxStream(reader)
    while data:
        size = next(sizes)
        stream.feed(data[:size])
        data = data[size:]
    return reader.layout()


def test_it_does_not_matter_how_the_writing_is_cut_up(segment: Path) -> None:
    whole = segment.read_bytes()
    assert _fed(whole, itertools.cycle([1 << 20, 1, 2, 3, 5, 1000, 7])) == read_layout(segment)
    os.truncate(segment, len(whole) - 10)
    assert _fed(whole[:-10], itertools.repeat(4099)) == read_layout(segment)


def test_there_is_room_for_two_hours_and_a_half() -> None:
    per_s = 4 * (30 + 48_000 / 1024) + 2 * 20 / 0.4
    assert front.room_bytes(SMALL, 0.4) > per_s * 2.5 * 3600
    assert front.room_bytes(SMALL, 0.4) < 4 << 20
