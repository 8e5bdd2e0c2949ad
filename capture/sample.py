"""The device check's sample: a few seconds of microphone, in memory only."""

from collections.abc import Callable

import numpy as np

from capture.sources import SAMPLE_RATE, Samples
from capture.speech import SILENT_DBFS, SpeechGate
from kiosk.flow.facts import SampleRecorded


class Sampler:
    """Fed by the pump; holds at most one sample."""

    def __init__(self) -> None:
        self.samples: Samples = np.zeros(0, np.float32)
        """The sample, empty until it is complete."""
        self._wanted = 0
        self._heard: list[Samples] = []
        self._tell: Callable[[SampleRecorded], None] = lambda _: None

    def begin(self, seconds: float, tell: Callable[[SampleRecorded], None]) -> None:
        """Keep what is heard from now on for so long. → ``SampleRecorded``."""
        self.discard()
        self._wanted, self._tell = round(seconds * SAMPLE_RATE), tell

    def discard(self) -> None:
        """Forget it all."""
        self.samples = np.zeros(0, np.float32)
        self._heard, self._wanted = [], 0

    def hear(self, samples: Samples) -> None:
        """The next samples of the microphone."""
        if not self._wanted:
            return
        self._heard.append(samples)
        if sum(map(len, self._heard)) >= self._wanted:
            self.samples = np.concatenate(self._heard)[: self._wanted]
            self._heard, self._wanted = [], 0
            self._tell(_described(self.samples))


def _described(samples: Samples) -> SampleRecorded:
    gate, speech = SpeechGate(), False
    for part in np.array_split(samples, max(1, len(samples) * 20 // SAMPLE_RATE)):
        gate.hear(part)
        speech = speech or gate.speech
    peak = float(np.abs(samples).max(initial=0.0))
    peak_dbfs = max(SILENT_DBFS, float(20 * np.log10(max(peak, 1e-9))))
    return SampleRecorded(len(samples) / SAMPLE_RATE, round(peak_dbfs, 1), speech)
