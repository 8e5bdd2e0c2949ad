"""Sealing a session: everything in its folder, its key and the candidate's name, for public keys only.

The format is age (X25519): each file becomes ``NAME.age``, the key ``keys/{session}.age``, which holds
JSON with ``session``, ``key`` (base64) and ``name``. Whoever has one of the private keys opens them with
this program or with any age tool. Every step may be repeated: a plain file goes when its sealed one is
on the disk.
"""

import base64
import io
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pyrage
from sqlalchemy import select

from kiosk.domain.ids import SessionId
from storage.database import Database
from storage.errors import RefusedError, plain_errors
from storage.keys import KeyRing
from storage.media import MediaStore, open_private, sync_folder
from storage.privacy.erasing import files_of
from storage.tables import CandidateRow, SessionRow
from storage.wipe import wipe

SUFFIX = ".age"


def check_readers(readers: Sequence[str]) -> None:
    """Refuse what is not an age recipient (``age1…``). Raises ``RefusedError``."""
    for reader in readers:
        try:
            pyrage.x25519.Recipient.from_str(reader)
        except pyrage.RecipientError as error:
            raise RefusedError(f"“{reader[:16]}…” is not a public key of age (age1…)") from error


def seal(session: SessionId, readers: Sequence[str], database: Database, media: MediaStore) -> None:
    """Lock the key with the name, then the files. The plain key stays until the journal says "sealed".

    Raises ``StorageError``.
    """
    check_readers(readers)
    keys = KeyRing(media.keys)
    with plain_errors(media.data):
        key = keys.of(session)
        if key is not None and not keys.sealed(session).exists():
            text = json.dumps(
                {"session": session, "key": base64.b64encode(key).decode(), "name": _name(database, session)}
            )
            _write(io.BytesIO(text.encode()), keys.sealed(session), readers)
        for file in files_of(session, media):
            if file.suffix == ".part":  # half of something, readable or not
                wipe(file)
            elif file.suffix != SUFFIX:
                _seal_file(file, readers)


def _seal_file(file: Path, readers: Sequence[str]) -> None:
    sealed = file.with_name(file.name + SUFFIX)
    if not sealed.exists():
        with file.open("rb", buffering=0) as plain:
            _write(plain, sealed, readers)
    if file.stat().st_nlink > 1:  # HR's results page shares it: theirs stays
        file.unlink()
        return sync_folder(file.parent)
    return wipe(file)


def _write(plain: BinaryIO | io.RawIOBase, sealed: Path, readers: Sequence[str]) -> None:
    """The whole sealed file under its name, on the disk, or nothing under it."""
    part = sealed.with_name(sealed.name + ".part")
    part.unlink(missing_ok=True)
    with open_private(part) as target:
        pyrage.encrypt_io(plain, target, [pyrage.x25519.Recipient.from_str(reader) for reader in readers])
        os.fsync(target.fileno())
    part.replace(sealed)
    sync_folder(sealed.parent)


def _name(database: Database, session: SessionId) -> str:
    with database.read() as db:
        whose = select(CandidateRow.name).join(SessionRow).where(SessionRow.id == session)
        return db.scalar(whose) or ""
