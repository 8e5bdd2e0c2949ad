"""Row 1, injected: the power goes while the recorder records and the journal is written."""

import random
import subprocess
import sys
import threading
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest

from capture.client import RecorderClient
from capture.pump import DELAY_NS
from kiosk.domain.ids import SessionId
from kiosk.domain.recording import Quality, Recording, RecordingOrder, Segment
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from storage.media import MediaStore
from tests.disks import LoopDisk
from tests.recorders import SIM, Heard, RecorderBooth, recorder_booth
from tests.recordings import RATE, Footage

_EARLIEST_S, _LATEST_S = 0.1, 4.0
"""How long the recording may have been running when the power goes."""
_GONE_ON_S = 0.7
_FIRST_VOICE = "audio_files/segment_001.flac"


@dataclass(frozen=True, slots=True)
class Cut:
    """What one power cut cost."""

    recorded_s: float
    lost_s: float
    """Of picture and sound."""
    voice_lost_s: float
    """Of the voice track."""
    acknowledged_lost: int
    """Entries of the journal."""
    chain_holds: bool
    gap_shown: bool
    resumed_s: float
    """From the start of the programs to the same question and recording again."""


class Kiosk:
    """A process that keeps the journal (``tests.trouble.answering``)."""

    def __init__(self, data: Path) -> None:
        command = (sys.executable, "-m", "tests.trouble.answering", str(data))
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.found = 0
        self._acknowledged: list[tuple[float, int]] = []
        self._listener = threading.Thread(target=self._listen, name="kiosk.listener")

    def wait_until_back(self) -> None:
        """Until it is at its question."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        assert line, "the station does not find its place again"
        self.found, sound, self.question = map(int, line.split())
        self.sound = bool(sound)
        self._listener.start()

    @property
    def acknowledged(self) -> int:
        """How many entries it has acknowledged."""
        return self.acknowledged_until(time.monotonic())

    def acknowledged_until(self, instant_s: float) -> int:
        """How many it had acknowledged then: while the file system is being shut down it may say anything."""
        return max((count for at_s, count in self._acknowledged if at_s < instant_s), default=self.found)

    def kill(self) -> int:
        """Gives how many entries it had acknowledged; harmless when it is dead."""
        self._process.kill()
        with self._process:
            if self._listener.ident:
                self._listener.join()
            return self.acknowledged

    def __enter__(self) -> "Kiosk":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.endswith("\n"):
                self._acknowledged.append((time.monotonic(), int(line)))


def suffer_power_cuts(disk: LoopDisk, quality: Quality, count: int) -> list[Cut]:
    """Cut the power so often, each time in another recording and in the same journal."""
    with recorder_booth() as booth:
        return [_suffer(disk, quality, booth) for _ in range(count)]


@dataclass(frozen=True, slots=True)
class _Before:
    """What was known when the power went."""

    begun_s: float
    cut_s: float
    acknowledged: int
    question: int


def _suffer(disk: LoopDisk, quality: Quality, booth: RecorderBooth) -> Cut:
    session = SessionId(uuid.uuid4().hex)
    folder = MediaStore(disk.root).session_folder(session)
    order = RecordingOrder(session, str(folder), "Booth 3", quality)
    before = _record_until_the_cut(disk, order, booth)
    disk.unmount()
    disk.mount()
    started_s = time.monotonic()
    with Kiosk(disk.root) as again, booth.client() as (client, heard):
        _begin(client, heard, order, again)
        resumed_s = time.monotonic() - started_s
        time.sleep(_GONE_ON_S)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    assert again.question == before.question
    kept, voice_s = _kept(recording, folder)
    recorded_s = before.cut_s - (kept.started_mono_s if kept else before.begun_s)
    return Cut(
        recorded_s=recorded_s,
        lost_s=recorded_s - (kept.duration_s if kept else 0.0),
        voice_lost_s=recorded_s - voice_s,
        acknowledged_lost=max(0, before.acknowledged - again.found),
        chain_holds=again.sound,
        gap_shown=bool(recording.gaps) or kept is None,
        resumed_s=resumed_s,
    )


def _record_until_the_cut(disk: LoopDisk, order: RecordingOrder, booth: RecorderBooth) -> _Before:
    with Kiosk(disk.root) as kiosk, booth.client() as (client, heard):
        _begin(client, heard, order, kiosk)
        begun_s = heard.when(RecordingStarted) - DELAY_NS / 1e9
        time.sleep(random.uniform(_EARLIEST_S, _LATEST_S))
        still_there_s = time.monotonic()
        disk.cut_power()
        gone_s = time.monotonic()
        for process in booth.processes():
            process.kill()
        kiosk.kill()
        return _Before(begun_s, gone_s, kiosk.acknowledged_until(still_there_s), kiosk.question)


def _begin(client: RecorderClient, heard: Heard, order: RecordingOrder, kiosk: Kiosk) -> None:
    client.open(SIM)
    client.begin(order)
    heard.wait_for(RecordingStarted)
    kiosk.wait_until_back()


def _kept(recording: Recording, folder: Path) -> tuple[Segment | None, float]:
    """What there is of the first segment, and how many seconds of its voice track can be played."""
    footage = Footage(folder / recording.file)
    assert len(footage.brightness) / footage.fps == pytest.approx(recording.duration_s, abs=0.1)
    assert len(footage.sound) / RATE == pytest.approx(recording.duration_s, abs=0.1)
    voices = {track: _voice_s(folder / track) for track in recording.voice_tracks}
    assert all(voices.values()), f"unreadable: {voices}"
    first = next((segment for segment in recording.segments if segment.number == 1), None)
    return first, voices.get(_FIRST_VOICE, 0.0)


def _voice_s(track: Path) -> float:
    command = ("ffmpeg", "-v", "fatal", "-i", str(track), "-f", "s16le", "-")
    return len(subprocess.run(command, capture_output=True, check=False).stdout) / 2 / RATE
