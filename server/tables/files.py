"""Files of sessions, the pieces they come in, and question packs. The bytes are in the object store."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.wire.pieces import FileState
from server.tables.model import Big, Hash, Hex32, Tables, Wall


class PieceRow(Tables):
    """A piece that lies in the object store and was what it was named, when it came."""

    __tablename__ = "pieces"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    length: Mapped[int]
    received_wall: Mapped[Wall] = mapped_column(index=True)


class FileRow(Tables):
    """A file of a session, announced or whole."""

    __tablename__ = "files"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    station_id: Mapped[Hex32 | None] = mapped_column(ForeignKey("stations.id"))
    sha256: Mapped[Hash]
    size_bytes: Mapped[Big]
    pieces: Mapped[list[dict[str, Any]]]
    """As announced, in the file's order; empty once it was whole."""
    state: Mapped[FileState]
    detail: Mapped[str] = mapped_column(default="")
    """Why it failed."""
    changed_wall: Mapped[Wall]
    """When it came into its state."""

    __table_args__ = (Index("ix_files_state", "state"),)


class ChunkRow(Tables):
    """A numbered chunk of a recording that comes through the compatibility API."""

    __tablename__ = "chunks"

    session_id: Mapped[Hex32] = mapped_column(ForeignKey("sessions.session_id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[Hash]
    length: Mapped[int]
    final: Mapped[bool]
    received_wall: Mapped[Wall]


class PackRow(Tables):
    """A question pack that stations may be offered, as a ZIP of its folder."""

    __tablename__ = "packs"

    sha256: Mapped[Hash] = mapped_column(primary_key=True)
    pack_id: Mapped[str] = mapped_column(index=True)
    version: Mapped[str]
    size_bytes: Mapped[int]
    added_by: Mapped[str]
    added_wall: Mapped[Wall]
    withdrawn_wall: Mapped[Wall | None]
