"""Files on their way to the server, in pieces that are named by what they are."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from kiosk.wire.message import Asked, Id, Sha256, Told, Wall

MAX_PIECE_BYTES = 8 << 20
MAX_FILE_BYTES = 64 << 30
MAX_PIECES = 32_768

FileName = Annotated[
    str,
    Field(pattern=r"^(video_files|audio_files|screen_recordings|pictures)/[A-Za-z0-9][A-Za-z0-9_.-]{0,119}$"),
]
"""Relative to the session's folder; no name of a person, no way out."""


class Lacking(Asked):
    """Which of these does the server lack?"""

    sha256: Annotated[tuple[Sha256, ...], Field(max_length=1000)]


class Lacked(Told):
    """These, in the order they were asked."""

    sha256: tuple[Sha256, ...]


class Wanted(Asked):
    """A piece that the station would bring to the object store itself."""

    sha256: Sha256
    length: Annotated[int, Field(ge=1, le=MAX_PIECE_BYTES)]


class Place(Told):
    """Where a piece is to go."""

    url: str | None = None
    """Takes exactly so many bytes, by PUT, for a few minutes; ``None``: to the server itself."""


class Piece(Asked):
    """Some bytes of a file; a piece never changes."""

    offset: Annotated[int, Field(ge=0, lt=MAX_FILE_BYTES)]
    length: Annotated[int, Field(ge=1, le=MAX_PIECE_BYTES)]
    sha256: Sha256


class FileManifest(Asked):
    """A finished file and the pieces that cover it without holes, in any order."""

    name: FileName
    size_bytes: Annotated[int, Field(ge=1, le=MAX_FILE_BYTES)]
    sha256: Sha256
    pieces: Annotated[tuple[Piece, ...], Field(min_length=1, max_length=MAX_PIECES)]

    @model_validator(mode="after")
    def _cover_the_file(self) -> Self:
        end = 0
        for piece in self.ordered():
            if piece.offset != end:
                raise ValueError(f"the pieces leave a hole or overlap at byte {min(end, piece.offset)}")
            end += piece.length
        if end != self.size_bytes:
            raise ValueError(f"the pieces end at byte {end} of {self.size_bytes}")
        return self

    def ordered(self) -> list[Piece]:
        """The pieces as they follow in the file."""
        return sorted(self.pieces, key=lambda piece: piece.offset)


class FileState(StrEnum):
    """How far a file has come on the server."""

    WAITING = "waiting"
    """Pieces are lacking."""
    ASSEMBLING = "assembling"
    KEPT = "kept"
    """One file, hashed, and as announced."""
    FAILED = "failed"
    """These pieces do not make what was announced; announce others."""


class FileProgress(Told):
    """What the server has of a file."""

    name: str
    sha256: Sha256
    state: FileState
    lacking: tuple[Sha256, ...] = ()
    """At most 1,000 of them at a time."""


class KeptFile(Told):
    """A file that the server has whole."""

    name: str
    sha256: Sha256
    size_bytes: int


class Receipt(Told):
    """The server answers for a session: what it has of it. Nothing is deleted before ``anchored``."""

    session_id: Id
    revision: int
    """The newest ``SessionDocument`` it has."""
    files: tuple[KeptFile, ...]
    journal_seq: int
    journal_hash: Sha256
    time: Wall
    anchored: bool
    """The files and the document have been there longer than the server's oldest backup is old."""
    signature: str
    """By the server's key, over ``signing.receipt_bytes``."""
