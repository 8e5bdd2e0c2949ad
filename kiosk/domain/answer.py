"""What a candidate gave to a question."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.ids import QuestionId
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Language


class Outcome(StrEnum):
    """How an attempt at an answer ended."""

    KEPT = "kept"
    DISCARDED = "discarded"
    """The candidate took another attempt."""
    SKIPPED = "skipped"
    CUT_SHORT = "cut_short"
    """The interview ended while the answer was running."""


GIVEN = (Outcome.KEPT, Outcome.CUT_SHORT)
"""Outcomes that leave something to read and to judge."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at one question, placed on the clock so that it can be found in the recording."""

    question: QuestionId
    number: int
    outcome: Outcome
    spoken_s: float
    timed_out: bool
    asked: Moment
    started: Moment | None
    """``None`` when the candidate never began to answer."""
    ended: Moment
    language: Language = ""
    """The one it was given in; empty in what was kept before answers knew it."""
