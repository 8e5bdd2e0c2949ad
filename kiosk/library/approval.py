"""Who found a pack good: ``approvals.jsonl``, a line for each approval; the last one counts."""

import json
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.plain import from_plain, to_plain
from kiosk.library.built import write_whole

FILE = "approvals.jsonl"


@dataclass(frozen=True, slots=True)
class Approval:
    """One person's word for one manifest."""

    manifest_sha256: str
    by: str
    at_wall: str
    """UTC, to the second."""


def latest(folder: Path) -> Approval | None:
    """The approval that counts. A line that cannot be read is an approval of nothing."""
    lines = _lines(folder)
    if not lines:
        return None
    try:
        return from_plain(Approval, json.loads(lines[-1]))
    except ValueError:
        return Approval("", "somebody", "")


def add(folder: Path, approval: Approval) -> None:
    """Keep another approval; those before it stay. Raises ``OSError``."""
    lines = [*_lines(folder), json.dumps(to_plain(approval), ensure_ascii=False)]
    write_whole(folder / FILE, ("\n".join(lines) + "\n").encode())


def _lines(folder: Path) -> list[str]:
    file = folder / FILE
    return file.read_text("utf-8", errors="replace").splitlines() if file.exists() else []
