"""What was said, as text: every version kept, every word placed in time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Language


class SpeechEngine(StrEnum):
    """What turns speech into text."""

    NONE = "none"
    SERVER = "server"
    WHISPER = "whisper"
    SPHINX = "sphinx"
    """Rough: for search, never for scores."""


class Origin(StrEnum):
    """Where a version of a transcript comes from."""

    RECOGNISED = "recognised"
    ROUGH = "rough"
    """By an engine that is good enough to search by and never to score by."""
    TYPED = "typed"
    """By the candidate, instead of speaking."""
    CORRECTED = "corrected"
    """By the candidate, reading back what was heard."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its punctuation, in seconds from the start of the answer."""

    text: str
    start_s: float
    end_s: float
    confidence: float | None = None
    """How sure the speech recognition was of having heard this word, 0 to 1; nothing else."""


@dataclass(frozen=True, slots=True)
class Version:
    """One complete text of an answer."""

    origin: Origin
    engine: str
    """Which engine and model; empty for what a person typed."""
    language: Language
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single spaces between them: positions in quotes refer to this."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float | None:
        """The mean over the words that have one; ``None`` when none has."""
        known = [word.confidence for word in self.words if word.confidence is not None]
        return sum(known) / len(known) if known else None


def typed(text: str, language: Language) -> Version:
    """What was typed instead of spoken; it has no place in time."""
    return Version(Origin.TYPED, "", language, tuple(Word(word, 0.0, 0.0) for word in text.split()))


@dataclass(frozen=True, slots=True)
class Transcript:
    """All versions of one answer, oldest first. The latest is what counts; none is ever removed."""

    question: QuestionId
    attempt: int
    versions: tuple[Version, ...]

    @property
    def latest(self) -> Version:
        """The version that is shown and scored."""
        return self.versions[-1]

    def followed(self, further: "Transcript", after_s: float) -> "Transcript":
        """One text of an answer and of what was said to a follow-up that began ``after_s`` later."""
        mine, more = self.latest, further.latest
        moved = tuple(
            replace(word, start_s=word.start_s + after_s, end_s=word.end_s + after_s) for word in more.words
        )
        origin = Origin.ROUGH if Origin.ROUGH in (mine.origin, more.origin) else mine.origin
        return replace(self, versions=(replace(mine, origin=origin, words=mine.words + moved),))

    def replaced(self, first: int, last: int, text: str) -> "Transcript":
        """What it reads once the candidate has put words ``first`` to ``last`` (inclusive) right.

        The new words share the time of the old ones and have no confidence: a person vouches for them. All
        corrections together are one version beside what was heard.
        """
        before = self.latest
        new = _spread(text.split(), before.words[first].start_s, before.words[last].end_s)
        words = (*before.words[:first], *new, *before.words[last + 1 :])
        corrected = replace(before, origin=Origin.CORRECTED, engine="", words=words)
        kept = self.versions[:-1] if before.origin is Origin.CORRECTED else self.versions
        return replace(self, versions=(*kept, corrected))


@dataclass(frozen=True, slots=True)
class TranscriptionJob:
    """Writing one answer down; doing it twice yields the same. Done when the answer has a transcript."""

    session: SessionId
    question: QuestionId
    attempt: int
    language: Language


def _spread(texts: Sequence[str], start_s: float, end_s: float) -> tuple[Word, ...]:
    step = (end_s - start_s) / max(1, len(texts))
    return tuple(Word(text, start_s + at * step, start_s + (at + 1) * step) for at, text in enumerate(texts))
