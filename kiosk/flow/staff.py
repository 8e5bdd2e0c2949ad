"""What staff do and wish at the booth: each act names the person (``by``)."""

from dataclasses import dataclass, field

from kiosk.domain.accommodations import NONE, Accommodations
from kiosk.domain.export import Disguise, ExportOutcome, ExportPart, Protection
from kiosk.domain.ids import SessionId
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.personal import personal
from kiosk.domain.staff import PinProblem, Role
from kiosk.flow.reviews import ReviewAct


# --- coming and going ----------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class StaffEntered:
    """Somebody has proved with a PIN who they are, and the panel is open."""

    by: str
    role: Role


@dataclass(frozen=True, slots=True)
class StaffLeft:
    """The panel is closed again."""

    by: str


@dataclass(frozen=True, slots=True)
class StaffRefused:
    """Somebody gave a PIN for this person that opened nothing."""

    by: str
    problem: PinProblem


# --- the interview -------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """A named member of staff has come."""

    by: str


@dataclass(frozen=True, slots=True)
class PauseRequested:
    """Staff pause the interview; the candidate's clock stops."""

    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class ResumeRequested:
    """Staff let the interview go on."""

    by: str


@dataclass(frozen=True, slots=True)
class MaskRequested:
    """Staff cover a device, or uncover it when ``mask`` is ``None``."""

    device: Device
    mask: MaskReason | None
    by: str


@dataclass(frozen=True, slots=True)
class StopRecordingRequested:
    """Staff stop the recording by hand; the interview waits."""

    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class StartRecordingRequested:
    """Staff start the recording again."""

    by: str


@dataclass(frozen=True, slots=True)
class AccommodationsSet:
    """From now on the candidate takes part like this; the whole card, in one go."""

    by: str
    accommodations: Accommodations = field(metadata=personal(NONE))


@dataclass(frozen=True, slots=True)
class EndRequested:
    """Staff end the interview."""

    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class ErasureOrdered:
    """Erase a session that is over. ``by`` is empty where nobody in person ordered it, but the date."""

    session: SessionId
    by: str
    cause: ErasureCause


@dataclass(frozen=True, slots=True)
class RetentionLocked:
    """A session is kept beyond its date, for example while somebody disputes the result."""

    session: SessionId
    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class RetentionReleased:
    """The date counts again."""

    session: SessionId
    by: str


@dataclass(frozen=True, slots=True)
class SessionExported:
    """A copy of a session left the station, or was to: who wanted it, and how that ended."""

    session: SessionId
    export: str
    """The same for everything that was exported together."""
    parts: tuple[ExportPart, ...]
    disguise: Disguise
    protection: Protection
    outcome: ExportOutcome
    by: str


@dataclass(frozen=True, slots=True)
class ReleaseRequested:
    """Staff let the interview begin that waits for them."""

    by: str


@dataclass(frozen=True, slots=True)
class ExtraTimeRequested:
    """Staff give more time for the answer to this question."""

    by: str
    seconds: float
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class AskAgainRequested:
    """Staff have this question asked again from the beginning; what was said of it counts no more."""

    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class LeaveOutRequested:
    """Staff leave this question out, whether the candidate might or not."""

    by: str
    reason: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class MessageSent:
    """Staff tell the candidate something, on the screen and perhaps aloud."""

    by: str
    aloud: bool
    text: str = field(metadata=personal(""))


# --- notes ---------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class InstantMarked:
    """Staff mark this instant for those who look at the recording later."""

    by: str
    text: str = field(default="", metadata=personal(""))


@dataclass(frozen=True, slots=True)
class IncidentReported:
    """Staff report an irregularity."""

    by: str
    category: IncidentCategory
    text: str = field(default="", metadata=personal(""))


# --- the booth -----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class MicrophoneRequested:
    """Staff have another microphone used from now on."""

    by: str
    name: str


@dataclass(frozen=True, slots=True)
class LockRequested:
    """The booth is locked: nobody can begin. ``by`` is empty where the station does so itself."""

    by: str


@dataclass(frozen=True, slots=True)
class UnlockRequested:
    """Staff open the booth for the next candidate."""

    by: str


@dataclass(frozen=True, slots=True)
class BoothTestRequested:
    """Staff have the booth tested while nobody is here."""

    by: str


@dataclass(frozen=True, slots=True)
class SetUpRequested:
    """Staff leave the kiosk for the station's set-up while nobody is here; it comes back afterwards."""

    by: str


@dataclass(frozen=True, slots=True)
class OverrideRequested:
    """Staff open the booth in spite of what is wrong with it."""

    by: str
    reason: str = field(metadata=personal(""))


StaffAct = (
    StaffEntered
    | StaffLeft
    | StaffRefused
    | HelpAnswered
    | PauseRequested
    | ResumeRequested
    | MaskRequested
    | StopRecordingRequested
    | StartRecordingRequested
    | AccommodationsSet
    | EndRequested
    | ErasureOrdered
    | RetentionLocked
    | SessionExported
    | RetentionReleased
    | ReleaseRequested
    | ExtraTimeRequested
    | AskAgainRequested
    | LeaveOutRequested
    | MessageSent
    | InstantMarked
    | IncidentReported
    | MicrophoneRequested
    | LockRequested
    | UnlockRequested
    | OverrideRequested
    | BoothTestRequested
    | SetUpRequested
    | ReviewAct
)
