"""An event in two parts: what anybody may read in the journal, and what is about a person.

Fields say for themselves that they are personal (``kiosk.domain.personal``), in events and in the values
they hold. The readable part has the stand-ins in their place, so that the flow can be replayed from it
alone; an event with a personal field that nothing stands in for cannot be read without it.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from kiosk.domain.personal import KEY
from kiosk.domain.plain import NotPlainError, Plain, to_plain
from kiosk.flow.codec import encode
from kiosk.flow.events import Event


def set_apart(event: Event) -> tuple[dict[str, Any], dict[str, Plain]]:
    """The encoded event with stand-ins, and what they stand for by its place, ``recording.gaps.0.reason``.

    Nothing is apart where the stand-ins are the values.
    """
    plain = encode(event)
    apart: dict[str, Plain] = {}
    _lift(event, plain, "", apart)
    return plain, apart


def put_back(plain: dict[str, Any], apart: Mapping[str, Plain]) -> dict[str, Any]:
    """The whole encoded event; changes ``plain``. Raises ``NotPlainError`` for a place that is not there."""
    for place, value in apart.items():
        *steps, last = place.split(".")
        inside: Any = plain
        try:
            for step in steps:
                inside = inside[int(step) if isinstance(inside, list) else step]
            inside[last] = value
        except (KeyError, IndexError, TypeError, ValueError) as error:
            raise NotPlainError(f"there is no {place}") from error
    return plain


def _lift(value: object, plain: Any, place: str, apart: dict[str, Plain]) -> None:
    """Mappings (texts by language) hold nothing personal."""
    if isinstance(value, tuple | list):
        for number, item in enumerate(value):
            _lift(item, plain[number], f"{place}{number}.", apart)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            item = getattr(value, field.name)
            if KEY not in field.metadata:
                _lift(item, plain[field.name], f"{place}{field.name}.", apart)
            elif item != (stand_in := field.metadata[KEY]):
                apart[place + field.name] = plain.pop(field.name)
                if stand_in is not None:
                    plain[field.name] = to_plain(stand_in)
