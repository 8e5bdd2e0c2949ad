"""Stations: who they are, what they were told, how they are, and their journals."""

from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.wire.orders import Outcome
from server.tables.model import Big, Hash, Hex32, Tables, Wall


class StationStatus(StrEnum):
    """Whether a station is listened to."""

    ACTIVE = "active"
    FROZEN = "frozen"
    """Two stations used its key."""
    RETIRED = "retired"


class AlertKind(StrEnum):
    """What staff must look at."""

    FORK = "fork"
    BROKEN_CHAIN = "broken_chain"
    DAMAGED_FILE = "damaged_file"


class StationRow(Tables):
    """A booth computer, known by its key."""

    __tablename__ = "stations"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    public_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    version: Mapped[str]
    """Of its program, when it was last heard."""
    protocol: Mapped[int] = mapped_column(default=1)
    """What it speaks; another than the server understands is kept to be shown."""
    status: Mapped[StationStatus]
    enrolled_wall: Mapped[Wall]
    journal_seq: Mapped[Big] = mapped_column(default=0)
    journal_hash: Mapped[Hash]
    skew_s: Mapped[float] = mapped_column(default=0.0)
    """How far its clock was ahead of the server's, last time."""


class EnrolmentCodeRow(Tables):
    """A one-time code with which one station may introduce itself."""

    __tablename__ = "enrolment_codes"

    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    created_by: Mapped[str]
    expires_wall: Mapped[Wall]
    used_wall: Mapped[Wall | None]


class NonceRow(Tables):
    """A nonce that was used; kept as long as its request could be sent again."""

    __tablename__ = "nonces"

    public_key: Mapped[str] = mapped_column(primary_key=True)
    nonce: Mapped[Hex32] = mapped_column(primary_key=True)
    expires_wall: Mapped[Wall] = mapped_column(index=True)


class EntryRow(Tables):
    """One entry of a station's journal, as it was sealed."""

    __tablename__ = "entries"

    station_id: Mapped[Hex32] = mapped_column(ForeignKey("stations.id"), primary_key=True)
    seq: Mapped[Big] = mapped_column(primary_key=True)
    boot_id: Mapped[str]
    mono_ns: Mapped[Big]
    wall: Mapped[str]
    session_id: Mapped[Hex32 | None] = mapped_column(index=True)
    kind: Mapped[str]
    body: Mapped[str]
    prev_hash: Mapped[Hash]
    hash: Mapped[Hash]
    received_wall: Mapped[Wall]


class LiveRow(Tables):
    """What a station said last of itself."""

    __tablename__ = "live"

    station_id: Mapped[Hex32] = mapped_column(ForeignKey("stations.id"), primary_key=True)
    wall: Mapped[Wall]
    """When it was heard, by the server's clock."""
    state: Mapped[dict[str, Any]]
    preview: Mapped[bytes | None] = mapped_column(LargeBinary)
    """A JPEG picture; kept only while somebody watches."""
    watched_wall: Mapped[Wall | None]
    """When somebody last looked at the picture."""


class OrderRow(Tables):
    """Something a station is to do, until it reports."""

    __tablename__ = "orders"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    number: Mapped[Big]
    """Nanoseconds since 1970 when it was made: their order."""
    station_id: Mapped[Hex32] = mapped_column(ForeignKey("stations.id"))
    task: Mapped[dict[str, Any]]
    created_wall: Mapped[Wall]
    created_by: Mapped[str]
    outcome: Mapped[Outcome | None]
    detail: Mapped[str] = mapped_column(default="")
    reported_wall: Mapped[Wall | None]

    __table_args__ = (
        Index(
            "ix_orders_open",
            "station_id",
            "number",
            sqlite_where=text("outcome IS NULL"),
            postgresql_where=text("outcome IS NULL"),
        ),
    )


class StaffRow(Tables):
    """Somebody who may enter the staff panel of every station."""

    __tablename__ = "staff"

    name: Mapped[str] = mapped_column(primary_key=True)
    pin_hash: Mapped[str]
    """Argon2id, as stations keep it."""


class AlertRow(Tables):
    """Something that staff must look at."""

    __tablename__ = "alerts"

    id: Mapped[Hex32] = mapped_column(primary_key=True)
    wall: Mapped[Wall]
    kind: Mapped[AlertKind]
    station_id: Mapped[Hex32 | None] = mapped_column(ForeignKey("stations.id"))
    subject: Mapped[str]
    """An id: the station's, or the session's."""
    detail: Mapped[str]
    seen_by: Mapped[str | None]
    seen_wall: Mapped[Wall | None]
