"""What a recording sounds like, to be seen: its peaks as JSON, and a drawing of them to put into a page."""

import json
import math
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path

import av
import av.error
import numpy as np

from capture.errors import ExportError

_BINS = 1000
_HEIGHT = 60
_QUIETEST_DBFS = -60.0


@dataclass(frozen=True, slots=True)
class Waveform:
    """``peaks`` divide the length evenly; each is the loudest sample of its stretch, 0 to 1."""

    length_s: float
    peaks: tuple[float, ...]

    def json(self) -> str:
        """As players read it."""
        return json.dumps({"length_s": round(self.length_s, 3), "peaks": self.peaks}, separators=(",", ":"))

    def svg(self, title: str) -> str:
        """One path in the colour of the surrounding text, as wide as its place; loudness in decibels."""
        heights = [round(_loudness(peak) * _HEIGHT / 2, 1) for peak in self.peaks]
        bars = "".join(f"M{at} {_HEIGHT / 2 - height:g}v{2 * height:g}" for at, height in enumerate(heights))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {len(heights)} {_HEIGHT}" role="img"'
            f' preserveAspectRatio="none"><title>{escape(title)}</title>'
            f'<path d="{bars}" fill="none" stroke="currentColor"/></svg>\n'
        )


def read_waveform(recording: Path, bins: int = _BINS) -> Waveform:
    """Decode the first sound track; 2 s an hour. Raises ``ExportError``."""
    try:
        with av.open(str(recording)) as container:
            heard = [(_peak(frame), frame.samples / frame.sample_rate) for frame in container.decode(audio=0)]
    except (OSError, av.error.FFmpegError, IndexError) as error:
        raise ExportError(f"{recording.name} has no sound that can be read: {error}") from error
    if not heard:
        raise ExportError(f"{recording.name} has no sound that can be read")
    peaks, lengths_s = np.array(heard).T
    borders = np.linspace(0, len(peaks), min(bins, len(peaks)) + 1)
    coarse = (peaks[math.floor(low) : math.ceil(high)].max() for low, high in pairwise(borders))
    return Waveform(float(lengths_s.sum()), tuple(round(float(peak), 3) for peak in coarse))


def _peak(frame: av.AudioFrame) -> float:
    samples = frame.to_ndarray()
    full = 2.0 ** (8 * samples.itemsize - 1) if samples.dtype.kind == "i" else 1.0
    return min(1.0, float(np.abs(samples.astype(np.float64)).max()) / full)


def _loudness(peak: float) -> float:
    """0 for what cannot be heard, 1 for the loudest there is."""
    return 1 - max(_QUIETEST_DBFS, 20 * math.log10(max(peak, 1e-6))) / _QUIETEST_DBFS
