"""What is personal lies in the journal only under the session's key, and the rest is there without it."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.code import CodeLanguage
from kiosk.domain.plain import NotPlainError
from kiosk.flow.codec import encode
from kiosk.flow.events import AnswerTranscribed, CodeDrafted, NewInterviewRequested
from kiosk.flow.recovery import replay
from kiosk.flow.staff import PauseRequested, ResumeRequested
from storage.backlog import SqlBacklog
from storage.chain import GENESIS, Entry, canonical
from storage.checkpoints import NAME
from storage.keys import KeyRing
from storage.locking import lock_old_entries
from storage.station import Storage, open_station
from storage.veil import NOTHING_LOCKED, unveiled, veiled
from tests.interviews import SESSION, Interview
from tests.judged import PACK, interviewed, judged, written_down
from tests.unit.storage.test_projections import rows

DRAFT = CodeDrafted(CodeLanguage.PYTHON, "print('heron')")


@pytest.fixture
def keys(tmp_path: Path) -> KeyRing:
    (tmp_path / "keys").mkdir()
    return KeyRing(tmp_path / "keys")


def entry(body: str, session: str = SESSION) -> Entry:
    return Entry(1, "boot", 0, "2026-11-20T12:00:00.000Z", session, "CodeDrafted", body, GENESIS)


def test_what_is_personal_is_read_with_its_key_only(keys: KeyRing) -> None:
    keys.make(SESSION)
    body = veiled(DRAFT, SESSION, keys)
    assert "heron" not in body
    assert unveiled(entry(body), keys) == DRAFT
    keys.destroy(SESSION)
    assert unveiled(entry(body), keys) == CodeDrafted(CodeLanguage.PYTHON, "")


def test_without_a_key_nothing_personal_is_kept(keys: KeyRing) -> None:
    body = veiled(DRAFT, SESSION, keys)
    assert NOTHING_LOCKED in body
    keys.make(SESSION)
    assert unveiled(entry(body), keys) == CodeDrafted(CodeLanguage.PYTHON, "")


def test_what_was_locked_for_one_session_opens_in_no_other(keys: KeyRing) -> None:
    keys.make(SESSION)
    body = veiled(DRAFT, SESSION, keys)
    (keys.folder / f"{'1' * 32}.key").write_bytes(keys.of(SESSION) or b"")
    with pytest.raises(NotPlainError):
        unveiled(entry(body, "1" * 32), keys)


def test_a_key_is_made_once_and_not_shown_to_others(keys: KeyRing) -> None:
    keys.make(SESSION)
    key = keys.of(SESSION)
    keys.make(SESSION)
    assert keys.of(SESSION) == key
    assert [oct(file.stat().st_mode & 0o777) for file in keys.folder.iterdir()] == ["0o600"]
    assert keys.destroy(SESSION) == 1
    assert keys.destroy(SESSION) == 0


def test_a_key_that_was_cut_short_is_made_anew(keys: KeyRing) -> None:
    (keys.folder / f"{SESSION}.key").write_bytes(b"short")
    assert keys.of(SESSION) is None
    keys.make(SESSION)
    assert keys.of(SESSION) is not None


def test_no_word_of_a_session_is_readable_in_the_journal_or_its_copy(storage: Storage) -> None:
    talked(storage)
    journal = "".join(kept.body for kept in storage.journal.entries())
    copy = (storage.media.session_folder(SESSION) / "journal.jsonl").read_text("utf-8")
    for secret in ("Saturday", "photos", "map(int", "calm answer"):
        assert secret not in journal + copy


def test_without_its_key_an_interview_is_replayed_to_the_same_place(storage: Storage) -> None:
    interview = Interview(storage.journal)
    interview.arrive_and_ask()
    interview.happen(PauseRequested("Sam", "a cold"), ResumeRequested("Sam"))
    storage.journal.keys.destroy(SESSION)
    assert replay(storage.journal.unfinished()) == interview.kiosk


def test_a_fact_that_comes_when_the_key_is_gone_is_kept_nowhere(storage: Storage) -> None:
    interview = Interview(storage.journal, pack=PACK)
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    storage.journal.keys.destroy(SESSION)
    written_down(interview)
    last = list(storage.journal.entries())[-1]
    assert (last.kind, NOTHING_LOCKED in last.body) == (AnswerTranscribed.__name__, True)
    assert not rows(storage)["transcripts"]
    storage.journal.rebuild()
    assert not rows(storage)["transcripts"]


def test_a_station_of_an_older_version_is_locked_once_and_reads_the_same(tmp_path: Path) -> None:
    storage = open_station(tmp_path / "data")
    talked(storage)
    before = rows(storage)
    make_old(storage)
    storage.close()
    storage = open_station(tmp_path / "data")
    assert storage.journal.verify().ok
    assert rows(storage) == before
    storage.journal.rebuild()
    assert rows(storage) == before
    assert lock_old_entries(storage.database, storage.media) == 0
    storage.close()
    left = [file for file in (tmp_path / "data").rglob("*") if file.is_file() and is_told(file)]
    assert [file.name for file in left] == ["kiosk.db"], "in the tables, while the session is open"
    copies = sorted((tmp_path / "data").rglob("journal.jsonl"))
    assert [len(copy.read_text("utf-8").splitlines()) for copy in copies] == [len(list_of(tmp_path))]


def is_told(file: Path) -> bool:
    return b"Saturday" in file.read_bytes()


def list_of(folder: Path) -> list[Entry]:
    storage = open_station(folder / "data", writable=False)
    found = list(storage.journal.entries())
    storage.close()
    return found


def talked(storage: Storage) -> None:
    """An interview with programs, words, scores and a pause."""
    interview = Interview(storage.journal, pack=PACK)
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    written_down(interview)
    judged(interview, SqlBacklog(storage.database, storage.media).to_assess()[0])


def make_old(storage: Storage) -> None:
    """As the version before wrote it: everything readable, no keys and checkpoints, copies like that."""
    last, lines = GENESIS, []
    with storage.database.write() as db:
        guard = db.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'journal_keeps_update'"))
        db.execute(text("DROP TRIGGER journal_keeps_update"))
        for kept in list(storage.journal.entries()):
            event = unveiled(kept, storage.journal.keys)
            assert event is not None
            fields = {name: getattr(kept, name) for name in kept.__slots__}
            old = Entry(**{**fields, "body": canonical(encode(event)).decode(), "prev_hash": last}).sealed()
            now = {"body": old.body, "prev_hash": last, "hash": old.hash, "seq": old.seq}
            change = "UPDATE journal SET body = :body, prev_hash = :prev_hash, hash = :hash WHERE seq = :seq"
            db.execute(text(change), now)
            last = old.hash
            lines.append(old.line())
        db.execute(text(str(guard)))
        db.execute(text("PRAGMA user_version = 0"))
    storage.journal.keys.destroy(SESSION)
    (storage.media.data / NAME).unlink()
    (storage.media.session_folder(SESSION) / "journal.jsonl").write_bytes(b"".join(lines))
    assert json.loads(lines[-1])["kind"] == "SessionAssessed"
