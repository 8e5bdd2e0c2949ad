"""Which duty each act of staff belongs to."""

from kiosk.domain.staff import Duty
from kiosk.flow.staff import (
    AccommodationsSet,
    EndRequested,
    ErasureOrdered,
    HelpAnswered,
    MaskRequested,
    PauseRequested,
    ResumeRequested,
    RetentionLocked,
    RetentionReleased,
    SessionExported,
    StaffAct,
    StaffEntered,
    StaffLeft,
    StaffRefused,
    StartRecordingRequested,
    StopRecordingRequested,
)

DUTIES: dict[type[StaffAct], Duty] = {
    HelpAnswered: Duty.HELP,
    MaskRequested: Duty.COVER,
    PauseRequested: Duty.PAUSE,
    ResumeRequested: Duty.PAUSE,
    StopRecordingRequested: Duty.RECORD,
    StartRecordingRequested: Duty.RECORD,
    AccommodationsSet: Duty.CONDUCT,
    EndRequested: Duty.CONDUCT,
    ErasureOrdered: Duty.RESULTS,
    RetentionLocked: Duty.RESULTS,
    RetentionReleased: Duty.RESULTS,
    SessionExported: Duty.RESULTS,
}

TOLD_BY_THE_DOOR = (StaffEntered, StaffLeft, StaffRefused)
"""Facts about staff that no screen may claim."""
