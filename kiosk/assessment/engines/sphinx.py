"""Speech to text by pocketsphinx, an optional extra that carries its (English) model.

It is rough: clear sentences come out half wrong. Good to find a place in a recording by, and marked so
that no scorer reads it.
"""

import wave
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kiosk.domain.pack import Language
from kiosk.domain.transcript import Origin, Version, Word
from kiosk.ports.transcriber import TranscriberError

if TYPE_CHECKING:
    from pocketsphinx import Decoder

_RATE = 16_000
_FRAME_S = 0.01
_LANGUAGE = "en"


class SphinxTranscriber:
    """Makes a new decoder for each answer; about as fast as speech."""

    name = "pocketsphinx"

    def transcribe(self, sound: Path, language: Language) -> Version:
        """See ``kiosk.ports.transcriber.Transcriber``. WAV files in 16 bits only."""
        if language != _LANGUAGE:
            raise TranscriberError("The rough speech recognition knows English only.")
        try:
            from pocketsphinx import Decoder
        except ImportError as error:
            raise TranscriberError("The package pocketsphinx is not installed.") from error
        samples = _read(sound)
        decoder = Decoder(samprate=_RATE, loglevel="FATAL")
        decoder.start_utt()
        decoder.process_raw(samples, full_utt=True)
        decoder.end_utt()
        return Version(Origin.ROUGH, self.name, language, tuple(_words(decoder)))

    def close(self) -> None:
        """Nothing is kept."""


def _words(decoder: "Decoder") -> Iterator[Word]:
    """Without confidences: this engine's are no guide."""
    for segment in decoder.seg() or []:
        word = str(segment.word).split("(", maxsplit=1)[0]
        if not word.startswith(("<", "[")):
            yield Word(word, segment.start_frame * _FRAME_S, (segment.end_frame + 1) * _FRAME_S)


def _read(sound: Path) -> bytes:
    """The sound as one channel of 16 bits at the decoder's rate."""
    try:
        with wave.open(str(sound), "rb") as file:
            if file.getsampwidth() != 2:
                raise TranscriberError("The rough speech recognition reads WAV files in 16 bits only.")
            rate, channels = file.getframerate(), file.getnchannels()
            samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, channels)
    except (OSError, EOFError, wave.Error) as error:
        raise TranscriberError(f"No transcript: the sound cannot be read: {error}.") from error
    return _at_rate(samples.mean(axis=1), rate).astype("<i2").tobytes()


def _at_rate(samples: np.ndarray, rate: int) -> np.ndarray:
    """By shortening the spectrum, which also removes what the lower rate cannot carry."""
    wanted = len(samples) * _RATE // rate
    if wanted in (0, len(samples)):
        return samples
    spectrum = np.fft.rfft(samples)
    bins = np.zeros(wanted // 2 + 1, complex)
    kept = min(len(bins), len(spectrum))
    bins[:kept] = spectrum[:kept]
    return np.clip(np.fft.irfft(bins, wanted) * wanted / len(samples), -32768, 32767)
