"""The recorder as the kiosk process holds it: ``kiosk.ports.recorder.Recorder`` over a Unix socket.

Starts the recorder process when there is none, finds it again when there is one, and starts another
when it dies; devices and masks are then as they were, and beginning again is the caller's decision.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from capture import wire
from capture.errors import RecorderAwayError
from capture.link import Launch, Link
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.masks import Masks
from kiosk.domain.recording import DeviceChoice, RecordingOrder
from kiosk.flow.facts import FaultCleared, FaultRaised, RecorderFact
from kiosk.ports.recorder import PreviewPicture, RecorderStatus

_TRY_AGAIN_S = 0.5
_HEALTHY_AFTER_S = 1.0
_LONGEST_PAUSE_S = 8.0


def _pause_s(quick_deaths: int) -> float:
    """None after the first death, then doubling for a recorder that dies at once every time."""
    return 0.0 if quick_deaths <= 1 else min(_LONGEST_PAUSE_S, 0.25 * 2.0 ** (quick_deaths - 1))


class RecorderClient:
    """Orders from any thread return at once; facts come on the thread ``recorder.client``."""

    def __init__(self, launch: Launch) -> None:
        self._launch = launch
        self._listener: Callable[[RecorderFact], None] = lambda _: None
        self._lock = threading.Lock()
        self._outbox: deque[wire.Order] = deque()
        self._link: Link | None = None
        self._status: RecorderStatus | None = None
        self._devices: DeviceChoice | None = None
        self._masks = Masks()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder.client", daemon=True)

    def listen(self, listener: Callable[[RecorderFact], None]) -> None:
        """Whom to tell; from now on the recorder is there."""
        self._listener = listener
        self._thread.start()

    def open(self, devices: DeviceChoice) -> None:
        """Open the devices, now and after every restart."""
        self._devices = devices
        self._send(wire.Open(devices))

    def close(self) -> None:
        """Close the devices; ignored while recording."""
        if not (self._status and self._status.recording):
            self._devices = None
        self._send(wire.Close())

    def scan(self, on: bool) -> None:
        """Look for a QR code."""
        self._send(wire.Scan(on))

    def begin(self, order: RecordingOrder) -> None:
        """Start recording, or continue with the next segment."""
        self._send(wire.Begin(order))

    def mark(self, key: str, title: str, label: str) -> None:
        """Start a chapter."""
        self._send(wire.Mark(key, title, label))

    def mask(self, masks: Masks) -> None:
        """Cover or uncover devices, now and after every restart."""
        self._masks = masks
        self._send(wire.Mask(masks))

    def play(self, sound: Path, name: str, into_recording: bool, volume: float = 1.0) -> None:
        """Play a WAV file."""
        self._send(wire.Play(str(sound.absolute()), name, into_recording, volume))

    def stop_playing(self) -> None:
        """Fall silent."""
        self._send(wire.StopPlaying())

    def sample(self, seconds: float) -> None:
        """Keep the next seconds in the recorder's memory."""
        self._send(wire.Sample(seconds))

    def play_sample(self) -> None:
        """Play the sample."""
        self._send(wire.PlaySample())

    def discard_sample(self) -> None:
        """Forget the sample."""
        self._send(wire.DiscardSample())

    def calibrate(self) -> None:
        """Chirp while the screen flashes."""
        self._send(wire.Calibrate())

    def prove(self, key: str, start_mono_s: float, end_mono_s: float) -> None:
        """Examine what was recorded between two instants."""
        self._send(wire.Prove(key, start_mono_s, end_mono_s))

    def record_screen(self, display: str) -> None:
        """Film a display."""
        self._send(wire.RecordScreen(display))

    def stop_screen(self) -> None:
        """End the film."""
        self._send(wire.StopScreen())

    def stop(self, reason: str) -> None:
        """Close the running segment."""
        self._send(wire.Stop(reason))

    def finish(self, order: RecordingOrder) -> None:
        """Join the session's segments."""
        self._send(wire.Finish(order))

    def say(self, sound: Path) -> None:
        """Have the simulated candidate say this; a real microphone takes no notice."""
        self._send(wire.Say(str(sound.absolute())))

    def preview(self) -> PreviewPicture | None:
        """The latest picture; the first call after a while may find none."""
        link = self._link
        return link.preview.latest() if link else None

    def status(self) -> RecorderStatus | None:
        """The latest status."""
        return self._status

    def shut_down(self) -> None:
        """Close this end and wait for the thread."""
        self._over.set()
        with self._lock:
            if self._link:
                self._link.hang_up()
        if self._thread.is_alive():
            self._thread.join()

    def _send(self, order: wire.Order) -> None:
        with self._lock:
            self._outbox.append(order)
            self._flush()

    def _flush(self) -> None:
        while self._link and self._outbox and self._link.send(self._outbox[0]):
            self._outbox.popleft()

    def _run(self) -> None:
        lost, quick_deaths = False, 0
        while not self._over.is_set():
            try:
                link = self._launch.connect(self._over)
            except RecorderAwayError as error:
                lost = lost or self._lose(str(error))
                self._over.wait(_TRY_AGAIN_S)
                continue
            if lost:
                self._listener(FaultCleared(FaultCode.RECORDER_LOST))
            began_s = time.monotonic()
            self._attach(link)
            self._listen_to(link)
            self._detach(link)
            lost = not self._over.is_set() and self._lose("the recorder process ended")
            quick_deaths = quick_deaths + 1 if time.monotonic() - began_s < _HEALTHY_AFTER_S else 0
            self._over.wait(_pause_s(quick_deaths))

    def _lose(self, detail: str) -> bool:
        self._listener(FaultRaised(Fault(FaultCode.RECORDER_LOST, detail)))
        return True

    def _attach(self, link: Link) -> None:
        with self._lock:
            restored: list[wire.Order] = [wire.Mask(self._masks)]
            if self._devices:
                restored.append(wire.Open(self._devices))
            self._outbox.extendleft(reversed(restored))
            self._link = link
            if self._over.is_set():  # who shut down found no link to hang up
                link.hang_up()
            self._flush()

    def _detach(self, link: Link) -> None:
        with self._lock:
            self._link = None
            self._status = None
        link.close()

    def _listen_to(self, link: Link) -> None:
        while (news := link.receive()) is not None:
            for item in news:
                if isinstance(item, RecorderStatus):
                    self._status = item
                elif not isinstance(item, wire.Hello):
                    self._listener(item)
