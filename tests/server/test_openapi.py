"""Whatever is sent to any endpoint that the server describes: it answers, and never fails."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
import schemathesis
from fastapi import FastAPI
from httpx2 import Response
from hypothesis import HealthCheck, Phase, given, settings
from starlette.testclient import TestClient

from kiosk.wire.message import PATH
from server.app import ROUTERS, create_app
from server.house import House, build
from server.identity.roles import Role
from tests.server.booth import FakeStation
from tests.server.conftest import SETTINGS, copied, enrolled, token
from tests.trouble.counts import often

pytestmark = [pytest.mark.slow, pytest.mark.timeout(3600)]

EXAMPLES = often(60, usually=3)


def description() -> dict[str, Any]:
    """Give the document that describes all endpoints."""
    app = FastAPI()
    for router in ROUTERS:
        app.include_router(router)
    return app.openapi()


SCHEMA = schemathesis.openapi.from_dict(description())
OPERATIONS: list[Any] = [cast(Any, found).ok() for found in SCHEMA.get_all_operations()]


@dataclass(frozen=True)
class Everybody:
    """Somebody who may do everything, and a station."""

    client: TestClient
    headers: dict[str, str]
    station: FakeStation

    def send(self, case: Any) -> Response:
        """Send a case, signed by the station where stations ask."""
        said = case.as_transport_kwargs(base_url="http://testserver")
        parts = {name: said.get(name) for name in ("method", "url", "params", "json", "content")}
        own = {name: text for name, text in (said["headers"] or {}).items() if name != "Content-Length"}
        request = self.client.build_request(**parts, headers=own | self.headers)
        target = request.url.raw_path.decode()
        if target.startswith(PATH):
            request.headers.update(self.station.headers(request.method, target, request.read()))
        return self.client.send(request)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def everybody(
    request: pytest.FixtureRequest, migrated: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Everybody]:
    """Give a running server on one database, then on the other, somebody who may do everything, a station."""
    data = tmp_path_factory.mktemp("openapi") / "server"
    with ExitStack() as stack:
        if request.param == "sqlite":
            shutil.copytree(migrated, data)
            settings_ = SETTINGS
        else:
            url = stack.enter_context(copied(request.getfixturevalue("postgresql")))
            settings_ = SETTINGS.model_copy(update={"database": url})
        house = build(settings_, data)
        stack.callback(house.close)
        client = TestClient(create_app(house))  # nothing runs beside the requests
        yield Everybody(client, token(house, *Role), enrolled(house, client))


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method.upper()} {one.path}")
def test_no_answer_is_a_failure(operation: Any, everybody: Everybody) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(case=operation.as_strategy())
    def never_fails(case: Any) -> None:
        answer = everybody.send(case)
        assert answer.status_code < 500, answer.text
        if answer.status_code >= 400:
            assert answer.json()["success"] is False
            assert answer.json()["error"]

    never_fails()


def test_every_endpoint_is_described(house: House) -> None:
    document = create_app(house).openapi()
    assert len(OPERATIONS) > 60
    assert set(description()["paths"]) == set(document["paths"])
    for path, methods in document["paths"].items():
        for method, told in methods.items():
            assert told["description"], f"{method} {path}"
