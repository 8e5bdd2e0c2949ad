"""How lines are indented. Pure functions over text; columns count from 0."""

from ui.editor.dialects import Dialect

_CLOSERS = ")]}"


def leading_space(line: str) -> str:
    """The blanks a line begins with."""
    return line[: len(line) - len(line.lstrip(" \t"))]


def of_next_line(line: str, dialect: Dialect) -> str:
    """What a new line begins with when ``line`` stands before the cursor."""
    written = line.rstrip()
    deeper = bool(written) and written[-1] in dialect.opens
    return leading_space(line) + " " * (dialect.indent if deeper else 0)


def to_next_stop(column: int, dialect: Dialect) -> str:
    """The blanks that a Tab in this column stands for."""
    return " " * (dialect.indent - column % dialect.indent)


def to_previous_stop(before: str, dialect: Dialect) -> int:
    """How many characters Backspace takes away: one, or a whole step among leading blanks."""
    if not before or before.strip(" ") or "\t" in before:
        return 1
    return (len(before) - 1) % dialect.indent + 1


def deeper(line: str, dialect: Dialect) -> str:
    """The line one step further right; an empty one stays empty."""
    return " " * dialect.indent + line if line.strip() else line


def shallower(line: str, dialect: Dialect) -> str:
    """The line one step further left, as far as there are blanks."""
    blanks = leading_space(line)
    if blanks.startswith("\t"):
        return line[1:]
    return line[min(len(blanks), dialect.indent) :]


def closes_block(before: str, typed: str) -> bool:
    """Whether a bracket typed here belongs one step further left."""
    return typed != "" and typed in _CLOSERS and before != "" and not before.strip()
