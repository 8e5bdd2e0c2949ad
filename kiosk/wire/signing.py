"""What a station signs of a request, what a server signs of a receipt, and where signatures travel.

The signature is Ed25519 over the bytes given here; keys and signatures are base64url without padding.
"""

import base64
import hashlib
import json
from typing import Any

KEY = "Station-Key"
"""The station's public key, 32 bytes: this is who it is."""
TIME = "Station-Time"
NONCE = "Station-Nonce"
"""32 hexadecimal digits, never used twice."""
DIGEST = "Station-Digest"
"""SHA-256 of the body in hexadecimal digits; of nothing when there is no body."""
SIGNATURE = "Station-Signature"

WINDOW_S = 300.0
"""How far a request's time may lie from the server's."""

_PURPOSE = "interview-station-request-1"


def request_bytes(method: str, target: str, digest: str, wall: str, nonce: str) -> bytes:
    """What is signed of a request; ``target`` is the path with its query, as sent."""
    return "\n".join((_PURPOSE, method.upper(), target, digest, wall, nonce)).encode()


def receipt_bytes(fields: dict[str, Any]) -> bytes:
    """What is signed of a receipt: its JSON without ``signature``, keys sorted, no spaces, UTF-8."""
    told = {name: value for name, value in fields.items() if name != "signature"}
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def digest_of(body: bytes) -> str:
    """A body's SHA-256 as it travels."""
    return hashlib.sha256(body).hexdigest()


def to_text(raw: bytes) -> str:
    """Base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    """The bytes of base64url without padding. Raises ``ValueError``."""
    if "+" in text or "/" in text:
        raise ValueError("not base64url")
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
