"""Assessment orders. Any thread may call; methods raise ``ServerError``.

What is told to partners stands in the table until it is delivered or given up: attempts are counted before
they are made, so that a crash in between costs an attempt and never the notice.
"""

import random
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import Session

from kiosk.wire.session import SessionStatus, WorkStatus
from server.audit.service import record
from server.database import Database
from server.errors import ConflictError, NotFoundError
from server.identity.roles import Person
from server.identity.secrets import new_id
from server.invitations.service import Candidate, new_invitation, withdraw_invitation
from server.partners import ashby, greenhouse, plain
from server.partners.addresses import target_of
from server.partners.views import ENDED, OrderState, OrderView
from server.partners.webhooks import Notice, secret_text, tell
from server.signing import ServerKey
from server.tables.partners import AssessmentOrderRow, Delivery, Outcome, Partner
from server.tables.people import UserRow
from server.tables.sessions import AssessmentRow, CandidateRow, InvitationRow, SessionRow
from server.times import later, now

ATTEMPTS = 12
FIRST_WAIT_S = 60.0
LONGEST_WAIT_S = 6 * 3600.0
"""Doubling in between: some 20 hours in all."""
_SWEPT = 200
_AGAIN = (Outcome.UNREACHABLE, Outcome.TOO_SLOW, Outcome.BUSY)
_WORDS = {Partner.PLAIN: plain, Partner.GREENHOUSE: greenhouse, Partner.ASHBY: ashby}
_OVER = (SessionStatus.COMPLETED, SessionStatus.DECLINED, SessionStatus.ABANDONED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is ordered."""

    candidate_name: str
    pack_id: str
    valid: tuple[str, str]
    reference: str
    candidate_reference: str = ""
    callback_url: str = ""
    partner: Partner = Partner.PLAIN


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order that was just made; the code and the secret are told once."""

    order_id: str
    invitation_id: str
    candidate_id: str
    code: str
    secret: str


class AssessmentOrders:
    """Orders, and telling those who made them."""

    def __init__(self, database: Database, key: ServerKey, public_url: str) -> None:
        self._database = database
        self._key = key
        self._trying_out = not public_url
        self.site = public_url

    # --- ordering --------------------------------------------------------------------------
    def order(self, by: Person, wanted: Wanted) -> Ordered:
        """Invite somebody for another program. One open order a reference: else ``ConflictError``."""
        if wanted.callback_url:
            target_of(wanted.callback_url, trying_out=self._trying_out)
        with self._database.write() as db:
            db.get(UserRow, by.id, with_for_update=True)  # two copies may hear the same order at once
            _check_new(db, by, wanted.reference)
            invited = new_invitation(db, by, Candidate(wanted.candidate_name), wanted.pack_id, wanted.valid)
            row = AssessmentOrderRow(
                id=new_id(),
                user_id=by.id,
                ordered_by=by.name,
                partner=wanted.partner,
                reference=wanted.reference,
                candidate_reference=wanted.candidate_reference,
                invitation_id=invited.invitation_id,
                callback_url=wanted.callback_url,
                delivery=Delivery.WAITING if wanted.callback_url else Delivery.NOT_ASKED,
                attempts=0,
                due_wall=now(),
                created_wall=now(),
            )
            db.add(row)
            record(db, by, "assessment_ordered", row.id)
        secret = secret_text(self._secret(row.id))
        return Ordered(row.id, invited.invitation_id, invited.candidate_id, invited.code, secret)

    def withdraw(self, by: Person, order_id: str) -> None:
        """Let the candidate in no more; an interview that has begun goes on."""
        with self._database.write() as db:
            withdraw_invitation(db, by, _order(db, order_id).invitation)

    # --- reading ---------------------------------------------------------------------------
    def view(self, by: Person, order_id: str) -> OrderView:
        """One order; the look is kept in the audit log."""
        with self._database.write() as db:
            view = _order(db, order_id)
            record(db, by, "assessment_order_seen", order_id)
            return view

    def page(self, reference: str = "", after: str = "", limit: int = 100) -> list[OrderView]:
        """The newest first; ``after`` is ``created_wall~id`` of the last one that was seen."""
        chosen = _orders().order_by(AssessmentOrderRow.created_wall.desc(), AssessmentOrderRow.id.desc())
        if reference:
            chosen = chosen.where(AssessmentOrderRow.reference == reference)
        if after:
            wall, _, order_id = after.partition("~")
            newest_first = tuple_(AssessmentOrderRow.created_wall, AssessmentOrderRow.id)
            chosen = chosen.where(newest_first < (wall, order_id))
        with self._database.read() as db:
            return [_view(db, row) for row in db.scalars(chosen.limit(limit))]

    # --- telling ---------------------------------------------------------------------------
    def due(self) -> list[str]:
        """Orders whose interview has ended and whose maker is to be told now."""
        session = SessionRow.invitation_id == AssessmentOrderRow.invitation_id
        chosen = (
            _orders()
            .join(SessionRow, session)
            .where(
                AssessmentOrderRow.delivery == Delivery.WAITING,
                AssessmentOrderRow.due_wall <= now(),
                SessionRow.status.in_(_OVER),
                (SessionRow.status != SessionStatus.COMPLETED)
                | SessionRow.analysis_status.in_((WorkStatus.COMPLETED, WorkStatus.FAILED)),
            )
            .order_by(AssessmentOrderRow.due_wall)
            .limit(_SWEPT)
        )
        with self._database.read() as db:
            return list(dict.fromkeys(row.id for row in db.scalars(chosen)))

    def tell(self, order_id: str) -> None:
        """One attempt to tell, if it is due."""
        notice = self._attempt(order_id)
        if notice is None:
            return
        secret = self._secret(order_id)
        outcome = tell(notice, secret, int(time.time()), trying_out=self._trying_out)
        with self._database.write() as db:
            row = db.get(AssessmentOrderRow, order_id, with_for_update=True)
            if row is None:  # erased meanwhile
                return
            row.outcome = outcome
            if outcome is Outcome.DELIVERED:
                row.delivery = Delivery.DELIVERED
            elif outcome not in _AGAIN or row.attempts >= ATTEMPTS:
                row.delivery = Delivery.GIVEN_UP
            record(db, "server", "assessment_told", order_id, outcome=outcome)

    def _attempt(self, order_id: str) -> Notice | None:
        with self._database.write() as db:
            row = db.get(AssessmentOrderRow, order_id, with_for_update=True)
            if row is None or row.delivery is not Delivery.WAITING or row.due_wall > now():
                return None
            view = _view(db, row)
            if view.state not in ENDED:
                return None
            row.attempts += 1
            row.due_wall = later(seconds=wait_s(row.attempts))
            words: Any = _WORDS[row.partner]
            return Notice(row.id, row.callback_url, words.METHOD, words.ended(view, self.site))

    def _secret(self, order_id: str) -> bytes:
        return self._key.secret_for(f"webhook {order_id}")


def wait_s(attempts: int) -> float:
    """How long after so many attempts until the next; spread, so that partners are not asked all at once."""
    return min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** (attempts - 1)) * random.uniform(0.8, 1.2)  # noqa: S311


def _check_new(db: Session, by: Person, reference: str) -> None:
    same = _orders().where(AssessmentOrderRow.user_id == by.id, AssessmentOrderRow.reference == reference)
    for row in db.scalars(same):
        if _view(db, row).state not in (OrderState.WITHDRAWN, OrderState.EXPIRED):
            raise ConflictError("there is an order with this reference", "ordered", order_id=row.id)


def _orders() -> Select[AssessmentOrderRow]:
    return select(AssessmentOrderRow)


def _order(db: Session, order_id: str) -> OrderView:
    row = db.get(AssessmentOrderRow, order_id)
    if row is None:
        raise NotFoundError("there is no such order")
    return _view(db, row)


def _view(db: Session, row: AssessmentOrderRow) -> OrderView:
    """The newest session of the invitation counts."""
    invitation = db.get_one(InvitationRow, row.invitation_id)
    sessions = select(SessionRow).where(SessionRow.invitation_id == invitation.id)
    session = db.scalar(sessions.order_by(SessionRow.created_wall.desc()).limit(1))
    assessment = db.get(AssessmentRow, session.session_id) if session else None
    return OrderView(row, invitation, db.get_one(CandidateRow, invitation.candidate_id), session, assessment)
