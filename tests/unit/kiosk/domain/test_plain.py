"""Values as plain data and back, strictly by their declared types."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import pytest

from kiosk.domain.plain import NotPlainError, from_plain, to_plain


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Cup:
    colour: Colour
    litres: float = 0.2
    notes: tuple[str, ...] = ()
    label: Mapping[str, str] | None = None
    owner: str = field(default="", metadata={"secret": True})


@dataclass(frozen=True)
class Tray:
    cups: tuple[Cup, ...]
    best: Cup | None = None


FULL = Tray((Cup(Colour.RED, 0.3, ("a", "b"), {"en": "tea", "type": "black"}),), Cup(Colour.RED))


def test_nested_values_come_back() -> None:
    assert from_plain(Tray, to_plain(FULL)) == FULL


def test_a_value_names_its_type() -> None:
    assert to_plain(Cup(Colour.RED)) == {
        "type": "Cup",
        "colour": "red",
        "litres": 0.2,
        "notes": [],
        "label": None,
        "owner": "",
    }


def test_secrets_are_written_only_when_asked_for() -> None:
    cup = Cup(Colour.RED, owner="Kim")
    assert "Kim" not in str(to_plain(Tray((cup,), cup)))
    assert from_plain(Cup, to_plain(cup, keep_secrets=True)) == cup


def test_a_whole_number_is_a_number() -> None:
    assert from_plain(Cup, {"type": "Cup", "colour": "red", "litres": 1}) == Cup(Colour.RED, 1.0)


@pytest.mark.parametrize("nothing_plain", [object(), {1, 2}, b"bytes", Cup])
def test_what_json_cannot_carry_is_refused(nothing_plain: object) -> None:
    with pytest.raises(NotPlainError):
        to_plain(nothing_plain)


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        {},
        {"type": "Tray", "cups": {}},
        {"type": "Tray", "cups": [None]},
        {"type": "Tray", "cups": [], "best": {"type": "Tray", "cups": []}},
        {"type": "Tray", "cups": [], "best": {}},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "blue"}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": {}}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "red", "litres": True}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "red", "litres": "1"}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "red", "notes": "ab"}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "red", "label": {"en": 1}}]},
        {"type": "Tray", "cups": [{"type": "Cup"}]},
        {"type": "Tray", "cups": [{"type": "Cup", "colour": "red", "handle": 1}]},
    ],
)
def test_what_does_not_fit_is_refused_and_not_guessed(wrong: Any) -> None:
    with pytest.raises(NotPlainError):
        from_plain(Tray, wrong)
