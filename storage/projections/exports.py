"""Who took which session away, and how that ended."""

from sqlalchemy.orm import Session

from kiosk.flow.staff import SessionExported
from storage.projections.change import Change
from storage.tables import ExportRow, SessionRow


def project(db: Session, change: Change) -> None:
    """One row a session that was ordered."""
    event = change.event
    if not isinstance(event, SessionExported) or db.get(SessionRow, event.session) is None:
        return
    db.merge(
        ExportRow(
            seq=change.seq,
            session_id=event.session,
            export=event.export,
            parts=list(event.parts),
            disguise=event.disguise,
            protection=event.protection,
            outcome=event.outcome,
            by=event.by,
            ended=change.moment,
        )
    )
