"""People who are invited or interviewed, and whether anything may be kept of them."""

from sqlalchemy.orm import Session

from server.errors import GoneError, NotFoundError
from server.tables.sessions import CandidateRow, ErasureRow


def living(db: Session, candidate_id: str) -> CandidateRow:
    """Somebody of whom something may be kept, locked: until the transaction ends nobody erases them.

    Raises ``GoneError`` as soon as their erasure was ordered, and ``NotFoundError``.
    """
    row = db.get(CandidateRow, candidate_id, with_for_update=True, populate_existing=True)
    if db.get(ErasureRow, candidate_id) is not None:
        raise GoneError("this person was erased; erase them on the station too")
    if row is None:
        raise NotFoundError("there is no such candidate")
    return row
