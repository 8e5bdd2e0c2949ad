"""What killing parts of a running interview costs, measured on the real station.

Run `python -m benchmarks.kills [kills]` from the project's folder, on a machine that does nothing else. It
writes `benchmarks/faults.md`.
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.trouble.kills import kill_the_kiosk, kill_the_recorder

REPORT = Path(__file__).with_name("faults.md")
HEAD = """# Faults, measured

Written by `python -m benchmarks.kills`: kill -9 in the middle of an answer, on the simulated booth at
1280x720 and 30 frames a second.

| killed | measured | kills | median s | most s | promised s |
|---|---|---|---|---|---|
"""


def row(killed: str, measured: str, seconds: Sequence[float], promised_s: float) -> str:
    """One line of the table."""
    figures = f"{len(seconds)} | {median(seconds):.2f} | {max(seconds):.2f} | {promised_s}"
    return f"| {killed} | {measured} | {figures} |\n"


def main() -> None:
    """Measure and write."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as folder:
        kiosk = kill_the_kiosk(Path(folder) / "kiosk", times)
        recorder = kill_the_recorder(Path(folder) / "recorder", times)
        (segment,) = kiosk.kept.recording.segments
        lost = (segment.frames - len(kiosk.kept.footage.brightness)) / 30
    gaps = [gap.length_s for gap in recorder.kept.recording.gaps if not gap.painted]
    text = HEAD + row("kiosk", "until the same question is on the screen", kiosk.back_s, 3.0)
    text += row("kiosk", "recording lost, all kills together", [lost], 0.0)
    text += row("recorder", "until the alarm", recorder.alarms_s, 1.0)
    text += row("recorder", "gap in the recording", gaps, 2.5)
    REPORT.write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
