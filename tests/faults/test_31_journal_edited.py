"""Row 31: whoever edits the journal is found, even if everything after the edit is hashed anew."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.domain.checks import Verdict
from kiosk.domain.ids import SessionId
from storage.chain import Entry, check
from storage.checkpoints import NAME, Checkpoint, check_against, checkpoint
from storage.checks import check_journal
from storage.signing import StationKey
from storage.station import Storage, open_station
from tests.interviews import Interview
from tests.trouble.counts import often
from tests.trouble.edits import hashed_anew, is_found, is_found_elsewhere

EDITS = often(100_000, usually=600)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station after two interviews; the checkpoint of the second is what a candidate took home."""
    folder = tmp_path_factory.mktemp("station")
    storage = open_station(folder)
    for number in (1, 2):
        Interview(storage.journal, SessionId(f"{number:032x}"), boot=f"boot-{number}").whole()
    storage.close()
    return folder


@pytest.fixture(scope="module")
def entries(folder: Path) -> Sequence[Entry]:
    storage = open_station(folder, writable=False)
    found = list(storage.journal.entries())
    storage.close()
    return found


@pytest.fixture(scope="module")
def anchors(folder: Path) -> Sequence[Checkpoint]:
    storage = open_station(folder, writable=False)
    found = storage.journal.checkpoints.all()
    storage.close()
    return found


def test_every_edit_breaks_the_chain(entries: Sequence[Entry]) -> None:
    chance = random.Random(31)
    assert all(is_found(entries, chance) for _ in range(EDITS // 2))


def test_every_edit_that_is_hashed_anew_is_found_by_what_is_kept_elsewhere(
    entries: Sequence[Entry], anchors: Sequence[Checkpoint]
) -> None:
    chance = random.Random(32)
    assert all(is_found_elsewhere(entries, anchors[-1], chance) for _ in range(EDITS // 2))


def test_what_nobody_edited_is_found_good(entries: Sequence[Entry], anchors: Sequence[Checkpoint]) -> None:
    assert len(anchors) == 2
    assert check_against(entries, anchors).ok


def test_cutting_the_end_is_found_back_to_the_last_checkpoint(
    entries: Sequence[Entry], anchors: Sequence[Checkpoint]
) -> None:
    signed = anchors[-1].seq
    assert "cut off" in check_against(entries[: signed - 1], anchors).reason
    assert check_against(entries[:signed], anchors).ok, "nobody elsewhere knows what came after"


def test_a_forged_checkpoint_convinces_nobody(
    entries: Sequence[Entry], anchors: Sequence[Checkpoint], tmp_path: Path
) -> None:
    forger = StationKey.load_or_create(tmp_path)
    edited = hashed_anew([replace(entries[0], wall="1999"), *entries[1:]])
    forged = checkpoint(forger, edited[anchors[-1].seq - 1], anchors[-1].wall)
    assert forged.is_genuine, "as far as its own key goes"
    assert not check_against(edited, [forged], station=anchors[-1].station).ok
    assert not replace(forged, station=anchors[-1].station).is_genuine
    assert not replace(anchors[-1], hash="0" * 64).is_genuine
    assert not replace(anchors[-1], signature="not base64!").is_genuine


def test_the_stations_own_checkpoints_find_an_edit_in_its_database(folder: Path) -> None:
    storage = open_station(folder)
    rewrite(storage)
    assert check(storage.journal.entries()).ok, "the chain alone cannot know"
    found = check_journal(storage.database, storage.journal)
    assert (found.verdict, "the station signed" in found.finding) == (Verdict.BAD, True)
    (folder / NAME).unlink()
    assert storage.journal.verify().ok, "what is kept beside it can be removed with it: keep it elsewhere"
    storage.close()


def rewrite(storage: Storage) -> None:
    """Somebody with the disk in their hands: another time for entry 5, and everything after it anew."""
    changed = list(storage.journal.entries())
    changed[4] = replace(changed[4], wall="2026-11-20T09:00:00.000Z")
    with storage.database.write() as db:
        db.execute(text("DROP TRIGGER journal_keeps_update"))
        for entry in hashed_anew(changed):
            now = {"wall": entry.wall, "prev": entry.prev_hash, "hash": entry.hash, "seq": entry.seq}
            db.execute(
                text("UPDATE journal SET wall = :wall, prev_hash = :prev, hash = :hash WHERE seq = :seq"), now
            )
