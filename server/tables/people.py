"""People who use the server, how they get in, and what they looked at."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.model import Hash, Hex32, Tables, Wall


class UserRow(Tables):
    """Somebody with a name; nothing is done in nobody's name."""

    __tablename__ = "users"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    """In small letters."""
    name: Mapped[str]
    password_hash: Mapped[str | None]
    """Argon2id; empty for those who come through single sign-on only."""
    subject: Mapped[str | None] = mapped_column(unique=True)
    """Who they are to the single sign-on: issuer and subject."""
    roles: Mapped[list[str]]
    active: Mapped[bool]
    created_wall: Mapped[Wall]


class LoginRow(Tables):
    """A browser that somebody signed in with; its cookie is kept only as a hash."""

    __tablename__ = "logins"

    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    user_id: Mapped[Hex32] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str]
    """Travels in every form and header, never in the cookie."""
    created_wall: Mapped[Wall]
    expires_wall: Mapped[Wall]


class TokenRow(Tables):
    """A key for a program, acting for somebody with some of their roles."""

    __tablename__ = "tokens"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    sha256: Mapped[Hash] = mapped_column(unique=True)
    user_id: Mapped[Hex32] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    label: Mapped[str]
    roles: Mapped[list[str]]
    created_wall: Mapped[Wall]
    expires_wall: Mapped[Wall]


class AuditRow(Tables):
    """Somebody looked at personal data or changed something. Rows are only ever added."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    wall: Mapped[Wall] = mapped_column(index=True)
    user_id: Mapped[Hex32 | None] = mapped_column(index=True)
    """Empty for stations and for what the server does by itself."""
    actor: Mapped[str]
    """Their name then."""
    action: Mapped[str]
    subject: Mapped[str] = mapped_column(index=True)
    """An id, never a name."""
    detail: Mapped[dict[str, Any]]
