"""Who may start which interview, and when."""

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.domain.accommodations import NONE, Accommodations
from kiosk.domain.ids import CandidateId, PackId
from kiosk.domain.personal import personal


class CodeProblem(StrEnum):
    """Why a code does not open an interview; a closed list with a text each on screen."""

    UNKNOWN = "unknown"
    MALFORMED = "malformed"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    SPENT = "spent"
    PACK_MISSING = "pack_missing"
    PACK_CHANGED = "pack_changed"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class Invitation:
    """A valid, scheduled interview. The candidate's name is looked up, never carried."""

    id: str
    candidate: CandidateId
    pack: PackId
    accommodations: Accommodations = field(default=NONE, metadata=personal(NONE))
