"""Events as JSON-ready data and back, with a version, for the journal.

Secrets (invitation codes) never reach the journal: they are written empty.
"""

from typing import Any, cast

from kiosk.domain.plain import NotPlainError, from_plain, to_plain
from kiosk.flow.events import Event

VERSION = 1
_VERSION_KEY = "v"


def encode(event: Event) -> dict[str, Any]:
    """The event as a mapping with its ``type`` and the codec's version."""
    plain = cast(dict[str, Any], to_plain(event))
    return {_VERSION_KEY: VERSION, **plain}


def decode(plain: dict[str, Any]) -> Event:
    """The event of a mapping. Raises ``NotPlainError`` for what this version cannot read."""
    if plain.get(_VERSION_KEY) != VERSION:
        raise NotPlainError(f"event version {plain.get(_VERSION_KEY)!r} is not {VERSION}")
    return from_plain(Event, {key: value for key, value in plain.items() if key != _VERSION_KEY})
