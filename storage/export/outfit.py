"""Putting an export's parts together from a station's."""

from kiosk.domain.tongue import Tongue
from kiosk.ports.copies import CopyMaker
from storage.export.block_drives import BlockDrives
from storage.export.bundle import Archive
from storage.export.drives import Drives
from storage.export.udisks_drives import UDisksDrives
from storage.signing import StationKey
from storage.station import Storage


def archive_of(storage: Storage, copies: CopyMaker, tongue: Tongue) -> Archive:
    """Where exports of this station come from. Raises ``StorageError``."""
    key = StationKey.load_or_create(storage.media.data)
    return Archive(storage.sessions, storage.journal, storage.media, key, copies, tongue)


def local_drives() -> Drives:
    """UDisks where it runs, else the kernel's own list."""
    udisks = UDisksDrives()
    return udisks if udisks.available() else BlockDrives()
