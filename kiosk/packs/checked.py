"""A TOML file of a pack, read and checked: a table, or every mistake with its line."""

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.files import LONGEST_PACK_BYTES, read_text
from kiosk.packs.lines import KeyPath, key_lines, line_of, too_deep, without_strings
from kiosk.packs.rules import Finding, Table

Model = TypeVar("Model", bound=BaseModel)

_REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a setting of a pack",
    "dict_type": "must be a table, found {found}",
    "model_type": "must be a table, found {found}",
    "list_type": "must be a list, found {found}",
    "too_short": "must have at least {min_length} entry",
    "too_long": "must have at most {max_length} entries",
}


def read_checked(
    folder: Path, file: str, model: type[Model], rules: Callable[[Table], Iterable[Finding]]
) -> tuple[Table, Model | None, list[PackProblem]]:
    """The raw table, the checked one if it has no mistakes of type, and all mistakes.

    Raises ``PackErrors`` when the file cannot be read or is not TOML.
    """
    text = read_text(folder, file, LONGEST_PACK_BYTES)
    bare_lines = without_strings(text)
    if line := too_deep(bare_lines):
        raise PackErrors([PackProblem(file, line, "nests too deeply")])
    raw = _parse(file, text)
    table, findings = check(raw, model)
    lines = key_lines(bare_lines)
    found = [*findings, *rules(raw)]
    return (
        raw,
        table,
        [PackProblem(file, line_of(path, lines), f"{name_of(path)} {why}") for path, why in found],
    )


def _parse(file: str, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except ValueError as error:
        place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", str(error))
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        reason = str(error)[: place.start()] if place else "a value is too large"
        raise PackErrors([PackProblem(file, line, f"is not TOML: {reason}")]) from error


def check(raw: Table, model: type[Model]) -> tuple[Model | None, list[Finding]]:
    """The table with checked types, or every mistake of type."""
    try:
        return model.model_validate(raw), []
    except ValidationError as error:
        return None, [(_path(detail), _reason(detail)) for detail in error.errors()]


def _path(detail: ErrorDetails) -> KeyPath:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _reason(detail: ErrorDetails) -> str:
    found = _shown(detail["input"])
    if detail["type"] == "must_be":
        return f"{detail['msg']}, found {found}"
    known = _REASONS.get(detail["type"])
    return known.format(found=found, **detail.get("ctx", {})) if known else detail["msg"]


def name_of(path: KeyPath) -> str:
    """``questions[2].answer_limit_s``, as the author would point at it."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{_key(part)}" for part in path).removeprefix(
        "."
    )


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]{1,48}", name) else _shown(name)


def _shown(value: object) -> str:
    """Short enough for a line, and harmless on a terminal."""
    try:
        shown = repr(value)
    except ValueError:
        return "a number with too many digits"
    return shown if len(shown) <= 40 else shown[:39] + "…"
