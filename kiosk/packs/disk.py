"""What keeps a change of a folder through a power cut."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Put the names in the folder on the disk. Raises ``OSError``."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
