"""What travels between station and server, and what is refused at the border."""

from dataclasses import asdict
from enum import StrEnum

import pytest
from pydantic import ValidationError

from kiosk.domain import recording, standing
from kiosk.wire.journal import JournalEntry
from kiosk.wire.message import Problem
from kiosk.wire.pieces import FileManifest, Piece
from kiosk.wire.session import FinalStatus, RecordingStatus, SessionDocument, SessionStatus, WorkStatus
from kiosk.wire.signing import digest_of, from_text, receipt_bytes, request_bytes, to_text
from storage import statuses
from storage.chain import GENESIS, Entry

ENTRY = Entry(1, "boot", 5, "2026-11-20T10:00:00.000Z", None, "StationStarted", '{"x":"ü"}', GENESIS).sealed()
DOCUMENT = {
    "session_id": "a" * 32,
    "revision": 7,
    "candidate_id": "b" * 32,
    "pack_id": "general",
    "pack_version": "1",
    "pack_title": "General",
    "status": "completed",
    "created_wall": "2026-11-20T10:00:00.000Z",
}


def values(words: type[StrEnum]) -> list[str]:
    return [word.value for word in words]


def test_a_station_and_the_server_seal_an_entry_alike() -> None:
    assert JournalEntry(**asdict(ENTRY)).right_hash() == ENTRY.hash


def test_the_words_of_the_tables_are_the_words_on_the_wire() -> None:
    assert values(SessionStatus) == values(standing.SessionStatus)
    assert values(RecordingStatus) == values(recording.RecordingStatus)
    assert values(WorkStatus) == values(statuses.WorkStatus)
    assert values(FinalStatus) == values(standing.FinalStatus)


def test_every_part_of_a_request_is_signed() -> None:
    parts = ["PUT", "/p?q=1", digest_of(b"body"), "2026-11-20T10:00:00.000Z", "0" * 32]
    changed = {
        request_bytes(*(part + "x" * (place == other) for other, part in enumerate(parts)))
        for place in range(5)
    }
    assert len(changed | {request_bytes(*parts)}) == 6


def test_a_receipt_is_signed_without_its_signature_and_in_one_order() -> None:
    assert receipt_bytes({"b": 1, "a": "ü", "signature": "x"}) == '{"a":"ü","b":1}'.encode()


def test_keys_survive_the_journey() -> None:
    assert from_text(to_text(bytes(range(32)))) == bytes(range(32))
    with pytest.raises(ValueError, match="base64"):
        from_text("not+url/safe")


def test_pieces_cover_a_file_in_any_order_without_holes() -> None:
    pieces = [Piece(offset=4, length=2, sha256="0" * 64), Piece(offset=0, length=4, sha256="1" * 64)]
    manifest = FileManifest(name="video_files/a.mp4", size_bytes=6, sha256="2" * 64, pieces=tuple(pieces))
    assert [piece.offset for piece in manifest.ordered()] == [0, 4]


@pytest.mark.parametrize(("size", "offsets"), [(7, (0, 4)), (6, (0, 5)), (6, (0, 3)), (6, (4, 4))])
def test_a_hole_between_pieces_is_refused(size: int, offsets: tuple[int, int]) -> None:
    lengths = (4, 2)
    pieces = tuple(
        Piece(offset=offset, length=length, sha256="0" * 64)
        for offset, length in zip(offsets, lengths, strict=True)
    )
    with pytest.raises(ValidationError):
        FileManifest(name="video_files/a.mp4", size_bytes=size, sha256="2" * 64, pieces=pieces)


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "video_files/../x",
        "video_files//x",
        "/etc/passwd",
        "video_files/.x",
        "video_files/a b",
        "a.mp4",
    ],
)
def test_a_file_name_leads_nowhere_else(name: str) -> None:
    piece = Piece(offset=0, length=1, sha256="0" * 64)
    with pytest.raises(ValidationError):
        FileManifest(name=name, size_bytes=1, sha256="2" * 64, pieces=(piece,))


def test_a_server_refuses_what_it_does_not_know_and_a_station_passes_it_over() -> None:
    with pytest.raises(ValidationError):
        SessionDocument.model_validate(DOCUMENT | {"mood": "calm"})
    assert Problem.model_validate({"error": "gap", "detail": "x", "later": 1}).error == "gap"


def test_what_no_database_can_keep_is_replaced() -> None:
    document = SessionDocument.model_validate(
        DOCUMENT | {"pack_title": "a\0b", "device_info": {"camera": ["\0"]}}
    )
    assert document.pack_title == "a\ufffdb"
    assert document.device_info == {"camera": ["\ufffd"]}


@pytest.mark.parametrize("wall", ["2026-11-20", "2026-11-20T10:00:00Z", "2026-11-20T10:00:00.000+01:00", ""])
def test_an_instant_is_utc_with_milliseconds(wall: str) -> None:
    with pytest.raises(ValidationError):
        SessionDocument.model_validate(DOCUMENT | {"created_wall": wall})
