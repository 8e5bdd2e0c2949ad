"""Receipts: written from the tables, the station's key and its last checkpoint."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kiosk.domain.consent import Scoring
from kiosk.domain.ids import SessionId
from kiosk.domain.receipt import Receipt
from kiosk.domain.tongue import Tongue, tongue_for
from storage.checkpoints import Checkpoint
from storage.errors import NotFoundError
from storage.export.tongue import gettext, speaking
from storage.export.words import clock, number
from storage.privacy.codes import DeleteCodes
from storage.privacy.retention import kept
from storage.signing import StationKey
from storage.station import Storage


def write_receipt(
    storage: Storage, session: SessionId, station: str, otherwise: Tongue = Tongue.ENGLISH
) -> Receipt:
    """Of a session that is over, at any time until it is erased. Raises ``StorageError``.

    It speaks the session's language; ``otherwise`` where documents do not know that one.
    """
    facts = kept(storage.database, session)
    if facts["erasure_ordered"]:
        raise NotFoundError(f"session {session[:8]} is erased; there is no receipt of it any more")
    report = storage.sessions.session(session)
    recording = report.recording
    signed = _last(storage.journal.checkpoints.all())
    receipt = Receipt(
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
        tongue=otherwise,
        text="",
    )
    return in_tongue(receipt, tongue_for(report.language or "") or otherwise)


def in_tongue(receipt: Receipt, tongue: Tongue) -> Receipt:
    """The same receipt in this language."""
    with speaking(tongue):
        return replace(receipt, tongue=tongue, text="\n".join(_lines(receipt)))


def _lines(receipt: Receipt) -> Iterator[str]:
    """What a telephone reads; what only programs compare stands at the end.

    Dates in figures: the longer the text, the smaller the dots that a telephone has to tell apart.
    """
    lost_s = sum(gap.length_s for gap in receipt.gaps)
    ai = receipt.scoring is Scoring.AI_AND_HUMAN
    yield gettext("Interview receipt %(number)s") % {"number": receipt.number}
    yield gettext("Station %(name)s, %(day)s %(time)s UTC") % {
        "name": receipt.station,
        "day": receipt.began_wall[:10],
        "time": receipt.began_wall[11:16],
    }
    yield gettext("Recorded %(length)s (%(what)s), gaps %(count)s (%(lost)s s)") % {
        "length": clock(receipt.length_s),
        "what": what_of(receipt),
        "count": len(receipt.gaps),
        "lost": number(lost_s, 0),
    }
    yield gettext("Software scores: yes") if ai else gettext("Software scores: no")
    yield gettext("Kept until %(day)s") % {"day": receipt.kept_until}
    yield gettext("Delete code %(code)s") % {"code": receipt.delete_code}
    yield f"SHA-256 {receipt.sha256 or '-'}"
    yield gettext("Journal %(seq)s %(hash)s") % {"seq": receipt.journal_seq, "hash": receipt.journal_hash}
    yield gettext("Signed %(signature)s") % {"signature": receipt.signature}


def what_of(receipt: Receipt) -> str:
    """What was recorded, in the language that is spoken."""
    if not receipt.length_s or not (receipt.picture or receipt.sound):
        return gettext("nothing")
    if receipt.picture and receipt.sound:
        return gettext("picture and sound")
    return gettext("picture") if receipt.picture else gettext("sound")


def _last(checkpoints: Sequence[Checkpoint]) -> Checkpoint | None:
    return checkpoints[-1] if checkpoints else None
