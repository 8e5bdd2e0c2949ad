"""What a technician and a program are told of the sessions on a station."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from commands import look  # noqa: F401 - importing it adds the commands
from commands.app import app
from kiosk.domain.ids import short
from storage.station import open_station
from tests.interviews import SESSION, STORY, Interview


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A station where one whole interview was held."""
    storage = open_station(tmp_path)
    Interview(storage.journal).whole()
    storage.close()
    return tmp_path


def run(*words: str, data: Path) -> Result:
    return CliRunner().invoke(app, [*words, "--data", str(data)], catch_exceptions=False)


def asked(*words: str, data: Path) -> Any:
    return json.loads(run(*words, "--json", data=data).stdout)


def test_sessions_are_listed_for_people_and_for_programs(data: Path) -> None:
    assert short(SESSION) in run("sessions", data=data).stdout
    (found,) = asked("sessions", data=data)
    assert (found["id"], found["status"], found["answered"]) == (SESSION, "completed", 2)


def test_a_session_is_shown_with_its_questions_its_recording_and_its_gaps(data: Path) -> None:
    printed = run("show", short(SESSION), data=data).stdout
    for words in (SESSION, "Tell us about a day", "0:46", "2 gaps"):
        assert words in printed


def test_a_question_is_kept_with_all_that_it_was(data: Path) -> None:
    question = asked("show", SESSION, data=data)["questions"][0]
    assert question["text"] == STORY.text["en"]
    assert (question["kind"], question["difficulty"]) == (STORY.kind, STORY.difficulty)
    assert (question["avatar"], question["keywords"]) == (STORY.avatar, list(STORY.keywords))


def test_the_status_tells_who_is_running_and_how_recordings_went(data: Path) -> None:
    status = asked("status", data=data)
    assert (status["kiosk"], status["recorder"], status["screen"]) == ("not running", None, "Welcome")
    assert (status["sessions"], status["recordings_completed"], status["success_rate"]) == (1, 1, 1.0)
    assert "not running" in run("status", data=data).stdout
