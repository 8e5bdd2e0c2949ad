"""What a score may be made from: words. No picture, no sound, no voice, no face, and nobody's feelings."""

import ast
import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.transcript import Word

ROOT = Path(__file__).parents[2]
ASSESSMENT = ROOT / "kiosk/assessment"
RULES = sorted(ASSESSMENT.glob("*.py"))
ALLOWED = re.compile(
    r"^(kiosk\.(assessment|domain|ports)\b.*|bisect|collections|collections\.abc|dataclasses|difflib|enum|"
    r"functools|hashlib|html|itertools|json|pathlib|re|statistics|typing|unicodedata)$"
)
INFERRED = re.compile(r"emotion|sentiment|facial|face_|gaze|pitch|tone_of|accent_|personality", re.IGNORECASE)


def imported(source: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


def strangers(source: str) -> list[str]:
    return [name for name in imported(source) if not ALLOWED.match(name)]


@pytest.mark.parametrize("text", ["import cv2", "import numpy", "from openai import OpenAI", "import wave"])
def test_a_stranger_is_seen(text: str) -> None:
    assert strangers(text)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.name)
def test_the_rules_import_nothing_that_sees_or_hears(path: Path) -> None:
    assert strangers(path.read_text("utf-8")) == []


def test_advice_imports_nothing_that_sees_or_hears() -> None:
    for name in ("advisor", "prompt"):
        foreign = strangers((ASSESSMENT / f"engines/{name}.py").read_text("utf-8"))
        assert set(foreign) <= {"openai", "pydantic"}


def test_no_name_speaks_of_what_is_never_inferred() -> None:
    names = [
        node.id if isinstance(node, ast.Name) else node.attr
        for path in ASSESSMENT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    ]
    assert [name for name in names if INFERRED.search(name)] == []


def kinds(kind: Any, seen: set[Any]) -> Iterator[Any]:
    """Every class that a value of this kind can hold."""
    if kind in seen:
        return
    seen.add(kind)
    for inner in get_args(kind):
        yield from kinds(inner, seen)
    if dataclasses.is_dataclass(kind):
        for hint in get_type_hints(kind).values():
            yield from kinds(hint, seen)
    if get_origin(kind) is None:
        yield kind


def test_an_assessment_is_handed_text_and_numbers_only() -> None:
    held = set(kinds(AssessmentInputs, set()))
    assert not held & {bytes, bytearray, memoryview, Path, object, Mapping}
    assert {field.name for field in dataclasses.fields(Word)} == {"text", "start_s", "end_s", "confidence"}
