"""Counting what happened lately. Any thread may call."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kiosk.wire.session import RecordingStatus
from server.database import Database
from server.tables.files import FileRow, PieceRow
from server.tables.sessions import IssueRow, RecordingRow, SessionRow
from server.tables.stations import StationRow
from server.times import later

_MOST_FAILURES = 20


@dataclass(frozen=True, slots=True)
class Failure:
    """A fault or an incident, how often it came and in how many sessions."""

    kind: str
    code: str
    times: int
    sessions: int


@dataclass(frozen=True, slots=True)
class BoothFigures:
    """One station's recordings."""

    name: str
    kept: int
    failed: int

    @property
    def rate(self) -> float | None:
        """The share of recordings that succeeded; ``None`` without any."""
        return _rate(self.kept, self.failed)


@dataclass(frozen=True, slots=True)
class Figures:
    """The last ``days`` days."""

    days: int
    sessions: dict[str, int]
    """By status."""
    recordings: dict[str, int]
    """By recording status."""
    decisions: dict[str, int]
    shortest_s: float | None
    mean_s: float | None
    longest_s: float | None
    failures: list[Failure]
    booths: list[BoothFigures]

    @property
    def rate(self) -> float | None:
        """The share of recordings that succeeded; ``None`` without any."""
        kept = self.recordings.get(RecordingStatus.COMPLETED, 0)
        return _rate(kept, self.recordings.get(RecordingStatus.FAILED, 0))


@dataclass(frozen=True, slots=True)
class Storage:
    """What the object store holds, as far as the tables know."""

    files: dict[str, tuple[int, int]]
    """Number and bytes by state."""
    pieces: int
    pieces_bytes: int


class Statistics:
    """Reads only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lately(self, days: int) -> Figures:
        """What happened within some days."""
        since = later(days=-days)
        with self._database.read() as db:
            shortest, mean, longest = db.execute(
                select(
                    func.min(RecordingRow.duration_s),
                    func.avg(RecordingRow.duration_s),
                    func.max(RecordingRow.duration_s),
                )
                .join(SessionRow, SessionRow.session_id == RecordingRow.session_id)
                .where(SessionRow.created_wall >= since)
            ).one()
            return Figures(
                days=days,
                sessions=_counts(db, "status", since),
                recordings=_counts(db, "recording_status", since),
                decisions=_counts(db, "final_status", since),
                shortest_s=shortest,
                mean_s=mean,
                longest_s=longest,
                failures=_failures(db, since),
                booths=_booths(db, since),
            )

    def storage(self) -> Storage:
        """What is kept, and what is on its way."""
        by_state = select(FileRow.state, func.count(), func.sum(FileRow.size_bytes)).group_by(FileRow.state)
        pieces = select(func.count(), func.coalesce(func.sum(PieceRow.length), 0))
        with self._database.read() as db:
            files = {str(state): (count, int(size or 0)) for state, count, size in db.execute(by_state)}
            count, size = db.execute(pieces).one()
        return Storage(files, count, int(size))


def _counts(db: Session, column: str, since: str) -> dict[str, int]:
    chosen = getattr(SessionRow, column)
    counted = select(chosen, func.count()).where(SessionRow.created_wall >= since).group_by(chosen)
    return {str(value): count for value, count in db.execute(counted)}


def _failures(db: Session, since: str) -> list[Failure]:
    times = func.count()
    chosen = (
        select(IssueRow.kind, IssueRow.code, times, func.count(func.distinct(IssueRow.session_id)))
        .join(SessionRow, SessionRow.session_id == IssueRow.session_id)
        .where(SessionRow.created_wall >= since)
        .group_by(IssueRow.kind, IssueRow.code)
        .order_by(times.desc(), IssueRow.code)
        .limit(_MOST_FAILURES)
    )
    return [Failure(*row) for row in db.execute(chosen)]


def _booths(db: Session, since: str) -> list[BoothFigures]:
    chosen = (
        select(StationRow.name, SessionRow.recording_status, func.count())
        .join(StationRow, StationRow.id == SessionRow.station_id)
        .where(SessionRow.created_wall >= since)
        .group_by(StationRow.id, StationRow.name, SessionRow.recording_status)
        .order_by(StationRow.name)
    )
    found: dict[str, dict[str, int]] = {}
    for name, status, count in db.execute(chosen):
        found.setdefault(name, {})[str(status)] = count
    return [
        BoothFigures(name, counts.get("completed", 0), counts.get("failed", 0))
        for name, counts in found.items()
    ]


def _rate(kept: int, failed: int) -> float | None:
    return kept / (kept + failed) if kept + failed else None
