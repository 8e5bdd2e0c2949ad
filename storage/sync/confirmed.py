"""Whether the central server has a session, for whoever would close or delete it here."""

from kiosk.domain.ids import SessionId
from kiosk.wire.pieces import Receipt
from storage.database import Database
from storage.media import MediaStore
from storage.sessions import Sessions
from storage.sync.files import offers_of
from storage.sync.memory import Upload, Uploads, enrolment_of
from storage.sync.work import work_in


def is_owed(database: Database, media: MediaStore, session: SessionId) -> bool:
    """Whether something of it is still to be sent. Raises ``StorageError``."""
    if enrolment_of(media.data) is None:
        return False
    upload = Uploads(database).of(session)
    mine = [work for work in work_in(database, {session: upload}) if work.session == session]
    if any(work.owed for work in mine):
        return True
    offered = offers_of(Sessions(database).session(session), media) if mine else ()
    return any(offer.name not in upload.files for offer in offered)


def is_unconfirmed(database: Database, media: MediaStore, session: SessionId) -> bool:
    """Whether no receipt for all of it is anchored yet. Raises ``StorageError``.

    Once it is sealed or erased its content is not sent any more, so nothing is waited for.
    """
    if enrolment_of(media.data) is None:
        return False
    uploads: dict[str, Upload] = {session: Uploads(database).of(session)}
    mine = [work for work in work_in(database, uploads) if work.session == session]
    return any(work.owed or not _is_anchored(work.upload.receipt) for work in mine)


def _is_anchored(receipt: Receipt | None) -> bool:
    return receipt is not None and receipt.anchored
