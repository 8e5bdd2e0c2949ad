"""Pieces of a growing file: listed once, never changed, and all of the finished file in the end."""

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest

from capture.finalise import finalise
from capture.folder import SessionFolder
from capture.pieces import PIECE_BYTES, Piece, PieceList, list_path, pieces_of, read_pieces
from kiosk.domain.recording import Recording
from kiosk.flow.facts import RecordingFinished, RecordingStarted
from tests.recorders import SIM, an_order, eventually, recorder_booth
from tests.segments import SESSION, RecordedSession


def grown(session: RecordedSession, seconds: float, steps: int, torn_bytes: int = 0) -> Path:
    """The session's next segment, listed while it grows; or killed so many bytes before its end."""
    path = session.add(seconds, ended=None)
    whole = path.read_bytes()
    path.write_bytes(b"")
    pieces = PieceList(path)
    for step in range(1, steps + 1):
        with path.open("r+b") as file:
            file.seek(0, 2)
            file.write(whole[file.tell() : (len(whole) - torn_bytes) * step // steps])
        pieces.look()
    listed = list_path(path).read_bytes()
    pieces.close()
    if torn_bytes:
        list_path(path).write_bytes(listed)
    return path


def holds(file: Path, pieces: tuple[Piece, ...]) -> bool:
    data = file.read_bytes()
    return all(hashlib.sha256(data[piece.offset : piece.end]).hexdigest() == piece.sha256 for piece in pieces)


def tiles(file: Path, pieces: tuple[Piece, ...]) -> bool:
    """Whether the pieces are the whole file, each byte once."""
    ordered = sorted(pieces, key=lambda piece: piece.offset)
    joined = all(before.end == after.offset for before, after in pairwise(ordered))
    return joined and ordered[0].offset == 0 and ordered[-1].end == file.stat().st_size


def of_session(session: RecordedSession) -> tuple[Path, Recording, tuple[Piece, ...]]:
    recording = finalise(session.place.path, SESSION)
    return session.place.path / recording.file, recording, pieces_of(session.place, recording)


@pytest.fixture
def session(tmp_path: Path) -> RecordedSession:
    return RecordedSession(tmp_path / SESSION)


def test_a_piece_is_listed_every_ten_seconds_and_the_rest_at_the_end(session: RecordedSession) -> None:
    path = grown(session, 25, steps=60)
    listed = read_pieces(list_path(path))
    assert len(listed) == 3
    assert listed[0].offset > 0
    assert all(before.end == after.offset for before, after in pairwise(listed))
    assert holds(path, listed)


def test_what_was_listed_is_unchanged_in_the_finished_file(session: RecordedSession) -> None:
    listed = read_pieces(list_path(grown(session, 25, steps=60)))
    file, _, pieces = of_session(session)
    assert pieces[: len(listed)] == listed
    assert pieces[-1].offset < listed[0].offset
    assert tiles(file, pieces)
    assert holds(file, pieces)


def test_what_a_kill_left_torn_was_never_listed(session: RecordedSession) -> None:
    listed = read_pieces(list_path(grown(session, 25, steps=60, torn_bytes=30_000)))
    assert len(listed) == 2
    file, _, pieces = of_session(session)
    assert pieces[:2] == listed
    assert tiles(file, pieces)
    assert holds(file, pieces)


def test_a_torn_last_line_is_passed_over(session: RecordedSession) -> None:
    path = grown(session, 25, steps=30)
    listing = list_path(path)
    listing.write_bytes(listing.read_bytes()[:-7])
    assert len(read_pieces(listing)) == 2
    file, _, pieces = of_session(session)
    assert tiles(file, pieces)


def test_joined_segments_are_cut_anew(session: RecordedSession) -> None:
    grown(session, 12, steps=3)
    grown(session, 12, steps=3)
    file, _, pieces = of_session(session)
    assert tiles(file, pieces)
    assert holds(file, pieces)
    assert max(piece.length for piece in pieces) <= PIECE_BYTES


def test_a_segment_that_cannot_be_read_ends_the_list_and_nothing_else(tmp_path: Path) -> None:
    pieces = PieceList(tmp_path / "gone.mp4")
    pieces.look()
    pieces.close()
    assert read_pieces(list_path(tmp_path / "gone.mp4")) == ()


@pytest.mark.slow
def test_pieces_can_be_taken_while_the_recorder_records(tmp_path: Path) -> None:
    order = an_order(tmp_path)
    place = SessionFolder(tmp_path)
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        eventually(lambda: read_pieces(list_path(place.segment(1))))
        taken = read_pieces(list_path(place.segment(1)))
        assert holds(place.segment(1), taken)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    pieces = pieces_of(place, recording)
    assert pieces[: len(taken)] == taken
    assert tiles(tmp_path / recording.file, pieces)
    assert holds(tmp_path / recording.file, pieces)
