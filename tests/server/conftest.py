"""Servers for tests: on SQLite, and on a real PostgreSQL where it matters."""

import itertools
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from starlette.testclient import TestClient

from server.app import create_app
from server.house import House, build
from server.identity.roles import Role
from server.settings import ServerSettings
from tests.postgresql import running_postgresql
from tests.server.booth import FakeStation

SETTINGS = ServerSettings(requests_per_minute=100_000, logins_per_minute=10_000)
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data folder whose database is up to date, to copy."""
    folder = tmp_path_factory.mktemp("migrated")
    build(SETTINGS, folder).close()
    return folder


@pytest.fixture
def house(migrated: Path, tmp_path: Path) -> Iterator[House]:
    """Give a server's services on SQLite and a folder."""
    data = tmp_path / "server"
    shutil.copytree(migrated, data)
    built = build(SETTINGS, data)
    yield built
    built.close()


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a PostgreSQL; the database of its address is up to date, to copy."""
    with running_postgresql() as url:
        build(SETTINGS.model_copy(update={"database": url}), tmp_path_factory.mktemp("data")).close()
        yield url


@contextmanager
def copied(postgresql: str, template: str = "postgres") -> Iterator[str]:
    """The address of another database like the template, until the block is left."""
    name = f"test{next(_numbers)}"
    admin = create_engine(
        postgresql.replace("postgresql://", "postgresql+psycopg://").replace("/postgres?", "/template1?"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    yield postgresql.replace("/postgres?", f"/{name}?")
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def database(postgresql: str) -> Iterator[str]:
    """Give the address of a PostgreSQL database of this test's own, up to date."""
    with copied(postgresql) as address:
        yield address


@pytest.fixture
def empty_database(postgresql: str) -> Iterator[str]:
    """Give the address of a PostgreSQL database without tables."""
    with copied(postgresql, "template0") as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def either_house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """Give a server's services on one database, then on the other."""
    if request.param == "sqlite":
        yield request.getfixturevalue("house")
        return
    url = request.getfixturevalue("database")
    built = build(SETTINGS.model_copy(update={"database": url}), tmp_path / "server")
    yield built
    built.close()


@pytest.fixture
def client(house: House) -> Iterator[TestClient]:
    """Give a client of a running server on SQLite."""
    with TestClient(create_app(house)) as running:
        yield running


@pytest.fixture
def either_client(either_house: House) -> Iterator[TestClient]:
    """Give a client of a running server on one database, then on the other."""
    with TestClient(create_app(either_house)) as running:
        yield running


def enrolled(house: House, client: TestClient, name: str = "Booth 1") -> FakeStation:
    """Give a station that the server knows."""
    station = FakeStation(client)
    assert station.enrol(house.stations.new_code("test"), name).status_code == 200
    return station


@pytest.fixture
def station(house: House, client: TestClient) -> FakeStation:
    """Give a station that the server on SQLite knows."""
    return enrolled(house, client)


@pytest.fixture
def either_station(either_house: House, either_client: TestClient) -> FakeStation:
    """Give a station that the server knows, on one database, then on the other."""
    return enrolled(either_house, either_client)


def token(house: House, *roles: Role) -> dict[str, str]:
    """Give the headers of a program that acts with these roles."""
    user_id = house.access.add_user("test", f"user{next(_numbers)}", "Somebody", frozenset(roles), None)
    person = house.access.user(user_id)
    from server.identity.roles import Person

    acting = Person(person.id, person.name, frozenset(roles), login="a browser")
    return {"Authorization": f"Bearer {house.access.new_token(acting, 'test', frozenset(roles), 1)[1]}"}
