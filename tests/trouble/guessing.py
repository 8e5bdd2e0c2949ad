"""Row 25, injected: somebody guesses a PIN and pulls the plug the moment it turns out wrong.

``python -m tests.trouble.guessing DATA MONO_S`` tries one wrong PIN at that time of the monotonic clock,
says ``judged`` between looking and answering, then what became of it.
"""

import subprocess
import sys
from pathlib import Path

from kiosk.domain.moment import Moment
from kiosk.domain.staff import PinAnswer, PinRefused
from storage.database import Database
from storage.staff import Staff
from storage.station import open_station

NAME, PIN, WRONG = "Staff A", "246813", "000000"
JUDGED = "judged"
_FAR_APART_S = 1e6
"""Longer than any wait."""


class Overheard(Staff):
    """Tells when a PIN has been looked at, which is all that somebody who guesses needs."""

    def _fits(self, pin_hash: str, pin: str) -> bool:
        fits = super()._fits(pin_hash, pin)
        say(JUDGED)
        sys.stdin.readline()  # the plug is pulled here
        return fits


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def booth(data: Path) -> Path:
    """A station with one member of staff."""
    storage = open_station(data)
    storage.staff.add(NAME, PIN)
    storage.close()
    return data


def guess_once(data: Path, number: int) -> str:
    """Start the program that guesses, kill it the moment it knows; what was heard of it."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.trouble.guessing", str(data), str(number * _FAR_APART_S)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    assert program.stdin is not None
    heard = program.stdout.readline().strip()
    program.kill()
    program.wait()
    program.stdin.close()
    program.stdout.close()
    return heard


def check(data: Path, pin: str, mono_s: float) -> PinAnswer:
    """Try a PIN in this process."""
    database = Database(data / "kiosk.db")
    try:
        return Staff(database).check(NAME, pin, Moment("2026-01-01T00:00:00.000Z", "boot", mono_s))
    finally:
        database.close()


def main() -> None:
    """Try one wrong PIN."""
    data, mono_s = Path(sys.argv[1]), float(sys.argv[2])
    answer = Overheard(Database(data / "kiosk.db")).check(
        NAME, WRONG, Moment("2026-01-01T00:00:00.000Z", "boot", mono_s)
    )
    say(answer.problem if isinstance(answer, PinRefused) else "in")


if __name__ == "__main__":
    main()
