"""From somebody's list of questions to a pack folder."""

from dataclasses import replace
from pathlib import Path

from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.files import LONGEST_PACK_BYTES, read_text
from kiosk.packs.question_list import Wish, write_pack
from kiosk.packs.spreadsheet import read_csv
from kiosk.packs.text_list import read_markdown


def import_list(file: Path, wish: Wish, into: Path) -> Path:
    """Make the folder ``into / wish.id`` from a ``.csv`` or ``.md`` file; the folder.

    Raises ``PackErrors`` with every mistake and its line in the list, and ``OSError``.
    """
    if (into / wish.id).exists():
        raise PackErrors([PackProblem(file.name, 1, f"cannot become “{wish.id}”: there is one in {into}")])
    text = read_text(file.parent, file.name, LONGEST_PACK_BYTES)
    match file.suffix.lower():
        case ".csv":
            return write_pack(read_csv(text, file.name, wish.language), wish, file.name, into)
        case ".md":
            title, rows = read_markdown(text, file.name, wish.language)
            return write_pack(rows, replace(wish, title=wish.title or title), file.name, into)
        case _:
            raise PackErrors([PackProblem(file.name, 1, "must be a .csv or .md file")])
