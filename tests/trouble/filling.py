"""Row 7, injected: something else fills the disk while the recorder records and the journal is written."""

import subprocess
import sys
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import HD, Recording, RecordingOrder
from kiosk.flow.facts import RecordingFinished, RecordingStarted, RecordingStopped
from storage.media import MediaStore
from tests.recorders import SIM, recorder_booth
from tests.trouble.outages import raised, when
from tests.trouble.power import Kiosk

DISK_MIB = 1536
"""So much that a station lays its ballast."""
FULL_MIB = 48
_LIMITS = ("--low-mib", "96", "--full-mib", str(FULL_MIB))
"""The recorder's, scaled to this disk."""
_BEFORE_S, _AFTER_S = 2.0, 1.5

_STRANGER = """
import os, sys
size, left = 1 << 28, int(sys.argv[2])
with open(sys.argv[1], "wb") as file:
    end = 0
    while size >= 4096:
        room = os.statvfs(sys.argv[1])
        try:
            if room.f_bavail * room.f_frsize - size < left:
                raise OSError
            os.posix_fallocate(file.fileno(), end, size)
            end += size
        except OSError:
            size //= 2
"""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a full disk cost."""

    message_s: float
    """From the last free byte to the fact that says so."""
    lost_s: float
    """Of picture and sound that were recorded before the last free byte was gone."""
    acknowledged_lost: int
    acknowledged_after: int
    """Entries of the journal that were still acknowledged on the full disk."""
    recording: Recording


def fill_the_disk(root: Path, leave_mib: int) -> Filled:
    """Fill it under a recording; where nothing was left, make room again before it is finished."""
    session = SessionId(uuid.uuid4().hex)
    folder = MediaStore(root).session_folder(session)
    order = RecordingOrder(session, str(folder), "Booth 3", HD)
    with Kiosk(root) as kiosk, recorder_booth(*_LIMITS) as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        kiosk.wait_until_back()
        time.sleep(_BEFORE_S)
        stranger = _fill(root, leave_mib)
        filled_s = time.monotonic()
        message_s = when(heard, raised(FaultCode.DISK_FULL), 1) - filled_s
        heard.wait_for(RecordingStopped)
        acknowledged_then = kiosk.acknowledged
        time.sleep(_AFTER_S)
        acknowledged = kiosk.kill()
        if not leave_mib:
            stranger.unlink()
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    with Kiosk(root) as again:
        again.wait_until_back()
    (segment,) = recording.segments
    return Filled(
        message_s=message_s,
        lost_s=max(0.0, filled_s - segment.started_mono_s - segment.duration_s),
        acknowledged_lost=max(0, acknowledged - again.found),
        acknowledged_after=acknowledged - acknowledged_then,
        recording=recording,
    )


def _fill(root: Path, leave_mib: int) -> Path:
    stranger = root / "stranger"
    command = (sys.executable, "-c", _STRANGER, str(stranger), str(leave_mib << 20))
    subprocess.run(command, check=True)
    return stranger
