"""Fingerprints of values, so that a score can be tied to exactly what it was made from."""

import hashlib
import json

from kiosk.domain.pack import Pack
from kiosk.domain.plain import to_plain


def canonical(value: object) -> str:
    """A value as JSON that is the same, byte by byte, for equal values."""
    return json.dumps(to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(value: object) -> str:
    """Of the canonical JSON."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def rubric_sha256(pack: Pack) -> str:
    """Of everything in a pack that says how answers are judged."""
    return sha256([pack.id, pack.version, pack.weights, [(one.id, one.rubric) for one in pack.questions]])
