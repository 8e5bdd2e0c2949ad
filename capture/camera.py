"""A real camera through OpenCV: read on a thread that can be given up, watched, reopened by identity.

The thread ``camera.watch`` looks after one thread ``camera.read``. When the read fails, or no picture has
come for two seconds, it reports ``CAMERA_LOST``, gives that thread up (a read that hangs in a driver cannot
be ended) and opens the same camera anew until pictures are back.
"""

import threading
import time
from collections.abc import Callable

from capture.addresses import Address, locate
from capture.errors import DeviceError
from capture.grabber import Grabber
from capture.sources import CameraFrame, FaultListener, OnFrame, Planes
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import Quality

_STALL_S = 2.0
_OPENING_S = 4.0
_LOOK_S = 0.1
_RETRY_S = (0.1, 0.5, 1.0)
"""Pauses between attempts; the last one repeats."""
_LETTING_GO_S = 2.5
_MOST_HANGING = 4
"""With so many given-up reads still hanging, wait for one of them to end before trying again."""


class OpenCVCamera:
    """A Video4Linux camera, an MJPEG stream or a film (see ``DeviceChoice.camera``)."""

    def __init__(self, choice: str, quality: Quality, on_frame: OnFrame, faults: FaultListener) -> None:
        self._choice = choice
        self._quality = quality
        self._on_frame = on_frame
        self._faults = faults
        self._address: Address | None = None
        self._sequence = 0
        self._closing = threading.Event()
        self._watch: threading.Thread | None = None
        self._hanging: list[_Read] = []

    @property
    def name(self) -> str:
        """What the camera calls itself, once it has been found; the choice before."""
        return self._address.name if self._address else self._choice

    def open(self) -> None:
        """Return with the first picture. Raises ``DeviceError`` when none comes within four seconds."""
        self._closing.clear()
        self._address = locate(self._choice)
        read = self._start(self._address)
        while not read.heard:
            if read.over:
                read.give_up()
                raise read.error or DeviceError(f"the camera {self.name} sends no picture")
            time.sleep(_LOOK_S / 4)
        self._watch = threading.Thread(
            target=self._look_after, args=(read,), name="camera.watch", daemon=True
        )
        self._watch.start()

    def close(self) -> None:
        """Stop; a read that hangs in its driver is left behind, silenced."""
        self._closing.set()
        if self._watch:
            self._watch.join()
            self._watch = None

    def _start(self, address: Address) -> "_Read":
        return _Read(address, self._quality, self._deliver)

    def _deliver(self, planes: Planes, captured_ns: int) -> None:
        self._on_frame(CameraFrame(planes, captured_ns, self._sequence))
        self._sequence += 1

    def _look_after(self, read: "_Read") -> None:
        while not self._closing.wait(_LOOK_S):
            if read.over:
                read.give_up()
                self._hanging.append(read)
                self._faults.raised(Fault(FaultCode.CAMERA_LOST, str(read.error or f"{self.name} stalls")))
                regained = self._regain()
                if regained is None:
                    return
                read = regained
                self._faults.cleared(FaultCode.CAMERA_LOST)
        read.give_up()
        read.join(_LETTING_GO_S)

    def _regain(self) -> "_Read | None":
        """Open the same camera until it sends pictures; ``None`` when closed meanwhile."""
        attempt = 0
        while not self._closing.wait(_RETRY_S[min(attempt, len(_RETRY_S) - 1)]):
            attempt += 1
            self._hanging = [read for read in self._hanging if read.alive]
            if len(self._hanging) >= _MOST_HANGING:
                continue
            try:
                read = self._start(locate(self._choice, self._address))
            except DeviceError:
                continue
            while not (read.heard or read.over or self._closing.wait(_LOOK_S / 4)):
                pass
            if read.heard and not read.over:
                return read
            read.give_up()
            self._hanging.append(read)
        return None


class _Read:
    """One opening of the camera and the thread that reads it, until it fails or is given up."""

    def __init__(self, address: Address, quality: Quality, deliver: Callable[[Planes, int], None]) -> None:
        self._address = address
        self._quality = quality
        self._deliver = deliver
        self._given_up = threading.Event()
        self._started_s = time.monotonic()
        self._heard_s: float | None = None
        self.error: DeviceError | None = None
        self._thread = threading.Thread(target=self._run, name="camera.read", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the thread still runs, or hangs."""
        return self._thread.is_alive()

    @property
    def heard(self) -> bool:
        """Whether a picture has come."""
        return self._heard_s is not None

    @property
    def over(self) -> bool:
        """Whether the read has failed, or a picture should have come by now."""
        if not self.alive:
            return True
        if self._heard_s is None:
            return time.monotonic() - self._started_s > _OPENING_S
        return time.monotonic() - self._heard_s > _STALL_S

    def give_up(self) -> None:
        """Deliver nothing more; the thread ends as soon as its driver lets it."""
        self._given_up.set()

    def join(self, timeout_s: float) -> None:
        """Wait for the thread to end."""
        self._thread.join(timeout_s)

    def _run(self) -> None:
        try:
            grabber = Grabber(self._address, self._quality)
        except DeviceError as error:
            self.error = error
            return
        try:
            while not self._given_up.is_set():
                planes, captured_ns = grabber.grab()
                self._heard_s = time.monotonic()
                if planes is not None and not self._given_up.is_set():
                    self._deliver(planes, captured_ns)
        except DeviceError as error:
            self.error = error
        finally:
            grabber.close()
