"""The server's fairness board: the kiosk's arithmetic over every booth's interviews."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from commands.board import counter_of
from commands.demo_server import fill
from server.app import create_app
from server.fairness.service import Fairness
from server.house import House, build
from server.identity.roles import Person, Role
from server.sessions.views import SessionFilter
from tests.server.conftest import SETTINGS, token

HR = Person("1" * 32, "HR 1", frozenset({Role.HR}))


@pytest.fixture
def filled(either_house: House) -> House:
    fill(either_house, sessions=5, film=False)
    return either_house


def test_the_board_counts_what_was_decided_and_met(filled: House, tmp_path: Path) -> None:
    sessions = filled.sessions.page(HR, SessionFilter(), "", 100).lines
    over = [line.row for line in sessions if line.row.status == "completed"]
    board = Fairness(filled.database, counter_of(tmp_path)).board(HR, None)
    assert board["interviews"] == len(over) > 0
    assert board["passed"] == sum(row.final_status == "passed" for row in over)
    scored = [line for line in sessions if line.assessment and line.assessment.overall_score is not None]
    assert sum(board["scores"]) == len(scored) > 0
    asked = {question["text"]: question["count"] for question in board["questions"]}
    assert set(asked.values()) == {len(over)}
    assert [question["pairs"] for question in board["questions"] if question["pairs"]] == [3]
    assert board["groups"] == []
    assert [one.action for one in filled.audit.entries() if one.action == "fairness_seen"]


def test_groups_are_those_that_people_chose_to_name(filled: House, tmp_path: Path) -> None:
    sessions = filled.sessions.page(HR, SessionFilter(), "", 100).lines
    over = [line.row.session_id for line in sessions if line.row.status == "completed"]
    lines = [f"{session},{'a' if number % 2 else 'b'}" for number, session in enumerate(over)]
    (tmp_path / "groups.csv").write_text("\n".join(["session,hand", *lines]))
    (group,) = Fairness(filled.database, counter_of(tmp_path)).board(HR, None)["groups"]
    assert {one["category"]: one["count"] for one in group["categories"]} == {
        "a": len(over) // 2,
        "b": len(over) - len(over) // 2,
    }


def test_a_pack_has_a_board_of_its_own(filled: House, tmp_path: Path) -> None:
    fairness = Fairness(filled.database, counter_of(tmp_path))
    counts = [fairness.board(HR, pack)["interviews"] for pack, _ in fairness.packs()]
    assert sum(counts) == fairness.board(HR, None)["interviews"]
    assert fairness.board(HR, "no-such-pack")["interviews"] == 0


def test_the_page_says_it_in_words_and_only_to_those_who_see_all_sessions(tmp_path: Path) -> None:
    house = build(SETTINGS, tmp_path, counter=counter_of(tmp_path))
    with TestClient(create_app(house), headers={"Accept": "text/html"}) as client:
        assert "Nothing to describe yet" in client.get("/fairness", headers=token(house, Role.HR)).text
        fill(house, sessions=5, film=False)
        text = client.get("/fairness", headers=token(house, Role.HR)).text
        assert "Is every question understood?" in text
        assert "none is guessed" in text
        for role in (Role.ADMINISTRATOR, Role.REVIEWER, Role.PROCTOR):
            assert client.get("/fairness", headers=token(house, role)).status_code == 403
    house.close()
