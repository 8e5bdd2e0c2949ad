"""The pages as a browser asks for them: who gets in, what is hidden, what is kept."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from commands.demo_server import _document, fill
from kiosk.wire.signing import receipt_bytes
from server.app import create_app
from server.house import House, build
from server.identity.roles import Person, Role
from server.invitations.service import Candidate
from server.keeping.service import Proof
from server.sessions.views import SessionFilter
from server.signing import is_signed_by
from server.times import later
from tests.server.booth import whole_document
from tests.server.conftest import SETTINGS, enrolled

FIRST = _document(1).session_id
HTML = {"Accept": "text/html"}
PASSWORD = "correct horse"


@pytest.fixture(scope="module")
def made(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder with made-up sessions, to copy."""
    data = Path(shutil.copytree(migrated, tmp_path_factory.mktemp("made") / "server"))
    house = build(SETTINGS, data)
    fill(house, sessions=5, film=False)
    house.close()
    return data


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Iterator[House]:
    """Give a server with made-up sessions, without films."""
    house = build(SETTINGS, Path(shutil.copytree(made, tmp_path / "server")))
    yield house
    house.close()


@pytest.fixture
def browser(filled: House) -> Iterator[TestClient]:
    """Give what HR's browser is to the server, signed in."""
    with TestClient(create_app(filled), headers=HTML) as found:
        sign_in(filled, found, "hr2", Role.HR, Role.ADMINISTRATOR)
        yield found


def sign_in(house: House, client: TestClient, login: str, *roles: Role) -> Person:
    user_id = house.access.add_user("test", login, login.upper(), frozenset(roles), PASSWORD)
    client.cookies.clear()
    client.post("/sign-in", data={"login": login, "password": PASSWORD})
    return Person(user_id, login.upper(), frozenset(roles))


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/account").text)
    assert found is not None
    return found[1]


def send(client: TestClient, path: str, **fields: str) -> str:
    answer = client.post(path, data={"csrf": csrf(client), **fields})
    assert answer.status_code == 200, answer.text
    return answer.text


# --- coming in -----------------------------------------------------------------------------
def test_whoever_is_not_signed_in_comes_back_to_where_they_wanted(filled: House) -> None:
    with TestClient(create_app(filled), headers=HTML) as client:
        asked = client.get("/audit")
        assert asked.url.path == "/sign-in"
        assert 'name="next" value="/audit"' in asked.text
        filled.access.add_user("test", "boss", "Boss", frozenset({Role.ADMINISTRATOR}), PASSWORD)
        come = client.post("/sign-in", data={"login": "boss", "password": PASSWORD, "next": "/audit"})
        assert come.url.path == "/audit"


@pytest.mark.parametrize(
    "next_", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"]
)
def test_nobody_is_sent_elsewhere_after_signing_in(filled: House, next_: str) -> None:
    filled.access.add_user("test", "boss", "Boss", frozenset({Role.ADMINISTRATOR}), PASSWORD)
    with TestClient(create_app(filled), headers=HTML) as client:
        come = client.post("/sign-in", data={"login": "boss", "password": PASSWORD, "next": next_})
        assert come.url.host == "testserver"


def test_a_wrong_password_says_no_more_than_that(filled: House) -> None:
    with TestClient(create_app(filled), headers=HTML) as client:
        answer = client.post("/sign-in", data={"login": "nobody", "password": "x"})
        assert answer.status_code == 401
        assert "The name or the password is wrong" in answer.text


def test_a_form_from_elsewhere_changes_nothing(filled: House, browser: TestClient) -> None:
    answer = browser.post(f"/sessions/{FIRST}/decision", data={"final_status": "passed", "reason": "x"})
    assert answer.status_code == 403
    assert filled.sessions.view(_hr(), FIRST).decisions == []


def test_every_page_loads_nothing_from_elsewhere_and_stays_in_no_cache(browser: TestClient) -> None:
    for path in ("/booths", "/sessions", f"/sessions/{FIRST}", "/nothing"):
        answer = browser.get(path)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "no-store" in answer.headers["Cache-Control"]
        assert " style=" not in answer.text
        assert "<script>" not in answer.text


# --- finding -------------------------------------------------------------------------------
FOUND = {
    "because": 1,
    "BECA": 1,
    "candidate one": 1,
    "because candi": 1,
    "becau candidate": 0,
    "ecause": 0,
    "because nobody": 0,
    "aaaaaaaa": 1,
    "'; DROP TABLE sessions; --": 0,
    '"': 0,
    "& | ! :* <->": 0,
}


def test_sessions_are_found_by_what_was_said(either_house: House, either_client: TestClient) -> None:
    station = enrolled(either_house, either_client)
    station.ask("PUT", f"/sessions/{'a' * 32}", whole_document("a" * 32))
    found = {text: len(either_house.sessions.page(_hr(), SessionFilter(text=text)).lines) for text in FOUND}
    assert found == FOUND


def test_what_was_erased_is_not_found_any_more(either_house: House, either_client: TestClient) -> None:
    station = enrolled(either_house, either_client)
    station.ask("PUT", f"/sessions/{'a' * 32}", whole_document("a" * 32))
    either_house.sessions.erase(_hr(), "c" * 32)
    assert either_house.sessions.page(_hr(), SessionFilter(text="because")).lines == []
    if either_house.database.embedded:
        with either_house.database.read() as db:
            pages = db.connection().exec_driver_sql("SELECT block FROM session_words_data").scalars()
            assert not any(b"because" in bytes(page) for page in pages)


def test_pages_of_found_sessions_follow_each_other(filled: House) -> None:
    seen, after = [], ""
    while True:
        page = filled.sessions.page(_hr(), SessionFilter(text="booking"), after, 2)
        seen += [line.row.session_id for line in page.lines]
        after = page.after
        if not after:
            break
    assert seen == [_document(number).session_id for number in (1, 2, 4, 5)]


# --- what people add -----------------------------------------------------------------------
def test_others_ratings_are_hidden_until_one_has_rated(filled: House, browser: TestClient) -> None:
    page = browser.get(f"/sessions/{FIRST}").text
    assert "1 rated already" in page
    assert "Says what was at stake." not in page
    rated = send(
        browser, f"/sessions/{FIRST}/ratings", question_id="q1", **{"level:content": "2"}, note="Thin."
    )
    assert "Says what was at stake." in rated
    assert "1 rated already" not in rated


def test_a_level_that_differs_from_the_rules_is_logged(filled: House, browser: TestClient) -> None:
    analysis = filled.sessions.view(_hr(), FIRST).assessment
    assert analysis is not None
    criteria = next(one for one in analysis.question_analysis if one["question"] == "q1")["criteria"]
    level = next(one["level"] for one in criteria if one["criterion"] == "content")
    for given, overrides in ((level, []), (4 - level if level != 2 else 0, ["content"])):
        send(browser, f"/sessions/{FIRST}/ratings", question_id="q1", **{"level:content": str(given)})
        newest = next(row for row in filled.audit.entries(subject=FIRST) if row.action == "rated")
        assert newest.detail["overrides"] == overrides


@pytest.mark.parametrize("level", ["5", "-1", "x", "11"])
def test_there_are_no_other_levels(filled: House, browser: TestClient, level: str) -> None:
    fields = {"csrf": csrf(browser), "question_id": "q1", "level:content": level}
    assert browser.post(f"/sessions/{FIRST}/ratings", data=fields).status_code == 422


def test_a_decision_needs_a_reason(filled: House, browser: TestClient) -> None:
    fields = {"csrf": csrf(browser), "final_status": "passed", "reason": " "}
    assert browser.post(f"/sessions/{FIRST}/decision", data=fields).status_code == 422
    page = send(browser, f"/sessions/{FIRST}/decision", final_status="passed", reason="Clear and exact.")
    assert "Clear and exact." in page


def test_a_note_stands_at_its_moment_and_only_its_writer_removes_it(
    filled: House, browser: TestClient
) -> None:
    assert "1:02" in send(browser, f"/sessions/{FIRST}/notes", text="Good point", at="1:02")
    notes = filled.reviews.of_session(_hr(), FIRST).annotations
    own, other = (next(one for one in notes if (one.text == "Good point") is mine) for mine in (True, False))
    assert own.at_s == 62
    remove = {"csrf": csrf(browser)}
    assert browser.post(f"/sessions/{FIRST}/notes/{other.id}/remove", data=remove).status_code == 404
    assert "Good point" not in send(browser, f"/sessions/{FIRST}/notes/{own.id}/remove")


def test_a_link_shows_the_session_without_scores_until_it_ends(filled: House, browser: TestClient) -> None:
    page = send(browser, f"/sessions/{FIRST}/links", days="1")
    link = re.search(r"/shared/([\w-]{43})", page)
    assert link is not None
    stranger = TestClient(create_app(filled), headers=HTML)
    shown = stranger.get(link[0]).text
    assert "booking system" in shown
    for hidden in ("Rate this answer", "What the rules found", "Decide", "Says what was at stake"):
        assert hidden not in shown
    share = filled.reviews.of_session(_hr(), FIRST).shares[0]
    assert any(row.action == "link_opened" for row in filled.audit.entries(subject=FIRST))
    send(browser, f"/sessions/{FIRST}/links/{share.id}/remove")
    assert stranger.get(link[0]).status_code == 404


def test_a_link_that_is_over_opens_nothing(filled: House) -> None:
    secret = filled.reviews.share(_hr(), FIRST, -1)
    with TestClient(create_app(filled), headers=HTML) as stranger:
        assert stranger.get(f"/shared/{secret}").status_code == 404


def test_a_reviewer_sees_neither_who_looked_nor_how_to_decide(filled: House) -> None:
    with TestClient(create_app(filled), headers=HTML) as client:
        reviewer = sign_in(filled, client, "guest", Role.REVIEWER)
        assert client.get(f"/sessions/{FIRST}").status_code == 404
        filled.sessions.assign(_hr(), FIRST, reviewer.id, later(days=1))
        page = client.get(f"/sessions/{FIRST}").text
        assert "Rate this answer" in page
        for hidden in ("Who looked", "Keep the decision", "Erase this person", "Make a link"):
            assert hidden not in page


def test_the_report_is_a_pdf_with_everything_in_it(browser: TestClient) -> None:
    report = browser.get(f"/sessions/{FIRST}/report.pdf")
    assert report.headers["content-type"] == "application/pdf"
    assert report.content.startswith(b"%PDF-")
    assert len(report.content) > 10_000


def test_captions_and_transcript_say_what_was_said(browser: TestClient) -> None:
    captions = browser.get(f"/sessions/{FIRST}/captions.vtt").text
    assert captions.startswith("WEBVTT\n")
    assert "00:00:04.000 --> 00:00:07.000\nTell us about a project" in captions
    assert "lost orders went from twelve" in browser.get(f"/sessions/{FIRST}/transcript.txt").text


# --- keeping -------------------------------------------------------------------------------
def test_what_is_held_is_not_erased(filled: House, browser: TestClient) -> None:
    candidate = _document(1).candidate_id
    send(browser, f"/sessions/{FIRST}/hold", reason="a question is open")
    fields = {"csrf": csrf(browser), "confirm": "erase"}
    assert browser.post(f"/candidates/{candidate}/erase", data=fields).status_code == 409
    send(browser, f"/sessions/{FIRST}/release")
    assert "Not everything is gone yet" in send(browser, f"/candidates/{candidate}/erase", confirm="erase")


def test_nobody_is_erased_by_a_slip(filled: House, browser: TestClient) -> None:
    fields = {"csrf": csrf(browser), "confirm": "yes"}
    assert browser.post(f"/candidates/{_document(1).candidate_id}/erase", data=fields).status_code == 422
    assert filled.sessions.view(_hr(), FIRST).candidate_name == "Candidate 1"


def test_the_proof_of_erasure_is_complete_when_every_station_has_reported(
    either_house: House, either_client: TestClient
) -> None:
    station = enrolled(either_house, either_client)
    station.tell("a" * 32)
    either_house.sessions.erase(_hr(), "c" * 32)
    assert not either_house.keeping.proof("c" * 32).complete
    (order,) = station.ask("GET", "/orders").json()["orders"]
    station.ask("POST", f"/orders/{order['id']}", {"outcome": "done"})
    proof = either_house.keeping.proof("c" * 32)
    assert proof.complete
    assert is_signed_by(either_house.keeping.server_key, proof.signature, receipt_bytes(_told(proof)))


def _told(proof: Proof) -> dict[str, object]:
    """What the signature is over, as the page shows it."""
    told = {name: getattr(proof, name) for name in ("candidate_id", "wall", "by", "left", "made_wall")}
    return told | {"stations": [[one.station, one.outcome, one.reported_wall] for one in proof.stations]}


def test_sessions_go_when_their_time_is_over_and_held_ones_stay(
    either_house: House, either_client: TestClient
) -> None:
    station = enrolled(either_house, either_client)
    for letter, created in (
        ("a", "2020-01-01T00:00:00.000Z"),
        ("b", later()),
        ("d", "2020-01-02T00:00:00.000Z"),
    ):
        station.tell(letter * 32, candidate_id=letter * 32, created_wall=created)
    either_house.keeping.keep_days = 30
    either_house.keeping.hold(_hr(), "d" * 32, "a complaint")
    assert [one.candidate_id for one in either_house.keeping.due()] == ["a" * 32]
    assert either_house.keeping.erase_due() == 1
    left = [line.row.session_id for line in either_house.sessions.page(_hr(), SessionFilter()).lines]
    assert left == ["b" * 32, "d" * 32]


def test_who_was_invited_and_never_came_goes_and_who_may_still_come_stays(either_house: House) -> None:
    long_ago = ("2020-01-01T00:00:00.000Z", "2020-01-02T00:00:00.000Z")
    open_ = (long_ago[0], later(days=7))
    either_house.keeping.keep_days = 30
    gone = either_house.invitations.invite(_hr(), Candidate("Candidate 1"), "general", long_ago)
    withdrawn = either_house.invitations.invite(_hr(), Candidate("Candidate 2"), "general", open_)
    either_house.invitations.withdraw(_hr(), withdrawn.invitation_id)
    invited = either_house.invitations.invite(_hr(), Candidate("Candidate 3"), "general", long_ago)
    either_house.invitations.invite(_hr(), Candidate(id=invited.candidate_id), "general", open_)
    assert [(one.name, one.sessions) for one in either_house.keeping.due()] == [("Candidate 1", 0)]
    assert either_house.keeping.erase_due() == 1
    assert either_house.keeping.proof(gone.candidate_id).left == 0
    left = {line.candidate_name for line in either_house.invitations.invitations()}
    assert left == {"Candidate 2", "Candidate 3"}


def test_an_invitation_that_was_used_keeps_nobody_longer(
    either_house: House, either_client: TestClient
) -> None:
    station = enrolled(either_house, either_client)
    lasting = ("2020-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z")
    either_house.keeping.keep_days = 30
    invited = either_house.invitations.invite(_hr(), Candidate("Candidate 1"), "general", lasting)
    assert either_house.keeping.due() == []
    station.tell(
        "a" * 32,
        candidate_id=invited.candidate_id,
        invitation_id=invited.invitation_id,
        created_wall="2020-01-01T00:00:00.000Z",
    )
    assert [one.sessions for one in either_house.keeping.due()] == [1]


def test_without_a_rule_nothing_goes_by_itself(filled: House) -> None:
    assert filled.keeping.due(100_000) == []


# --- figures -------------------------------------------------------------------------------
def test_words_of_a_model_are_marked(either_house: House, either_client: TestClient) -> None:
    station, session = enrolled(either_house, either_client), "8" * 32
    told = whole_document(session)
    follow_up = {"number": 2, "question_id": "q1.worded", "kind": "general", "text": "Which one?"}
    told["questions"].append(follow_up | {"follow_up_to": 1, "worded_by": "model-7b"})
    del told["session_id"], told["revision"]
    assert station.tell(session, **told).status_code == 200
    sign_in(either_house, either_client, "hr9", Role.HR)
    text = either_client.get(f"/sessions/{session}", headers=HTML).text
    assert "Follow-up to question 1, worded by a model (model-7b)" in text
    assert "Question 1 of" in text


def test_figures_count_what_failed(either_house: House, either_client: TestClient) -> None:
    station = enrolled(either_house, either_client)
    for number in range(4):
        told = whole_document(f"{number:032x}") | {"created_wall": later(hours=-1)}
        told["recording_status"] = "failed" if number == 0 else "completed"
        station.ask("PUT", f"/sessions/{number:032x}", told)
    found = either_house.statistics.lately(30)
    assert found.rate == 0.75
    assert [(one.code, one.times) for one in found.failures] == [("camera_lost", 4)]
    assert found.booths[0].rate == 0.75
    assert either_house.statistics.storage().pieces == 0


def _hr() -> Person:
    return Person("f" * 32, "HR", frozenset({Role.HR}))
