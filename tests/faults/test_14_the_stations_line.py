"""Rows 13, 14, 15, 19, 20, 28 and 33 with a station's real memory, a real server, and a bad line between."""

import hashlib
import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.ports.sync import AwayError, StoppedError
from server.house import House, build
from server.identity.roles import Person, Role
from server.tables.files import FileRow
from server.tables.sessions import AnswerRow
from server.tables.stations import EntryRow, StationStatus
from tests.server.conftest import SETTINGS
from tests.server.running import listening
from tests.server.troubled import Trouble, troubled
from tests.synced import PIECE_BYTES, VIDEO, SyncedBooth, insist
from tests.trouble.counts import often
from tests.trouble.figures import Tell

HR = Person("u", "Somebody", frozenset({Role.HR}))
ADMINISTRATOR = Person("u", "Somebody", frozenset({Role.ADMINISTRATOR}))
AWAY_SESSIONS = often(500, usually=4)
CUTS = often(200, usually=10)
FLIPS = often(500, usually=10)
SESSIONS = often(100, usually=2)
PIECE = re.compile("/pieces/[0-9a-f]{64}$")
"""Where a piece goes; other addresses below only ask about pieces."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]


@pytest.fixture
def address(house: House) -> Iterator[str]:
    with listening(house) as url:
        yield url


@pytest.fixture
def booth(tmp_path: Path, house: House, address: str) -> Iterator[SyncedBooth]:
    opened = SyncedBooth(tmp_path / "data")
    opened.enrol(address, house.stations.new_code("test"))
    yield opened
    opened.close()


def arrived(booth: SyncedBooth, house: House) -> bool:
    """Whether the server has every entry once and every recording as it was made."""
    made = {one: hashlib.sha256(booth.video(one)).hexdigest() for one in booth.sessions}
    with house.database.read() as db:
        files = db.query(FileRow).filter_by(name=VIDEO)
        kept = {row.session_id: row.sha256 for row in files if row.state == "kept"}
        hashes = [row.hash for row in db.query(EntryRow).order_by(EntryRow.seq)]
        answers = db.query(AnswerRow).count()
    mine = [entry.hash for entry in booth.storage.journal.entries()]
    return (kept, hashes, answers) == (made, mine, 3 * len(made))


def test_nothing_is_lost_while_the_server_is_away(
    booth: SyncedBooth, house: House, address: str, tell: Tell
) -> None:
    for _ in range(AWAY_SESSIONS):
        booth.interview(pieces=1)
        with pytest.raises(AwayError):
            booth.exchange("http://127.0.0.1:9").round(lambda: True)
    insist(booth.exchange(address), lambda: booth.confirmed() == booth.sessions)
    assert arrived(booth, house)
    lost = len(booth.sessions) - len(booth.confirmed())
    tell(13, f"sessions lost, of {AWAY_SESSIONS} while nobody listened", "0", lost)


def test_a_cut_costs_no_more_than_a_piece(booth: SyncedBooth, house: House, address: str, tell: Tell) -> None:
    session = booth.interview(pieces=CUTS)
    cut: set[str] = set()

    def once_each(path: str, length: int) -> Trouble:
        new = length > PIECE_BYTES // 2 and "/pieces/" in path and path not in cut
        cut.add(path)
        return Trouble.CUT if new and not path.endswith("lacking") else Trouble.NONE

    with troubled(address, once_each) as line:
        insist(booth.exchange(line.address), lambda: booth.confirmed() == [session], rounds=2000)
        cuts = line.met.count(Trouble.CUT)
        pieces = sum(len(body) for _, path, body, _ in line.recorded if PIECE.search(path))
        booth.hang_up()
    assert cuts >= CUTS
    again = pieces - len(booth.video(session))
    assert again == 0, "what arrived once is not sent again"
    assert arrived(booth, house)
    tell(14, f"bytes that had arrived and were sent again, {cuts} cuts", "≤ 4 MiB a cut", again)


def test_a_third_of_all_answers_failing_loses_and_doubles_nothing(
    booth: SyncedBooth, house: House, address: str, tell: Tell
) -> None:
    chance = random.Random(15)
    for _ in range(SESSIONS):
        booth.interview()

    def fail(_path: str, _length: int) -> Trouble:
        return chance.choices([Trouble.NONE, Trouble.LOST, Trouble.ANSWER_LOST], [0.7, 0.15, 0.15])[0]

    with troubled(address, fail) as line:
        insist(booth.exchange(line.address), lambda: booth.confirmed() == booth.sessions, rounds=20_000)
        assert line.met.count(Trouble.ANSWER_LOST) > 0
        share = 1 - line.met.count(Trouble.NONE) / len(line.met)
        booth.hang_up()
    assert arrived(booth, house)
    tell(15, "a station: share of requests that failed", "0.30", share)
    tell(15, f"a station: sessions lost or doubled, of {SESSIONS}", "0", 0)


def test_what_is_flipped_on_its_way_is_sent_again(
    booth: SyncedBooth, house: House, address: str, tell: Tell
) -> None:
    session = booth.interview(pieces=FLIPS)
    flipped: set[str] = set()

    def once_each(path: str, length: int) -> Trouble:
        if not length or path in flipped:
            return Trouble.NONE
        flipped.add(path)
        return Trouble.FLIPPED

    with troubled(address, once_each) as line:
        insist(booth.exchange(line.address), lambda: booth.confirmed() == [session], rounds=2000)
        flips = line.met.count(Trouble.FLIPPED)
        assert flips > FLIPS
        booth.hang_up()
    assert arrived(booth, house)
    assert booth.uploads.of(session).parked == ""
    tell(19, f"on a station's line: flips that were kept, of {flips}", "0", 0)


def test_a_copied_disk_freezes_both_and_mixes_nothing(
    booth: SyncedBooth, house: House, address: str, tmp_path: Path, tell: Tell
) -> None:
    booth.interview()
    booth.exchange().round(lambda: True)
    shutil.copytree(booth.data, tmp_path / "copy")
    copy = SyncedBooth(tmp_path / "copy", seed=2)
    copy.sessions = list(booth.sessions)
    booth.interview()
    booth.exchange().round(lambda: True)
    copy.interview(pieces=4)
    with pytest.raises(StoppedError):
        copy.exchange().round(lambda: True)
    copy.close()
    with house.database.read() as db:
        hashes = {row.hash for row in db.query(EntryRow)}
    foreign = hashes - {entry.hash for entry in booth.storage.journal.entries()}
    assert not foreign
    assert len(hashes) == sum(1 for _ in booth.storage.journal.entries())
    tell(20, "a copied disk: entries mixed", "0", len(foreign))


def test_a_recorded_line_played_again_changes_nothing(
    booth: SyncedBooth, house: House, address: str, tell: Tell
) -> None:
    booth.interview()
    with troubled(address) as line:
        insist(booth.exchange(line.address), lambda: booth.confirmed() == booth.sessions)
        booth.hang_up()
        answers = [line.forward(*request)[0] for request in list(line.recorded)]
    assert set(answers) == {401}
    assert arrived(booth, house)
    tell(28, f"a whole interview's {len(answers)} requests again: with an effect", "0", 0)


def test_yesterdays_server_is_offered_again_what_it_lacks(tmp_path: Path, tell: Tell) -> None:
    data, yesterday = tmp_path / "server", tmp_path / "yesterday"
    booth = SyncedBooth(tmp_path / "data")

    def send_all(house: House) -> None:
        with listening(house) as url:
            if not booth.sessions:
                booth.enrol(url, house.stations.new_code("test"))
            booth.interview()
            insist(booth.exchange(url), lambda: arrived(booth, house))
            booth.hang_up()

    for keep in (yesterday, None):
        house = build(SETTINGS, data)
        send_all(house)
        house.close()
        if keep is not None:
            shutil.copytree(data, keep)
    shutil.rmtree(data)
    shutil.copytree(yesterday, data)
    house = build(SETTINGS, data)
    assert not arrived(booth, house)
    send_all(house)
    assert arrived(booth, house)
    tell(33, f"a station's sessions lost, of {len(booth.sessions)}", "0", 0)
    house.close()
    booth.close()


def test_a_frozen_station_goes_on_where_it_stopped(booth: SyncedBooth, house: House) -> None:
    booth.interview()
    (row,) = house.stations.stations()
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.FROZEN)
    with pytest.raises(StoppedError):
        booth.exchange().round(lambda: True)
    house.stations.set_status(ADMINISTRATOR, row.id, StationStatus.ACTIVE)
    insist(booth.exchange(), lambda: arrived(booth, house))
