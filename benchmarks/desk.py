"""HR's list with 10,000 sessions: how long opening, turning, sorting and searching take.

Measured are the station's memory alone and the list on the screen, from the wish to the drawn lines.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any, cast

from sqlalchemy import FromClause, Table, insert, text

from kiosk.assessment.fairness import board
from kiosk.assessment.ratings import rated
from kiosk.domain.answer import Outcome
from kiosk.domain.consent import Scoring
from kiosk.domain.export import ExportOutcome
from kiosk.domain.pack import Difficulty, QuestionKind
from kiosk.domain.printing import Printed
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.domain.transcript import Origin
from kiosk.ports.shelves import Order, Search, Shelf
from kiosk.runtime.clock import SystemClock
from storage import tables
from storage.desk import DeskTools, SqlDesk
from storage.export.outfit import local_drives
from storage.privacy.reading_desk import ReadingDesk
from storage.station import Storage, open_station
from storage.statuses import WorkStatus

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SESSIONS, QUESTIONS, WORDS = 10_000, 5, 150
AT_ONCE = 50
ROUNDS = 15
OPENS_MS, FINDS_MS = 200.0, 100.0

SEARCHES = {
    "open the list": Search(),
    "sort by candidate": Search(order=Order.CANDIDATE),
    "waiting for a decision": Search(shelf=Shelf.TO_DECIDE),
    "search a name": Search("Candidate 77"),
}


def main() -> None:
    """Fill a station, ask it, and print the medians and the slowest."""
    with tempfile.TemporaryDirectory() as folder:
        storage = open_station(Path(folder))
        said = fill(storage)
        desk = SqlDesk(
            storage.database,
            storage.media,
            DeskTools(rated, lambda _: (), board, lambda _: Printed.SENT, lambda _: ExportOutcome.DONE, dict),
        )
        print(f"{SESSIONS} sessions, {SESSIONS * QUESTIONS} transcripts of {WORDS} words")
        often, now_and_then, rarely = said[0], said[300], said[-1]
        searches = {
            "search a rare word": Search(f"{rarely} "),
            "search a word that everybody says": Search(f"{often} "),
            "search two words": Search(f"{often} {now_and_then} "),
            "search as one letter is typed": Search(often[:1]),
            "search as two letters are typed": Search(often[:2]),
            "search as four letters are typed": Search(now_and_then[:4]),
        }
        for name, search in (SEARCHES | searches).items():
            total = desk.page(search, 0, AT_ONCE).total
            report(f"{name} ({total} found)", partial(desk.page, search, 0, AT_ONCE))
        report("the last page", lambda: desk.page(Search(), SESSIONS - AT_ONCE, AT_ONCE))
        report("the fairness board", partial(desk.board, None), rounds=3, bound_ms=None)
        sat_at = ReadingDesk(storage, lambda _: desk, local_drives, SystemClock())
        report("open the list on the screen, to its first drawn line", partial(opened, sat_at))
        storage.close()


def opened(desk: ReadingDesk) -> None:
    """From nothing to a window with lines in it; loading Qt itself is not counted."""
    from PySide6.QtWidgets import QApplication

    from kiosk.domain.staff import Role, StaffMember
    from kiosk.flow.states import Kiosk
    from ui.bridge import Bridge
    from ui.desk.desk import DeskView
    from ui.samples import StillStation

    app = QApplication.instance() or QApplication(["desk"])
    station = StillStation(Kiosk())
    station.desk = desk
    bridge = Bridge(station)
    view = DeskView(bridge, StaffMember("HR", Role.HR))
    view.resize(1280, 720)
    view.show()
    view.open()
    while not view.sessions.model.rowCount():
        app.processEvents()
    view.grab()
    view.put_away()
    bridge.close()


def report(
    name: str, ask: Callable[[], object], rounds: int = ROUNDS, bound_ms: float | None = FINDS_MS
) -> None:
    """One line: median and slowest of some rounds."""
    took_ms = []
    for _ in range(rounds):
        began = time.perf_counter()
        ask()
        took_ms.append((time.perf_counter() - began) * 1000)
    bound_ms = OPENS_MS if "open" in name else bound_ms
    mark = "" if bound_ms is None else "ok" if statistics.median(took_ms) <= bound_ms else "TOO SLOW"
    print(f"  {name:<55} median {statistics.median(took_ms):6.1f} ms  slowest {max(took_ms):6.1f} ms  {mark}")


def fill(storage: Storage) -> list[str]:
    """Every row that the list and the search read; the words that are said, the commonest first."""
    chance = random.Random(7)
    vocabulary = [word(chance) for _ in range(20_000)]
    weights = list(
        accumulate(1 / rank for rank in range(1, len(vocabulary) + 1))
    )  # as often as in real speech
    with storage.database.write() as db:
        for table, rows in (
            (tables.CandidateRow, candidates()),
            (tables.SessionRow, sessions(chance)),
            (tables.QuestionRow, questions()),
            (tables.AnswerRow, answers()),
            (tables.TranscriptRow, transcripts(chance, vocabulary, weights)),
            (tables.RecordingRow, recordings()),
        ):
            _insert(db, table.__table__, rows)
        db.execute(
            text(
                "INSERT INTO session_search(rowid, text) SELECT s.seq, group_concat(t.text, char(10)) "
                "FROM sessions s JOIN transcripts t ON t.session_id = s.id GROUP BY s.seq"
            )
        )
    return vocabulary


def word(chance: random.Random) -> str:
    """As long as words are."""
    return "".join(chance.choices("etaoinsrhldcumfpgwybvkxjqz", range(26, 0, -1), k=chance.randint(4, 11)))


def _insert(db: Any, table: FromClause, rows: Iterator[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == 5000:
            db.execute(insert(cast(Table, table)), batch)
            batch = []
    if batch:
        db.execute(insert(cast(Table, table)), batch)


def session_id(number: int) -> str:
    """Any id."""
    return f"{number * 7919 % (1 << 64):032x}"


def moment(name: str, number: int) -> dict[str, Any]:
    """Three sessions an hour."""
    wall = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(1_700_000_000 + 1200 * number))
    return {f"{name}_wall": wall, f"{name}_boot_id": "boot", f"{name}_mono_s": 1200.0 * number}


def candidates() -> Iterator[dict[str, Any]]:
    """One person a session."""
    return ({"id": f"c{number}", "name": f"Candidate {number}"} for number in range(SESSIONS))


def sessions(chance: random.Random) -> Iterator[dict[str, Any]]:
    """Most of them over, half of them decided."""
    for number in range(SESSIONS):
        yield {
            "id": session_id(number),
            "seq": 200 * number + 3,
            "candidate_id": f"c{number}",
            "invitation_id": f"i{number}",
            "pack_id": f"pack{number % 4}",
            "pack_version": "1",
            "pack_title": f"Interview {number % 4}",
            "status": SessionStatus.COMPLETED if number % 20 else SessionStatus.DECLINED,
            **moment("created", number),
            "scoring": Scoring.AI_AND_HUMAN,
            "recording_status": RecordingStatus.COMPLETED,
            "processing_status": WorkStatus.COMPLETED,
            "analysis_status": WorkStatus.COMPLETED,
            "final_status": chance.choice(list(FinalStatus)),
        }


def questions() -> Iterator[dict[str, Any]]:
    """The same ones for everybody."""
    for number in range(SESSIONS):
        for at in range(1, QUESTIONS + 1):
            yield {
                "session_id": session_id(number),
                "number": at,
                "question_id": f"q{at}",
                "kind": QuestionKind.GENERAL,
                "text": "Tell us about a day you remember.",
                "avatar": "ada",
                "keywords": [],
                "difficulty": Difficulty.EASY,
                "answer_limit_s": 120.0,
                "think_time_s": 0.0,
                "retakes": 0,
                "may_skip": True,
            }


def answers() -> Iterator[dict[str, Any]]:
    """One kept answer a question."""
    for number in range(SESSIONS):
        for at in range(1, QUESTIONS + 1):
            yield {
                "session_id": session_id(number),
                "question_id": f"q{at}",
                "attempt": 1,
                "outcome": Outcome.KEPT,
                "spoken_s": 60.0,
                "timed_out": False,
                **moment("asked", number),
                **moment("ended", number),
            }


def transcripts(
    chance: random.Random, vocabulary: list[str], weights: list[float]
) -> Iterator[dict[str, Any]]:
    """Words as often as words are said: few of them all the time, most of them rarely."""
    for number in range(SESSIONS):
        for at in range(1, QUESTIONS + 1):
            yield {
                "session_id": session_id(number),
                "question_id": f"q{at}",
                "attempt": 1,
                **moment("written", number),
                "origin": Origin.RECOGNISED,
                "engine": "none",
                "language": "en",
                "text": " ".join(chance.choices(vocabulary, cum_weights=weights, k=WORDS)),
                "transcript": {},
            }


def recordings() -> Iterator[dict[str, Any]]:
    """One a session."""
    for number in range(SESSIONS):
        yield {
            "session_id": session_id(number),
            "file": "video_files/a.mp4",
            "sha256": "0" * 64,
            "size_bytes": 1,
            "duration_s": 900.0 + number % 600,
            "format": "mp4",
            "quality": "hd",
            **moment("finished", number),
            "started_wall": "2026-01-01T00:00:00.000Z",
            "details": {},
        }


if __name__ == "__main__":
    main()
