"""What the sound server (PulseAudio, or PipeWire in its place) knows, asked through ``pactl``.

When a device disappears the server moves its streams to another one without telling them: the stream
stays active, sets no flag, and a stranger's microphone is recorded. ``StreamWatch`` hears of it within
milliseconds. No server, or no ``pactl``, means that there are no such devices.
"""

import json
import os
import queue
import subprocess
import threading
import time
from dataclasses import dataclass
from enum import Enum
from typing import Any

from capture.errors import DeviceError

_DUMMY = "auto_null"
"""What PulseAudio and PipeWire offer for want of any loudspeaker: nobody hears what is played there."""
_ANSWER_S = 2.0
_LOOK_S = 0.02


class Side(Enum):
    """Hearing or sounding, in the words of the server: devices, streams, a stream's device, how to choose."""

    MICROPHONE = ("source", "source-output", "PULSE_SOURCE")
    LOUDSPEAKER = ("sink", "sink-input", "PULSE_SINK")

    def __init__(self, device: str, stream: str, variable: str) -> None:
        self.device = device
        self.stream = stream
        self.variable = variable
        """Names the device that the next stream of this process is to use."""


@dataclass(frozen=True, slots=True)
class PulseDevice:
    """A source or a sink. ``name`` is stable, ``description`` is for people."""

    index: int
    name: str
    description: str
    silenced: bool = False
    """Muted, or turned down to nothing."""


def list_devices(side: Side) -> tuple[PulseDevice, ...]:
    """The devices of one side, without the monitors of loudspeakers and without the dummy."""
    return tuple(
        PulseDevice(
            entry["index"], entry["name"], entry.get("description") or entry["name"], _is_silenced(entry)
        )
        for entry in _listed(f"{side.device}s")
        if not (side is Side.MICROPHONE and entry.get("monitor_source")) and entry["name"] != _DUMMY
    )


def find_device(side: Side, choice: str) -> PulseDevice | None:
    """The device with this name, else one whose name or description contains it."""
    devices = list_devices(side)
    wanted = choice.casefold()
    exact = [device for device in devices if device.name == choice]
    partly = [device for device in devices if wanted in f"{device.name}\n{device.description}".casefold()]
    return next(iter(exact + partly), None)


class StreamWatch:
    """Watches over one stream of this process: is it still on the device it was opened on?

    Made before the stream is opened, bound after. One thread; ``doubtful`` may be read from any.
    """

    def __init__(self, side: Side, device: PulseDevice) -> None:
        self._side = side
        self._device = device
        self._before = set(self._own_streams())
        self._stream: int | None = None
        self._events: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self.doubtful = threading.Event()
        """Set from the moment something happened to the stream until it is known to be harmless."""
        self.silenced = device.silenced
        """Whether somebody has muted the device, or turned it down to nothing."""
        self._subscription = subprocess.Popen(
            ["pactl", "subscribe"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=_environment(),
        )
        self._reader = threading.Thread(target=self._read, name="pulse.events", daemon=True)
        self._reader.start()

    def bind(self) -> None:
        """Find the stream that was just opened. Raises ``DeviceError`` if it is on another device."""
        deadline_s = time.monotonic() + _ANSWER_S
        while not (opened := {k: on for k, on in self._own_streams().items() if k not in self._before}):
            if time.monotonic() > deadline_s:
                break
            time.sleep(_LOOK_S)
        self._stream = next((stream for stream, on in opened.items() if on == self._device.index), None)
        if self._stream is None:
            raise DeviceError(f"the sound server did not open {self._device.name}")

    def trouble(self, timeout_s: float) -> str:
        """Wait for events at most this long; what has become of the device, or nothing."""
        try:
            event = self._events.get(timeout=timeout_s)
        except queue.Empty:
            return ""
        if event is None:
            return "the sound server has gone away"
        if self._tells_of_device(event):
            self.silenced = self._is_silenced_now()
        elif not self._is_where_it_was():
            return f"{self._device.name} is gone; the sound server offered another device instead"
        if self._events.empty():
            self.doubtful.clear()
        return ""

    def close(self) -> None:
        """End the subscription."""
        self._subscription.kill()
        self._subscription.wait()
        self._reader.join()

    def _read(self) -> None:
        assert self._subscription.stdout
        with self._subscription.stdout as events:
            for line in events:
                if self._concerns_us(line):
                    self.doubtful.set()
                if self._concerns_us(line) or self._tells_of_device(line):
                    self._events.put(line)
        self.doubtful.set()
        self._events.put(None)

    def _concerns_us(self, event: str) -> bool:
        """Whether our device was removed, or our stream was changed or removed."""
        return event.rstrip().endswith(
            (
                f"'remove' on {self._side.device} #{self._device.index}",
                f"'change' on {self._side.stream} #{self._stream}",
                f"'remove' on {self._side.stream} #{self._stream}",
            )
        )

    def _tells_of_device(self, event: str) -> bool:
        return event.rstrip().endswith(f"'change' on {self._side.device} #{self._device.index}")

    def _is_silenced_now(self) -> bool:
        ours = (device for device in list_devices(self._side) if device.index == self._device.index)
        return any(device.silenced for device in ours)

    def _is_where_it_was(self) -> bool:
        """Whether our stream is on its device; after a stutter another one is opened there."""
        streams = self._own_streams()
        if self._stream not in streams:
            fresh = [k for k, on in streams.items() if k not in self._before and on == self._device.index]
            self._stream = next(iter(fresh), None)
        return self._stream is not None and streams[self._stream] == self._device.index

    def _own_streams(self) -> dict[int | None, int]:
        """This process's streams and the index of the device each is on."""
        return {
            entry["index"]: entry[self._side.device]
            for entry in _listed(f"{self._side.stream}s")
            if entry.get("properties", {}).get("application.process.id") == str(os.getpid())
        }


def _listed(what: str) -> list[dict[str, Any]]:
    try:
        done = subprocess.run(
            ["pactl", "--format=json", "list", what],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_ANSWER_S,
            env=_environment(),
            check=True,
        )
        entries: list[dict[str, Any]] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return []
    return entries


def _is_silenced(entry: dict[str, Any]) -> bool:
    loudness = [channel.get("value", 1) for channel in entry.get("volume", {}).values()]
    return bool(entry.get("mute")) or (bool(loudness) and not any(loudness))


def _environment() -> dict[str, str]:
    """Ours, with events in English."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}
