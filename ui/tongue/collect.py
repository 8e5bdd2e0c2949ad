"""Brings the dictionaries up to what the screen says: ``python -m ui.tongue.collect``, or ``make words``.

What is new is left ``unfinished``, what nobody says any more is dropped. The files are Qt Linguist's.
"""

import sys
from collections.abc import Sequence
from xml.etree import ElementTree

from kiosk.domain.tongue import Tongue
from ui.tongue.dictionary import Entries, file_of, read_entries
from ui.tongue.said import Saying, everything

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def main() -> int:
    """Rewrite every dictionary; says how much each still lacks."""
    sayings = everything()
    for tongue in Tongue:
        file, wanted = file_of(tongue), of_tongue(sayings, tongue)
        entries = read_entries(file) if file.exists() else {}
        file.write_text(written(tongue, wanted, entries), "utf-8")
        lacking = sum((one.context, one.source) not in entries for one in wanted)
        sys.stdout.write(f"{tongue}: {len(wanted)} strings, {lacking} to translate in {file.name}\n")
    return 0


def of_tongue(sayings: Sequence[Saying], tongue: Tongue) -> list[Saying]:
    """What a tongue has to know: English, which the sources are written in, only the forms of numbers."""
    return [saying for saying in sayings if saying.counted or tongue is not Tongue.ENGLISH]


def written(tongue: Tongue, sayings: Sequence[Saying], entries: Entries) -> str:
    """The dictionary as a file."""
    root = ElementTree.Element("TS", version="2.1", language=tongue, sourcelanguage="en")
    context: ElementTree.Element | None = None
    for saying in sayings:
        if context is None or context.findtext("name") != saying.context:
            context = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(context, "name").text = saying.context
        _write(context, saying, entries.get((saying.context, saying.source), ()))
    ElementTree.indent(root, " ")
    return _HEAD + ElementTree.tostring(root, "unicode") + "\n"


def _write(context: ElementTree.Element, saying: Saying, forms: tuple[str, ...]) -> None:
    message = ElementTree.SubElement(context, "message")
    if saying.counted:
        message.set("numerus", "yes")
    ElementTree.SubElement(message, "source").text = saying.source
    translation = ElementTree.SubElement(message, "translation")
    if not forms:
        translation.set("type", "unfinished")
    elif saying.counted:
        for form in forms:
            ElementTree.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0]


if __name__ == "__main__":
    sys.exit(main())
