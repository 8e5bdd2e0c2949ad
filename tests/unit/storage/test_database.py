import threading
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text

from kiosk.flow.events import StationStarted
from kiosk.ports.journal import JournalError
from kiosk.wire.version import VERSION
from storage.database import Database
from storage.errors import NewerError, NotFoundError, OlderError, StorageError, UnwritableError
from storage.station import Storage, open_station
from storage.tables import CandidateRow
from tests.interviews import Interview


def test_commits_are_synced_and_the_journal_is_a_wal(storage: Storage) -> None:
    assert storage.database.durability() == ("wal", 2)


def test_another_process_reads_what_is_committed_while_the_station_writes(storage: Storage) -> None:
    elsewhere = Database(storage.media.database, writable=False)
    with storage.database.write() as db:
        db.add(CandidateRow(id="1", name="Sam"))
        db.flush()
        with elsewhere.read() as other:
            assert other.scalars(select(CandidateRow.name)).all() == []
    with elsewhere.read() as other:
        assert other.scalars(select(CandidateRow.name)).all() == ["Sam"]
    elsewhere.close()


def test_a_scrubbed_database_and_its_log_remember_nothing_that_was_deleted(storage: Storage) -> None:
    with storage.database.write() as db:
        db.add(CandidateRow(id="1", name="Kingfisher"))
    with storage.database.write() as db:
        db.execute(delete(CandidateRow))
    log = storage.media.data / "kiosk.db-wal"
    with log.open("rb") as blocks:
        assert b"Kingfisher" in blocks.read()
        assert storage.database.scrub()
        blocks.seek(0)
        assert b"Kingfisher" not in blocks.read()
    assert b"Kingfisher" not in storage.media.database.read_bytes()
    with storage.database.write() as db:
        db.add(CandidateRow(id="1", name="Sam"))
    with storage.database.read() as db:
        assert db.scalars(select(CandidateRow.name)).all() == ["Sam"]


def test_scrubbing_waits_for_no_reader(storage: Storage) -> None:
    with storage.database.write() as db:
        db.add(CandidateRow(id="1", name="Sam"))
    with storage.database.read() as reading:
        assert reading.scalars(select(CandidateRow.name)).all() == ["Sam"]
        with storage.database.write() as db:
            db.execute(delete(CandidateRow))
        assert not storage.database.scrub()
    assert storage.database.scrub()


def test_a_reader_cannot_write(storage: Storage) -> None:
    elsewhere = Database(storage.media.database, writable=False)
    with pytest.raises(UnwritableError, match="reading only"), elsewhere.write():
        pass
    with pytest.raises(UnwritableError), elsewhere.read() as db:
        db.execute(text("DELETE FROM candidates"))
    elsewhere.close()


def test_two_writers_take_turns(storage: Storage) -> None:
    second = Database(storage.media.database)

    def add(database: Database, who: str) -> None:
        for number in range(20):
            with database.write() as db:
                db.add(CandidateRow(id=f"{who}{number}", name=f"{who}{number}"))

    threads = [
        threading.Thread(target=add, args=(second, "b")),
        threading.Thread(target=add, args=(second, "c")),
    ]
    for thread in threads:
        thread.start()
    add(storage.database, "a")
    for thread in threads:
        thread.join()
    second.close()
    with storage.database.read() as db:
        assert len(db.scalars(select(CandidateRow.name)).all()) == 60


def test_only_the_owner_may_read_the_files(storage: Storage) -> None:
    Interview(storage.journal).arrive_and_ask()
    files = [path for path in storage.media.data.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o077 for path in (*files, storage.media.data)} == {0}
    assert {path.name for path in files} >= {"kiosk.db", "kiosk.db-wal", "journal.jsonl"}


def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UnwritableError, match="cannot be used: Not a directory"):
        open_station(tmp_path / "data")


def test_there_is_nothing_to_read_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no station data"):
        open_station(tmp_path, writable=False)


def test_data_of_a_newer_version_is_left_alone(storage: Storage) -> None:
    with storage.database.write() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerError, match="newer version"):
        Database(storage.media.database)


def test_data_that_a_newer_program_used_is_left_alone_though_its_tables_are_the_same(
    storage: Storage, interview: Interview
) -> None:
    interview.happen(StationStarted(VERSION))
    open_station(storage.media.data).close()
    major, minor, _ = VERSION.split(".")
    interview.happen(StationStarted(f"{major}.{minor}.999"))
    open_station(storage.media.data).close()
    interview.happen(StationStarted(f"{major}.{int(minor) + 1}.0"))
    with pytest.raises(NewerError, match="install that version again"):
        open_station(storage.media.data)
    open_station(storage.media.data, writable=False).close()


@pytest.mark.parametrize(("version", "error"), [("9999", NewerError), ("0001", OlderError)])
def test_data_of_another_version_is_not_read(
    storage: Storage, version: str, error: type[StorageError]
) -> None:
    with storage.database.write() as db:
        db.execute(text(f"UPDATE alembic_version SET version_num = '{version}'"))
    with pytest.raises(error, match="version"):
        open_station(storage.media.data, writable=False)


def test_a_full_disk_is_one_sentence_and_leaves_nothing_half_written(
    storage: Storage, interview: Interview
) -> None:
    interview.arrive_and_ask()
    before = storage.journal.verify().entries
    _set_largest_size(storage, pages=1)
    with pytest.raises(JournalError, match="no space left"):
        _append_for_ever(storage, interview)
    _set_largest_size(storage, pages=100_000)
    written = storage.journal.verify()
    assert written.ok
    interview.answer_all()
    assert storage.journal.verify().entries > written.entries >= before


def _append_for_ever(storage: Storage, interview: Interview) -> None:
    while True:
        storage.journal.append(StationStarted("x" * 500), interview.now(), None, interview.kiosk)


def _set_largest_size(storage: Storage, pages: int) -> None:
    """SQLite then refuses to grow the file as on a full disk."""
    with storage.database.write() as db:
        db.execute(text(f"PRAGMA max_page_count = {pages}"))
