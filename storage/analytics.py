"""What a session's answers look like in numbers: for reviewers to find their way, never part of a score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosk.domain.answer import GIVEN, Attempt
from kiosk.domain.ids import QuestionId
from kiosk.domain.transcript import Transcript, Version

_SHORTEST_FOR_RATE_S = 5.0


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """One question. Times in seconds; ``None`` where there is nothing to measure."""

    question: QuestionId
    attempts: int
    time_s: float
    """From the question's end to the answer's, over all attempts."""
    answer_s: float
    """The kept answer, from its start to its end."""
    speaking_s: float | None
    """What of it was words, where the words have times."""
    words: int | None
    words_per_minute: float | None


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """A whole session."""

    answers: tuple[AnswerFigures, ...]
    time_s: float
    speaking_s: float
    words: int
    words_per_minute: float | None


def figures(attempts: Sequence[Attempt], transcripts: Mapping[QuestionId, Transcript]) -> SessionFigures:
    """The figures of a session, by question in the order in which they were first asked."""
    answers = tuple(_by_question(attempts, transcripts))
    speaking_s = sum(one.speaking_s or 0.0 for one in answers)
    words = sum(one.words or 0 for one in answers)
    timed = sum(one.words or 0 for one in answers if one.speaking_s)
    return SessionFigures(
        answers=answers,
        time_s=round(sum(one.time_s for one in answers), 3),
        speaking_s=round(speaking_s, 3),
        words=words,
        words_per_minute=_rate(timed, speaking_s),
    )


def _by_question(
    attempts: Sequence[Attempt], transcripts: Mapping[QuestionId, Transcript]
) -> Iterator[AnswerFigures]:
    for question in dict.fromkeys(attempt.question for attempt in attempts):
        own = [attempt for attempt in attempts if attempt.question == question]
        yield _figures(question, own, transcripts.get(question))


def _figures(question: QuestionId, own: Sequence[Attempt], transcript: Transcript | None) -> AnswerFigures:
    kept = next((attempt for attempt in reversed(own) if attempt.outcome in GIVEN), None)
    said = transcript.latest if transcript else None
    words = len(said.words) if said else None
    speaking_s = _speaking_s(said) if said else None
    return AnswerFigures(
        question=question,
        attempts=len(own),
        time_s=round(sum(attempt.ended.seconds_after(attempt.asked) for attempt in own), 3),
        answer_s=kept.spoken_s if kept else 0.0,
        speaking_s=speaking_s,
        words=words,
        words_per_minute=_rate(words or 0, speaking_s or 0.0),
    )


def _speaking_s(said: Version) -> float | None:
    total = sum(word.end_s - word.start_s for word in said.words)
    return round(total, 3) if total > 0 else None


def _rate(words: int, speaking_s: float) -> float | None:
    return round(60 * words / speaking_s, 1) if speaking_s >= _SHORTEST_FOR_RATE_S else None
