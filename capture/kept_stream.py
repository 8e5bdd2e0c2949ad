"""A sound stream that is kept: watched for being dead or moved to another device, opened anew on its own."""

import threading
import time
from collections.abc import Callable
from typing import Any

from capture.errors import DeviceError
from capture.portaudio import SoundAddress, SoundStream, locate_again, locate_sound
from capture.pulse import Side
from capture.sources import FaultListener
from kiosk.domain.faults import Fault, FaultCode

_FIRST_S = 5.0
_DEAF_S = {Side.MICROPHONE: 1.5, Side.LOUDSPEAKER: 3.0}
_LOOK_S = 0.2
_RETRY_S = 0.5


class KeptStream:
    """Keeps one stream open between ``open`` and ``close``; its thread is called ``microphone.watch`` or so.

    ``on_audio(buffer, count, times, status)`` is PortAudio's raw callback; it is not called while it is
    doubtful whose device the stream is on.
    """

    def __init__(
        self, side: Side, choice: str, on_audio: Callable[[Any, int, Any, Any], None], faults: FaultListener
    ) -> None:
        self._side = side
        self._choice = choice
        self._on_audio = on_audio
        self._faults = faults
        self._code = _CODES[side]
        self._address: SoundAddress | None = None
        self._stream: SoundStream | None = None
        self._heard_ns = 0
        self._closing = threading.Event()
        self._watch: threading.Thread | None = None

    @property
    def name(self) -> str:
        """The device's own name, once it has been found; the choice before."""
        return self._address.name if self._address else self._choice

    @property
    def alive(self) -> bool:
        """Whether sound flows."""
        stream = self._stream
        return stream is not None and not stream.doubtful

    @property
    def silenced(self) -> bool:
        """Whether somebody has muted the device."""
        stream = self._stream
        return stream is not None and stream.silenced

    def open(self) -> None:
        """Return with the first sound. Raises ``DeviceError``."""
        self._closing.clear()
        self._address = locate_sound(self._side, self._choice)
        self._connect(self._address)
        name = f"{self._side.name.lower()}.watch"
        self._watch = threading.Thread(target=self._look_after, name=name, daemon=True)
        self._watch.start()

    def close(self) -> None:
        """Stop at once; harmless when closed."""
        self._closing.set()
        if self._watch:
            self._watch.join()
            self._watch = None

    def _connect(self, address: SoundAddress) -> None:
        self._heard_ns = 0
        self._stream = SoundStream(self._side, address, self._callback)
        deadline_s = time.monotonic() + _FIRST_S
        while not self._heard_ns and not self._closing.is_set():
            trouble = self._stream.trouble(_LOOK_S / 10)
            if trouble or time.monotonic() > deadline_s:
                self._disconnect()
                raise DeviceError(trouble or f"{self.name} stays dead")

    def _disconnect(self) -> None:
        stream, self._stream = self._stream, None
        if stream:
            stream.close()

    def _callback(self, buffer: Any, count: int, times: Any, status: Any) -> None:
        stream = self._stream
        self._heard_ns = time.monotonic_ns()
        if stream is None or stream.doubtful:
            if self._side is Side.LOUDSPEAKER:
                buffer[:] = bytes(len(buffer))
            return
        self._on_audio(buffer, count, times, status)

    def _look_after(self) -> None:
        while not self._closing.is_set():
            trouble = self._trouble()
            if trouble:
                self._disconnect()
                self._faults.raised(Fault(self._code, trouble))
                self._regain()
        self._disconnect()

    def _trouble(self) -> str:
        trouble = self._stream.trouble(_LOOK_S) if self._stream else "never opened"
        deaf_s = (time.monotonic_ns() - self._heard_ns) / 1e9
        return trouble or (
            f"{self.name} gave no sign for {deaf_s:.1f} s" if deaf_s > _DEAF_S[self._side] else ""
        )

    def _regain(self) -> None:
        while self._address and not self._closing.wait(_RETRY_S):
            try:
                self._connect(locate_again(self._side, self._address))
            except DeviceError:
                continue
            self._faults.cleared(self._code)
            return


_CODES = {
    Side.MICROPHONE: FaultCode.MICROPHONE_LOST,
    Side.LOUDSPEAKER: FaultCode.LOUDSPEAKER_MISSING,
}
