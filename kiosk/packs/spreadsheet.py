"""Questions from a spreadsheet, saved as CSV: the first line names the columns, the others are questions."""

import csv
import io

from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.question_list import Row, setting_name

SEPARATORS = ";,\t"


def read_csv(text: str, source: str, language: str) -> list[Row]:
    """The rows; raises ``PackErrors`` when the columns cannot be understood."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=_separator(text), strict=True)
    names: list[str | None] = []
    rows: list[Row] = []
    try:
        before = 0
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = _columns(cells, line, source, language)
            else:
                rows.append(_row(names, cells, line, source))
    except csv.Error as error:
        why = str(error).replace("\t", "tab")  # the library says a tab by writing one
        raise PackErrors([PackProblem(source, reader.line_num, f"is not CSV: {why}")]) from error
    return rows


def _separator(text: str) -> str:
    """The one that the first line uses most."""
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=first.count) if any(one in first for one in SEPARATORS) else ","


def _columns(cells: list[str], line: int, source: str, language: str) -> list[str | None]:
    names = [setting_name(cell, language) if cell.strip() else None for cell in cells]
    unknown = [cell for cell, name in zip(cells, names, strict=True) if cell.strip() and name is None]
    mistakes = [
        PackProblem(source, line, f"has a column {cell[:40]!r}, which is no setting") for cell in unknown
    ]
    known = [name for name in names if name]
    mistakes += [
        PackProblem(source, line, f"has two columns for {name}")
        for name in sorted({one for one in known if known.count(one) > 1})
    ]
    if not any(name.startswith("text.") for name in known):
        mistakes.append(PackProblem(source, line, "has no column “text” with the questions"))
    if mistakes:
        raise PackErrors(mistakes)
    return names


def _row(names: list[str | None], cells: list[str], line: int, source: str) -> Row:
    if any(cell.strip() for cell in cells[len(names) :]):
        raise PackErrors(
            [PackProblem(source, line, f"has more than the {len(names)} columns of the first line")]
        )
    named = zip(names, cells, strict=False)
    return Row(line, {name: (line, cell) for name, cell in named if name and cell.strip()})
