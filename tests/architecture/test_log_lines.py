"""A log line says a fixed sentence and names things from a closed list: nothing personal fits in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.support.logs import MAY_BE_NAMED

ROOT = Path(__file__).parents[2]
PLACES = ("capture", "commands", "kiosk", "server", "storage", "ui")
LEVELS = {"debug", "info", "warning", "error", "critical", "exception"}
STANDARD = {"capture"}
"""Where ``logging`` is used as it is, whose arguments have no names: numbers, paths, our own exceptions."""


def faults(source: str, *, named: bool = True) -> list[str]:
    """What is wrong with a module's log lines."""
    return [wrong for call in _calls(ast.parse(source)) for wrong in _wrong(call, named=named)]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            owner = ast.unparse(node.func.value)
            if owner in ("log", "self._log") or "get_logger" in owner or "getLogger" in owner:
                yield node


def _wrong(call: ast.Call, *, named: bool) -> Iterator[str]:
    if not (call.args and isinstance(call.args[0], ast.Constant)):
        yield f"line {call.lineno}: the sentence is not fixed"
    if named and len(call.args) > 1:
        yield f"line {call.lineno}: what is named has no name"
    for word in call.keywords:
        if word.arg not in MAY_BE_NAMED | {"exc_info"}:
            yield f"line {call.lineno}: {word.arg} may not be named"


def test_every_log_line_keeps_to_the_list() -> None:
    found = {
        f"{file.relative_to(ROOT)} {wrong}"
        for place in PLACES
        for file in (ROOT / place).rglob("*.py")
        for wrong in faults(file.read_text("utf-8"), named=place not in STANDARD)
    }
    assert found == set()


@pytest.mark.parametrize(
    "breach",
    [
        'log.info(f"{name} has come")',
        'log.warning("somebody has come", name=candidate.name)',
        'log.error("an answer is too long", **answer)',
        'structlog.get_logger().info("said", said)',
        'structlog.get_logger().info("said", text="the answer")',
    ],
)
def test_what_could_name_somebody_is_found(breach: str) -> None:
    assert len(faults(breach)) == 1
