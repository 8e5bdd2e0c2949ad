"""The results page of a session that was written down and judged."""

import re
from pathlib import Path

import pytest

from kiosk.domain.assessment import Withheld
from kiosk.domain.code import LANGUAGE_NAMES, CodePurpose, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.rubric import Dimension
from kiosk.domain.transcript import Origin
from storage.backlog import SqlBacklog
from storage.console import scores_line
from storage.export import words
from storage.export.captions import captions
from storage.export.page import export_page
from storage.station import Storage
from tests.interviews import SESSION, Interview
from tests.judged import PACK, interviewed, judged, written_down


@pytest.fixture
def interview(storage: Storage) -> Interview:
    return Interview(storage.journal, pack=PACK)


def page(storage: Storage, interview: Interview, tmp_path: Path) -> str:
    """Judged by whatever has been written down until now."""
    judged(interview, SqlBacklog(storage.database, storage.media).to_assess()[0])
    recording = interview.recording()
    (storage.media.session_folder(SESSION) / recording.file).write_bytes(b"film")
    return export_page(storage, SESSION, tmp_path / "page").read_text("utf-8")


def test_every_line_and_every_quote_leads_to_its_second(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interviewed(interview)
    written_down(interview)
    text = page(storage, interview, tmp_path)
    line = re.search(r'data-at="([\d.]+)" data-from[^>]+>Last year a colleague', text)
    quote = re.search(r'<q [^>]*><a [^>]*data-at="([\d.]+)">and she had a point', text)
    assert line is not None
    assert quote is not None
    assert float(line[1]) == 5.2
    assert float(quote[1]) > 5.2


def test_scores_stand_beside_reasons_and_advice_is_called_advice(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interviewed(interview)
    written_down(interview)
    text = page(storage, interview, tmp_path)
    for part in (
        "software may read the answers",
        "Resolving a disagreement",
        "Problem solving, level 4 of 4",
        "Not heard: the reasons",
        "Advice by a model",
        "It counts nothing",
        "Waiting for a person",
        "Time per question",
    ):
        assert part in text, part


def test_a_program_is_shown_as_it_was_written_with_what_it_came_to(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interviewed(interview)
    text = page(storage, interview, tmp_path)
    assert "Run 1 · Wrong answer" in text
    assert "2 of 3 tests passed, 0.03 s, 9.0 MB" in text
    assert "&lt;b&gt;&#34;sum&#34;&lt;/b&gt;" in text
    assert 'data-copy="program-3-2"' in text
    assert 'id="program-3-2"' in text


def test_what_is_withheld_says_why(storage: Storage, interview: Interview, tmp_path: Path) -> None:
    interviewed(interview)
    text = page(storage, interview, tmp_path)
    assert "There is no transcript of the answer" in text
    assert "No overall score." in text
    assert scores_line(storage.sessions.session(SESSION).assessment) == "withheld (too little)"


def test_a_candidate_who_chose_people_is_judged_by_people(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interviewed(interview, Scoring.HUMAN_ONLY)
    text = page(storage, interview, tmp_path)
    assert "so no software has" in text
    assert "The candidate chose people only" in text
    assert scores_line(storage.sessions.session(SESSION).assessment) == "withheld (human only)"


def test_scores_in_one_line(storage: Storage, interview: Interview, tmp_path: Path) -> None:
    assert scores_line(None) == "not judged yet"
    interviewed(interview)
    written_down(interview)
    page(storage, interview, tmp_path)
    line = scores_line(storage.sessions.session(SESSION).assessment)
    assert line.startswith("82.5 of 100 (technical 50, communication 62.5, ")


def test_answers_join_the_captions_at_their_time(storage: Storage, interview: Interview) -> None:
    interviewed(interview)
    written_down(interview, conflict="Yes. That was late.")
    track = captions(storage.sessions.session(SESSION))
    assert "00:00:05.200 --> 00:00:05.450\nYes.\n" in track
    assert "00:00:05.450 --> 00:00:06.200\nThat was late.\n" in track


def test_every_word_of_the_closed_lists_is_said() -> None:
    assert set(words.WITHHELD) == set(Withheld)
    assert set(words.DIMENSIONS) == set(Dimension)
    assert set(words.ORIGINS) == set(Origin)
    assert set(words.VERDICTS) == set(CodeVerdict)
    assert set(words.PURPOSES) == set(CodePurpose)
    assert set(words.ASSESSED) == set(Scoring)
    assert words.LANGUAGES is LANGUAGE_NAMES
