"""The server's own key, and checking a station's signature: Ed25519, nothing else."""

import hashlib
import hmac
import os
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.wire.signing import from_text, receipt_bytes, to_text
from server.errors import SetupError

FILE_NAME = "server.key"


class ServerKey:
    """Signs heads and receipts. Any thread may call."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = to_text(private.public_key().public_bytes_raw())

    @classmethod
    def read(cls, text: str) -> "ServerKey":
        """The key of the settings. Raises ``SetupError``."""
        try:
            return cls(Ed25519PrivateKey.from_private_bytes(from_text(text.strip())))
        except ValueError as error:
            raise SetupError("the signing key must be 32 bytes as base64url") from error

    @classmethod
    def load_or_create(cls, folder: Path) -> "ServerKey":
        """The key in the data folder, made at the first start. Raises ``SetupError``, ``OSError``."""
        file = folder / FILE_NAME
        if not file.exists():
            text = to_text(Ed25519PrivateKey.generate().private_bytes_raw())
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as opened:
                opened.write(text + "\n")
                opened.flush()
                os.fsync(opened.fileno())
        return cls.read(file.read_text("ascii"))

    def sign(self, fields: dict[str, Any]) -> str:
        """The signature of a head or a receipt that is otherwise complete."""
        return to_text(self._private.sign(receipt_bytes(fields)))

    def secret_for(self, purpose: str) -> bytes:
        """32 bytes that are the same on every copy of the server, and tell nothing about the key."""
        return hmac.new(self._private.private_bytes_raw(), purpose.encode(), hashlib.sha256).digest()


def is_signed_by(public_key: str, signature: str, data: bytes) -> bool:
    """Whether the owner of a key signed this; false too for what is no key or no signature."""
    try:
        Ed25519PublicKey.from_public_bytes(from_text(public_key)).verify(from_text(signature), data)
    except (ValueError, InvalidSignature):
        return False
    return True
