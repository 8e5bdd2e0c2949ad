"""What people add to a session: notes at a moment, levels of their own, links, and what must be kept."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.model import Hash, Hex32, Tables, Wall

_OF_SESSION = "sessions.session_id"


class AnnotationRow(Tables):
    """A note at a moment of the recording, or on the whole of it."""

    __tablename__ = "annotations"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), index=True)
    user_id: Mapped[Hex32]
    by: Mapped[str]
    at_s: Mapped[float | None]
    text: Mapped[str]
    wall: Mapped[Wall]


class RatingRow(Tables):
    """The level that somebody gives to one criterion of one answer; the newest counts."""

    __tablename__ = "ratings"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    criterion: Mapped[str] = mapped_column(primary_key=True)
    user_id: Mapped[Hex32] = mapped_column(primary_key=True)
    by: Mapped[str]
    level: Mapped[int]
    note: Mapped[str]
    wall: Mapped[Wall]


class ShareRow(Tables):
    """A link that opens one session without an account; the link itself is kept only as a hash."""

    __tablename__ = "shares"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    sha256: Mapped[Hash] = mapped_column(unique=True)
    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), index=True)
    created_by: Mapped[str]
    created_wall: Mapped[Wall]
    expires_wall: Mapped[Wall]
    withdrawn_wall: Mapped[Wall | None]


class HoldRow(Tables):
    """A session that must not be erased yet, and why."""

    __tablename__ = "holds"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey(_OF_SESSION, ondelete="CASCADE"), primary_key=True)
    by: Mapped[str]
    reason: Mapped[str]
    wall: Mapped[Wall]
