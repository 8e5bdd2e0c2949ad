"""HR's list of sessions: what is found, in which order, and a page at a time."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.assessment.fairness import board
from kiosk.assessment.ratings import rated
from kiosk.domain.export import Disguise, ExportOutcome, Protection
from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.printing import Printed
from kiosk.domain.standing import FinalStatus, SessionStatus
from kiosk.flow.events import NewInterviewRequested
from kiosk.flow.staff import ErasureOrdered, SessionExported
from kiosk.ports.desk import DeskError
from kiosk.ports.shelves import Order, PackName, Search, Shelf
from storage import search as words
from storage.desk import DeskTools, SqlDesk
from storage.station import Storage
from storage.tables import CandidateRow, SessionRow
from tests.interviews import PACK as SHORT
from tests.interviews import SESSION, Interview, invitation
from tests.judged import PACK, interviewed, written_down

OTHER = SessionId("0b" * 16)
THIRD = SessionId("1c" * 16)


@pytest.fixture
def interview(storage: Storage) -> Interview:
    return Interview(storage.journal, pack=PACK)


@pytest.fixture
def desk(storage: Storage) -> SqlDesk:
    return SqlDesk(
        storage.database,
        storage.media,
        DeskTools(rated, lambda _: (), board, lambda _: Printed.SENT, lambda _: ExportOutcome.DONE, dict),
    )


@pytest.fixture
def three(storage: Storage, interview: Interview) -> Interview:
    """Sessions: one with transcripts, one without, one whose candidate declined."""
    interviewed(interview)
    interview.happen(NewInterviewRequested())
    written_down(interview)
    interview.session, interview.pack = OTHER, SHORT
    interview.begin(station_starts=False)
    interview.accept(invitation("2"))
    interview.consent()
    interview.check_devices()
    interview.start_recording()
    interview.ask(SHORT.questions[0])
    interview.answer_all()
    interview.finish()
    interview.happen(NewInterviewRequested())
    interview.session = THIRD
    interview.begin(station_starts=False)
    interview.accept(invitation("3"))
    with storage.database.write() as db:
        for number, name in ((1, "Zoë Ruiz"), (2, "ann lee"), (3, "Max 100% Roth")):
            db.get_one(CandidateRow, f"candidate-{number}").name = name
        db.get_one(SessionRow, OTHER).final_status = FinalStatus.PASSED
    return interview


def found(desk: SqlDesk, **search: Any) -> list[SessionId]:
    page = desk.page(Search(**search), 0, 10)
    assert page.total == len(page.lines)
    return [line.id for line in page.lines]


def test_the_newest_stands_first_whatever_the_clock_did(
    three: Interview, desk: SqlDesk, storage: Storage
) -> None:
    with storage.database.write() as db:
        row = db.get_one(SessionRow, THIRD)
        row.created = replace(row.created, wall="1999-01-01T00:00:00.000Z")
    assert found(desk) == [THIRD, OTHER, SESSION]
    assert found(desk, order=Order.OLDEST) == [SESSION, OTHER, THIRD]


def test_a_line_tells_who_what_and_how_far(three: Interview, desk: SqlDesk) -> None:
    line = desk.page(Search(), 2, 1).lines[0]
    assert (line.id, line.candidate, line.pack_title) == (SESSION, "Zoë Ruiz", PACK.title["en"])
    assert (line.status, line.decision) == (SessionStatus.COMPLETED, FinalStatus.NEEDS_REVIEW)
    assert (line.answered, line.questions, line.length_s, line.passage) == (3, 3, 46.4, ())


def test_it_can_be_sorted(three: Interview, desk: SqlDesk) -> None:
    assert found(desk, order=Order.CANDIDATE) == [OTHER, THIRD, SESSION]
    assert found(desk, order=Order.INTERVIEW) == [SESSION, THIRD, OTHER]
    assert found(desk, order=Order.LONGEST) == [OTHER, SESSION, THIRD]


def test_a_shelf_holds_what_belongs_on_it(three: Interview, desk: SqlDesk) -> None:
    shelves = {shelf: found(desk, shelf=shelf) for shelf in Shelf}
    assert shelves == {
        Shelf.ALL: [THIRD, OTHER, SESSION],
        Shelf.TO_DECIDE: [SESSION],
        Shelf.PASSED: [OTHER],
        Shelf.FAILED: [],
        Shelf.UNDER_WAY: [],
        Shelf.NOT_EXPORTED: [OTHER, SESSION],
        Shelf.LEFT: [],
    }


def test_what_left_the_station_for_good_is_exported(three: Interview, desk: SqlDesk) -> None:
    for session, outcome in ((SESSION, ExportOutcome.STICK_GONE), (OTHER, ExportOutcome.DONE)):
        three.happen(SessionExported(session, "stick", (), Disguise.NONE, Protection.NONE, outcome, "HR"))
    assert found(desk, shelf=Shelf.NOT_EXPORTED) == [SESSION]


def test_packs_and_days_narrow_it_down(three: Interview, desk: SqlDesk) -> None:
    assert found(desk, pack=SHORT.id) == [THIRD, OTHER]
    assert found(desk, since_day="2026-11-20", until_day="2026-11-20") == [THIRD, OTHER, SESSION]
    assert found(desk, since_day="2026-11-21") == found(desk, until_day="2026-11-19") == []
    assert desk.packs() == (PackName(PACK.id, PACK.title["en"]), PackName(SHORT.id, "Two questions"))


def test_words_are_found_in_names_ids_and_transcripts(three: Interview, desk: SqlDesk) -> None:
    for sought in ("zoë", "RUIZ", SESSION[:6], "listen", "LISTENED", '"i listened"'):
        assert found(desk, words=sought) == [SESSION], sought


def test_signs_mean_themselves(three: Interview, desk: SqlDesk) -> None:
    for sought in ("100%", "%"):
        assert found(desk, words=sought) == [THIRD], sought
    for sought in ("_", '"', "lis ten", '"listened i"', "NEAR(", "*", "zebra"):
        assert found(desk, words=sought) == [], sought


def test_the_passage_shows_where_it_was_said(three: Interview, desk: SqlDesk) -> None:
    passage = desk.page(Search("listen"), 0, 10).lines[0].passage
    assert passage[1] == "listened"
    assert all(piece.lower() == "listened" for piece in passage[1::2])


def test_a_page_is_a_part_of_the_whole(three: Interview, desk: SqlDesk) -> None:
    page = desk.page(Search(), 1, 1)
    assert (page.total, page.first, [line.id for line in page.lines]) == (3, 1, [OTHER])
    assert desk.page(Search(), 3, 1).lines == ()


def test_the_index_made_again_finds_the_same(three: Interview, desk: SqlDesk, storage: Storage) -> None:
    storage.journal.rebuild()
    assert found(desk, words="listened") == [SESSION]


def test_nothing_of_an_erased_session_is_left_in_the_index(three: Interview, storage: Storage) -> None:
    before = bytes_of_index(storage)
    three.happen(ErasureOrdered(SESSION, "HR", ErasureCause.STAFF))
    assert storage.database.scrub()
    assert b"listened" in before
    assert b"listened" not in bytes_of_index(storage)


def bytes_of_index(storage: Storage) -> bytes:
    with storage.database.read() as db:
        rows = db.connection().exec_driver_sql(f"SELECT block FROM {words.TABLE}_data").fetchall()
        texts = db.connection().exec_driver_sql(f"SELECT c0 FROM {words.TABLE}_content").fetchall()
    return b"".join(row[0] for row in rows) + "".join(row[0] for row in texts).encode()


def test_a_desk_that_cannot_read_says_so(desk: SqlDesk, storage: Storage) -> None:
    for suffix in ("", "-wal"):
        storage.database.file.with_name(f"kiosk.db{suffix}").write_bytes(b"not a database" * 1000)
    with pytest.raises(DeskError):
        desk.page(Search(), 0, 10)
