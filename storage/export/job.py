"""One export from order to outcome: laid out, closed if wanted, delivered, proved, let go of."""

import os
import secrets
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import structlog

from kiosk.domain.export import GOOD, ExportOrder, ExportOutcome, ExportPart, ExportPhase, Protection
from kiosk.domain.ids import SessionId
from kiosk.flow.staff import SessionExported
from storage.errors import DiskFullError, ExportFailedError, StorageError
from storage.export import protect
from storage.export.bag import Item, item
from storage.export.bundle import Archive, Bundle, export_id, lay_out
from storage.export.delivery import deliver
from storage.export.medium import Medium
from storage.export.place import Place
from storage.export.watch import Watch

log = structlog.get_logger()

DOCUMENTS_BYTES = 8 << 20
"""Allowed for everything beside a session's recordings."""


@dataclass(frozen=True, slots=True)
class _Parcel:
    """What is to be copied: a folder with its lists, or one closed file."""

    folder: str
    payload: tuple[Item, ...]
    last: tuple[Item, ...]


class ExportJob:
    """``run`` blocks; run again, it goes on where it was. ``discard`` when nobody will any more.

    ``readers`` are age's public keys of those an export can be closed to.
    """

    def __init__(
        self, archive: Archive, order: ExportOrder, place: Place, readers: Sequence[str] = ()
    ) -> None:
        self._archive = archive
        self.order = order
        self._place = place
        self._readers = tuple(readers)
        self.export = export_id(order, archive.key)
        self.watch = Watch()
        self._scratch: Path | None = None
        self._parcel: _Parcel | None = None
        self._passphrase = ""

    def run(self) -> ExportOutcome:
        """Carry it out and say how it ended; the watch knows the name and the passphrase."""
        self.watch.begin()
        try:
            outcome = self._export()
        except ExportFailedError as error:
            outcome = error.outcome
        except DiskFullError:
            outcome = ExportOutcome.STATION_FULL
        except StorageError as error:
            log.error("export failed", export=self.export, reason=str(error))
            outcome = ExportOutcome.SOURCE_UNREADABLE
        if outcome in GOOD and self._parcel:
            name = self._parcel.folder or self._parcel.payload[0].name
            self.watch.end(outcome, name, self._passphrase)
        else:
            self.watch.end(outcome)
        return outcome

    def facts(self, outcome: ExportOutcome, by: str) -> Iterator[SessionExported]:
        """What the journal is told, a fact a session."""
        order = self.order
        parts = tuple(sorted(order.parts))
        for session in order.sessions:
            yield SessionExported(session, self.export, parts, order.disguise, order.protection, outcome, by)

    def discard(self) -> None:
        """Forget everything that was prepared on the station."""
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
        self._scratch = self._parcel = None

    def _export(self) -> ExportOutcome:
        if self.order.protection is Protection.KEY and not protect.are_recipients(self._readers):
            return ExportOutcome.KEY_MISSING
        if self._archive.sessions.closed(self.order.sessions):
            return ExportOutcome.SESSION_CLOSED
        root = self._place.take(*needed(self._archive, self.order))
        try:
            if self._parcel is None:
                self._parcel = self._prepare()
            with self._medium(root) as medium:
                deliver(self._parcel.payload, self._parcel.last, self._parcel.folder, medium, self.watch)
        except BaseException:
            self._place.let_go()
            raise
        return self._place.let_go()

    @contextmanager
    def _medium(self, root: Path) -> Iterator[Medium]:
        medium = Medium(root, self._place.device)
        try:
            yield medium
        finally:
            medium.close()

    def _prepare(self) -> _Parcel:
        self.discard()
        self._scratch = _new_scratch(self._archive)
        bundle = lay_out(self._archive, self.order, self._scratch, self.watch)
        if self.order.protection is Protection.NONE:
            return _Parcel(f"interviews-{bundle.export}", bundle.payload, bundle.last)
        return _Parcel("", (self._closed(bundle, self._scratch),), ())

    def _closed(self, bundle: Bundle, scratch: Path) -> Item:
        """One file with everything in it; its name says nothing."""
        self.watch.enter(ExportPhase.PREPARING, sum(item.size_bytes for item in bundle.items))
        try:
            if self.order.protection is Protection.KEY:
                path = scratch / f"{bundle.export}.age"
                protect.write_age(bundle.items, path, self._readers, self.watch.add)
            else:
                path = scratch / f"{bundle.export}.zip"
                self._passphrase = protect.new_passphrase()
                protect.write_zip(bundle.items, path, self._passphrase, self.watch.add)
            return item(path.name, path)
        except OSError as error:
            raise ExportFailedError(ExportOutcome.STATION_FULL) from error


def needed(archive: Archive, order: ExportOrder) -> tuple[int, int]:
    """Bytes altogether and of the largest file, as told beforehand. Raises ``StorageError``."""
    sizes = [_film_bytes(archive, session) for session in order.sessions]
    films = len(order.parts & {ExportPart.VIDEO, ExportPart.WEBM})
    total = sum(sizes) * films + DOCUMENTS_BYTES * len(sizes)
    largest = total if order.protection is not Protection.NONE else max(sizes, default=0) * min(1, films)
    return total, largest


def _film_bytes(archive: Archive, session: SessionId) -> int:
    recording = archive.sessions.session(session).recording
    return recording.size_bytes if recording else 0


def _new_scratch(archive: Archive) -> Path:
    """A folder that says which process it belongs to."""
    folder = archive.media.exports / f"{os.getpid()}-{secrets.token_hex(6)}"
    folder.mkdir(mode=0o700, parents=True)
    return folder


def clear_scratch(archive: Archive) -> None:
    """Remove what exports of processes that are gone had prepared."""
    for folder in archive.media.exports.glob("*-*"):
        owner = folder.name.partition("-")[0]
        if not (owner.isdigit() and Path(f"/proc/{owner}").exists()):
            shutil.rmtree(folder, ignore_errors=True)
