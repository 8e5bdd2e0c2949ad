from pathlib import Path

import pytest

from capture.timeline import (
    Counted,
    EndCause,
    Marked,
    SegmentEnded,
    SegmentStarted,
    StretchBegan,
    StretchEnded,
    TimelineWriter,
    read_timeline,
)
from kiosk.domain.recording import HD, GapCause

STARTED = SegmentStarted("5e55", 1, "2026-11-20T10:00:00.000Z", 123, "boot", HD)
MARKED = Marked(30, "work", "Your work", "Question 1")
COUNTS = Counted(150, 1, 2, 240_000, 3)
ENDED = SegmentEnded(COUNTS, EndCause.STOPPED, "2026-11-20T10:00:05.000Z", 456, "lunch")


def _written(path: Path, *records: object) -> Path:
    writer = TimelineWriter(path)
    for record in records:
        writer.write(record)  # type: ignore[arg-type]
    writer.close()
    return path


def test_records_come_back_as_they_were_written(tmp_path: Path) -> None:
    records = (
        STARTED,
        MARKED,
        StretchBegan(40, GapCause.CAMERA_MASKED, "privacy"),
        StretchEnded(50, GapCause.CAMERA_MASKED),
        COUNTS,
        ENDED,
    )
    timeline = read_timeline(_written(tmp_path / "t", *records))
    assert timeline.records == records
    assert (timeline.started, timeline.ended, timeline.last_mark) == (STARTED, ENDED, MARKED)


def test_a_killed_segment_has_its_last_counts_and_no_end(tmp_path: Path) -> None:
    timeline = read_timeline(_written(tmp_path / "t", STARTED, COUNTS))
    assert timeline.ended is None
    assert timeline.counts == COUNTS


def test_a_torn_last_line_is_passed_over(tmp_path: Path) -> None:
    path = _written(tmp_path / "t", STARTED, MARKED)
    path.write_bytes(path.read_bytes()[:-20])
    assert read_timeline(path).records == (STARTED,)


def test_other_damage_is_not_passed_over(tmp_path: Path) -> None:
    path = _written(tmp_path / "t", STARTED, MARKED)
    path.write_bytes(path.read_bytes().replace(b"Marked", b"Mangled"))
    with pytest.raises(ValueError, match="fits"):
        read_timeline(path)


def test_an_empty_timeline_has_no_start(tmp_path: Path) -> None:
    assert read_timeline(_written(tmp_path / "t")).started is None
