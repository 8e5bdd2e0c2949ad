"""HR's desk: the list of sessions, found by words and sorted, a page at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, column, exists, func, or_, select, table
from sqlalchemy.orm import Session

from kiosk.domain.answer import GIVEN
from kiosk.domain.export import GOOD, ExportOutcome
from kiosk.domain.fairness import Board, Pool
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.printing import Printed
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.ports.desk import DeskError
from kiosk.ports.dossier import Dossier
from kiosk.ports.shelves import Order, PackName, Page, Search, SessionLine, Shelf
from storage import search as words
from storage.database import Database
from storage.dossier import Judge, Reading, read_dossier
from storage.errors import StorageError
from storage.fairness import Groups, pool_of
from storage.media import MediaStore
from storage.passages import passage
from storage.sessions import Sessions
from storage.tables import AnswerRow, CandidateRow, ExportRow, QuestionRow, RecordingRow, SessionRow

_SESSION = SessionRow.__table__.c
_INDEX = table(words.TABLE, column("rowid"), column("text"))
_UNDER_WAY = (SessionStatus.PREPARING, SessionStatus.IN_PROGRESS, SessionStatus.FINISHING)
_LEFT = (SessionStatus.DECLINED, SessionStatus.ABANDONED)

_EXPORTED = exists().where(ExportRow.session_id == _SESSION.id, ExportRow.outcome.in_(GOOD))

_ON: dict[Shelf, tuple[ColumnElement[bool], ...]] = {
    Shelf.ALL: (),
    Shelf.TO_DECIDE: (
        _SESSION.status == SessionStatus.COMPLETED,
        _SESSION.final_status == FinalStatus.NEEDS_REVIEW,
    ),
    Shelf.PASSED: (_SESSION.final_status == FinalStatus.PASSED,),
    Shelf.FAILED: (_SESSION.final_status == FinalStatus.FAILED,),
    Shelf.UNDER_WAY: (_SESSION.status.in_(_UNDER_WAY),),
    Shelf.NOT_EXPORTED: (_SESSION.status == SessionStatus.COMPLETED, ~_EXPORTED),
    Shelf.LEFT: (_SESSION.status.in_(_LEFT),),
}
_NAME = (
    select(func.lower(CandidateRow.name)).where(CandidateRow.id == _SESSION.candidate_id).scalar_subquery()
)
_LENGTH = select(RecordingRow.duration_s).where(RecordingRow.session_id == _SESSION.id).scalar_subquery()
_BY: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.NEWEST: (),
    Order.OLDEST: (_SESSION.seq,),
    Order.CANDIDATE: (_NAME,),
    Order.INTERVIEW: (_SESSION.pack_title,),
    Order.LONGEST: (_LENGTH.desc(),),
}


@dataclass(frozen=True, slots=True)
class DeskTools:
    """What other parts of the program do for the desk."""

    judge: Judge
    peaks: Callable[[Path], tuple[float, ...]]
    """How loud a recording is; empty where that cannot be told."""
    board: Callable[[Pool], Board]
    print_report: Callable[[SessionId], Printed]
    save_report: Callable[[SessionId], ExportOutcome]
    """Onto the stick, as PDF."""
    groups: Callable[[], Groups]
    """Categories that candidates have named themselves; empty where nobody was asked."""


class SqlDesk:
    """Implements ``kiosk.ports.desk.SessionDesk``. Any thread may call."""

    def __init__(self, database: Database, media: MediaStore, tools: DeskTools) -> None:
        self._database, self._media, self._tools = database, media, tools
        self._sessions = Sessions(database)

    def page(self, search: Search, first: int, count: int) -> Page:
        """See ``Desk``."""
        found = _found(search)
        listed = found.add_columns(func.count().over()).order_by(*_BY[search.order], _SESSION.seq.desc())
        with self._reading() as db:
            chosen = db.execute(listed.offset(first).limit(count)).all()
            total = chosen[0][1] if chosen else db.scalar(select(func.count()).select_from(found.subquery()))
            numbers = [row.seq for row in chosen]
            lines = {row.seq: row for row in db.execute(_lines(numbers))}
            said = _texts(db, search, numbers)
        shown = (_line(lines[at], passage(said.get(at, ""), search.words)) for at in numbers)
        return Page(total or 0, first, tuple(shown))

    def packs(self) -> tuple[PackName, ...]:
        """See ``Desk``."""
        title = func.max(_SESSION.pack_title)
        named = select(_SESSION.pack_id, title).group_by(_SESSION.pack_id).order_by(title)
        with self._reading() as db:
            return tuple(PackName(PackId(pack), title) for pack, title in db.execute(named))

    def dossier(self, session: SessionId, viewer: str) -> Dossier:
        """See ``Desk``."""
        with self._reading() as db:
            report = self._sessions.session(session)
            row = db.execute(_lines([db.get_one(SessionRow, report.summary.id).seq])).one()
            return read_dossier(db, report, _line(row, ()), Reading(viewer, self._media, self._tools.judge))

    def board(self, pack: PackId | None) -> Board:
        """See ``Desk``."""
        with self._reading() as db:
            return self._tools.board(pool_of(db, pack, self._tools.groups()))

    def print_report(self, session: SessionId) -> Printed:
        """See ``Desk``."""
        return self._tools.print_report(session)

    def save_report(self, session: SessionId) -> ExportOutcome:
        """See ``Desk``."""
        return self._tools.save_report(session)

    def peaks(self, session: SessionId) -> tuple[float, ...]:
        """See ``Desk``."""
        with self._reading() as db:
            recording = db.get(RecordingRow, session)
        file = self._media.file(session, recording.file) if recording else None
        return self._tools.peaks(file) if file and file.is_file() else ()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        try:
            with self._database.read() as db:
                yield db
        except StorageError as error:
            raise DeskError(str(error)) from error


def _found(search: Search) -> Select[Any]:
    """The sessions that are looked for, as their numbers."""
    chosen = select(_SESSION.seq).where(*_ON[search.shelf])
    if search.pack is not None:
        chosen = chosen.where(_SESSION.pack_id == search.pack)
    if search.since_day:
        chosen = chosen.where(_SESSION.created_wall >= search.since_day)
    if search.until_day:
        chosen = chosen.where(func.substr(_SESSION.created_wall, 1, 10) <= search.until_day)
    if search.words.strip():
        chosen = chosen.where(or_(*_named(search.words.strip()), *_said(search.words)))
    return chosen


def _named(sought: str) -> Iterator[ColumnElement[bool]]:
    named = select(CandidateRow.id).where(CandidateRow.name.icontains(sought, autoescape=True))
    yield _SESSION.candidate_id.in_(named)
    yield _SESSION.id.startswith(sought.lower(), autoescape=True)


def _said(sought: str) -> Iterator[ColumnElement[bool]]:
    asked = words.query(sought)
    if asked:
        yield _SESSION.seq.in_(select(_INDEX.c.rowid).where(_matches(asked)))


def _matches(asked: str) -> ColumnElement[bool]:
    return _INDEX.c.text.op("MATCH")(asked)


def _lines(numbers: list[int]) -> Select[Any]:
    """What the list shows of them."""
    given = AnswerRow.session_id == _SESSION.id, AnswerRow.outcome.in_(GIVEN)
    return (
        select(
            _SESSION.seq,
            _SESSION.id,
            CandidateRow.name,
            _SESSION.pack_title,
            _SESSION.status,
            _SESSION.final_status,
            _SESSION.created_wall,
            select(func.count(AnswerRow.question_id.distinct()))
            .where(*given)
            .scalar_subquery()
            .label("answered"),
            select(func.count())
            .where(QuestionRow.session_id == _SESSION.id)
            .scalar_subquery()
            .label("questions"),
            RecordingRow.duration_s,
        )
        .join(CandidateRow, CandidateRow.id == _SESSION.candidate_id)
        .outerjoin(RecordingRow, RecordingRow.session_id == _SESSION.id)
        .where(_SESSION.seq.in_(numbers))
    )


def _texts(db: Session, search: Search, numbers: list[int]) -> dict[int, str]:
    """What was said in those of these sessions where the words were said, to cut passages from."""
    asked = words.query(search.words)
    if not asked:
        return {}
    found = select(_INDEX.c.rowid, _INDEX.c.text).where(_INDEX.c.rowid.in_(numbers), _matches(asked))
    return {row.rowid: row.text for row in db.execute(found)}


def _line(row: Row[Any], passage: tuple[str, ...]) -> SessionLine:
    return SessionLine(
        id=SessionId(row.id),
        candidate=row.name,
        pack_title=row.pack_title,
        status=row.status,
        decision=row.final_status,
        created_wall=row.created_wall,
        answered=row.answered,
        questions=row.questions,
        length_s=row.duration_s,
        passage=passage,
    )
