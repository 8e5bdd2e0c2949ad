"""A kiosk that does nothing but keep a journal: `python -m tests.trouble.answering DATA`.

It goes on where the journal ends and says so in one line: how many entries it found, whether their chain
holds, and at which question it is. Then it journals the passing of an answer's time, and prints how many
entries there are each time one is acknowledged.
"""

import sys
import time
from pathlib import Path

import structlog

from capture.timebase import boot_id
from kiosk.flow.events import ContinueRequested, StationStarted, TimePassed
from kiosk.flow.facts import RecordingStarted
from kiosk.flow.recovery import replay
from kiosk.flow.states import Questioning
from storage.station import open_station
from tests.interviews import SESSION, Interview

_EVERY_S = 0.04


def main(data: Path) -> None:
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    storage = open_station(data)
    verdict = storage.journal.verify()
    interview = Interview(storage.journal, boot=boot_id())
    interview.kiosk = replay(storage.journal.unfinished())
    if verdict.entries:
        started = RecordingStarted(SESSION, 1 + verdict.entries, "2026-01-01T00:00:00.000Z")
        interview.happen(StationStarted("0.1.0"), started, ContinueRequested())
    else:
        interview.arrive_and_ask()
    assert isinstance(interview.kiosk.scene, Questioning)
    say(verdict.entries, int(verdict.ok), interview.kiosk.scene.index)
    entries = storage.journal.verify().entries
    while True:
        interview.happen(TimePassed(), after_s=0.001)
        entries += 1
        say(entries)
        time.sleep(_EVERY_S)


def say(*numbers: int) -> None:
    print(*numbers, flush=True)  # noqa: T201 - read by whoever started it


if __name__ == "__main__":
    main(Path(sys.argv[1]))
