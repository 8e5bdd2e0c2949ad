"""Runs in the guest, with the package's own Python: prints its clock, and the journal whenever it has grown.

Each line is JSON: the guest's monotonic clock in seconds, and either everything that happened since somebody
last touched the welcome screen, or ``null`` where that is what the line before said.
"""

import json
import sys
import time
from pathlib import Path

from kiosk.domain.plain import to_plain
from kiosk.flow.codec import encode
from kiosk.flow.recovery import Happened
from storage.station import open_station

LOOK_S = 0.5


def follow(data: Path) -> None:
    """Look twice a second until nobody listens any more."""
    storage = open_station(data, writable=False)
    seen: object = None
    while True:
        grown, seen = seen != (now := grows_with(data)), now
        news = [told(fact) for fact in storage.journal.unfinished()] if grown else None
        sys.stdout.write(json.dumps([time.monotonic(), news]) + "\n")
        sys.stdout.flush()
        time.sleep(LOOK_S)


def grows_with(data: Path) -> list[tuple[int, int]]:
    """What changes with every entry; reading all of them twice a second would be most of the guest's work."""
    files = (data / name for name in ("kiosk.db", "kiosk.db-wal"))
    stats = (file.stat() for file in files if file.exists())
    return [(stat.st_size, stat.st_mtime_ns) for stat in stats]


def told(fact: Happened) -> object:
    """One event and its moment."""
    return {"event": encode(fact.event), "moment": to_plain(fact.moment)}


if __name__ == "__main__":
    follow(Path(sys.argv[1]))
