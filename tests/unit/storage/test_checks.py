import shutil
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from kiosk.domain.checks import Verdict
from kiosk.flow.events import StationStarted
from storage import checks
from storage.station import Storage
from tests.interviews import NOON, Interview


def test_a_sound_station_passes_every_check(storage: Storage, interview: Interview) -> None:
    interview.wall = datetime.now(UTC) - timedelta(hours=1)
    interview.arrive_and_ask()
    found = checks.check_all(storage)
    assert [check.name for check in found] == [
        "Data folder",
        "Disk space",
        "Disk speed",
        "Database",
        "Journal",
        "Tables",
        "Clock",
        "Picture and sound",
    ]
    assert {check.verdict for check in found if check.name != "Disk space"} == {Verdict.GOOD}
    assert not (storage.media.data / "run/speed.tmp").exists()


def test_the_last_check_in_tells_how_far_picture_and_sound_lie_apart(
    storage: Storage, interview: Interview
) -> None:
    assert "first candidate" in checks.check_calibration(storage.database).finding
    interview.whole()
    check = checks.check_calibration(storage.database)
    assert check.verdict is Verdict.GOOD
    assert check.finding.startswith("+12 ms on ")
    with storage.database.write() as db:
        db.execute(text("UPDATE sessions SET picture_late_ms = NULL"))
    check = checks.check_calibration(storage.database)
    assert check.verdict is Verdict.WARNING
    assert check.to_do


def test_a_changed_journal_is_bad_news_with_something_to_do(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    with storage.database.write() as db:
        db.execute(text("DROP TRIGGER journal_keeps_update"))
        db.execute(text("UPDATE journal SET kind = 'AnswerKept' WHERE seq = 4"))
    check = checks.check_journal(storage.database, storage.journal)
    assert check.verdict is Verdict.BAD
    assert "broken at entry 4" in check.finding
    assert check.to_do


@pytest.mark.parametrize(
    ("now", "verdict"),
    [
        (NOON + timedelta(hours=1), Verdict.GOOD),
        (NOON - timedelta(hours=1), Verdict.WARNING),
        (NOON - timedelta(days=9000), Verdict.BAD),
    ],
)
def test_a_clock_before_the_last_entry_is_noticed(
    storage: Storage, interview: Interview, now: datetime, verdict: Verdict
) -> None:
    interview.arrive_and_ask()
    assert checks.check_clock(storage.database, now).verdict is verdict


def test_a_clock_that_was_put_right_is_right(storage: Storage, interview: Interview) -> None:
    interview.wall = NOON + timedelta(days=9000)
    interview.happen(StationStarted("0.1.0"))
    interview.wall = NOON
    interview.begin(station_starts=False)
    assert checks.check_clock(storage.database, NOON + timedelta(hours=1)).verdict is Verdict.GOOD


def test_a_data_folder_that_is_gone_is_bad_news(storage: Storage) -> None:
    shutil.rmtree(storage.media.data / "run")
    storage.media.data.joinpath("run").write_text("in the way")
    assert checks.check_folder(storage.media).verdict is Verdict.BAD
    assert checks.check_speed(storage.media).verdict is Verdict.BAD


@pytest.mark.parametrize(
    ("hours", "verdict"), [(0.5, Verdict.BAD), (3.0, Verdict.WARNING), (20.0, Verdict.GOOD)]
)
def test_space_is_judged_by_the_hours_it_is_good_for(hours: float, verdict: Verdict) -> None:
    assert checks.space_verdict(hours) is verdict
