"""The server's list: 1,000,000 sessions in PostgreSQL, 10,000 in SQLite; how long a page of 25 takes.

Every kind of question is asked with other words, days and pages each time; the aim is a p95 of 100 ms.
Filling PostgreSQL takes a few minutes. A first argument is another number of sessions there.
"""

import hashlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import psycopg
from sqlalchemy import text

from server.database import Database
from server.house import House, build
from server.identity.roles import Person, Role
from server.search import index
from server.sessions.views import SessionFilter
from server.settings import ServerSettings
from tests.postgresql import running_postgresql

IN_POSTGRESQL, IN_SQLITE = 1_000_000, 10_000
AIM_MS, ROUNDS, LINES = 100.0, 60, 25
TEXTS, VOCABULARY, WORDS, RARE, STATIONS = 2_000, 8_000, 120, 50_000, 200
HR = Person("f" * 32, "HR 1", frozenset({Role.HR}))

_DICE = random.Random(5)
_VOCABULARY = [
    f"{first}{second}{third}" for first in "bdfgklmnprst" for second in "aeiou" for third in "bdklmnrst"
]
_VOCABULARY = [one + two for one in _VOCABULARY for two in _VOCABULARY[:20]][:VOCABULARY]
_OFTEN = [1 / (place + 1) for place in range(len(_VOCABULARY))]


def main() -> None:
    """Fill both, ask both, print a line for each kind of question."""
    sessions = int(sys.argv[1]) if sys.argv[1:] else IN_POSTGRESQL
    with tempfile.TemporaryDirectory() as folder:
        with _sqlite(Path(folder)) as house:
            _report(f"SQLite, {IN_SQLITE:,} sessions", house, IN_SQLITE)
        with running_postgresql() as url, _postgresql(url, Path(folder) / "data", sessions) as house:
            _report(f"PostgreSQL, {sessions:,} sessions", house, sessions)


def _report(title: str, house: House, sessions: int) -> None:
    print(f"\n{title}\n{'':44}{'median':>9}{'p95':>9}{'slowest':>9}{'lines':>7}")
    for name, filters in _questions(sessions).items():
        took, found = [], 0
        for _ in range(ROUNDS):
            wanted, after = next(filters)
            began = time.perf_counter()
            page = house.sessions.page(HR, wanted, after, LINES)
            took.append(1000 * (time.perf_counter() - began))
            found += len(page.lines)
        p95 = statistics.quantiles(took, n=20)[-1]
        late = "" if p95 <= AIM_MS else f"  over {AIM_MS:.0f} ms"
        print(f"{name:44}{statistics.median(took):9.1f}{p95:9.1f}{max(took):9.1f}{found // ROUNDS:7}{late}")


def _questions(sessions: int) -> dict[str, Iterator[tuple[SessionFilter, str]]]:
    """Endless questions of each kind."""

    def ask(after: bool = False, **fields: str | Callable[[], str]) -> Iterator[tuple[SessionFilter, str]]:
        while True:
            given = {name: value if isinstance(value, str) else value() for name, value in fields.items()}
            yield SessionFilter(**given), f"{_day()}T12:00:00.000Z~{'8' * 32}" if after else ""

    word = partial(_DICE.choice, _VOCABULARY[:50])
    seldom = partial(_DICE.choice, _VOCABULARY[2000:])
    station = lambda: f"{_DICE.randrange(STATIONS):032x}"  # noqa: E731
    return {
        "the newest": ask(),
        "somewhere in the middle": ask(after=True),
        "one state (1 of 200)": ask(status="in_progress"),
        "one decision": ask(final_status="passed"),
        "one pack": ask(pack_id=lambda: f"pack-{_DICE.randrange(20)}"),
        "one booth": ask(station_id=station),
        "one booth, one decision": ask(station_id=station, final_status="failed"),
        "one day": ask(since_wall=lambda: f"{_day()}T00:00:00.000Z"),
        "recordings that failed (1 of 100)": ask(recording_status="failed"),
        "the beginning of a session's number": ask(text=lambda: _id(_DICE.randrange(1, sessions))[:8]),
        "a name": ask(text=lambda: f"Candidate {_DICE.randrange(sessions)}"),
        "a word that 20 people said": ask(text=lambda: f"rare{_DICE.randrange(RARE)}"),
        "a word that some said": ask(text=seldom),
        "a word that nearly everybody said": ask(text=word),
        "two such words": ask(text=lambda: f"{word()} {word()}"),
        "a common and a seldom word": ask(text=lambda: f"{word()} {seldom()}"),
        "a common word in one pack": ask(text=word, pack_id=lambda: f"pack-{_DICE.randrange(20)}"),
        "a seldom word at one booth": ask(text=seldom, station_id=station),
        "the first three letters of a word": ask(text=lambda: seldom()[:3]),
        "a word that nobody said": ask(text="xylophone"),
    }


def _day() -> str:
    return f"20{_DICE.randrange(22, 26)}-{_DICE.randrange(1, 13):02}-{_DICE.randrange(1, 29):02}"


def _id(number: int) -> str:
    """As PostgreSQL makes them below."""
    return hashlib.md5(f"session{number}".encode(), usedforsecurity=False).hexdigest()


def _text() -> str:
    return " ".join(_DICE.choices(_VOCABULARY, _OFTEN, k=WORDS))


# --- filling -------------------------------------------------------------------------------
_STATION = """INSERT INTO stations
(id, public_key, name, version, status, enrolled_wall, journal_seq, journal_hash, skew_s)
VALUES (:id, :id, :name, '1', 'active', '2022-01-01T00:00:00.000Z', 0, '', 0)"""
_COLUMNS = """(session_id, origin, station_id, revision, received_wall, candidate_id, pack_id, pack_version,
pack_title, status, created_wall, avatar_settings, device_info, network_quality, ended_by, end_reason,
recording_status, processing_status, analysis_status, final_status, summary)"""


@contextmanager
def _sqlite(folder: Path) -> Iterator[House]:
    house = build(ServerSettings(), folder / "small")
    _stations(house.database)
    values = """VALUES (:id, 'station', :station, 1, :wall, :id, :pack, '1', 'A pack', :status, :wall, '{}',
    '{}', '[]', '', '', :recording, 'completed', 'completed', :decision, '')"""
    with house.database.write() as db:
        for number in range(IN_SQLITE):
            wall = (
                f"20{22 + number % 4}-{1 + number % 12:02}-{1 + number % 28:02}T{number % 24:02}:00:00.000Z"
            )
            row = {
                "id": _id(number),
                "name": f"Candidate {number}",
                "wall": wall,
                "station": f"{number % STATIONS:032x}",
                "pack": f"pack-{number % 20}",
                "status": "in_progress" if number % 200 == 0 else "completed",
                "recording": "failed" if number % 100 == 7 else "completed",
                "decision": ("passed", "failed", "needs_review")[number % 3],
                "words": f"Candidate {number} rare{number % RARE} {_text()}",
            }
            db.execute(text("INSERT INTO candidates VALUES (:id, :name)"), row)
            db.execute(text(f"INSERT INTO sessions {_COLUMNS} {values}"), row)
            db.execute(text(f"INSERT INTO {index.TABLE} VALUES (:id, :wall, :words)"), row)
    yield house
    house.close()


def _stations(database: Database) -> None:
    with database.write() as db:
        for number in range(STATIONS):
            db.execute(text(_STATION), {"id": f"{number:032x}", "name": f"Booth {number}"})


@contextmanager
def _postgresql(url: str, folder: Path, sessions: int) -> Iterator[House]:
    house = build(ServerSettings(database=url), folder)
    _stations(house.database)
    began = time.monotonic()
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in _filling(sessions):
            connection.execute(statement)
    print(f"\n{sessions:,} sessions filled in within {time.monotonic() - began:.0f} s")
    yield house
    house.close()


def _filling(sessions: int) -> Iterator[str]:
    """A thousand-odd texts are shared: what counts for the index is how many sessions have a word."""
    yield "SET synchronous_commit = off"
    yield "SET maintenance_work_mem = '512MB'"
    yield "DROP INDEX ix_session_words_words"
    yield "CREATE TEMP TABLE texts (number int PRIMARY KEY, words tsvector)"
    for number in range(TEXTS):
        yield f"INSERT INTO texts VALUES ({number}, strip(to_tsvector('simple', '{_text()}')))"
    yield f"""CREATE TEMP TABLE made AS SELECT n, md5('session' || n) AS id,
        to_char(timestamp '2022-01-01' + n * interval '2 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS wall
        FROM generate_series(1, {sessions}) n"""
    yield "INSERT INTO candidates SELECT id, 'Candidate ' || n FROM made"
    yield f"""INSERT INTO sessions {_COLUMNS} SELECT id, 'station', lpad(to_hex(n % {STATIONS}), 32, '0'), 1,
        wall, id, 'pack-' || n % 20, '1', 'A pack',
        CASE WHEN n % 200 = 0 THEN 'in_progress' ELSE 'completed' END, wall,
        '{{}}', '{{}}', '[]', '', '', CASE WHEN n % 100 = 7 THEN 'failed' ELSE 'completed' END, 'completed',
        'completed', (ARRAY['passed', 'failed', 'needs_review'])[1 + n % 3], '' FROM made"""
    yield """INSERT INTO recordings SELECT id, 'video_files/a.mp4', md5(id) || md5(id), 300000000, 1800,
        'mp4',
        'HD', wall, wall, '[]', '[]', '{}' FROM made"""
    yield f"""INSERT INTO session_words SELECT id, wall, texts.words ||
        to_tsvector('simple', 'Candidate ' || n || ' rare' || n % {RARE})
        FROM made JOIN texts ON texts.number = (n::bigint * 7919) % {TEXTS}"""
    yield "CREATE INDEX ix_session_words_words ON session_words USING gin (words)"
    yield "VACUUM ANALYZE"


if __name__ == "__main__":
    main()
