"""The packs installed on a station: folders in one or more roots, its own before the shipped ones."""

import re
from collections.abc import Sequence
from pathlib import Path

from kiosk.domain.ids import PackId
from kiosk.domain.pack import Pack
from kiosk.packs.errors import PackMissingError
from kiosk.packs.load import FILE, load
from kiosk.packs.schema import SLUG


def find(pack_id: str, roots: Sequence[Path]) -> Pack:
    """The pack of that name from the first root that has it.

    Any text may be asked for. Raises ``PackMissingError``, or ``PackErrors`` when it has mistakes.
    """
    return load(folder_of(pack_id, roots))


def folder_of(pack_id: str, roots: Sequence[Path]) -> Path:
    """The folder of the pack of that name, from the first root that has it; raises ``PackMissingError``."""
    if re.fullmatch(SLUG, pack_id):
        for root in roots:
            if (root / pack_id / FILE).is_file():
                return root / pack_id
    raise PackMissingError("No question pack of this name is installed on this station.")


def available(roots: Sequence[Path]) -> tuple[PackId, ...]:
    """The names of all packs in the roots, sorted; whether a pack is free of mistakes only ``find`` tells."""
    files = [file for root in roots for file in root.glob(f"*/{FILE}")]
    return tuple(
        PackId(name) for name in sorted({file.parent.name for file in files}) if re.fullmatch(SLUG, name)
    )
