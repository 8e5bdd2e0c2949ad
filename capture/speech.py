"""How loud it is, and whether somebody speaks: a level gate above the room's own noise."""

import math

import numpy as np

from capture.sources import SAMPLE_RATE, Samples

SILENT_DBFS = -90.0
_WINDOW = SAMPLE_RATE // 20
_ABOVE_ROOM_DB = 10.0
_LEAST_SPEECH_DBFS = -52.0
_ONSET_S, _HANGOVER_S = 0.1, 0.4
_ROOM_RISE_DB_PER_S = 2.0
"""How quickly the estimate of the room's noise follows a room that becomes louder; it falls at once."""


def dbfs(samples: Samples) -> float:
    """RMS level, at least ``SILENT_DBFS``."""
    if not len(samples):
        return SILENT_DBFS
    power = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(SILENT_DBFS, 10 * math.log10(max(power, 1e-12)))


class SpeechGate:
    """Fed with everything the microphone hears. One thread."""

    def __init__(self) -> None:
        self.level_dbfs = SILENT_DBFS
        self.speech = False
        self._rest: Samples = np.zeros(0, np.float32)
        self._room_dbfs = _LEAST_SPEECH_DBFS
        self._loud_s = 0.0
        self._quiet_s = 0.0

    def hear(self, samples: Samples) -> None:
        """The next samples; levels change every 50 ms of them."""
        self._rest = np.concatenate([self._rest, samples])
        while len(self._rest) >= _WINDOW:
            self._judge(dbfs(self._rest[:_WINDOW]))
            self._rest = self._rest[_WINDOW:]

    def _judge(self, level: float) -> None:
        window_s = _WINDOW / SAMPLE_RATE
        self.level_dbfs = level
        self._room_dbfs = min(level, self._room_dbfs + _ROOM_RISE_DB_PER_S * window_s)
        if level > max(_LEAST_SPEECH_DBFS, self._room_dbfs + _ABOVE_ROOM_DB):
            self._loud_s, self._quiet_s = self._loud_s + window_s, 0.0
        else:
            self._loud_s, self._quiet_s = 0.0, self._quiet_s + window_s
        self.speech = self._loud_s >= _ONSET_S or (self.speech and self._quiet_s < _HANGOVER_S)
