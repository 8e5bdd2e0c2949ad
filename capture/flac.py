"""A FLAC file by its headers only: a voice track that was cut off plays as far as it was kept, if at all."""

import os
import struct
from pathlib import Path

_MAGIC = b"fLaC"
_LAST = 0x80


def holds_sound(path: Path) -> bool:
    """Whether anything follows the file's headers. Raises ``OSError``."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return False
        while len(head := file.read(4)) == 4:
            (word,) = struct.unpack(">I", head)
            file.seek(word & 0xFFFFFF, os.SEEK_CUR)
            if word >> 24 & _LAST:
                return file.tell() < size
    return False
