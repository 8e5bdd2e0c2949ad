"""Copying onto a stick so that "done" is true: written, synced, read back from the stick, listed last.

Every file is written under a temporary name, synced, and only then named. When everything is there, what the
station remembers of it is dropped and the stick itself is read. The lists and their signature come last: a
bundle that was interrupted is one without a signature. What it left is compared and continued.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import BinaryIO

from kiosk.domain.export import ExportOutcome, ExportPhase
from storage.errors import ExportFailedError
from storage.export.bag import Item
from storage.export.medium import PART, PIECE, Medium
from storage.export.watch import Watch

_SYNC_EVERY = 16 << 20
"""Bytes after which the stick must have taken what it was given: progress and cancelling are honest then."""


def deliver(payload: Iterable[Item], last: Iterable[Item], folder: str, medium: Medium, watch: Watch) -> None:
    """Copy everything into ``folder``, proved when this returns. Raises ``ExportFailedError``."""
    first, closing = [tuple(_inside(folder, items)) for items in (payload, last)]
    total = sum(item.size_bytes for item in first)
    if folder:
        medium.folder(folder)
    for item in closing:
        medium.remove(item.name)
    watch.enter(ExportPhase.COPYING, total)
    for item in first:
        _copy(item, medium, watch)
    medium.sync()
    watch.enter(ExportPhase.VERIFYING, total)
    for item in first:
        _read_back(item, medium, watch)
    watch.enter(ExportPhase.FINISHING)
    for item in closing:
        _copy(item, medium, watch)
    medium.sync()
    for item in closing:
        _read_back(item, medium, watch)


def _inside(folder: str, items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        name = f"{folder}/{item.name}" if folder else item.name
        yield Item(name, item.source, item.size_bytes, item.sha256)


def _copy(item: Item, medium: Medium, watch: Watch) -> None:
    if medium.size(item.name) is not None:
        if medium.size(item.name) == item.size_bytes and medium.hash(item.name, _unheard) == item.sha256:
            watch.skip(item.size_bytes)
            return
        medium.remove(item.name)
    if "/" in item.name:
        medium.folder(item.name.rpartition("/")[0])
    with _open(item) as source:
        if not _copied_on(source, item, medium, watch):
            medium.remove(item.name + PART)
            source.seek(0)
            _copied_on(source, item, medium, watch)
    medium.settle(item.name)


def _copied_on(source: BinaryIO, item: Item, medium: Medium, watch: Watch) -> bool:
    """Go on with what an interrupted copy left; ``False`` where its wrong end cannot be cut off."""
    with medium.part(item.name) as target:
        there = _continue_at(source, target)
        if there is None:
            return False
        watch.skip(there)
        _write(source, target, watch)
    return True


def _open(item: Item) -> BinaryIO:
    try:
        return item.source.open("rb", buffering=0)
    except OSError as error:
        raise ExportFailedError(ExportOutcome.SOURCE_UNREADABLE) from error


def _continue_at(source: BinaryIO, target: BinaryIO) -> int | None:
    """Set both to the end of what they have in common, which is what an interrupted copy left.

    ``None`` where the file system cannot cut off what stands behind that.
    """
    common = 0
    while (wanted := _read(source)) and target.read(len(wanted)) == wanted:
        common += len(wanted)
    if target.seek(0, os.SEEK_END) > common:
        with suppress(PermissionError):
            target.truncate(common)
        if target.seek(0, os.SEEK_END) != common:
            return None
    source.seek(common)
    return common


def _write(source: BinaryIO, target: BinaryIO, watch: Watch) -> None:
    unsynced = 0
    while piece := _read(source):
        rest = memoryview(piece)
        while rest:
            rest = rest[target.write(rest) :]
        watch.add(len(piece))
        unsynced += len(piece)
        if unsynced >= _SYNC_EVERY:
            os.fdatasync(target.fileno())
            unsynced = 0
    os.fsync(target.fileno())


def _read(source: BinaryIO) -> bytes:
    try:
        return source.read(PIECE)
    except OSError as error:
        raise ExportFailedError(ExportOutcome.SOURCE_UNREADABLE) from error


def _read_back(item: Item, medium: Medium, watch: Watch) -> None:
    if medium.hash(item.name, watch.add) != item.sha256:
        raise ExportFailedError(ExportOutcome.READ_BACK_DIFFERS)


def _unheard(_: int) -> None:
    """What was there before is compared without being told of."""
