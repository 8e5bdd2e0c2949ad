"""The schema: as the rows want it on both databases, up and down."""

from collections.abc import Callable

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from server.errors import SetupError
from server.migrations.run import HEAD, configuration, upgrade
from server.tables.all import METADATA


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Give the address of a database without tables."""
    if request.param == "sqlite":
        return "sqlite://"
    url: str = request.getfixturevalue("empty_database")
    return url.replace("postgresql://", "postgresql+psycopg://")


def is_ours(name: str | None, kind: str, _: object) -> bool:
    """The job queue brings tables of its own; the index of words is not made of rows."""
    return not (kind == "table" and str(name).startswith(("procrastinate", "session_words")))


def differences(address: str, change: Callable[..., None]) -> list[object]:
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            upgrade(connection)
            change(connection)
            ours = {"compare_type": False, "include_name": is_ours}
            context = MigrationContext.configure(connection, opts=ours)
            return list(compare_metadata(context, METADATA))
    finally:
        engine.dispose()


def test_the_migrated_schema_is_what_the_rows_say(address: str) -> None:
    assert differences(address, lambda _: None) == []


def test_a_difference_would_be_seen(address: str) -> None:
    assert differences(address, lambda db: db.execute(text("ALTER TABLE stations DROP COLUMN skew_s"))) != []


def test_every_step_can_be_taken_back(address: str) -> None:
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            upgrade(connection)
            command.downgrade(configuration(connection), "base")
            left = [name for name in inspect(connection).get_table_names() if is_ours(name, "table", None)]
            assert left == ["alembic_version"]
            upgrade(connection)
            assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD
    finally:
        engine.dispose()


def test_orders_lose_the_names_that_older_versions_wrote_into_them(address: str) -> None:
    engine = create_engine(address)
    named = """SELECT count(*) FROM orders WHERE CAST(task AS text) LIKE '%"candidate_name": "Candidate One"%'
        OR CAST(task AS text) LIKE '%"candidate_name":"Candidate One"%'"""
    try:
        with engine.begin() as connection:
            upgrade(connection)
            command.downgrade(configuration(connection), "0006")
            for statement in _AN_ORDER_OF_BEFORE:
                connection.execute(text(statement))
            assert connection.scalar(text(named)) == 1
            upgrade(connection)
            assert connection.scalar(text(named)) == 0
            command.downgrade(configuration(connection), "0006")
            assert connection.scalar(text(named)) == 1
    finally:
        engine.dispose()


_AN_ORDER_OF_BEFORE = (
    "INSERT INTO candidates (id, name) VALUES ('c', 'Candidate One')",
    """INSERT INTO stations
        (id, public_key, name, version, protocol, status, enrolled_wall, journal_seq, journal_hash, skew_s)
        VALUES ('s', 'k', 'Booth', '', 1, 'active', '', 0, '', 0)""",
    """INSERT INTO orders (id, number, station_id, created_wall, created_by, detail, task) VALUES
        ('o', 1, 's', '', '', '',
        '{"kind": "invite", "candidate_id": "c", "candidate_name": "Candidate One"}')""",
)


def test_a_newer_schema_is_left_alone(address: str) -> None:
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            upgrade(connection)
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
            with pytest.raises(SetupError):
                upgrade(connection)
    finally:
        engine.dispose()
