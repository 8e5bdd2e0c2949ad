"""Brings the catalogues up to what papers say: ``python -m storage.export.collect``, or ``make words``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_from_file
from babel.messages.pofile import read_po, write_po

from kiosk.domain.export import EXPORT_TEXTS
from kiosk.domain.faults import CATALOGUE
from kiosk.domain.tongue import Tongue
from storage.export.tongue import file_of

ROOT = Path(__file__).parents[2]
TEMPLATES = tuple(sorted((*ROOT.glob("assets/results/*.j2"), *ROOT.glob("assets/receipt/*.j2"))))
SOURCES = tuple(ROOT / "storage" / folder for folder in ("export", "privacy"))
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2)}


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
    return known


def said() -> Catalog:
    """Every string that documents say."""
    found = Catalog()
    for message in (*_in_templates(), *_in_sources(), *_of_the_domain()):
        if any(letter.isalpha() for letter in str(message)):
            found.add(message)
    return found


def _in_templates() -> Iterator[str | tuple[str, ...]]:
    for template in TEMPLATES:
        for _, message, _, _ in extract_from_file("jinja2", template, keywords=_KEYWORDS):
            yield message


def _in_sources() -> Iterator[str | tuple[str, ...]]:
    for folder in SOURCES:
        for _, _, message, _, _ in extract_from_dir(
            folder, method_map=[("**.py", "python")], keywords=_KEYWORDS
        ):
            yield message


def _of_the_domain() -> Iterator[str]:
    """The sentences that papers take from the domain's lists."""
    yield from (entry.texts.what_happened for entry in CATALOGUE.values())
    yield from (texts.what_happened for texts in EXPORT_TEXTS.values())


def save(catalogue: Catalog, file: Path) -> None:
    """Sorted, without places and dates, so that only words change it."""
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)


def forms(message: Message) -> tuple[str, ...]:
    """The translation, one form or one for each kind of number; empty where there is none."""
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


if __name__ == "__main__":
    sys.exit(main())
