"""One interview's report as a PDF: laid out where nothing of it stays, and put onto the stick."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog

from kiosk.domain.export import ExportOutcome
from kiosk.domain.ids import SessionId
from kiosk.domain.tongue import Tongue
from storage.errors import ExportFailedError, StorageError
from storage.export.bag import item
from storage.export.delivery import deliver
from storage.export.medium import Medium
from storage.export.page import export_page
from storage.export.paper import write_pdf
from storage.export.place import Place
from storage.export.watch import Watch
from storage.station import Storage

log = structlog.get_logger()


@contextmanager
def laid_out(storage: Storage, session: SessionId, tongue: Tongue) -> Iterator[Path]:
    """The report as a file for as long as the block lasts. Raises ``StorageError`` and ``OSError``."""
    with tempfile.TemporaryDirectory(dir=storage.media.data / "cache", prefix="report-") as folder:
        page = export_page(storage, session, Path(folder) / "page", first=tongue)
        pdf = Path(folder) / f"report-{session}.pdf"
        write_pdf(page.read_text("utf-8"), pdf)
        yield pdf


def save_report(storage: Storage, session: SessionId, place: Place, tongue: Tongue) -> ExportOutcome:
    """Write it there and read it back. Blocks for some seconds."""
    problem = place.judge(0, 0)  # nobody waits for a report that has nowhere to go
    if problem is not None:
        return problem
    try:
        with laid_out(storage, session, tongue) as pdf:
            return _put(pdf, place)
    except ExportFailedError as error:
        return error.outcome
    except (OSError, StorageError) as error:
        log.error("report cannot be made", session=session, reason=str(error))
        return ExportOutcome.SOURCE_UNREADABLE


def _put(pdf: Path, place: Place) -> ExportOutcome:
    size_bytes = pdf.stat().st_size
    root = place.take(size_bytes, size_bytes)
    try:
        medium = Medium(root, place.device)
        try:
            deliver([item(pdf.name, pdf)], (), "", medium, Watch())
        finally:
            medium.close()
    except BaseException:
        place.let_go()
        raise
    return place.let_go()
