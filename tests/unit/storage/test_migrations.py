from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

import storage.tables  # noqa: F401 - declares them all
from storage import search
from storage.migrations.run import HEAD, configuration, upgrade
from storage.schema import Tables


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """The search index has tables of its own making."""
    return kind != "table" or not (name or "").startswith(search.TABLE)


def test_the_migrations_lead_to_the_tables_the_program_uses() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": ours})
        assert compare_metadata(context, Tables.metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_is_named() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        assert ScriptDirectory.from_config(configuration(connection)).get_heads() == [HEAD]
    engine.dispose()


def test_every_migration_can_be_undone_and_made_again() -> None:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        upgrade(connection)
        command.downgrade(configuration(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        inspect(connection).clear_cache()
        upgrade(connection)
        assert set(Tables.metadata.tables) < set(inspect(connection).get_table_names())
    engine.dispose()
