"""What was said is found in a recording that is still running."""

from pathlib import Path

from capture.heard import where_heard
from kiosk.domain.moment import Moment
from kiosk.ports.backlog import Stretch
from tests.segments import RecordedSession


def at(mono_s: float, boot_id: str = "boot-1") -> Moment:
    return Moment("2026-11-20T10:00:00.000Z", boot_id, mono_s)


def test_an_answer_is_found_in_the_voice_track_of_the_running_segment(tmp_path: Path) -> None:
    session = RecordedSession(tmp_path)
    session.add(8.0, ended=None)
    track = session.place.voice_track(1)
    assert where_heard(tmp_path, at(102.5), at(105.0)) == (Stretch(track, 2.5, 5.0),)


def test_an_answer_over_an_interruption_has_two_stretches(tmp_path: Path) -> None:
    session = RecordedSession(tmp_path)
    session.add(4.0)
    session.add(4.0, ended=None)
    first, second = session.place.voice_track(1), session.place.voice_track(2)
    assert where_heard(tmp_path, at(102.0), at(113.0)) == (
        Stretch(first, 2.0, 10.0),
        Stretch(second, 0.0, 3.0),
    )


def test_an_answer_of_two_boots_is_left_to_the_finished_recording(tmp_path: Path) -> None:
    session = RecordedSession(tmp_path)
    session.add(4.0)
    session.add(4.0, ended=None, boot_id="boot-2")
    assert where_heard(tmp_path, at(102.0), at(113.0, "boot-2")) == ()
    assert where_heard(tmp_path, at(111.0, "boot-2"), at(113.0, "boot-2")) != ()


def test_a_damaged_timeline_or_a_missing_track_is_no_place(tmp_path: Path) -> None:
    session = RecordedSession(tmp_path)
    session.add(4.0)
    session.place.voice_track(1).unlink()
    assert where_heard(tmp_path, at(101.0), at(102.0)) == ()
    session.place.timeline(1).write_text("nothing\n")
    assert where_heard(tmp_path, at(101.0), at(102.0)) == ()
