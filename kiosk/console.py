"""What the command line prints: plain sentences and tables for people, one JSON value for programs."""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.plain import TAG, Plain, to_plain

REFUSED = 2
"""Exit code of a command that was refused with a sentence."""
MARKS = {Verdict.GOOD: "[green]good[/]", Verdict.WARNING: "[yellow]look[/]", Verdict.BAD: "[red]bad [/]"}

console = Console(highlight=False)


def refuse(sentence: str) -> NoReturn:
    """End the program with one clear sentence."""
    print(sentence, file=sys.stderr)  # noqa: T201 - this is where the program speaks
    raise typer.Exit(REFUSED)


def remark(text: str) -> None:
    """A line for people, beside what programs read."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201


def tell(text: str) -> None:
    """A line as it is, however long."""
    console.print(text, markup=False, soft_wrap=True)


def print_json(value: object) -> None:
    """One JSON value on standard output."""
    print(json.dumps(to_plain(value), indent=2, ensure_ascii=False))  # noqa: T201


def print_line(value: object) -> None:
    """One JSON value on one line of standard output."""
    print(json.dumps(to_plain(value), ensure_ascii=False))  # noqa: T201


def print_checks(results: Sequence[CheckResult]) -> None:
    """The self-test, a line each, with what to do where it is not good."""
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for result in results:
        finding = f"{result.finding}\n[dim]→ {result.to_do}[/]" if result.to_do else result.finding
        table.add_row(MARKS[result.verdict], result.name, finding)
    console.print(table)


def print_facts(facts: Mapping[str, object]) -> None:
    """Names and values, a line each; a value of several parts lists them."""
    table = Table(show_header=False, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name, value in facts.items():
        label = name.removesuffix("_bytes").replace("_", " ")
        table.add_row(Text(label, "dim"), Text(_in_words(to_plain(value), name)))
    console.print(table)


def _in_words(plain: Plain, name: str = "") -> str:
    match plain:
        case None:
            return "-"
        case bool():
            return "yes" if plain else "no"
        case dict():
            return "\n".join(f"{part} {_in_words(item, part)}" for part, item in plain.items() if part != TAG)
        case list():
            return ", ".join(map(_in_words, plain)) or "none"
        case int() if name.endswith("_bytes"):
            return f"{plain / 1e9:.1f} GB"
        case float():
            return str(round(plain, 2))
        case _:
            return str(plain)
