"""What a person at a command line does with devices and finished recordings; every command gives one line.

All of them raise ``CaptureError`` with the sentence to show.
"""

import sys
import threading
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from capture.errors import ExportError
from kiosk.domain.copies import CopyForm

if TYPE_CHECKING:
    from capture.exports import Export

_TELL_EVERY_S = 0.5


def devices(_arguments: Namespace) -> str:
    """Every device, with what to call it."""
    from capture.devices import list_cameras, list_loudspeakers, list_microphones

    sides = {"camera": list_cameras, "microphone": list_microphones, "loudspeaker": list_loudspeakers}
    found = [f"{side}\t{entry.choice}\t{entry.title}" for side, listed in sides.items() for entry in listed()]
    return "\n".join(found) or "no devices; sim stands for simulated ones"


def export(arguments: Namespace) -> str:
    """Copy to another form; progress goes to standard error, Ctrl-C cancels."""
    from capture.exports import Export

    job = Export(arguments.recording, arguments.out, CopyForm(arguments.form))
    over = threading.Event()
    reporter = threading.Thread(target=_report, args=(job, over))
    reporter.start()
    try:
        outcome = job.run()
    except KeyboardInterrupt:
        job.cancel()
        raise
    finally:
        over.set()
        reporter.join()
    return f"{arguments.out}: {outcome}, {arguments.out.stat().st_size} bytes"


def thumbnails(arguments: Namespace) -> str:
    """A sheet of small pictures and its index, and one larger picture."""
    from capture.thumbnails import write_sheet, write_thumbnail

    folder = _folder(arguments.out)
    write_thumbnail(arguments.recording, folder / "thumbnail.jpg", arguments.at)
    made = write_sheet(arguments.recording, folder)
    return f"{made.sheet}: {made.pictures} pictures, listed in {made.index.name}"


def waveform(arguments: Namespace) -> str:
    """Peaks and their drawing."""
    from capture.waveform import read_waveform

    heard = read_waveform(arguments.recording)
    folder = _folder(arguments.out)
    (folder / "waveform.json").write_text(heard.json(), "utf-8")
    (folder / "waveform.svg").write_text(heard.svg(arguments.recording.name), "utf-8")
    return f"{folder}: waveform.json and waveform.svg, {len(heard.peaks)} peaks of {heard.length_s:.1f} s"


def denoise(arguments: Namespace) -> str:
    """A copy with less noise."""
    from capture.denoise import write_denoised

    write_denoised(arguments.recording, arguments.out)
    return str(arguments.out)


def _report(job: "Export", over: threading.Event) -> None:
    while not over.wait(_TELL_EVERY_S):
        sys.stderr.write(f"\r{job.progress:4.0%}")
        sys.stderr.flush()
    sys.stderr.write("\r")


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise ExportError(f"There is no folder {path}.")
    return path
