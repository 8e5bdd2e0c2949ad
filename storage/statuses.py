"""The closed lists of words that stand in the tables."""

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


class WorkStatus(StrEnum):
    """How far processing or analysis has come, in the words of the server's API."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class FinalStatus(StrEnum):
    """What a person decided in the end."""

    PASSED = "passed"
    FAILED = "failed"
    NEEDS_REVIEW = "needs_review"


class Speaker(StrEnum):
    """Who says a message of the conversation."""

    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"


class IssueKind(StrEnum):
    """Where an issue comes from."""

    FAULT = "fault"
    """Trouble with the technology."""
    INCIDENT = "incident"
    """Something people did, or a restart: help called, paused, covered, stopped, ended."""
