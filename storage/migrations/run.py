"""Bringing a database's schema to where this version of the program wants it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.errors import NewerError

_FOLDER = Path(__file__).parent


def upgrade(connection: Connection) -> None:
    """Apply what is missing, in the connection's transaction. Raises ``NewerError``."""
    config = configuration(connection)
    script = ScriptDirectory.from_config(config)
    present = MigrationContext.configure(connection).get_current_revision()
    if present == script.get_current_head():
        return
    if present is not None and present not in {step.revision for step in script.walk_revisions()}:
        raise NewerError(f"the station's data was written by a newer version (schema {present})")
    command.upgrade(config, "head")


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for a connection that is open."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config
