"""Sealing what an hour's interview leaves on the disk: streamed into an age file, then overwritten.

``PYTHONPATH=. python benchmarks/sealing.py [MEGABYTES]``; an hour in HD is some 1,200.
"""

import os
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path

import pyrage

from kiosk.domain.ids import SessionId
from storage.media import MediaStore
from storage.privacy.sealing import seal
from storage.station import open_station

SESSION = SessionId("5e" * 16)
TICK_S = 0.002


def main() -> None:
    """Print how long it takes, and for how long another thread of the program had to wait at most."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
    public = str(pyrage.x25519.Identity.generate().to_public())
    with tempfile.TemporaryDirectory() as folder:
        storage = open_station(Path(folder))
        storage.journal.keys.make(SESSION)
        _write_recording(storage.media, megabytes)
        work = threading.Thread(target=seal, args=(SESSION, [public], storage.database, storage.media))
        begun = time.perf_counter()
        work.start()
        waited_s = _longest_wait_s(work)
        took_s = time.perf_counter() - begun
        storage.close()
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"sealed and overwritten {megabytes} MB in {took_s:.1f} s ({megabytes / took_s:.0f} MB/s)")
    print(f"another thread waited {waited_s * 1000:.0f} ms at most; memory at most {memory_mb:.0f} MB")


def _write_recording(media: MediaStore, megabytes: int) -> None:
    with (media.session_folder(SESSION) / "video_files/interview.mp4").open("wb") as file:
        for _ in range(megabytes):
            file.write(os.urandom(1_000_000))
        os.fsync(file.fileno())


def _longest_wait_s(work: threading.Thread) -> float:
    longest_s, last = 0.0, time.perf_counter()
    while work.is_alive():
        time.sleep(TICK_S)
        longest_s, last = max(longest_s, time.perf_counter() - last), time.perf_counter()
    return longest_s - TICK_S


if __name__ == "__main__":
    main()
