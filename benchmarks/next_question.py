"""How long after an answer is the next question heard? `python -m benchmarks.next_question [interviews]`

Whole demos with the simulated devices. Counted from the event that ends an
answer, as the journal has it, to the first sample of the next question at the loudspeaker, as the recorder
tells it; both on the system's monotonic clock. Promised: at most 300 ms.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.flow.events import AnswerEnded, AnswerKept
from kiosk.flow.facts import SoundStarted
from kiosk.flow.recovery import Happened
from tests.station import Station

PROMISED_MS = 300.0


def waits_ms(history: Iterable[Happened]) -> Iterator[float]:
    """From the end of each answer to the beginning of the question after it."""
    ended_s: float | None = None
    for happened in history:
        match happened.event:
            case AnswerEnded() | AnswerKept():
                ended_s = happened.moment.mono_s
            case SoundStarted(name=name, mono_s=mono_s) if ended_s is not None and name.startswith(
                "question:"
            ):
                yield 1000 * (mono_s - ended_s)
                ended_s = None
            case _:
                pass


def main() -> None:
    """Measure and print."""
    waits: list[float] = []
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 3):
        with tempfile.TemporaryDirectory() as folder:
            station = Station(Path(folder) / "data")
            station.ask("demo", "--brisk", "--pack", "technical")
            waits += waits_ms(station.history())
    waits.sort()
    median, longest = waits[len(waits) // 2], waits[-1]
    told = f"median {median:.0f} ms, longest {longest:.0f} ms, promised {PROMISED_MS:.0f} ms"
    sys.stdout.write(f"{len(waits)} questions: {told}\n")
    sys.exit(0 if waits[-1] <= PROMISED_MS else 1)


if __name__ == "__main__":
    main()
