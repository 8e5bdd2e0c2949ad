"""What went wrong and who stepped in: faults and incidents, from when until when."""

from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from kiosk.domain.faults import FaultCode
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import Device
from kiosk.domain.staff import PinProblem
from kiosk.flow.events import StationStarted
from kiosk.flow.staff import (
    AskAgainRequested,
    EndRequested,
    ExtraTimeRequested,
    HelpAnswered,
    IncidentReported,
    InstantMarked,
    LeaveOutRequested,
    MaskRequested,
    MessageSent,
    MicrophoneRequested,
    OverrideRequested,
    PauseRequested,
    ReleaseRequested,
    StaffEntered,
    StaffLeft,
    StaffRefused,
    StopRecordingRequested,
)
from kiosk.flow.states import HandRaised, Interrupted, Paused, Scene, ThankYou, run_of
from storage.projections.change import Change
from storage.statuses import IssueKind
from storage.tables import IssueRow, SessionRow

HELP = "help_called"
PAUSED = "paused"
STOPPED = "recording_stopped"
RESTARTED = "station_restarted"
ENDED = "ended_by_staff"
PRESENT = "staff_present"
LOCKED_OUT = "staff_locked_out"
HAND = "hand_raised"
RELEASED = "start_released"
MORE_TIME = "time_extended"
ASKED_AGAIN = "asked_again"
LEFT_OUT = "left_out"
TOLD = "message_sent"
MARKED = "marked"
MICROPHONE = "microphone_changed"
ANYWAY = "opened_anyway"


def irregularity(category: IncidentCategory) -> str:
    """The code of what staff report."""
    return f"incident_{category}"


FAULTS = frozenset(FaultCode)


def project(db: Session, change: Change) -> None:
    """Open and clear issues: by the states where these tell, else by the event."""
    _faults(db, change)
    _help(db, change)
    _staff(db, change)
    _noted(db, change)
    _conducted(db, change)
    before, after = change.before.scene, change.after.scene
    if isinstance(before, Paused) and not isinstance(after, Paused):
        _clear(db, change, PAUSED, STOPPED)
    if isinstance(after, ThankYou) and not isinstance(before, ThankYou):
        _clear(db, change, *(f"{device}_masked" for device in Device))
    if isinstance(change.event, StationStarted) and run_of(before) is not None:
        _open(db, change, RESTARTED)
    if isinstance(change.event, StationStarted):
        _clear(db, change, PRESENT)


def _faults(db: Session, change: Change) -> None:
    """A fault that is raised again while it lasts is the same occurrence."""
    before = {fault.code: fault for fault in change.before.faults}
    after = {fault.code: fault for fault in change.after.faults}
    for code in after.keys() - before.keys():
        _open(db, change, code, after[code].detail)
    _clear(db, change, *(before.keys() - after.keys()))


def _help(db: Session, change: Change) -> None:
    raised, lowered = _hand_is_up(change.after.scene), _hand_is_up(change.before.scene)
    if raised and not lowered:
        _open(db, change, HAND)
    if lowered and not raised:
        _clear(db, change, HAND)
    before, after = change.before.help_called, change.after.help_called
    if after and not before:
        _open(db, change, HELP)
    if before and not after:
        by = change.event.by if isinstance(change.event, HelpAnswered) else ""
        _clear(db, change, HELP, by=by)


def _hand_is_up(scene: Scene) -> bool:
    return isinstance(scene, Interrupted | Paused) and isinstance(scene.cause, HandRaised)


def _staff(db: Session, change: Change) -> None:
    match change.event:
        case StaffEntered(by=by, role=role):
            _open(db, change, PRESENT, role, by)
            _clear(db, change, LOCKED_OUT, of=by)
        case StaffLeft(by=by):
            _clear(db, change, PRESENT, of=by)
        case StaffRefused(by=by, problem=PinProblem.LOCKED):
            if not _lasting(db, LOCKED_OUT, by):
                _open(db, change, LOCKED_OUT, by=by)
        case PauseRequested(by=by, reason=reason):
            _open(db, change, PAUSED, reason, by)
        case StopRecordingRequested(by=by, reason=reason):
            _open(db, change, STOPPED, reason, by)
        case EndRequested(by=by, reason=reason):
            _open(db, change, ENDED, reason, by)
        case MaskRequested(device=device, mask=None):
            _clear(db, change, f"{device}_masked")
        case MaskRequested(device=device, mask=mask, by=by):
            _open(db, change, f"{device}_masked", str(mask), by)
        case _:
            pass


def _noted(db: Session, change: Change) -> None:
    match change.event:
        case InstantMarked(by=by, text=text):
            _open(db, change, MARKED, text, by)
        case IncidentReported(by=by, category=category, text=text):
            _open(db, change, irregularity(category), text, by)
        case MicrophoneRequested(by=by, name=name):
            _open(db, change, MICROPHONE, name, by)
        case OverrideRequested(by=by, reason=reason):
            _open(db, change, ANYWAY, reason, by)
        case _:
            pass


def _conducted(db: Session, change: Change) -> None:
    match change.event:
        case ReleaseRequested(by=by):
            _open(db, change, RELEASED, by=by)
        case ExtraTimeRequested(by=by, seconds=seconds, reason=reason):
            _open(db, change, MORE_TIME, f"{seconds:.0f} s, {reason}", by)
        case AskAgainRequested(by=by, reason=reason):
            _open(db, change, ASKED_AGAIN, reason, by)
        case LeaveOutRequested(by=by, reason=reason):
            _open(db, change, LEFT_OUT, reason, by)
        case MessageSent(by=by, text=text):
            _open(db, change, TOLD, text, by)
        case _:
            pass


def _open(db: Session, change: Change, code: str, detail: str = "", by: str = "") -> None:
    if db.get(IssueRow, (change.seq, code)) is not None:
        return
    known = change.session is not None and db.get(SessionRow, change.session) is not None
    db.add(
        IssueRow(
            seq=change.seq,
            code=code,
            session_id=change.session if known else None,
            kind=IssueKind.FAULT if code in FAULTS else IssueKind.INCIDENT,
            detail=detail,
            by=by,
            began=change.moment,
        )
    )
    db.flush()


def _lasting(db: Session, code: str, of: str) -> bool:
    still_open = select(IssueRow.seq).filter_by(code=code, by=of).where(sql("cleared_wall IS NULL"))
    return db.scalar(still_open.limit(1)) is not None


def _clear(db: Session, change: Change, *codes: str, by: str = "", of: str = "") -> None:
    """``of`` narrows it to one person's; ``by`` is written down as who has seen to it."""
    if not codes:
        return
    still_open = select(IssueRow).where(IssueRow.code.in_(codes), sql("cleared_wall IS NULL"))
    for issue in db.scalars(still_open.filter_by(by=of) if of else still_open):
        if issue.seq != change.seq:
            issue.cleared = change.moment
            issue.by = by or issue.by
