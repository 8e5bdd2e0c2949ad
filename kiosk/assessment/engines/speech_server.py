"""Speech to text by a server that speaks the OpenAI protocol."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import openai
from openai.types.audio import TranscriptionSegment, TranscriptionVerbose, TranscriptionWord

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.engines.server import NOT_OF_THE_PROTOCOL, client, trouble
from kiosk.assessment.transcripts import heard
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Version, Word
from kiosk.ports.transcriber import TranscriberError


class OpenAITranscriber:
    """Asks for words with their times. A word's confidence is its own, or that of its segment."""

    def __init__(self, address: ServerAddress) -> None:
        self._address = address
        self._client = client(address)

    @property
    def name(self) -> str:
        """The model, as the server knows it."""
        return f"server {self._address.model}"

    def transcribe(self, sound: Path, language: Language) -> Version:
        """See ``kiosk.ports.transcriber.Transcriber``."""
        try:
            reply = self._client.audio.transcriptions.create(
                file=sound,
                model=self._address.model,
                language=language,
                response_format="verbose_json",
                timestamp_granularities=["word", "segment"],
                temperature=0,
            )
            if not isinstance(reply, TranscriptionVerbose):
                raise TranscriberError("No transcript: the server gave no times.")
            return heard(reply.text, list(_words(reply)), self.name, language)
        except openai.OpenAIError as error:
            raise TranscriberError(f"No transcript: {trouble(error)}.") from error
        except OSError as error:
            raise TranscriberError(f"No transcript: the sound cannot be read: {error.strerror}.") from error
        except NOT_OF_THE_PROTOCOL as error:
            raise TranscriberError(
                "No transcript: the reply has another form than the protocol's."
            ) from error

    def close(self) -> None:
        """Close the connection."""
        self._client.close()


def _words(reply: TranscriptionVerbose) -> Iterator[Word]:
    segments = reply.segments or []
    if not reply.words:
        for segment in segments:
            yield Word(segment.text.strip(), _time_s(segment.start), _time_s(segment.end), _sureness(segment))
    for word in reply.words or []:
        yield Word(word.word.strip(), _time_s(word.start), _time_s(word.end), _confidence(word, segments))


def _time_s(told: float) -> float:
    """A time that really is one: the client takes whatever the server wrote."""
    time_s = float(told)
    if not math.isfinite(time_s):
        raise ValueError(f"no time: {time_s}")
    return time_s


def _confidence(word: TranscriptionWord, segments: Sequence[TranscriptionSegment]) -> float | None:
    own = (word.model_extra or {}).get("probability")
    if isinstance(own, float | int):
        return _share(own)
    around = (segment for segment in segments if segment.start <= word.start <= segment.end)
    return next((_sureness(segment) for segment in around), None)


def _sureness(segment: TranscriptionSegment) -> float:
    """The mean probability of the segment's tokens."""
    return _share(math.exp(min(0.0, segment.avg_logprob)))


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, float(value))), 4)
