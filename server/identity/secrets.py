"""Passwords, tokens and codes: made, kept as hashes, compared in constant time."""

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 256
TOKEN_PREFIX = "ikt_"  # noqa: S105 - tells people and scanners what it is

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH = 12
_GROUP = 4
_IGNORED = " -\t\r\n"

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_NOBODY = _hasher.hash("nobody's")
"""Checked where there is no such account, so that it takes as long."""


def hash_password(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(password)


def fits(password_hash: str | None, password: str) -> bool:
    """Whether this is the password; takes some 30 ms either way."""
    try:
        _hasher.verify(password_hash or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def new_token() -> str:
    """256 random bits for a cookie, or behind ``TOKEN_PREFIX`` for a program."""
    return secrets.token_urlsafe(32)


def new_id() -> str:
    """32 hexadecimal digits."""
    return secrets.token_hex(16)


def new_code() -> str:
    """A code for people to type, ``K7QF-2MXP-9RTD``: 59 bits without letters that look alike."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(code[start : start + _GROUP] for start in range(0, _CODE_LENGTH, _GROUP))


def plain_code(typed: str) -> str:
    """A typed code in capitals, without spaces and dashes."""
    return "".join(letter for letter in typed[:256] if letter not in _IGNORED).upper()


def digest(secret: str) -> str:
    """What is kept of a random secret, and how it is found again."""
    return hashlib.sha256(secret.encode()).hexdigest()
