"""What people made of an interview, in what leaves the station."""

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.export import Disguise, ExportPart
from kiosk.domain.ids import QuestionId
from kiosk.domain.review import Decision
from kiosk.domain.standing import FinalStatus
from kiosk.flow.reviews import CriterionRated, NoteWritten, SessionDecided
from storage.export.page import export_page
from storage.privacy.access import write_access_copy
from storage.station import Storage, open_station
from tests.exports import judged_interview, laid_out, ordered, placed
from tests.interviews import SESSION, Interview
from tests.judged import PACK

CONFLICT = QuestionId("conflict")
CRITERION = PACK.questions[0].rubric[0]
RATED = CriterionRated(SESSION, "Rater Ruby", CONFLICT, CRITERION.id, 1, "nothing about whose turn it was")
NOTED = NoteWritten(SESSION, "Rater Opal", "laughs with relief here", 12.0)
DECIDED = SessionDecided(SESSION, "Rater Opal", FinalStatus.PASSED, "calm under pressure")
WRITTEN = (RATED.reason, NOTED.text, DECIDED.reason)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = open_station(tmp_path / "data")
    judged_interview(storage)
    yield storage
    storage.close()


@pytest.fixture
def people(storage: Storage) -> Interview:
    """Nobody is in the booth; HR is at the desk."""
    return Interview(storage.journal, SESSION)


def bag_of(storage: Storage, folder: Path, **wanted: object) -> Path:
    return placed(laid_out(storage, ordered(SESSION, **wanted), folder / "made"), folder / "bag")


def everything(root: Path) -> str:
    return "".join(path.read_text("utf-8", errors="ignore") for path in root.rglob("*") if path.is_file())


def table(root: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((root / "data" / f"{name}.csv").read_text("utf-8-sig"))))


def test_ratings_notes_and_decisions_go_along(storage: Storage, people: Interview, tmp_path: Path) -> None:
    people.happen(RATED, NOTED, DECIDED)
    root = bag_of(storage, tmp_path)
    page = (root / "data" / SESSION / "index.html").read_text("utf-8")
    assert all(words in page for words in (*WRITTEN, "Rater Ruby", "Passed", CRITERION.title["en"]))
    assert 'href="recording.mp4#t=12.0"' in page, "a note leads to its instant"
    paper = subprocess.run(
        ["pdftotext", root / "data" / SESSION / "report.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert all(words in " ".join(paper.split()) for words in WRITTEN)
    reviews = json.loads((root / "data" / SESSION / "session.json").read_text("utf-8"))["reviews"]
    assert reviews["ratings"][0]["level"] == 1
    assert table(root, "sessions")[0]["decided_by"] == "Rater Opal"
    assert table(root, "ratings")[0]["reason"] == RATED.reason
    assert table(root, "notes")[0]["at_s"] == "12.0"


def test_nobody_who_is_still_to_rate_reads_others_levels_on_paper(
    storage: Storage, people: Interview, tmp_path: Path
) -> None:
    people.happen(RATED, NOTED)
    root = bag_of(storage, tmp_path)
    assert RATED.reason not in everything(root)
    page = (root / "data" / SESSION / "index.html").read_text("utf-8")
    assert "1 person has rated answers" in page
    assert NOTED.text in page


@pytest.mark.parametrize("disguise", [Disguise.BLURRED, Disguise.VOICE_ONLY])
def test_a_blind_copy_tells_nothing_of_earlier_judges(
    disguise: Disguise, storage: Storage, people: Interview, tmp_path: Path
) -> None:
    people.happen(RATED, NOTED, DECIDED)
    root = bag_of(storage, tmp_path, disguise=disguise)
    told = everything(root)
    assert not [words for words in (*WRITTEN, "Ruby", "Opal") if words in told]
    assert not re.search(r"passed\b", (root / "data/sessions.csv").read_text(), re.IGNORECASE)
    assert "<dt>Decision</dt>" not in (root / "data" / SESSION / "index.html").read_text("utf-8")


def test_without_scores_nothing_that_people_made_of_it_goes_along(
    storage: Storage, people: Interview, tmp_path: Path
) -> None:
    people.happen(RATED, NOTED, DECIDED)
    root = bag_of(storage, tmp_path, parts=frozenset({ExportPart.TRANSCRIPT}))
    assert not [words for words in WRITTEN if words in everything(root)]


def test_candidates_read_what_was_written_about_them_and_not_who_wrote_it(
    storage: Storage, people: Interview, tmp_path: Path
) -> None:
    people.happen(RATED, NOTED, DECIDED)
    page = write_access_copy(storage, SESSION, tmp_path / "copy", "Booth 3")
    told = everything(tmp_path / "copy")
    assert all(words in page.read_text("utf-8") for words in WRITTEN)
    assert "Rater Ruby" not in told


def test_a_later_decision_stands_before_the_one_it_replaces(
    storage: Storage, people: Interview, tmp_path: Path
) -> None:
    people.happen(DECIDED, SessionDecided(SESSION, "Rater Ruby", FinalStatus.FAILED, "on second thoughts"))
    first, last = storage.sessions.session(SESSION).reviews.decisions
    assert isinstance(last, Decision)
    assert (first.decision, last.decision) == (FinalStatus.PASSED, FinalStatus.FAILED)
    page = export_page(storage, SESSION, tmp_path / "page").read_text("utf-8")
    assert page.index("on second thoughts") < page.index(DECIDED.reason)
    assert "replaced by a later decision" in page
