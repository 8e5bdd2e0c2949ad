"""Keeping what stations tell of their sessions. Any thread may call."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from sqlalchemy import delete, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from kiosk.wire.session import SessionDocument, SessionKept
from server.database import Database
from server.errors import ConflictError, InvalidError
from server.search import index
from server.sessions.people import living
from server.stations.service import Station, station_row
from server.tables.model import Tables
from server.tables.sessions import (
    AnswerRow,
    AssessmentRow,
    CandidateRow,
    CodeSubmissionRow,
    IssueRow,
    MessageRow,
    Origin,
    QuestionRow,
    RecordingRow,
    SessionRow,
)
from server.times import now

_PARTS: dict[str, type[Tables]] = {
    "questions": QuestionRow,
    "answers": AnswerRow,
    "messages": MessageRow,
    "code": CodeSubmissionRow,
    "issues": IssueRow,
    "recording": RecordingRow,
    "assessment": AssessmentRow,
}
"""Fields of a document that are tables of their own; the columns are named as on the wire."""


class Documents:
    """The newest revision of every session, whatever the order they come in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, station: Station, document: SessionDocument) -> SessionKept:
        """Keep a document if it is newer than what is there; which revision is there now.

        Raises ``ConflictError`` for another station's session, ``GoneError`` for an erased person,
        ``InvalidError`` for a part that is there twice.
        """
        with self._database.write() as db:
            station_row(db, station.id, lock=True)
            _candidate(db, document)
            row = db.get(SessionRow, document.session_id)
            if row is not None and row.station_id != station.id:
                raise ConflictError("this session belongs to another station", "taken")
            if row is not None and row.revision >= document.revision:
                return SessionKept(session_id=row.session_id, revision=row.revision)
            _session(db, row, station, document)
            replace_parts(db, document)
            index.learn(db, document.session_id)
        return SessionKept(session_id=document.session_id, revision=document.revision)


def _candidate(db: Session, document: SessionDocument) -> None:
    """Two stations may tell of the same person at the same time."""
    insert_new(db, CandidateRow, id=document.candidate_id, name=document.candidate_name)
    row = living(db, document.candidate_id)
    row.name = row.name or document.candidate_name


def _session(db: Session, row: SessionRow | None, station: Station, document: SessionDocument) -> None:
    told = document.model_dump(exclude={*_PARTS, "candidate_name"})
    told |= {"station_id": station.id, "origin": Origin.STATION, "received_wall": now()}
    told["network_quality"] = list(told["network_quality"])
    if row is None:
        db.add(SessionRow(**told))
    else:
        for name, value in told.items():
            setattr(row, name, value)
    db.flush()


def replace_parts(db: Session, document: SessionDocument) -> None:
    """All rows of a session anew."""
    for field, table in _PARTS.items():
        db.execute(delete(table).filter_by(session_id=document.session_id))
        rows = [{"session_id": document.session_id, **part} for part in _parts(getattr(document, field))]
        if rows:
            _check_once_each(field, table, rows)
            db.execute(insert(table), rows)


def _check_once_each(field: str, table: type[Tables], rows: list[dict[str, Any]]) -> None:
    keys = [column.name for column in table.__table__.primary_key]
    if len({tuple(row[key] for key in keys) for row in rows}) < len(rows):
        raise InvalidError(f"two of the document's {field} are the same one")


def _parts(told: BaseModel | Sequence[BaseModel] | None) -> list[dict[str, Any]]:
    if told is None:
        return []
    return [part.model_dump() for part in ([told] if isinstance(told, BaseModel) else told)]


def insert_new(db: Session, table: type[Tables], **values: Any) -> None:
    """Insert a row unless its key is there already."""
    dialect = postgresql if db.get_bind().dialect.name == "postgresql" else sqlite
    db.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())
