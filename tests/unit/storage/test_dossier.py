"""One interview as HR reads it, and what people make of it."""

from pathlib import Path

import pytest

from kiosk.assessment.fairness import board
from kiosk.assessment.ratings import rated
from kiosk.domain.export import ExportOutcome
from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.keeping import ErasureCause
from kiosk.domain.printing import Printed
from kiosk.domain.review import Viewed
from kiosk.domain.standing import FinalStatus
from kiosk.flow.events import Event, NewInterviewRequested
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from kiosk.flow.staff import ErasureOrdered, RetentionLocked
from kiosk.ports.dossier import Dossier, QuestionFile
from storage.backlog import SqlBacklog
from storage.desk import DeskTools, SqlDesk
from storage.station import Storage
from tests.answers import CONFLICT
from tests.interviews import SESSION, Interview
from tests.judged import PACK, SOLUTION, interviewed, judged, written_down
from tests.unit.storage.test_projections import rows

CONFLICT_ID = QuestionId("conflict")
CRITERIA = [criterion.id for criterion in PACK.questions[0].rubric]


def one_peak(_recording: Path) -> tuple[float, ...]:
    return (0.5,)


@pytest.fixture
def desk(storage: Storage) -> SqlDesk:
    return SqlDesk(
        storage.database,
        storage.media,
        DeskTools(rated, one_peak, board, lambda _: Printed.SENT, lambda _: ExportOutcome.DONE, dict),
    )


@pytest.fixture
def interview(storage: Storage) -> Interview:
    """Over, written down and judged."""
    held = Interview(storage.journal, pack=PACK)
    interviewed(held)
    written_down(held)
    held.happen(NewInterviewRequested())
    judged(held, SqlBacklog(storage.database, storage.media).to_assess()[0])
    return held


def rate(by: str, level: int, *criteria: str) -> list[Event]:
    return [CriterionRated(SESSION, by, CONFLICT_ID, one, level, "heard it") for one in criteria]


def conflict(dossier: Dossier) -> QuestionFile:
    return next(question for question in dossier.questions if question.id == CONFLICT_ID)


def test_everything_that_was_given_is_there(interview: Interview, desk: SqlDesk, storage: Storage) -> None:
    dossier = desk.dossier(SESSION, "Sam")
    assert (dossier.closed, dossier.video, dossier.line.id) == ("", "", SESSION)
    said = conflict(dossier).attempts[0]
    assert " ".join(line.text for line in said.lines) == CONFLICT
    assert said.start_s is not None
    assert said.lines[0].start_s == said.start_s
    assert [program.source for program in dossier.questions[2].programs][-1] == SOLUTION
    guide = conflict(dossier).guides[0]
    assert len(guide.anchors) in (0, 5)
    assert guide.title != guide.criterion


def test_others_levels_are_hidden_until_ones_own_are_in(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(*rate("Ann", 3, *CRITERIA))
    first = conflict(desk.dossier(SESSION, "Sam"))
    assert (first.rated, first.hidden_raters) == (False, 1)
    assert all(guide.others == () and guide.own is None for guide in first.guides)
    interview.happen(*rate("Sam", 1, *CRITERIA[:-1]))
    assert conflict(desk.dossier(SESSION, "Sam")).hidden_raters == 1
    interview.happen(*rate("Sam", 1, CRITERIA[-1]))
    then = conflict(desk.dossier(SESSION, "Sam"))
    assert (then.rated, then.hidden_raters) == (True, 0)
    assert [guide.others[0].level for guide in then.guides] == [3] * len(CRITERIA)


def test_ones_own_levels_count_in_place_of_the_rules(interview: Interview, desk: SqlDesk) -> None:
    before = desk.dossier(SESSION, "Sam")
    assert before.own_scores is None
    interview.happen(*rate("Sam", 0, *CRITERIA))
    after = desk.dossier(SESSION, "Sam")
    assert after.scores == before.scores
    assert after.own_scores is not None
    assert after.own_scores != after.scores
    assert desk.dossier(SESSION, "Ann").own_scores is None


def test_a_decision_is_a_persons_and_tells_what_it_overrides(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(*rate("Sam", 0, *CRITERIA))
    interview.happen(SessionDecided(SESSION, "Sam", FinalStatus.FAILED, "not what we need"))
    interview.happen(SessionDecided(SESSION, "Ann", FinalStatus.PASSED, "on second thought"))
    dossier = desk.dossier(SESSION, "Ann")
    assert dossier.line.decision is FinalStatus.PASSED
    first, second = dossier.decisions
    assert (first.decision, first.by, first.reason) == (FinalStatus.FAILED, "Sam", "not what we need")
    assert first.overall == (dossier.scores.overall if dossier.scores else None)
    assert (first.overrides > 0, second.overrides) == (True, 0)


def test_notes_are_their_authors(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(NoteWritten(SESSION, "Sam", "calm"), NoteWritten(SESSION, "Ann", "here", 12.5))
    by_sam, by_ann = desk.dossier(SESSION, "Sam").notes
    assert (by_sam.text, by_sam.at_s, by_ann.at_s) == ("calm", None, 12.5)
    interview.happen(NoteRemoved(SESSION, "Sam", by_ann.seq), NoteRemoved(SESSION, "Sam", by_sam.seq))
    assert desk.dossier(SESSION, "Sam").notes == (by_ann,)


def test_whoever_keeps_it_is_named(interview: Interview, desk: SqlDesk) -> None:
    assert desk.dossier(SESSION, "Sam").kept_by == ""
    interview.happen(RetentionLocked(SESSION, "Ann", "a dispute"))
    assert desk.dossier(SESSION, "Sam").kept_by == "Ann"


def test_every_look_is_kept(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(SessionViewed(SESSION, "Sam", Viewed.SESSION))
    (view,) = desk.dossier(SESSION, "Ann").views
    assert (view.by, view.what) == ("Sam", Viewed.SESSION)


def test_levels_that_there_are_not_count_nothing(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(*rate("Sam", 7, *CRITERIA))
    assert all(guide.own is None for guide in conflict(desk.dossier(SESSION, "Sam")).guides)


def test_reviews_made_again_from_the_journal_equal_the_live_ones(
    interview: Interview, desk: SqlDesk, storage: Storage
) -> None:
    interview.happen(*rate("Sam", 2, *CRITERIA), NoteWritten(SESSION, "Sam", "calm"))
    interview.happen(SessionViewed(SESSION, "Sam", Viewed.SESSION))
    interview.happen(SessionDecided(SESSION, "Sam", FinalStatus.PASSED, "good"))
    live = rows(storage)
    storage.journal.rebuild()
    assert rows(storage) == live
    interview.happen(ErasureOrdered(SESSION, "Sam", ErasureCause.STAFF))
    erased = rows(storage)
    assert [erased[name] for name in ("ratings", "notes", "decisions")] == [[], [], []]
    assert desk.dossier(SESSION, "Sam").closed == "erased"


def test_the_waveform_is_of_a_recording_that_is_there(
    interview: Interview, desk: SqlDesk, storage: Storage
) -> None:
    assert desk.peaks(SESSION) == ()
    file = storage.media.file(SESSION, interview.recording().file)
    storage.media.session_folder(SESSION)
    file.write_bytes(b"film")
    assert desk.peaks(SESSION) == (0.5,)
    assert desk.dossier(SESSION, "Sam").video == str(file)


def test_the_fairness_board_sees_what_was_met_rated_and_decided(interview: Interview, desk: SqlDesk) -> None:
    interview.happen(*rate("Sam", 0, *CRITERIA), SessionDecided(SESSION, "Sam", FinalStatus.PASSED, "good"))
    found = desk.board(None)
    assert (found.interviews, found.passed, sum(found.scores)) == (1, 1, 1)
    conflict_then = found.questions[0]
    assert (conflict_then.question, conflict_then.count) == (CONFLICT_ID, 1)
    assert conflict_then.pairs > 0
    assert conflict_then.drift is not None
    assert conflict_then.drift < 0
    assert desk.board(PackId("another")).interviews == 0
