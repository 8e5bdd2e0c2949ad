"""The station's memory: appending with all tables, checking the chain, making the tables again.

``python benchmarks/journal.py [SESSIONS]``; a session has some 300 events. 500 sessions take a few minutes.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.events import Event, NewInterviewRequested, StationStarted, TimePassed
from kiosk.flow.recovery import Happened
from kiosk.flow.states import Kiosk
from kiosk.ports.journal import Journal
from storage.station import open_station
from tests.interviews import STORY, Interview, invitation

TICKS = 270


class TimedJournal:
    """A journal that remembers how long each append took, in seconds."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.took_s: list[float] = []

    def append(self, event: Event, moment: Moment, session: SessionId | None, after: Kiosk) -> None:
        """See ``Journal``."""
        begun = time.perf_counter()
        self._journal.append(event, moment, session, after)
        self.took_s.append(time.perf_counter() - begun)

    def unfinished(self) -> Sequence[Happened]:
        """See ``Journal``."""
        return self._journal.unfinished()


def one_session(journal: Journal, number: int) -> None:
    """An interview of usual length, on a station that was started for it."""
    interview = Interview(journal, SessionId(f"{number:032x}"))
    interview.happen(StationStarted("0.1.0"))
    interview.begin(station_starts=False)
    interview.accept(invitation(str(number)))
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.ask(STORY)
    interview.happen(*[TimePassed()] * TICKS)
    interview.answer_all()
    interview.finish()
    interview.happen(NewInterviewRequested())


def timed(what: str, work: Callable[[], object]) -> None:
    """Print how long ``work`` takes."""
    begun = time.perf_counter()
    result = work()
    print(f"{what}: {time.perf_counter() - begun:.2f} s{f' ({result})' if result is not None else ''}")


def main(sessions: int) -> None:
    """Every figure, on a fresh station; /var/tmp is on a disk where /tmp may not be."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        storage = open_station(Path(folder))
        journal = TimedJournal(storage.journal)
        for number in range(sessions):
            one_session(journal, number)
        took_ms = sorted(took * 1000 for took in journal.took_s)
        p99 = took_ms[int(len(took_ms) * 0.99)]
        print(f"append: median {statistics.median(took_ms):.2f} ms, p99 {p99:.2f} ms, {len(took_ms)} events")
        timed("verify", lambda: str(storage.journal.verify()))
        timed("rebuild all tables", storage.journal.rebuild)
        timed("list sessions", lambda: len(storage.sessions.list_sessions()))
        storage.close()
        timed("open the station", lambda: open_station(Path(folder)).close())
        (Path(folder) / "kiosk.db").unlink()
        timed("restore from the copies", lambda: open_station(Path(folder)).close())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
