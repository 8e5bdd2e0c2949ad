"""The candidate's copy: everything the station has of one session, for people and for programs.

index.html …    the results page with the recording
session.json    the same as data: answers, transcripts, programs, scores, gaps, who stepped in
receipt.html
"""

import json
from pathlib import Path

from kiosk.domain.ids import SessionId
from kiosk.domain.plain import to_plain
from storage.errors import RefusedError, plain_errors
from storage.export.page import export_page
from storage.privacy.paper import print_receipt
from storage.privacy.receipts import write_receipt
from storage.privacy.retention import kept
from storage.station import Storage


def write_access_copy(storage: Storage, session: SessionId, into: Path, station: str) -> Path:
    """Into an empty folder; the path of the page. Raises ``StorageError``."""
    if kept(storage.database, session)["sealed"]:
        raise RefusedError("this session is sealed: whoever has a key opens it first (main.py unseal)")
    with plain_errors(into):
        if into.exists() and any(into.iterdir()):
            raise RefusedError(f"{into} is not empty")
    page = export_page(storage, session, into)
    report = json.dumps(to_plain(storage.sessions.session(session)), indent=2, ensure_ascii=False)
    with plain_errors(into):
        (into / "session.json").write_text(report, "utf-8")
    print_receipt(write_receipt(storage, session, station), into / "receipt.html")
    return page
