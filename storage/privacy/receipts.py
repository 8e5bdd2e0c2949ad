"""Receipts: written from the tables, the station's key and its last checkpoint."""

from collections.abc import Sequence

from kiosk.domain.ids import SessionId
from kiosk.domain.receipt import Receipt
from storage.checkpoints import Checkpoint
from storage.errors import NotFoundError
from storage.privacy.codes import DeleteCodes
from storage.privacy.retention import kept
from storage.signing import StationKey
from storage.station import Storage


def write_receipt(storage: Storage, session: SessionId, station: str) -> Receipt:
    """Of a session that is over, at any time until it is erased. Raises ``StorageError``."""
    facts = kept(storage.database, session)
    if facts["erasure_ordered"]:
        raise NotFoundError(f"session {session[:8]} is erased; there is no receipt of it any more")
    report = storage.sessions.session(session)
    recording = report.recording
    signed = _last(storage.journal.checkpoints.all())
    return Receipt(
        session=session,
        station=station,
        began_wall=report.summary.started_wall or report.summary.created_wall,
        picture=bool(recording and recording.quality.video),
        sound=bool(recording and recording.quality.audio),
        length_s=recording.duration_s if recording else 0.0,
        sha256=recording.sha256 if recording else "",
        gaps=recording.gaps if recording else (),
        scoring=report.consent.scoring if report.consent else None,
        kept_until=facts["kept_until"],
        delete_code=DeleteCodes(StationKey.load_or_create(storage.media.data)).of(session),
        journal_seq=signed.seq if signed else 0,
        journal_hash=signed.hash if signed else "",
        station_key=signed.station if signed else "",
        signature=signed.signature if signed else "",
    )


def _last(checkpoints: Sequence[Checkpoint]) -> Checkpoint | None:
    return checkpoints[-1] if checkpoints else None
