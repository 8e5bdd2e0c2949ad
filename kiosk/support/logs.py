"""The end of a log, line by line: what this version would have written passes, anything else does not."""

import json
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.bugs import HEADING

MOST_LINES = 4000
_ALWAYS = frozenset({"event", "level", "timestamp", "process", "library", "exception"})
MAY_BE_NAMED = frozenset(
    {
        *("session", "request", "station", "candidate"),  # ids, and the booth's name
        *(
            "act",
            "event_type",
            "scene",
            "kind",
            "job",
            "outcome",
            "form",
            "status",
            "method",
            "route",
            "pack",
        ),
        *("problem", "export", "subject", "file", "what", "device", "table", "thread", "seconds", "ms"),
        *("entries", "sessions", "again_in_s", "last", "protocol", "version"),
        "reason",  # our own exceptions' sentences
    }
)
"""What a log line may name. Think twice before a word is added: its values must never be what somebody is
called or said."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The newest lines of a log, and how many of them were left out because they are not of its kind."""

    lines: tuple[str, ...]
    left_out: int


def excerpt(file: Path, most: int = MOST_LINES) -> Excerpt:
    """The end of a log. Raises ``OSError``."""
    with file.open(encoding="utf-8", errors="replace") as text:
        newest = deque(text, most)
    kept = [clean for line in newest if (clean := _clean(line))]
    return Excerpt(tuple(kept), len(newest) - len(kept))


def with_earlier(file: Path) -> Iterable[Path]:
    """The log, and the one that was laid aside last."""
    return [one for one in (file.with_name(f"{file.name}.1"), file) if one.is_file()]


def _clean(line: str) -> str:
    try:
        said = json.loads(line)
    except ValueError:
        return ""
    if not isinstance(said, dict) or not {"event", "timestamp"} <= said.keys():
        return ""
    kept = {name: value for name, value in said.items() if name in _ALWAYS | MAY_BE_NAMED}
    if not str(kept.get("exception", HEADING)).startswith(HEADING):
        kept["exception"] = "told by an earlier version, and left out"
    return json.dumps(kept, ensure_ascii=False)
