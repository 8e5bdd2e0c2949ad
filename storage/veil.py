"""Events as the journal keeps them: what is personal is locked under the session's key.

The body's field ``personal`` is base64 of a 12-byte nonce and AES-256-GCM over the canonical JSON of what
was set apart; bound to session and kind, so that it cannot be moved. It is empty when there was no key to
lock it under: then it is kept nowhere.
"""

import base64
import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.domain.plain import NotPlainError
from kiosk.flow.codec import decode
from kiosk.flow.events import Event
from kiosk.flow.personal import put_back, set_apart
from storage.chain import Entry, canonical
from storage.keys import Keys

FIELD = "personal"
NOTHING_LOCKED = f'"{FIELD}":""'
_NONCE_BYTES = 12


def veiled(event: Event, session: str | None, keys: Keys) -> str:
    """The body of the event's journal entry; with ``NOTHING_LOCKED`` in it, some of the event is not."""
    plain, apart = set_apart(event)
    key = keys.of(session) if apart and session else None
    if apart:
        plain[FIELD] = _locked(canonical(apart), key, _bound(session, type(event).__name__)) if key else ""
    return canonical(plain).decode()


def unveiled(entry: Entry, keys: Keys) -> Event | None:
    """The event of an entry, with stand-ins where the key is gone; ``None`` if nothing can stand in.

    Raises ``NotPlainError`` for what this version cannot read.
    """
    plain = json.loads(entry.body)
    if FIELD not in plain:
        return decode(plain)
    locked = plain.pop(FIELD)
    key = keys.of(entry.session_id) if entry.session_id and locked else None
    if key is None:
        return _without(plain)
    return decode(put_back(plain, json.loads(_opened(locked, key, _bound(entry.session_id, entry.kind)))))


def _without(plain: dict[str, object]) -> Event | None:
    try:
        return decode(plain)
    except NotPlainError:
        return None


def _bound(session: str | None, kind: str) -> bytes:
    return f"{session}:{kind}".encode()


def _locked(text: bytes, key: bytes, bound: bytes) -> str:
    nonce = os.urandom(_NONCE_BYTES)
    return base64.b64encode(nonce + AESGCM(key).encrypt(nonce, text, bound)).decode()


def _opened(locked: str, key: bytes, bound: bytes) -> bytes:
    box = base64.b64decode(locked)
    try:
        return AESGCM(key).decrypt(box[:_NONCE_BYTES], box[_NONCE_BYTES:], bound)
    except InvalidTag as error:
        raise NotPlainError("what is locked does not fit its key") from error
