"""Brings the catalogues up to what the pages say: ``python -m server.web.collect``, or ``make words``."""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from server import errors
from server.web.tongue import Tongue, file_of

SERVER = Path(__file__).parents[1]
_METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
_ERRORS = {name: None for name in vars(errors) if name.endswith("Error")}
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), **_ERRORS}
"""An error's sentence is shown on a page, so it is collected where it is raised."""


def main() -> int:
    """Rewrite every catalogue; says how much each still lacks."""
    for tongue in Tongue:
        if tongue is not Tongue.ENGLISH:
            catalogue = updated(tongue)
            save(catalogue, file_of(tongue))
            lacking = sum(not all(forms(one)) for one in catalogue if one.id)
            sys.stdout.write(f"{tongue}: {len(catalogue)} strings, {lacking} to translate\n")
    return 0


def updated(tongue: Tongue) -> Catalog:
    """What is translated, and what is said by now; what nobody says any more is gone."""
    file = file_of(tongue)
    known = Catalog(locale=str(tongue))
    if file.exists():
        with file.open("rb") as opened:
            known = read_po(opened, locale=str(tongue))
    known.update(said(), no_fuzzy_matching=True)
    known.obsolete.clear()
    for message in known:
        if message.id and message.fuzzy:  # a guess would not be shown, and would not be missed either
            message.flags.discard("fuzzy")
            message.string = ("", "") if message.pluralizable else ""
    return known


def said() -> Catalog:
    """Every string that pages, their sources and the errors behind them say."""
    found = Catalog()
    for _, _, message, _, _ in extract_from_dir(
        SERVER, method_map=_METHODS, keywords=_KEYWORDS, options_map={"**.html": {"trimmed": "true"}}
    ):
        if any(letter.isalpha() for letter in str(message)):
            found.add(message)
    return found


def save(catalogue: Catalog, file: Path) -> None:
    """Sorted, without places and dates, so that only words change it."""
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)


def forms(message: Message) -> tuple[str, ...]:
    """The translation, one form or one for each kind of number; empty where there is none."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


if __name__ == "__main__":
    sys.exit(main())
