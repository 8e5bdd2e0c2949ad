"""A follow-up question in a model's words, or why there is none: then the pack's own is asked."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.assessment import Provenance


class Unworded(StrEnum):
    """Why no model's question is asked. The list is closed: nothing else is let through either."""

    HUMAN_ONLY = "human_only"
    """The candidate chose people only."""
    NO_MODEL = "no_model"
    """The station has none for this."""
    NO_RUBRIC = "no_rubric"
    """The pack does not say what answers are judged by."""
    LANGUAGE = "language"
    """The answer or the reply is not in the interview's language, or the rules do not know it."""
    TALKS_TO_US = "talks_to_us"
    """The answer or the reply is about scores and scorers."""
    UNAVAILABLE = "unavailable"
    """The server gave no usable reply in time."""
    TOO_LONG = "too_long"
    NOT_PLAIN = "not_plain"
    """There is more in it than words: an address, marks, signs that nobody can see."""
    NO_QUESTION = "no_question"
    """It is not one question."""
    UNLAWFUL = "unlawful"
    """It touches what the law keeps out of interviews."""
    DICTATED = "dictated"
    """It says after the candidate what the candidate said."""
    OFF_RUBRIC = "off_rubric"
    """It is not about the criterion it names, or the pack has no such criterion."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One question in plain words, the criterion it stays with, and where it comes from."""

    text: str
    criterion: str
    provenance: Provenance


FORGOTTEN = Wording("", "", Provenance("", 0.0, "", "", ""))
"""What is left of one whose session's key is gone."""
