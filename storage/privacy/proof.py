"""What can be shown of an erasure: a signed document without anybody in it.

``signature`` (Ed25519, base64) is the station's over the canonical JSON of everything else.
"""

import base64
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kiosk.domain.ids import SessionId
from storage.chain import canonical
from storage.database import Database
from storage.errors import NotFoundError, plain_errors
from storage.media import MediaStore, make_private, open_private, sync_folder
from storage.signing import StationKey, verify
from storage.tables import ExportRow, JournalRow, KeepingRow

FOLDER = "erasures"


def proof_of_erasure(session: SessionId, database: Database, key: StationKey) -> dict[str, Any]:
    """Who ordered it, why, when, which stores are clear, and the journal's entry that says so.

    Raises ``NotFoundError`` while the erasure is not done, and ``StorageError``.
    """
    with database.read() as db:
        row = db.get(KeepingRow, session)
        if row is None or row.erased_wall is None:
            raise NotFoundError(f"session {session} is not erased")
        tombstone = db.scalars(
            select(JournalRow)
            .filter_by(session_id=session, kind="SessionErased")
            .order_by(JournalRow.seq.desc())
        ).first()
        assert tombstone is not None
        told: dict[str, Any] = {
            "session": session,
            "ordered": row.ordered_wall,
            "by": row.ordered_by,
            "cause": row.cause,
            "erased": row.erased_wall,
            "stores": {store["store"]: store["removed"] for store in row.stores or ()},
            "copies": [_copy(export) for export in _exports(db, session)],
            "journal": {"seq": tombstone.seq, "hash": tombstone.hash},
            "station": base64.b64encode(key.public).decode(),
        }
    return {**told, "signature": base64.b64encode(key.sign(canonical(told))).decode()}


def _exports(db: Session, session: SessionId) -> Sequence[ExportRow]:
    return db.scalars(select(ExportRow).filter_by(session_id=session).order_by(ExportRow.seq)).all()


def _copy(export: ExportRow) -> dict[str, str]:
    """The station cannot erase it, whoever took it has to; one that failed may have left something too."""
    return {
        "export": export.export,
        "by": export.by,
        "on": export.ended.wall,
        "outcome": export.outcome,
        "protection": export.protection,
        "disguise": export.disguise,
    }


def is_genuine(proof: dict[str, Any]) -> bool:
    """Whether the station that the proof names has signed exactly this."""
    told = {name: value for name, value in proof.items() if name != "signature"}
    try:
        public, signature = (base64.b64decode(str(proof[name])) for name in ("station", "signature"))
    except (KeyError, ValueError):
        return False
    return verify(public, signature, canonical(told))


def keep_proof(proof: dict[str, Any], media: MediaStore) -> Path:
    """The proof as a file of the station. Raises ``StorageError``."""
    file = media.data / FOLDER / f"{proof['session']}.json"
    with plain_errors(file):
        make_private(file.parent)
        part = file.with_suffix(".part")
        part.unlink(missing_ok=True)
        with open_private(part) as content:
            content.write(json.dumps(proof, indent=2, ensure_ascii=False).encode())
            os.fsync(content.fileno())
        part.replace(file)
        sync_folder(file.parent)
    return file
