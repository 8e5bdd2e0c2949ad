"""Rules for the words in a pack: plain, visible, and without a way out of the booth."""

import re
import unicodedata

_LINK = re.compile(r"://|\bwww\.|\bmailto:|\bjavascript:|\]\(\s*//|!\[", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ue000-\uf8ff\ufeff\ufff9-\ufffb\U000e0000-\U0010ffff]"
)
"""Controls, reordering marks and private letters; not the joiners that some scripts are spelt with."""


def one_paragraph(text: str) -> str:
    """Line breaks and runs of spaces become single spaces; letters are composed (NFC)."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fault_in_text(text: str) -> str | None:
    """Why this is not plain text, or ``None``."""
    if _MARKUP.search(text):
        return "must be plain text without markup"
    return fault_in_markdown(text)


def fault_in_markdown(text: str) -> str | None:
    """Why this must not be shown, or ``None``."""
    if not text.strip():
        return "must not be empty"
    if invisible := _INVISIBLE.search(text):
        return f"must not contain the invisible character U+{ord(invisible[0]):04X}"
    if link := _LINK.search(text):
        return f"must not contain links, found “{link[0]}”"
    return None
