"""Microphones and loudspeakers through PortAudio (``sounddevice``), named devices through the sound server.

PortAudio sees the sound server as one device called ``pulse``; which of its devices a stream uses is said
by an environment variable while it is opened.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

import sounddevice

from capture.errors import DeviceError, DeviceMissingError
from capture.pulse import PulseDevice, Side, StreamWatch, find_device, list_devices
from capture.sources import SAMPLE_RATE

_LATENCY_S = {Side.MICROPHONE: 0.05, Side.LOUDSPEAKER: 0.03}
"""A question shall begin at once. Behind the sound server a sound is audible a quarter later than that."""
_SERVER = "pulse"
_opening = threading.Lock()
"""The environment belongs to the whole process: one stream is opened at a time."""
_open_streams: set[int] = set()
"""Every open ``SoundStream`` by its identity; changed while holding ``_opening``."""


@dataclass(frozen=True, slots=True)
class SoundAddress:
    """Where to open a sound device: PortAudio's index and, behind the sound server, the device there."""

    index: int
    name: str
    pulse: PulseDevice | None = None


def locate_sound(side: Side, choice: str) -> SoundAddress:
    """Find a device by server name, PortAudio index, or a part of a name; ``default`` is the first.

    Raises ``DeviceMissingError`` when none answers to the choice.
    """
    found = _found(side, choice)
    if not found and _look_again():
        found = _found(side, choice)
    if not found:
        known = ", ".join(device.name for device in list_devices(side)) or "none"
        raise DeviceMissingError(f"no {side.name.lower()} answers to “{choice}” (connected: {known})")
    return found[0]


def _found(side: Side, choice: str) -> list[SoundAddress]:
    entries = _entries(side)
    if choice.isdigit():
        return [SoundAddress(index, name) for index, name in entries if index == int(choice)]
    return [*_behind_server(side, choice, entries), *_by_name(choice, entries)]


def _look_again() -> bool:
    """Let PortAudio look for devices anew; it does so only when it starts, and a stream keeps it running.

    Without this a sound server or a microphone that came after the recorder would never be seen.
    """
    with _opening:
        if _open_streams:
            return False
        sounddevice._terminate()
        sounddevice._initialize()
    return True


def locate_again(side: Side, address: SoundAddress) -> SoundAddress:
    """The very same device, which may have a new number; never one whose name only resembles it.

    Raises ``DeviceMissingError`` while it is away.
    """
    if address.pulse:
        name = address.pulse.name
        found = [replace(address, pulse=device) for device in list_devices(side) if device.name == name]
    else:
        found = [SoundAddress(index, name) for index, name in _entries(side) if name == address.name]
    if not found:
        raise DeviceMissingError(f"{address.name} is not connected")
    return found[0]


def list_sound_names(side: Side) -> tuple[tuple[str, str], ...]:
    """Name and title of every device of one side, the sound server's first."""
    served = [(device.name, device.description) for device in list_devices(side)]
    direct = [(name, name) for _, name in _entries(side) if name not in (_SERVER, "default")]
    return (*served, *direct)


class SoundStream:
    """A running stream and, behind the sound server, the watch over it. Opens in the constructor."""

    def __init__(self, side: Side, address: SoundAddress, callback: Callable[..., None]) -> None:
        self._watch = StreamWatch(side, address.pulse) if address.pulse else None
        self._stream: Any = None
        try:
            with _translated(), _chosen(side, address):
                self._stream = _STREAMS[side](
                    samplerate=SAMPLE_RATE,
                    channels=1,
                    dtype="float32",
                    device=address.index,
                    latency=_LATENCY_S[side],
                    callback=callback,
                )
                self._stream.start()
                _open_streams.add(id(self))
            if self._watch:
                self._watch.bind()
        except DeviceError:
            self.close()
            raise

    @property
    def doubtful(self) -> bool:
        """Whether the stream may have been moved to another device; fit for an audio callback."""
        return self._watch is not None and self._watch.doubtful.is_set()

    @property
    def silenced(self) -> bool:
        """Whether the sound server says that the device is muted; a device without one cannot tell."""
        return self._watch is not None and self._watch.silenced

    def trouble(self, timeout_s: float) -> str:
        """Wait at most this long; what has happened to the stream, or nothing."""
        if self._watch:
            said = self._watch.trouble(timeout_s)
        else:
            time.sleep(timeout_s)
            said = ""
        return said or ("" if self._stream.active else "the sound device has stopped")

    def close(self) -> None:
        """Stop at once."""
        if self._stream:
            with suppress(sounddevice.PortAudioError):
                self._stream.abort()
            self._stream.close(ignore_errors=True)
            with _opening:
                _open_streams.discard(id(self))
        if self._watch:
            self._watch.close()


_STREAMS = {Side.MICROPHONE: sounddevice.RawInputStream, Side.LOUDSPEAKER: sounddevice.RawOutputStream}


@contextmanager
def _translated() -> Iterator[None]:
    """PortAudio's errors as ``DeviceError``."""
    try:
        yield
    except (sounddevice.PortAudioError, ValueError) as error:
        raise DeviceError(f"the sound device refuses: {error.args[0]}") from error


@contextmanager
def _chosen(side: Side, address: SoundAddress) -> Iterator[None]:
    """Let the next stream of this process use the server's device of this address."""
    with _opening:
        if not address.pulse:
            yield
            return
        os.environ[side.variable] = address.pulse.name
        try:
            yield
        finally:
            del os.environ[side.variable]


def _entries(side: Side) -> list[tuple[int, str]]:
    """PortAudio's devices of one side, by index."""
    channels = "max_input_channels" if side is Side.MICROPHONE else "max_output_channels"
    return [(entry["index"], entry["name"]) for entry in sounddevice.query_devices() if entry[channels]]


def _behind_server(side: Side, choice: str, entries: list[tuple[int, str]]) -> Iterator[SoundAddress]:
    server = next((index for index, name in entries if name == _SERVER), None)
    device = find_device(side, "" if choice == "default" else choice)
    if device and server is not None:
        yield SoundAddress(server, device.name, device)


def _by_name(choice: str, entries: list[tuple[int, str]]) -> Iterator[SoundAddress]:
    for index, name in entries:
        if choice.casefold() in name.casefold() and name != _SERVER:
            yield SoundAddress(index, name)
