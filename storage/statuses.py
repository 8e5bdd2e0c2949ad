"""The closed lists of words that stand in the tables."""

from enum import StrEnum


class WorkStatus(StrEnum):
    """How far processing or analysis has come, in the words of the server's API."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


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
