"""The demo is the promise: one command, one whole interview, and everything it must leave behind."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import select

from storage.station import open_station
from storage.tables import PROJECTIONS
from tests.e2e.demos import (
    Demo,
    beeps_after_flashes_ms,
    chapters_cover_it,
    every_frame_is_accounted_for,
    is_to_the_letter,
)

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(1800)]


def test_the_recording_is_what_every_player_understands(demo: Demo) -> None:
    is_to_the_letter(demo)


def test_every_question_is_a_chapter(demo: Demo) -> None:
    chapters_cover_it(demo)


def test_every_flash_is_seen_when_its_beep_is_heard(demo: Demo) -> None:
    lags_ms = beeps_after_flashes_ms(demo.footage)
    assert len(lags_ms) >= demo.recording.duration_s - 2
    assert np.abs(lags_ms).max() <= 25


def test_no_frame_is_dropped_or_uncounted(demo: Demo) -> None:
    every_frame_is_accounted_for(demo)


def test_questions_answers_and_a_retake_are_kept(demo: Demo) -> None:
    first, second = demo.session["questions"]
    assert [answer["outcome"] for answer in first["answers"]] == ["discarded", "kept"]
    assert [answer["outcome"] for answer in second["answers"]] == ["kept"]
    for answer in (*first["answers"], *second["answers"]):
        assert 0 < answer["start_s"] < answer["end_s"] < demo.recording.duration_s


def test_the_chain_holds_and_the_tables_follow_from_it(demo: Demo) -> None:
    assert demo.printed["journal"].endswith("chain OK")
    storage = open_station(demo.station.data)
    try:
        live = rows(storage)
        storage.journal.rebuild()
        assert rows(storage) == live
    finally:
        storage.close()


def test_the_results_page_plays_the_recording(demo: Demo) -> None:
    page = Path(demo.printed["page"])
    text = page.read_text("utf-8")
    for question in demo.session["questions"]:
        assert question["text"] in text
    assert demo.recording.sha256 in text
    assert (page.parent / "recording.mp4").stat().st_size == demo.recording.size_bytes


def test_nothing_is_left_running_or_lying_about(demo: Demo) -> None:
    demo.station.close()
    assert demo.station.left_over() == []
    assert "Traceback" not in demo.station.log()
    assert '"level": "error"' not in demo.station.log()


def rows(storage: Any) -> dict[str, list[Any]]:
    """Everything the journal was projected into."""
    with storage.database.read() as db:
        return {
            table.__tablename__: sorted(map(tuple, db.execute(select(*table.__table__.columns))), key=repr)
            for table in PROJECTIONS
        }
