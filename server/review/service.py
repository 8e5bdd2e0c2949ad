"""Annotating, rating and sharing sessions. Any thread may call; raises ``ServerError``.

Whoever rates is not led: what others gave to an answer is shown once one has rated that answer oneself.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from server.audit.service import look, record
from server.database import Database
from server.errors import InvalidError, NotFoundError
from server.identity.roles import Permission, Person
from server.identity.secrets import digest, new_id, new_token
from server.sessions.service import visible_session
from server.tables.people import AuditRow, UserRow
from server.tables.review import AnnotationRow, HoldRow, RatingRow, ShareRow
from server.tables.sessions import AssessmentRow, GrantRow, QuestionRow
from server.times import later, now

HIGHEST_LEVEL = 4
AS_A_WHOLE = "as_a_whole"
"""The criterion of an answer for which the rules have none."""
_MOST_LOOKS = 30


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked, as often, and last at ``wall``."""

    actor: str
    action: str
    times: int
    wall: str


@dataclass(frozen=True, slots=True)
class Review:
    """What people added to a session, as far as this person may see it."""

    annotations: list[AnnotationRow]
    own: dict[tuple[str, str], RatingRow]
    """By question and criterion."""
    others: dict[str, list[RatingRow]]
    """By question; only of answers that this person has rated."""
    hidden: dict[str, int]
    """How many people rated an answer that this person has not."""
    reviewers: list[tuple[GrantRow, str]]
    shares: list[ShareRow]
    looks: list[Look]
    hold: HoldRow | None


class Reviews:
    """What people think."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_session(self, person: Person, session_id: str) -> Review:
        """Everything that was added to a session; who looked only for those who see all sessions."""
        with self._database.read() as db:
            visible_session(db, person, session_id)
            own, others, hidden = _ratings(db, person, session_id)
            trusted = person.may(Permission.SEE_SESSIONS)
            return Review(
                annotations=_annotations(db, session_id),
                own=own,
                others=others,
                hidden=hidden,
                reviewers=_reviewers(db, session_id) if trusted else [],
                shares=_shares(db, session_id) if trusted else [],
                looks=_looks(db, session_id) if trusted else [],
                hold=db.get(HoldRow, session_id),
            )

    # --- notes -----------------------------------------------------------------------------
    def annotate(self, person: Person, session_id: str, at_s: float | None, text: str) -> None:
        """Add a note at a moment of the recording, or on the whole."""
        row = AnnotationRow(
            id=new_id(),
            session_id=session_id,
            user_id=person.id,
            by=person.name,
            at_s=at_s,
            text=text,
            wall=now(),
        )
        with self._database.write() as db:
            visible_session(db, person, session_id)
            db.add(row)
            record(db, person, "annotated", session_id, annotation=row.id)

    def remove_annotation(self, person: Person, session_id: str, annotation_id: str) -> None:
        """Take one of one's own notes away."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            row = db.get(AnnotationRow, annotation_id)
            if row is None or (row.session_id, row.user_id) != (session_id, person.id):
                raise NotFoundError("there is no such note of yours")
            db.delete(row)
            record(db, person, "annotation_removed", session_id, annotation=annotation_id)

    # --- ratings ---------------------------------------------------------------------------
    def rate(
        self, person: Person, session_id: str, question_id: str, levels: Mapping[str, int], note: str
    ) -> None:
        """Give an answer one's own levels; where they differ from the rules', the log says so."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            of_question = select(QuestionRow.number).filter_by(session_id=session_id, question_id=question_id)
            if db.scalar(of_question) is None:
                raise NotFoundError("the session has no such question")
            suggested = _suggested(db, session_id, question_id)
            if not levels or not set(levels) <= set(suggested):
                raise InvalidError("please choose a level")
            if not all(0 <= level <= HIGHEST_LEVEL for level in levels.values()):
                raise InvalidError("a level is from 0 to %(highest)s", highest=HIGHEST_LEVEL)
            for criterion, level in levels.items():
                db.merge(
                    RatingRow(
                        session_id=session_id,
                        question_id=question_id,
                        criterion=criterion,
                        user_id=person.id,
                        by=person.name,
                        level=level,
                        note=note,
                        wall=now(),
                    )
                )
            over = sorted(one for one, level in levels.items() if suggested[one] not in (None, level))
            record(db, person, "rated", session_id, question=question_id, overrides=over)

    # --- sharing ---------------------------------------------------------------------------
    def share(self, person: Person, session_id: str, days: int) -> str:
        """The secret of a link that shows the session to whoever has it; told once and kept nowhere."""
        secret = new_token()
        row = ShareRow(
            id=new_id(),
            sha256=digest(secret),
            session_id=session_id,
            created_by=person.name,
            created_wall=now(),
            expires_wall=later(days=days),
        )
        with self._database.write() as db:
            visible_session(db, person, session_id)
            db.add(row)
            record(db, person, "shared", session_id, share=row.id, days=days)
        return secret

    def withdraw_share(self, person: Person, session_id: str, share_id: str) -> None:
        """A link opens nothing any more."""
        with self._database.write() as db:
            visible_session(db, person, session_id)
            row = db.get(ShareRow, share_id)
            if row is None or row.session_id != session_id:
                raise NotFoundError("there is no such link")
            row.withdrawn_wall = row.withdrawn_wall or now()
            record(db, person, "share_withdrawn", session_id, share=share_id)

    def link(self, secret: str) -> ShareRow:
        """A link that still opens something."""
        with self._database.read() as db:
            row = db.scalar(select(ShareRow).where(ShareRow.sha256 == digest(secret)))
        if row is None or row.withdrawn_wall or row.expires_wall <= now():
            raise NotFoundError("this link opens nothing, or nothing any more")
        return row

    def looked(self, link: ShareRow, file: str = "") -> None:
        """Keep in the audit log that somebody looks through a link: at the page, or at a file."""
        by = f"link of {link.created_by}"
        if file:
            look(self._database, by, link.session_id, share=link.id, file=file)
            return
        with self._database.write() as db:
            record(db, by, "link_opened", link.session_id, share=link.id)


def _suggested(db: Session, session_id: str, question_id: str) -> dict[str, int | None]:
    """What the rules gave, by criterion; one criterion where the rules have none."""
    found = db.get(AssessmentRow, session_id)
    analysis = found.question_analysis if found else []
    one = next((line for line in analysis if line.get("question") == question_id), {})
    criteria = {str(line["criterion"]): line.get("level") for line in one.get("criteria") or ()}
    return criteria or {AS_A_WHOLE: None}


def _ratings(
    db: Session, person: Person, session_id: str
) -> tuple[dict[tuple[str, str], RatingRow], dict[str, list[RatingRow]], dict[str, int]]:
    rows = list(db.scalars(select(RatingRow).filter_by(session_id=session_id).order_by(RatingRow.wall)))
    own = {(row.question_id, row.criterion): row for row in rows if row.user_id == person.id}
    rated = {question for question, _ in own}
    others: dict[str, list[RatingRow]] = {}
    people: dict[str, set[str]] = {}
    for row in rows:
        if row.user_id != person.id and row.question_id in rated:
            others.setdefault(row.question_id, []).append(row)
        elif row.user_id != person.id:
            people.setdefault(row.question_id, set()).add(row.user_id)
    return own, others, {question: len(found) for question, found in people.items()}


def _annotations(db: Session, session_id: str) -> list[AnnotationRow]:
    chosen = select(AnnotationRow).filter_by(session_id=session_id)
    return list(db.scalars(chosen.order_by(func.coalesce(AnnotationRow.at_s, -1), AnnotationRow.wall)))


def _reviewers(db: Session, session_id: str) -> list[tuple[GrantRow, str]]:
    chosen = select(GrantRow, UserRow.name).join(UserRow, UserRow.id == GrantRow.user_id)
    rows = db.execute(chosen.where(GrantRow.session_id == session_id).order_by(UserRow.name))
    return [(grant, name) for grant, name in rows]


def _shares(db: Session, session_id: str) -> list[ShareRow]:
    return list(
        db.scalars(select(ShareRow).filter_by(session_id=session_id).order_by(ShareRow.created_wall.desc()))
    )


def _looks(db: Session, session_id: str) -> list[Look]:
    """The newest last look first."""
    last = func.max(AuditRow.wall)
    chosen = (
        select(AuditRow.actor, AuditRow.action, func.count(), last)
        .where(AuditRow.subject == session_id)
        .group_by(AuditRow.actor, AuditRow.action)
        .order_by(last.desc())
        .limit(_MOST_LOOKS)
    )
    return [Look(*row) for row in db.execute(chosen)]
