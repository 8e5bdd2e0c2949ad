"""Looks into finished recordings: when the picture flashes and when it beeps, how bright and loud it is."""

import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
_WIDTH, _HEIGHT = 160, 90


@dataclass
class Footage:
    """A file as a player would show it."""

    path: Path
    fps: int = 30

    @cached_property
    def brightness(self) -> NDArray[np.float64]:
        """Mean luma of each frame."""
        scaled = ("-an", "-vf", f"scale={_WIDTH}:{_HEIGHT}", "-pix_fmt", "gray", "-f", "rawvideo", "-")
        frames = np.frombuffer(self._decoded(*scaled), np.uint8).reshape(-1, _HEIGHT * _WIDTH)
        return np.asarray(frames.mean(axis=1), np.float64)

    @cached_property
    def sound(self) -> NDArray[np.float32]:
        """All samples."""
        return np.frombuffer(self._decoded("-vn", "-ac", "1", "-f", "f32le", "-"), np.float32)

    def flashes_s(self) -> list[float]:
        """When each flash begins."""
        lit = self.brightness > np.median(self.brightness) + 20
        return [float(n) / self.fps for n in np.flatnonzero(lit[1:] & ~lit[:-1]) + 1]

    def beeps_s(self) -> list[float]:
        """When each beep begins."""
        tone = np.exp(2j * np.pi * 1000 * np.arange(48) / RATE) / 48
        envelope = np.asarray(np.convolve(self.sound, tone, "valid"), np.complex128)
        loud = np.hypot(envelope.real, envelope.imag) > 0.02
        starts = np.flatnonzero(loud[1:] & ~loud[:-1])
        kept = [int(at) for n, at in enumerate(starts) if n == 0 or at - starts[n - 1] > RATE // 2]
        return [(at + 32) / RATE for at in kept]

    def offsets_ms(self) -> list[float]:
        """How much later than its beep each flash is."""
        beeps = np.array(self.beeps_s())
        differences = [min(flash - beeps, key=abs) for flash in self.flashes_s()]
        return [1000 * float(difference) for difference in differences]

    def _decoded(self, *arguments: str) -> bytes:
        command = ("ffmpeg", "-v", "error", "-xerror", "-i", str(self.path), *arguments)
        return subprocess.run(command, capture_output=True, check=True).stdout
