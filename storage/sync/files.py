"""The files of one finished session, as they are offered to the server. Functions raise ``OSError``."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.ids import SessionId
from kiosk.ports.sync import Cutter, RefusedError, SentPiece
from kiosk.wire.pieces import FileManifest, Piece
from storage.media import PICTURES, MediaStore
from storage.reports import SessionReport

PIECE_BYTES = 4 << 20
_PICTURES, _INDEX = ("thumbnail.jpg", "sprites.jpg"), "sprites.vtt"


@dataclass(frozen=True, slots=True)
class Offer:
    """A file in a session's folder, and its SHA-256 where that is known."""

    name: str
    path: Path
    sha256: str = ""


def offers_of(report: SessionReport, media: MediaStore) -> Iterator[Offer]:
    """The recording first, then the voice tracks, films of the screen and small pictures that are there."""
    session, recording = SessionId(report.summary.id), report.recording
    if recording is None:
        return
    yield Offer(recording.file, media.file(session, recording.file), recording.sha256)
    films = (screen.file for screen in report.screens if screen.file)
    for name in dict.fromkeys((*recording.voice_tracks, *films, *pictures_of(session, media))):
        path = media.file(session, name)
        if path.is_file() and path.stat().st_size:
            yield Offer(name, path)


def pictures_of(session: SessionId, media: MediaStore) -> tuple[str, ...]:
    """All of them or none: their index is written last."""
    drawn = media.file(session, f"{PICTURES}/{_INDEX}").is_file()
    return tuple(f"{PICTURES}/{name}" for name in (*_PICTURES, _INDEX)) if drawn else ()


def manifest_of(offer: Offer, report: SessionReport, cutter: Cutter) -> FileManifest:
    """What the file is made of."""
    recording = report.recording
    if recording is not None and offer.name == recording.file:
        pieces: Sequence[SentPiece] = cutter.finished(SessionId(report.summary.id), recording)
        return _manifest(offer.name, recording.sha256, pieces)
    return _cut(offer)


def _cut(offer: Offer) -> FileManifest:
    """In pieces of one size, read once."""
    whole, pieces, start = hashlib.sha256(), [], 0
    with offer.path.open("rb") as file:
        while data := file.read(PIECE_BYTES):
            whole.update(data)
            pieces.append(Piece(offset=start, length=len(data), sha256=hashlib.sha256(data).hexdigest()))
            start += len(data)
    return _manifest(offer.name, whole.hexdigest(), pieces)


def _manifest(name: str, sha256: str, pieces: Sequence[SentPiece]) -> FileManifest:
    told = tuple(Piece(offset=one.offset, length=one.length, sha256=one.sha256) for one in pieces)
    return FileManifest(name=name, size_bytes=sum(one.length for one in told), sha256=sha256, pieces=told)


def read_piece(path: Path, piece: SentPiece) -> bytes:
    """The piece's bytes. Raises ``RefusedError`` when they are not what they were."""
    with path.open("rb", buffering=0) as file:
        data = os.pread(file.fileno(), piece.length, piece.offset)
    if hashlib.sha256(data).hexdigest() != piece.sha256:
        raise RefusedError("damaged", f"{path.name} is not what was recorded")
    return data
