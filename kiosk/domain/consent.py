"""What the candidate agreed to."""

from dataclasses import dataclass
from enum import StrEnum


class Scoring(StrEnum):
    """Who looks at the answers first: chosen by the candidate, separately from recording."""

    AI_AND_HUMAN = "ai_and_human"
    HUMAN_ONLY = "human_only"


@dataclass(frozen=True, slots=True)
class Consent:
    """Consent to be recorded (it exists, so it was given) and the choice of scoring."""

    scoring: Scoring
    notice_version: str
