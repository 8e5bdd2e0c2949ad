"""What staff do and wish at the booth: each act names the person (``by``)."""

from dataclasses import dataclass

from kiosk.domain.masks import Device, MaskReason


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    """A named member of staff has come."""

    by: str


@dataclass(frozen=True, slots=True)
class PauseRequested:
    """Staff pause the interview; the candidate's clock stops."""

    by: str
    reason: str


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
    reason: str


@dataclass(frozen=True, slots=True)
class StartRecordingRequested:
    """Staff start the recording again."""

    by: str


@dataclass(frozen=True, slots=True)
class EndRequested:
    """Staff end the interview."""

    by: str
    reason: str


StaffAct = (
    HelpAnswered
    | PauseRequested
    | ResumeRequested
    | MaskRequested
    | StopRecordingRequested
    | StartRecordingRequested
    | EndRequested
)
