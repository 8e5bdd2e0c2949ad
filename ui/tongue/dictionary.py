"""A dictionary: what Qt Linguist keeps in a ``.ts`` file, read as it is. No build step, no binary."""

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QTranslator

from kiosk.domain.tongue import Tongue
from ui.assets import ASSETS

WORDS = ASSETS / "words"
Entries = Mapping[tuple[str, str], tuple[str, ...]]
"""Context and source, to the translation: one form, or one for 1 and one for every other number."""


def file_of(tongue: Tongue) -> Path:
    """Where a tongue's dictionary is kept."""
    return WORDS / f"kiosk.{tongue}.ts"


def read_entries(file: Path) -> Entries:
    """Everything in the file that has been translated."""
    entries: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ElementTree.parse(file).getroot().iter("context"):  # noqa: S314 - a file of our own
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            key = (context.findtext("name", ""), message.findtext("source", ""))
            entries[key] = tuple(forms) or (translation.text or "",)
    return entries


class Dictionary(QTranslator):
    """Answers Qt's question for a translation; nothing found leaves the source standing."""

    def __init__(self, entries: Entries) -> None:
        super().__init__()
        self._entries = entries

    def isEmpty(self) -> bool:
        """Qt asks before it installs."""
        return not self._entries

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The form for ``n`` where a number is meant; English, German and Spanish have the same rule."""
        forms = self._entries.get((context, source))
        return None if forms is None else forms[0 if n in {-1, 1} else -1]
