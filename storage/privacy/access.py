"""The candidate's copy: everything the station has of one session, for people and for programs.

index.html …    the results page with the recording, in every language
session.json    the same as data: answers, transcripts, programs, scores, gaps, who stepped in
judged.json     what people wrote and decided about it: ratings, notes, decisions; not who they are
receipt.html
"""

import json
from pathlib import Path

from sqlalchemy import select

from kiosk.domain.ids import SessionId
from kiosk.domain.plain import to_plain
from kiosk.domain.tongue import Tongue
from storage.errors import RefusedError, plain_errors
from storage.export.page import export_page
from storage.export.selection import unnamed
from storage.privacy.paper import print_receipt
from storage.privacy.receipts import in_tongue, write_receipt
from storage.privacy.retention import kept
from storage.review_tables import DecisionRow, NoteRow, RatingRow
from storage.station import Storage


def write_access_copy(
    storage: Storage, session: SessionId, into: Path, station: str, tongue: Tongue | None = None
) -> Path:
    """Into an empty folder; the path of the page. Raises ``StorageError``.

    In the candidate's language, as their receipt, unless another one is asked for.
    """
    if kept(storage.database, session)["sealed"]:
        raise RefusedError("this session is sealed: whoever has a key opens it first (main.py unseal)")
    with plain_errors(into):
        if into.exists() and any(into.iterdir()):
            raise RefusedError(f"{into} is not empty")
    receipt = write_receipt(storage, session, station)
    if tongue is not None:
        receipt = in_tongue(receipt, tongue)
    page = export_page(storage, session, into, shown_as=unnamed, first=receipt.tongue)
    report = json.dumps(to_plain(unnamed(storage.sessions.session(session))), indent=2, ensure_ascii=False)
    judged = json.dumps(_judged(storage, session), indent=2, ensure_ascii=False)
    with plain_errors(into):
        (into / "session.json").write_text(report, "utf-8")
        (into / "judged.json").write_text(judged, "utf-8")
    print_receipt(receipt, into / "receipt.html")
    return page


def _judged(storage: Storage, session: SessionId) -> dict[str, list[dict[str, object]]]:
    """Opinions belong to the person they are about; those who hold them stay unnamed."""
    with storage.database.read() as db:
        return {
            "ratings": [
                {
                    "question": row.question_id,
                    "criterion": row.criterion,
                    "level": row.level,
                    "why": row.reason,
                }
                for row in db.scalars(select(RatingRow).filter_by(session_id=session))
            ],
            "notes": [
                {"at_s": row.at_s, "text": row.text}
                for row in db.scalars(select(NoteRow).filter_by(session_id=session))
            ],
            "decisions": [
                {"decision": row.decision, "why": row.reason}
                for row in db.scalars(select(DecisionRow).filter_by(session_id=session))
            ],
        }
