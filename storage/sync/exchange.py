"""One round with the server: the journal, then what it lacks of each session, then receipts."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog
from pydantic import ValidationError

from kiosk.domain.ids import SessionId
from kiosk.ports.sync import AwayError, Cutter, RefusedError, SentPiece, SyncError, SyncQueue
from kiosk.wire.pieces import FileManifest, FileProgress, FileState, Lacked, Lacking, Receipt
from kiosk.wire.session import SessionKept
from storage.errors import StorageError
from storage.signing import StationKey
from storage.station import Storage
from storage.sync.bringing import Bringer
from storage.sync.document import document_of
from storage.sync.files import Offer, manifest_of, offers_of, pictures_of, read_piece
from storage.sync.journals import JournalSender, check_signed
from storage.sync.line import Line, Pace, listens
from storage.sync.memory import Enrolment, LineState, Upload, Uploads, keep_line_state, line_state
from storage.sync.work import Work, work_in
from storage.times import instant, now_wall

log = structlog.get_logger()

RECEIPT_AGAIN = timedelta(hours=6)
"""Until a receipt is anchored it is asked for again this often."""
DOCUMENT_EVERY_S = 60.0
"""How often the document of an interview that goes on is sent."""
_LACKING_AT_ONCE = 1000
_MEASURED_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class SendingRules:
    """What the station's owner allows."""

    bytes_per_s: float = 0.0
    """Of pieces; 0 for as fast as they go."""
    from_hour: int = 0
    until_hour: int = 24
    """Recordings are sent in these hours of the local day only; journal and documents always."""
    local_hour: Callable[[], int] = lambda: datetime.now().astimezone().hour

    def may_bring(self) -> bool:
        """Whether recordings may be sent now."""
        hour = self.local_hour()
        if self.from_hour < self.until_hour:
            return self.from_hour <= hour < self.until_hour
        return hour >= self.from_hour or hour < self.until_hour


@dataclass(frozen=True, slots=True)
class _Standing:
    """All that decides whether something of a session that is over is still to be sent."""

    revision: int
    pictured: bool
    """Pictures are made some time after the end, and nothing is written in the journal of that."""
    upload: Upload


class ServerExchange:
    """Implements ``kiosk.ports.sync.Exchange``."""

    def __init__(
        self,
        storage: Storage,
        cutter: Cutter,
        enrolment: Enrolment,
        rules: SendingRules,
    ) -> None:
        self._storage, self._cutter, self._enrolment = storage, cutter, enrolment
        self._rules = rules
        self._pace = Pace(rules.bytes_per_s)
        key = StationKey.load_or_create(storage.media.data)
        self._line = Line(enrolment.url, key, self._pace)
        self._journals = JournalSender(storage.database, self._line, enrolment.server_key)
        self._bringer = Bringer(self._line)
        self._uploads = Uploads(storage.database)
        self._state = line_state(storage.media.data)
        self._told_s: dict[SessionId, float] = {}
        """When the document of an interview that goes on was sent."""
        self._first: frozenset[SessionId] = frozenset()
        """Those that somebody waits for."""
        self._there: set[tuple[SessionId, str]] = set()
        """Pieces of growing files that the server has."""
        self._settled: dict[SessionId, _Standing] = {}
        """How sessions stood when the server had all of them: while they stand so there is nothing to do."""

    # --- the port --------------------------------------------------------------------------
    def round(self, go_on: Callable[[], bool]) -> bool:
        """See ``Exchange``."""
        try:
            return self._round(go_on)
        except StorageError as error:
            raise AwayError(f"the station cannot read what it is to send: {error}") from error

    def knock(self) -> bool:
        """See ``Exchange``."""
        return listens(self._enrolment.url)

    def failed(self, error: SyncError) -> None:
        """See ``Exchange``."""
        try:
            self._count(trouble=str(error))
        except StorageError as wrong:
            log.error("what is left to send cannot be counted", reason=str(wrong))

    def hurry(self, sessions: Sequence[SessionId]) -> None:
        """See ``Exchange``."""
        self._first = frozenset(sessions)
        for session in sessions:
            upload = self._uploads.of(session)
            if upload.parked:
                self._uploads.keep(replace(upload, parked="", parked_revision=0))

    def queue(self) -> SyncQueue:
        """See ``Exchange``."""
        state = self._state
        return SyncQueue(
            state.sessions, state.size_bytes, state.contact_wall, state.bytes_per_s, state.trouble
        )

    def close(self) -> None:
        """See ``Exchange``."""
        self._line.close()

    # --- a round ---------------------------------------------------------------------------
    def _round(self, go_on: Callable[[], bool]) -> bool:
        head = self._journals.ask()
        if head.seq < self._state.head_seq:
            again = self._uploads.offer_again()
            log.warning("the server knows less than before", entries=head.seq, sessions=len(again))
        self._bringer.begin_round()
        began_s, sent_before = time.monotonic(), self._pace.sent_bytes
        for work in self._work():
            if go_on():
                self._journals.send()
                self._session(work, go_on)
        self._journals.send()
        sent = self._pace.sent_bytes - sent_before
        rate = sent / (time.monotonic() - began_s) if sent >= _MEASURED_BYTES else self._state.bytes_per_s
        return self._count(contact=now_wall(), rate=rate) > 0

    def _work(self) -> list[Work]:
        found = work_in(self._storage.database, self._uploads.all())
        return sorted(found, key=lambda work: work.session not in self._first)

    def _count(self, *, contact: str = "", rate: float = 0.0, trouble: str = "") -> int:
        """Write down what is left; how many sessions."""
        left = [work for work in self._work() if work.owed]
        head, before = self._journals.head, self._state
        self._state = LineState(
            contact_wall=contact or before.contact_wall,
            skew_s=self._line.skew_s if contact else before.skew_s,
            head_seq=head.seq if head else before.head_seq,
            head_hash=head.hash if head else before.head_hash,
            head_signature=head.signature if head else before.head_signature,
            sessions=len(left),
            size_bytes=sum(work.size_bytes for work in left if not work.brought),
            bytes_per_s=round(rate or before.bytes_per_s, 1),
            trouble=trouble,
        )
        keep_line_state(self._storage.media.data, self._state)
        return sum(not work.parked for work in left)

    # --- a session -------------------------------------------------------------------------
    def _session(self, work: Work, go_on: Callable[[], bool]) -> None:
        if work.parked:
            return
        with self._parking(work):
            upload = self._document(work)
            if not work.over:
                self._growing(work, upload, go_on)
            elif not self._is_settled(work) and self._files(work, upload, go_on):
                self._receipt(work)
                self._settled[work.session] = self._standing(work, self._uploads.of(work.session))

    def _is_settled(self, work: Work) -> bool:
        known = self._settled.get(work.session)
        return known is not None and known == self._standing(work, work.upload) and _is_fresh(work.upload)

    def _standing(self, work: Work, upload: Upload) -> _Standing:
        pictured = bool(pictures_of(work.session, self._storage.media))
        return _Standing(work.revision, pictured, upload)

    @contextmanager
    def _parking(self, work: Work) -> Iterator[None]:
        """What is refused once would be refused again: keep the reason, go on with the next session."""
        try:
            yield
        except RefusedError as error:
            if error.code == "unknown":  # the server was restored and has never heard of the session
                self._uploads.keep(Upload(work.session))
                return
            self._park(work, f"{error.code}: {error}")
        except ValidationError as error:
            self._park(work, f"invalid: {error.error_count()} fields of the document cannot be sent")
        except OSError as error:
            log.warning("a file cannot be sent", session=work.session, reason=str(error))

    def _park(self, work: Work, reason: str) -> None:
        log.error("the server refuses a session", session=work.session, reason=reason)
        upload = self._uploads.of(work.session)
        self._uploads.keep(replace(upload, parked=reason, parked_revision=work.revision))

    def _document(self, work: Work) -> Upload:
        now_s = time.monotonic()
        upload = work.upload
        waits = (
            not work.over
            and upload.revision
            and now_s - self._told_s.get(work.session, 0.0) < DOCUMENT_EVERY_S
        )
        if work.told or waits:
            return upload
        report = self._storage.sessions.session(work.session)
        walls = work.finished_wall, work.assessed_wall
        document = document_of(report, work.invitation, work.revision, walls)
        self._line.ask("PUT", f"/sessions/{work.session}", SessionKept, document)
        self._told_s[work.session] = now_s
        return self._uploads.keep(replace(upload, revision=work.revision, parked="", parked_revision=0))

    def _growing(self, work: Work, upload: Upload, go_on: Callable[[], bool]) -> None:
        """Pieces of what is being recorded now."""
        if not upload.revision or not self._rules.may_bring():
            return
        new = [
            (name, piece)
            for name, piece in self._cutter.growing(work.session)
            if (work.session, piece.sha256) not in self._there
        ]
        lacking = self._lacking(work.session, [piece.sha256 for _, piece in new])
        for name, piece in new:
            if not go_on():
                return
            if piece.sha256 in lacking:
                self._bring(work.session, Offer(name, self._storage.media.file(work.session, name)), piece)
            self._there.add((work.session, piece.sha256))

    def _files(self, work: Work, upload: Upload, go_on: Callable[[], bool]) -> bool:
        """Bring every file; whether the server has them all."""
        report = self._storage.sessions.session(work.session)
        complete = True
        for offer in offers_of(report, self._storage.media):
            known = upload.files.get(offer.name)
            if known is not None and offer.sha256 in ("", known):
                continue
            manifest = manifest_of(offer, report, self._cutter)
            state = self._announced(work.session, offer, manifest, go_on)
            if state is FileState.FAILED:
                raise RefusedError("failed", f"the pieces of {offer.name} do not make the file")
            if state is FileState.KEPT:
                upload = self._uploads.keep(
                    replace(upload, files={**upload.files, offer.name: manifest.sha256})
                )
            complete = complete and state is FileState.KEPT
        self._there = {known for known in self._there if known[0] != work.session}
        return complete

    def _announced(
        self, session: SessionId, offer: Offer, manifest: FileManifest, go_on: Callable[[], bool]
    ) -> FileState:
        """Announce a file, bring what the server then lacks of it; how far it is there.

        Announced first: once it is assembled the server does not know its pieces any more.
        """
        pieces = {piece.sha256: piece for piece in manifest.pieces}
        while True:
            progress = self._line.ask("PUT", f"/sessions/{session}/files", FileProgress, manifest)
            if not progress.lacking:
                return progress.state
            for sha256 in progress.lacking:
                if not go_on() or not self._may_bring(session):
                    return progress.state
                self._bring(session, offer, pieces[sha256])

    def _may_bring(self, session: SessionId) -> bool:
        return session in self._first or self._rules.may_bring()

    def _lacking(self, session: SessionId, wanted: Sequence[str]) -> set[str]:
        found: set[str] = set()
        for start in range(0, len(wanted), _LACKING_AT_ONCE):
            asked = Lacking(sha256=tuple(wanted[start : start + _LACKING_AT_ONCE]))
            found.update(self._line.ask("POST", f"/sessions/{session}/pieces/lacking", Lacked, asked).sha256)
        return found

    def _bring(self, session: SessionId, offer: Offer, piece: SentPiece) -> None:
        self._bringer.bring(session, piece, read_piece(offer.path, piece))

    # --- receipts --------------------------------------------------------------------------
    def _receipt(self, work: Work) -> None:
        """The server's word for all of it; what it does not have any more is offered again."""
        upload = self._uploads.of(work.session)
        if _is_fresh(upload):
            return
        receipt = self._line.ask("GET", f"/sessions/{work.session}/receipt", Receipt)
        check_signed(receipt, self._enrolment.server_key)
        kept = {file.name: file.sha256 for file in receipt.files}
        files = {name: sha256 for name, sha256 in upload.files.items() if kept.get(name) == sha256}
        revision = min(upload.revision, receipt.revision)
        self._uploads.keep(replace(upload, revision=revision, files=files, receipt=receipt))


def _is_fresh(upload: Upload) -> bool:
    """Whether the newest receipt still says all there is to say."""
    receipt = upload.receipt
    if receipt is None or receipt.revision < upload.revision:
        return False
    if {file.name for file in receipt.files} < set(upload.files):
        return False
    return receipt.anchored or datetime.now(UTC) - instant(receipt.time) < RECEIPT_AGAIN
