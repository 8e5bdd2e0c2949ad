"""The station's own key: Ed25519, made on the station and never leaving it, by which others know its word.

``DATA/station.key`` holds the private key as PKCS#8 PEM and is for the station's user alone; public keys
and signatures are raw bytes, 32 and 64 of them.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from storage.errors import DamagedError, plain_errors
from storage.media import open_private, sync_folder

NAME = "station.key"


@dataclass(frozen=True, slots=True)
class StationKey:
    """Signs for one station. Any thread may call; it shows itself without its secret."""

    _private: Ed25519PrivateKey = field(repr=False)

    @classmethod
    def load_or_create(cls, folder: Path) -> Self:
        """The key in ``folder``, made at the first time and on the disk then. Raises ``StorageError``."""
        file = folder / NAME
        with plain_errors(file):
            if not file.exists():
                _keep(file, Ed25519PrivateKey.generate())
            return cls(_read(file))

    @classmethod
    def public_in(cls, folder: Path) -> str:
        """The public key of the station in ``folder``, in hexadecimal; empty before it has one."""
        file = folder / NAME
        with plain_errors(file):
            return cls(_read(file)).public.hex() if file.exists() else ""

    @property
    def public(self) -> bytes:
        """By which everybody recognises the station."""
        return self._private.public_key().public_bytes_raw()

    def derive(self, purpose: str) -> bytes:
        """A secret of 32 bytes that only this station can make, another one for each purpose."""
        made = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode())
        return made.derive(self._private.private_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """The signature of ``data``."""
        return self._private.sign(data)


def verify(public: bytes, signature: bytes, data: bytes) -> bool:
    """Whether the owner of ``public`` signed exactly ``data``; nonsense is nobody's signature."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _keep(file: Path, key: Ed25519PrivateKey) -> None:
    """Whole or not at all, and never over another; two programs that start at once keep the first one's."""
    part = file.with_name(f"{NAME}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with open_private(part) as content:
        content.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        os.fsync(content.fileno())
    try:
        os.link(part, file)
    except FileExistsError:
        pass
    finally:
        part.unlink()
    sync_folder(file.parent)


def _read(file: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except (ValueError, TypeError) as error:
        raise DamagedError(f"{file} is not a station's key") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise DamagedError(f"{file} is not a station's key")
    return key
