"""From the engine's raw sound to the one that is played: 48 kHz, even loudness, soft edges.

Samples are float64 in -1…1, mono. The arithmetic has no randomness: equal input, equal bytes.
"""

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kiosk.ports.voice import VoiceError

Samples = NDArray[np.float64]

RATE_HZ = 48_000
LEAD_S = 0.10
"""Silence before the first word, so that a loudspeaker waking up swallows none of it."""
TAIL_S = 0.20
FADE_S = 0.010
LOUDNESS_DBFS = -20.0
"""RMS while speaking."""
PEAK_DBFS = -1.5
AUDIBLE_DBFS = -50.0
_BLOCK_S = 0.05
_GATE_DB = 20.0


def finish(raw: Samples, rate_hz: int) -> Samples:
    """What is kept of ``raw`` (mono at ``rate_hz``); it begins ``LEAD_S`` later than ``raw`` did."""
    speech = _soft_edges(_even(_without_end_pause(resample(raw, rate_hz))))
    return np.concatenate([np.zeros(_count(LEAD_S)), speech, np.zeros(_count(TAIL_S))])


def resample(samples: Samples, rate_hz: int) -> Samples:
    """The same sound at ``RATE_HZ``, band-limited.

    The spectrum is kept and only its length changes; whole seconds make any integer rate fit.
    """
    seconds = -(-len(samples) // rate_hz) + 1
    spectrum = np.fft.rfft(samples, seconds * rate_hz)
    longer = np.fft.irfft(spectrum, seconds * RATE_HZ) * (RATE_HZ / rate_hz)
    return longer[: round(len(samples) * RATE_HZ / rate_hz)]


def levels(samples: Samples, block_s: float = _BLOCK_S) -> Samples:
    """RMS of each whole block, linear."""
    size = _count(block_s)
    blocks = samples[: len(samples) // size * size].reshape(-1, size)
    return np.asarray(np.sqrt(np.mean(np.square(blocks), axis=1)), dtype=np.float64)


def read(path: Path) -> tuple[Samples, int]:
    """The samples of a mono 16-bit WAV and its rate; raises ``VoiceError`` when it is not one."""
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                raise VoiceError("The voice engine wrote a sound that is not mono with 16 bits.")
            data, rate_hz = file.readframes(file.getnframes()), file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise VoiceError(f"The voice engine's sound cannot be read: {error}.") from error
    if not data:
        raise VoiceError("The voice engine wrote an empty sound.")
    return np.frombuffer(data, dtype="<i2").astype(np.float64) / 32768, rate_hz


def write(path: Path, samples: Samples) -> None:
    """A mono 16-bit WAV at ``RATE_HZ``."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(np.round(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())


def _without_end_pause(samples: Samples) -> Samples:
    audible = np.flatnonzero(np.abs(samples) > _linear(AUDIBLE_DBFS))
    return samples[: audible[-1] + 1] if len(audible) else samples


def _even(samples: Samples) -> Samples:
    """Bring the spoken parts to ``LOUDNESS_DBFS``; pauses do not count, peaks are kept whole."""
    blocks = levels(samples)
    loudest = float(blocks.max(initial=0.0))
    if loudest == 0.0:
        return samples
    spoken = blocks[blocks > loudest * _linear(-_GATE_DB)]
    gain = _linear(LOUDNESS_DBFS) / float(np.sqrt(np.mean(np.square(spoken))))
    return samples * min(gain, _linear(PEAK_DBFS) / float(np.abs(samples).max()))


def _soft_edges(samples: Samples) -> Samples:
    size = min(_count(FADE_S), len(samples) // 2)
    ramp = 0.5 - 0.5 * np.cos(np.pi * np.arange(size) / max(size, 1))
    envelope = np.ones(len(samples))
    envelope[:size] = ramp
    envelope[len(samples) - size :] = ramp[::-1]
    return samples * envelope


def _count(seconds: float) -> int:
    return round(seconds * RATE_HZ)


def _linear(decibels: float) -> float:
    return float(10 ** (decibels / 20))
