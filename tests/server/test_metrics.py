"""What a monitoring system reads, and how a request is found again in the log."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from kiosk.wire.signing import NONCE
from server.house import House
from server.identity.roles import Role
from server.jobs.queue import Job, JobKind
from server.requests import REQUEST_ID
from tests.logs import lines_of, log_in
from tests.server.booth import FakeStation
from tests.server.conftest import token

E = "e" * 32


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    with log_in(tmp_path / "server.log", "server") as file:
        yield file


def figures(house: House, client: TestClient) -> dict[tuple[str, str], float]:
    """Every figure by its name and its labels' values."""
    answer = client.get("/metrics", headers=token(house, Role.MONITOR))
    assert answer.status_code == 200, answer.text
    return {
        (sample.name, " ".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def test_figures_count_what_happened_by_route_and_not_by_id(
    house: House, client: TestClient, station: FakeStation
) -> None:
    station.tell(E)
    station.tell("f" * 32)
    found = figures(house, client)
    count = "kiosk_http_request_seconds_count"
    assert found[count, "PUT /api/station/v1/sessions/{session_id} 200"] == 2
    assert found["kiosk_stations", "active"] == 1
    assert found["kiosk_stations", "connected"] == 0
    assert found["kiosk_up", ""] == 1
    assert found["kiosk_http_received_bytes_total", ""] > 100
    assert not any(E in labels for _, labels in found)


def test_jobs_are_counted_by_how_they_end(house: House, client: TestClient) -> None:
    work = house.work()
    work[JobKind.TELL](Job(JobKind.TELL, E))
    with pytest.raises(AttributeError):
        work[JobKind.TELL](None)  # type: ignore[arg-type]
    text = house.metrics.exposition().decode()
    assert 'kiosk_jobs_total{kind="tell",outcome="done"} 1.0' in text
    assert 'kiosk_jobs_total{kind="tell",outcome="failed"} 1.0' in text


def test_figures_are_for_those_who_may_see_them_and_for_nothing_else(
    house: House, client: TestClient
) -> None:
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers=token(house, Role.REVIEWER)).status_code == 403
    assert client.get("/api/v1/stations", headers=token(house, Role.MONITOR)).status_code == 403


def test_a_stations_request_is_found_in_the_log_by_its_nonce(
    client: TestClient, station: FakeStation, log: Path
) -> None:
    target = f"/api/station/v1/sessions/{E}/receipt"
    headers = station.headers("GET", target)
    answer = client.get(target, headers=headers)
    assert answer.status_code == 404
    assert answer.headers[REQUEST_ID] == headers[NONCE]
    [line] = lines_of(log, "request")
    assert (line["request"], line["status"], line["method"]) == (headers[NONCE], 404, "GET")
    assert line["route"] == "/api/station/v1/sessions/{session_id}/receipt"
    assert station.tell(E).status_code == 200
    assert len(lines_of(log, "request")) == 1, "what went well is counted only"


def test_a_bug_is_told_by_its_number_and_found_by_it(house: House, client: TestClient, log: Path) -> None:
    def broken(name: str) -> None:
        raise RuntimeError("Anna")

    client.app.add_api_route("/broken/{name}", broken)  # type: ignore[attr-defined]
    client = TestClient(client.app, raise_server_exceptions=False)
    answer = client.get("/broken/Anna")
    [line] = lines_of(log, "a request failed")
    assert line["request"] in answer.json()["detail"]
    assert line["route"] == "/broken/{name}"
    assert "RuntimeError" in line["exception"]
    assert "Anna" not in log.read_text("utf-8")


def test_words_that_somebody_makes_up_are_not_counted_each(house: House, client: TestClient) -> None:
    for number in range(50):
        client.request(f"MADEUP{number}", "/healthz")
    made_up = {labels for _, labels in figures(house, client) if "MADEUP" in labels or "other" in labels}
    assert made_up, "they are counted"
    assert not any("MADEUP" in labels for labels in made_up)
