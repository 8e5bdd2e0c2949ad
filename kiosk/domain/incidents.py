"""What staff report of an interview."""

from enum import StrEnum


class IncidentCategory(StrEnum):
    """Where an irregularity comes from."""

    ENVIRONMENT = "environment"
    CANDIDATE = "candidate"
    STAFF = "staff"
    TECHNICAL = "technical"
