import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.events import Event, StationStarted
from kiosk.flow.recovery import Happened, replay
from kiosk.flow.staff import RetentionLocked
from kiosk.flow.states import Kiosk
from storage.chain import Entry, check
from storage.checkpoints import NAME
from storage.copies import read_copy
from storage.journal import SqlJournal
from storage.station import Storage, open_station
from tests.interviews import SESSION, STORY, Interview
from tests.unit.storage.test_analysis import EXPORTED


def copy_of(storage: Storage, session: SessionId = SESSION) -> Path:
    return storage.media.session_folder(session) / "journal.jsonl"


def test_the_chain_of_a_whole_interview_holds(storage: Storage, interview: Interview) -> None:
    interview.whole()
    verdict = storage.journal.verify()
    assert verdict.ok
    assert str(verdict) == f"journal: {len(list(storage.journal.entries()))} events, chain OK"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET wall = wall WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3",
        "INSERT INTO journal SELECT seq + 1000, boot_id, mono_ns, wall, session_id, kind, body, hash, hash"
        " FROM journal ORDER BY seq DESC LIMIT 1",
        "INSERT INTO journal SELECT seq + 1, boot_id, mono_ns, wall, session_id, kind, body, 'other', hash"
        " FROM journal ORDER BY seq DESC LIMIT 1",
    ],
)
def test_the_database_refuses_all_but_the_next_entry(
    statement: str, storage: Storage, interview: Interview
) -> None:
    interview.arrive_and_ask()
    with pytest.raises(IntegrityError, match="journal"), storage.database.write() as db:
        db.execute(text(statement))
    assert storage.journal.verify().ok


@pytest.mark.parametrize("field", [field.name for field in fields(Entry)])
def test_a_changed_field_breaks_the_chain_at_its_entry(
    field: str, storage: Storage, interview: Interview
) -> None:
    interview.arrive_and_ask()
    with storage.database.write() as db:
        db.execute(text("DROP TRIGGER journal_keeps_update"))
        db.execute(text(f"UPDATE journal SET {field} = {field} || '0' WHERE seq = 5"))
    verdict = storage.journal.verify()
    # A number that is larger is found where it is missing, anything else where it stands.
    assert (verdict.entries, verdict.broken_seq) == (4, 5)
    assert "broken at entry 5" in str(verdict)


def test_text_that_is_no_text_any_more_breaks_the_chain(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    with storage.database.write() as db:
        db.execute(text("DROP TRIGGER journal_keeps_update"))
        db.execute(text("UPDATE journal SET body = CAST(x'ff41fe' AS TEXT) WHERE seq = 5"))
    assert storage.journal.verify().broken_seq is not None


def test_the_unfinished_interview_is_found_by_an_index(storage: Storage) -> None:
    with storage.database.read() as db:
        plan = db.execute(
            text("EXPLAIN QUERY PLAN SELECT max(seq) FROM journal WHERE kind = 'BeginRequested'")
        )
        assert "ix_journal_begun" in str(plan.all())


def test_a_removed_entry_breaks_the_chain(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    with storage.database.write() as db:
        db.execute(text("DROP TRIGGER journal_keeps_delete"))
        db.execute(text("DELETE FROM journal WHERE seq = 7"))
    assert storage.journal.verify().broken_seq == 7


def test_a_copy_line_is_checked_with_nothing_but_json_and_sha256(
    storage: Storage, interview: Interview
) -> None:
    interview.arrive_and_ask()
    last = "0" * 64
    for line in copy_of(storage).read_text("utf-8").splitlines():
        fields_of = json.loads(line)
        seal = fields_of.pop("hash")
        form = json.dumps(fields_of, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert (fields_of["prev_hash"], seal) == (last, hashlib.sha256(form.encode()).hexdigest())
        last = seal


def test_the_copies_together_are_the_whole_journal(storage: Storage) -> None:
    first = Interview(storage.journal, SessionId("a" * 32))
    first.whole()
    second = Interview(storage.journal, SessionId("b" * 32), boot="boot-2")
    second.happen(StationStarted("0.1.0"))
    second.whole()
    copied = [*read_copy(copy_of(storage, first.session)), *read_copy(copy_of(storage, second.session))]
    assert copied == list(storage.journal.entries())
    assert check(copied).ok


def test_the_copy_goes_on_after_a_restart(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    storage.journal.close()
    interview.journal = SqlJournal(storage.database, storage.media)
    interview.happen(StationStarted("0.1.0"))
    interview.journal.close()
    assert list(read_copy(copy_of(storage))) == list(storage.journal.entries())


def test_a_copy_that_cannot_be_written_stops_nothing_and_is_made_up_for(
    storage: Storage, interview: Interview
) -> None:
    interview.begin()
    interview.accept()
    storage.journal.close()
    folder = storage.media.session_folder(SESSION)
    shutil.rmtree(folder)
    folder.write_text("in the way")
    interview.consent()
    folder.unlink()
    interview.check_devices()
    assert list(read_copy(copy_of(storage))) == list(storage.journal.entries())


def test_a_checkpoint_after_a_torn_one_is_not_torn(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    first = storage.journal.sign()
    with (storage.media.data / NAME).open("ab") as file:
        file.write(b'{"hash":"a power cut')
    second = storage.journal.sign()
    assert list(storage.journal.checkpoints.all()) == [first, second]


def test_a_torn_last_line_of_a_copy_is_passed_over(storage: Storage, interview: Interview) -> None:
    interview.arrive_and_ask()
    path = copy_of(storage)
    os.truncate(path, path.stat().st_size - 10)
    assert list(read_copy(path)) == list(storage.journal.entries())[:-1]


def test_no_name_and_no_code_is_in_the_journal(storage: Storage, interview: Interview) -> None:
    interview.whole()
    everything = "".join(entry.body for entry in storage.journal.entries())
    assert "K7QF2MXP9RTD" not in everything
    assert '"code":""' in everything


class Restarting:
    """A journal opened anew around every entry, as by a program that is killed all the time."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        journal = SqlJournal(self._storage.database, self._storage.media)
        journal.append(event, moment, session, after)
        assert replay(journal.unfinished()).scene == after.scene
        journal.close()

    def unfinished(self) -> Sequence[Happened]:
        return self._storage.journal.unfinished()


def test_a_crash_after_any_entry_loses_nothing(storage: Storage) -> None:
    interview = Interview(Restarting(storage))
    interview.begin(station_starts=False)
    interview.accept()
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.ask(STORY)
    interview.answer_all()
    interview.finish()
    assert storage.sessions.session(SESSION).summary.answered == 2


def test_an_entry_that_another_program_wrote_is_in_the_copies_too(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interview.whole()
    other = open_station(tmp_path / "data")
    kiosk = replay(other.journal.unfinished())
    other.journal.append(EXPORTED, interview.now(), SESSION, kiosk)
    other.close()
    second = Interview(storage.journal, SessionId("6f" * 16), boot="boot-2")
    second.arrive_and_ask()
    interview.happen(EXPORTED)
    kept = {entry.seq for path in storage.media.journal_copies() for entry in read_copy(path)}
    assert kept == {entry.seq for entry in storage.journal.entries()}


def test_what_is_done_about_an_old_session_is_copied_with_the_newest(storage: Storage) -> None:
    old = Interview(storage.journal, SessionId("a" * 32))
    old.whole()
    before = copy_of(storage, old.session).read_bytes()
    new = Interview(storage.journal, SessionId("b" * 32), boot="boot-2")
    new.whole()
    new.happen(RetentionLocked(old.session, "Sam", "a dispute"), StationStarted("0.1.0"))
    assert copy_of(storage, old.session).read_bytes().startswith(before)
    assert [entry.kind for entry in read_copy(copy_of(storage, new.session))][-2:] == [
        "RetentionLocked",
        "StationStarted",
    ]
    copied = [*read_copy(copy_of(storage, old.session)), *read_copy(copy_of(storage, new.session))]
    assert copied == list(storage.journal.entries())
