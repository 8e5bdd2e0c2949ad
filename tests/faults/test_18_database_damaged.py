"""Row 18: a damaged or shortened database is noticed, and every acknowledged answer comes back."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from commands.repair import compared
from kiosk.domain.checks import Verdict
from kiosk.domain.ids import SessionId
from storage import checks
from storage.chain import Entry
from storage.database import Database
from storage.entries import read_entries
from storage.errors import DamagedError, StorageError
from storage.media import MediaStore
from storage.restore import catch_up, restore
from storage.station import open_station
from tests.interviews import STORY, Interview
from tests.trouble.counts import often

SESSIONS = [SessionId(f"{number:032x}") for number in range(1, 9)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A station after a day of interviews, closed in good order."""
    storage = open_station(tmp_path / "data")
    for session in SESSIONS:
        interview = Interview(storage.journal, session, boot=f"boot-{session}")
        interview.whole()
    storage.staff.add("Sam", "246813")
    storage.close()
    return tmp_path / "data"


def answers(data: Path) -> list[int]:
    storage = open_station(data)
    found = [summary.answered for summary in storage.sessions.list_sessions()]
    assert storage.journal.verify().ok
    storage.close()
    return found


def flip_bytes(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for position in range(5000, len(content), 3001):
        content[position] ^= 0xFF
    file.write_bytes(content)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def zero_pages(file: Path) -> None:
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8 * 4096] = bytes(8 * 4096)
    file.write_bytes(content)


def overwrite(file: Path) -> None:
    file.write_bytes(b"this was a database once" * 1000)


@pytest.mark.parametrize("damage", [flip_bytes, cut, zero_pages, overwrite])
def test_damage_is_noticed_and_every_answer_comes_back(damage: Callable[[Path], None], data: Path) -> None:
    damage(data / "kiosk.db")
    assert noticed(data)
    restore(MediaStore(data))
    assert answers(data) == [2] * len(SESSIONS)
    assert list(data.glob("kiosk.db.damaged-*")), "what was damaged is kept for whoever wants to look"


def noticed(data: Path) -> bool:
    try:
        storage = open_station(data)
    except StorageError:
        return True
    check = checks.check_journal(storage.database, storage.journal)
    storage.close()
    return check.verdict is Verdict.BAD


def test_a_database_that_is_gone_is_made_from_the_copies_at_the_next_start(data: Path) -> None:
    (data / "kiosk.db").unlink()
    assert answers(data) == [2] * len(SESSIONS)


def test_staff_are_taken_over_from_a_file_that_can_still_be_read(data: Path) -> None:
    restore(MediaStore(data))
    storage = open_station(data)
    assert storage.staff.names() == ("Sam",)
    storage.close()


def test_a_lost_wal_is_made_up_for_at_the_next_start(tmp_path: Path) -> None:
    storage = open_station(tmp_path / "data")
    Interview(storage.journal, SESSIONS[0]).whole()
    storage.close()
    storage = open_station(tmp_path / "data")
    with storage.database.read():
        Interview(storage.journal, SESSIONS[1]).whole()
        shutil.copytree(tmp_path / "data", tmp_path / "after")
    storage.close()
    (tmp_path / "after/kiosk.db-wal").unlink()
    (tmp_path / "after/kiosk.db-shm").unlink()
    assert answers(tmp_path / "after") == [2, 2]


def test_copies_that_tell_another_story_are_not_believed(data: Path) -> None:
    media = MediaStore(data)
    path = media.session_folder(SESSIONS[-1]) / "journal.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    last = Entry(
        seq=9999, boot_id="b", mono_ns=1, wall="w", session_id=None, kind="k", body="{}", prev_hash="0"
    )
    path.write_bytes(b"".join([*lines, last.sealed().line()]))
    with pytest.raises(DamagedError, match="differ at entry"):
        open_station(data)
    database = Database(media.database)
    with database.read() as db:
        assert sum(1 for _ in read_entries(db)) > 0
    with pytest.raises(DamagedError):
        catch_up(database, media)
    database.close()


def test_a_flipped_byte_in_a_row_is_found_and_mended_by_the_self_test(data: Path, tmp_path: Path) -> None:
    """SQLite finds nothing wrong with it: the row is still a row."""
    content = (data / "kiosk.db").read_bytes()
    asked = STORY.text["en"].encode()
    places = [found.start() for found in re.finditer(re.escape(asked), content)]
    in_tables = [place for place in places if b'"type"' not in content[place - 400 : place]]
    assert len(in_tables) >= len(SESSIONS)
    for at in in_tables[: often(100, usually=3)]:
        struck = tmp_path / f"struck-{at}"
        shutil.copytree(data, struck)
        (struck / "kiosk.db").write_bytes(content[:at] + b"Z" + content[at + 1 :])
        storage = open_station(struck)
        found = checks.check_journal(storage.database, storage.journal), checks.check_tables(storage, 60.0)
        assert [check.verdict for check in found] == [Verdict.GOOD, Verdict.WARNING], at
        asked_in = {storage.sessions.session(one).questions[0].text for one in SESSIONS}
        assert asked_in == {STORY.text["en"]}
        storage.close()


def test_repair_holds_the_tables_of_a_sound_database_to_the_journal(data: Path) -> None:
    storage = open_station(data)
    with storage.database.write() as db:
        db.execute(
            text("UPDATE answers SET spoken_s = 0 WHERE session_id = :session"), {"session": SESSIONS[3]}
        )
    storage.close()
    assert compared(data) == "1 of 8 sessions were mended from the journal."
    assert compared(data) == "The database is sound, and all 8 sessions are as the journal has them."


WRITER = """
import sys
from pathlib import Path
from kiosk.flow.events import TimePassed
from storage.station import open_station
from tests.interviews import Interview
storage = open_station(Path(sys.argv[1]))
interview = Interview(storage.journal)
interview.arrive_and_ask()
while True:
    interview.happen(TimePassed())
    print(storage.journal.verify().entries, flush=True)
"""


@pytest.mark.slow
def test_whatever_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    for _ in range(3):
        shutil.rmtree(tmp_path / "data", ignore_errors=True)
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, tmp_path / "data"], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        with writer.stdout:
            acknowledged = [int(writer.stdout.readline()) for _ in range(20)]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
        writer.wait()
        storage = open_station(tmp_path / "data")
        verdict = storage.journal.verify()
        storage.close()
        assert verdict.ok
        assert verdict.entries >= acknowledged[-1]
