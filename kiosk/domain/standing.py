"""Where a session stands: how far it has come, and what a person made of it."""

from enum import StrEnum


class SessionStatus(StrEnum):
    """How far a session has come."""

    ARRIVED = "arrived"
    """The code was accepted; no consent yet."""
    DECLINED = "declined"
    ABANDONED = "abandoned"
    """The candidate went away before the consent."""
    PREPARING = "preparing"
    """Consent is given; device check, practice, start of the recording."""
    IN_PROGRESS = "in_progress"
    FINISHING = "finishing"
    COMPLETED = "completed"
    """Ended by the candidate or by staff, with or without a recording."""


OVER = (SessionStatus.DECLINED, SessionStatus.ABANDONED, SessionStatus.COMPLETED)
"""Nothing more will happen on the station."""


class FinalStatus(StrEnum):
    """What a person decided in the end."""

    PASSED = "passed"
    FAILED = "failed"
    NEEDS_REVIEW = "needs_review"
