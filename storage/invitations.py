"""Invitation codes: made here, kept only as hashes, looked up without a network.

A code has 12 characters out of 31 (59 bits): ``K7QF-2MXP-9RTD``. Letters and digits that are easily
taken for one another (0 O, 1 I L) do not occur.
"""

import hashlib
import hmac
import secrets
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from kiosk.domain.accommodations import NONE, Accommodations
from kiosk.domain.ids import CandidateId, PackId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.plain import as_mapping, from_plain
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.standing import SessionStatus
from storage.database import Database
from storage.errors import RefusedError
from storage.tables import CandidateRow, InvitationRow, SessionRow
from storage.times import instant, wall

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 12
_GROUP = 4
_IGNORED = " -\t\r\n"


class SqlInvitations:
    """Implements ``kiosk.ports.invitations.Invitations``. Any thread may call."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(
        self,
        candidate_name: str,
        pack: PackId,
        valid_from: datetime,
        valid_until: datetime,
        needs: Accommodations = NONE,
    ) -> str:
        """Invite somebody; the code, which is told once and kept nowhere. Raises ``StorageError``."""
        name = candidate_name.strip()
        if not name:
            raise RefusedError("an invitation needs the candidate's name")
        if valid_until <= valid_from:
            raise RefusedError("an invitation must end after it begins")
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        candidate = secrets.token_hex(16)
        with self._database.write() as db:
            db.add(CandidateRow(id=candidate, name=name))
            db.flush()
            db.add(
                InvitationRow(
                    id=secrets.token_hex(16),
                    code_sha256=_digest(code),
                    candidate_id=candidate,
                    pack_id=pack,
                    valid_from_wall=wall(valid_from),
                    valid_until_wall=wall(valid_until),
                    accommodations=as_mapping(needs) if needs != NONE else None,
                )
            )
        return in_groups(code)

    def take(
        self, id_: str, candidate: tuple[str, str], code_sha256: str, pack: str, walls: tuple[str, str]
    ) -> None:
        """An invitation that the server made: its candidate (id, name), and from when until when.

        Taking it again changes nothing but what is new. Raises ``StorageError``.
        """
        with self._database.write() as db:
            taken = db.scalar(select(InvitationRow.id).where(InvitationRow.code_sha256 == code_sha256))
            if taken not in (None, id_):
                raise RefusedError("another invitation has this code")
            person = db.get(CandidateRow, candidate[0]) or CandidateRow(id=candidate[0], name="")
            person.name = candidate[1].strip()
            db.add(person)
            db.flush()
            row = InvitationRow(
                id=id_,
                code_sha256=code_sha256,
                candidate_id=candidate[0],
                pack_id=pack,
                valid_from_wall=walls[0],
                valid_until_wall=walls[1],
            )
            db.merge(row)

    def withdraw(self, id_: str) -> None:
        """Let nobody in with this invitation any more. Raises ``StorageError``."""
        with self._database.write() as db:
            db.execute(delete(InvitationRow).where(InvitationRow.id == id_))

    def forget(self, candidate: str) -> None:
        """Nobody of this id is expected any more, and the name is gone. Raises ``StorageError``."""
        with self._database.write() as db:
            db.execute(delete(InvitationRow).where(InvitationRow.candidate_id == candidate))
            db.execute(update(CandidateRow).where(CandidateRow.id == candidate).values(name=""))

    def packs(self, now_wall: str) -> tuple[PackId, ...]:
        """The packs that somebody is invited to, now or later. Raises ``StorageError``."""
        wanted = select(InvitationRow.pack_id).where(InvitationRow.valid_until_wall > now_wall).distinct()
        with self._database.read() as db:
            return tuple(PackId(pack) for pack in db.scalars(wanted.order_by(InvitationRow.pack_id)))

    def look_up(self, code: str, now_wall: str) -> Invitation | CodeProblem:
        """See ``Invitations``."""
        plain = plain_code(code)
        if len(plain) != LENGTH or not set(plain) <= set(ALPHABET):
            return CodeProblem.MALFORMED
        with self._database.read() as db:
            found = _find(db, _digest(plain))
            if found is None:
                return CodeProblem.UNKNOWN
            problem = _problem(db, found, now_wall)
            return problem or _invitation(found)


def _invitation(row: InvitationRow) -> Invitation:
    needs = from_plain(Accommodations, row.accommodations) if row.accommodations else NONE
    return Invitation(row.id, CandidateId(row.candidate_id), PackId(row.pack_id), needs)


def in_groups(code: str) -> str:
    """A code as it is written down."""
    return "-".join(code[start : start + _GROUP] for start in range(0, LENGTH, _GROUP))


def plain_code(code: str) -> str:
    """A code as it is compared, however somebody typed or scanned it."""
    return "".join(letter for letter in code[:256] if letter not in _IGNORED).upper()


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def _find(db: Session, digest: str) -> InvitationRow | None:
    """Compare with every code there is, in the same time wherever they differ."""
    found = None
    for row in db.scalars(select(InvitationRow)):
        if hmac.compare_digest(row.code_sha256, digest):
            found = row
    return found


def _problem(db: Session, invitation: InvitationRow, now_wall: str) -> CodeProblem | None:
    if _spent(db, invitation):
        return CodeProblem.SPENT
    now = instant(now_wall)
    if now < instant(invitation.valid_from_wall):
        return CodeProblem.NOT_YET
    if now >= instant(invitation.valid_until_wall):
        return CodeProblem.EXPIRED
    return None


def _spent(db: Session, invitation: InvitationRow) -> bool:
    """Whether an interview with it was recorded and is over; one that broke off may be begun again."""
    recorded = select(SessionRow.id).where(
        SessionRow.invitation_id == invitation.id,
        SessionRow.status == SessionStatus.COMPLETED,
        SessionRow.recording_status != RecordingStatus.NOT_STARTED,
    )
    return db.scalars(recorded).first() is not None
