"""What the candidate agreed to."""

from dataclasses import dataclass
from enum import StrEnum


class Scoring(StrEnum):
    """Who looks at the answers first: chosen by the candidate, separately from recording."""

    AI_AND_HUMAN = "ai_and_human"
    HUMAN_ONLY = "human_only"

    @property
    def allows_software(self) -> bool:
        """Whether software may read the answers: the one rule for models and for scoring by rules."""
        return self is Scoring.AI_AND_HUMAN


@dataclass(frozen=True, slots=True)
class Consent:
    """Consent to be recorded (it exists, so it was given) and the choice of scoring."""

    scoring: Scoring
    notice_version: str
