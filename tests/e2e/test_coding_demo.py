"""A whole interview with a program in it: written, run, submitted, and on the results page."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.demos import Demo, run_demo
from tests.station import SIMULATED, Station

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

ENGINEER = Path(__file__).parents[2] / "assets" / "packs" / "engineer"
PLAN = """
id = "counter"
version = "1"
languages = ["en"]
about_minutes = 5
retention_days = 1

[title]
en = "One program"

[[questions]]
id = "open-counter"
kind = "coding"
avatar = "jonas"
answer_limit_s = 600
coding = "open-counter"
text.en = "Please write a small program."
"""


@pytest.fixture(scope="module")
def programmed(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The engineers' first coding question, by itself."""
    packs = tmp_path_factory.mktemp("packs")
    shutil.copytree(ENGINEER / "problems" / "open-counter", packs / "counter/problems/open-counter")
    (packs / "counter" / "pack.toml").write_text(PLAN)
    station = Station(
        tmp_path_factory.mktemp("programmed") / "data",
        environment={**SIMULATED, "KIOSK_PACKS": f'["{packs}"]'},
    )
    return run_demo(station, "--pack", "counter")


def test_every_attempt_is_kept_with_what_it_came_to(programmed: Demo) -> None:
    [question] = programmed.session["questions"]
    solution = ENGINEER / "problems/open-counter/submissions/accepted/solution.py"
    assert [attempt["purpose"] for attempt in question["code"]] in (["run", "submit"], ["submit"])
    assert question["code"][-1]["source"] == solution.read_text()
    verdicts = {attempt["result"]["verdict"] for attempt in question["code"]}
    assert verdicts in ({"accepted"}, {"judge_error"}), "judge_error where nothing can be run"


def test_the_page_shows_the_program_and_its_task(programmed: Demo) -> None:
    page = Path(programmed.printed["page"]).read_text("utf-8")
    assert 'data-copy="program-1-' in page
    assert "The task" in page
    assert "Submission" in page
