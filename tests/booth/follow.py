"""Runs in the guest, with the package's own Python: prints the journal of the interview whenever it grows.

Each line is everything that happened since somebody last touched the welcome screen, as JSON.
"""

import json
import sys
import time
from pathlib import Path

from kiosk.domain.plain import to_plain
from kiosk.flow.codec import encode
from storage.station import open_station

LOOK_S = 0.5


def follow(data: Path) -> None:
    """Look twice a second until nobody listens any more."""
    storage = open_station(data, writable=False)
    told = ""
    while True:
        history = storage.journal.unfinished()
        happened = [{"event": encode(fact.event), "moment": to_plain(fact.moment)} for fact in history]
        if (line := json.dumps(happened)) != told:
            told = line
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
        time.sleep(LOOK_S)


if __name__ == "__main__":
    follow(Path(sys.argv[1]))
