"""Those who may read what is sealed: key pairs of age, the private half in a file of theirs.

A reader's file is an age identity file (``AGE-SECRET-KEY-1…``), as ``age-keygen`` writes it, or one that is
locked with a passphrase, as ``age -p`` writes it.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pyrage

from storage.errors import RefusedError, plain_errors
from storage.media import open_private

_PRIVATE = "AGE-SECRET-KEY-1"
_LOCKED = b"age-encryption.org/"
_BY_PASSPHRASE = b"-> scrypt"


def new_reader(file: Path, passphrase: str) -> str:
    """Make a key pair; the private half goes into ``file``, locked if there is a passphrase.

    Returns the public half. Never overwrites a file. Raises ``StorageError``.
    """
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    text = f"# public key: {public}\n{identity}\n".encode()
    with plain_errors(file), open_private(file) as content:
        content.write(pyrage.passphrase.encrypt(text, passphrase) if passphrase else text)
        os.fsync(content.fileno())
    return public


def read_identity(file: Path, ask_passphrase: Callable[[], str]) -> pyrage.x25519.Identity:
    """The private half in ``file``; asks for the passphrase if it is locked. Raises ``StorageError``."""
    with plain_errors(file):
        return identity_of(file.read_bytes(), ask_passphrase)


def is_locked(content: bytes) -> bool:
    """Whether it needs a passphrase."""
    return content.startswith(_LOCKED) and _BY_PASSPHRASE in content[:256]


def looks_like_key(content: bytes) -> bool:
    """Whether this can be a private key, open or locked with a passphrase."""
    return is_locked(content) or _PRIVATE.encode() in content


def identity_of(content: bytes, ask_passphrase: Callable[[], str]) -> pyrage.x25519.Identity:
    """The private half in a file's content; asks for the passphrase if locked. Raises ``RefusedError``."""
    if content.startswith(_LOCKED):
        try:
            content = pyrage.passphrase.decrypt(content, ask_passphrase())
        except pyrage.DecryptError as error:
            raise RefusedError("this passphrase does not open the key") from error
    lines = content.decode("utf-8", "replace").splitlines()
    found = next((line.strip() for line in lines if line.startswith(_PRIVATE)), None)
    try:
        return pyrage.x25519.Identity.from_str(found or "")
    except pyrage.IdentityError as error:
        raise RefusedError("this is not a private key of age") from error
