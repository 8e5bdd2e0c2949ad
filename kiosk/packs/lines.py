"""Where in a TOML text each key stands. The parser does not tell, and an author wants to know.

It reads what a TOML parser accepts and never fails on what one refuses. It also refuses, before
the parser sees it, a nesting that would make the parser slow or exhaust its stack.
"""

import re

KeyPath = tuple[str | int, ...]
"""From the top table down, for example ``("questions", 2, "text", "en")``."""

DEEPEST = 8
_STRING_OR_COMMENT = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)'
    r"|'''.*?(?:'''|\Z)"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.DOTALL,
)
_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]+)\]\]?\s*$")


def without_strings(text: str) -> list[str]:
    """The lines of ``text`` with every string emptied and every comment removed."""
    return _STRING_OR_COMMENT.sub(_emptied, text).split("\n")


def too_deep(bare_lines: list[str]) -> int | None:
    """The first line that nests deeper than any pack needs, or ``None``."""
    depth = 0
    for number, line in enumerate(bare_lines, start=1):
        if depth + _opened(line) > DEEPEST or line.count(".") > 2 * DEEPEST:
            return number
        depth = max(0, depth + _opened(line) - _closed(line))
    return None


def key_lines(bare_lines: list[str]) -> dict[KeyPath, int]:
    """The line, from 1, of each table header and of each key with its value."""
    found: dict[KeyPath, int] = {}
    lengths: dict[KeyPath, int] = {}
    table: KeyPath = ()
    depth = 0
    for number, line in enumerate(bare_lines, start=1):
        if depth == 0 and (header := _HEADER.match(line)):
            table = _resolve((), header[2], lengths)
            if header[1] == "[[":
                table = _next_entry(table, lengths)
            found.setdefault(table, number)
            continue
        if depth == 0 and "=" in line:
            found.setdefault(_resolve(table, line.split("=")[0], lengths), number)
        depth = max(0, depth + _opened(line) - _closed(line))
    return found


def line_of(path: KeyPath, lines: dict[KeyPath, int]) -> int:
    """The line of the key, or of the nearest table around it; 1 when there is none."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return 1


def _emptied(match: re.Match[str]) -> str:
    return "" if match[0].startswith("#") else '""' + "\n" * match[0].count("\n")


def _resolve(table: KeyPath, dotted: str, lengths: dict[KeyPath, int]) -> KeyPath:
    """The full path of a dotted key; inside an array of tables it means the latest entry."""
    path = table
    for name in dotted.split("."):
        if path in lengths:
            path = (*path, lengths[path] - 1)
        path = (*path, name.strip())
    return path


def _next_entry(array: KeyPath, lengths: dict[KeyPath, int]) -> KeyPath:
    lengths[array] = lengths.get(array, 0) + 1
    return (*array, lengths[array] - 1)


def _opened(line: str) -> int:
    return line.count("[") + line.count("{")


def _closed(line: str) -> int:
    return line.count("]") + line.count("}")
