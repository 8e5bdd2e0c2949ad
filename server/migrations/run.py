"""Bringing a database's schema to where this version of the server wants it."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from server.errors import SetupError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0010"
"""The newest step in ``versions``."""
_FOLDER = Path(__file__).parent
_LOCK = 0x6B696F736B
"""Copies of the server that start together migrate one after the other."""


def upgrade(connection: Connection) -> None:
    """Apply what is missing, in the connection's transaction. Raises ``SetupError``."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    present = _present(connection)
    if present == HEAD:
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration(connection)
    steps = ScriptDirectory.from_config(config).walk_revisions()
    if present is not None and present not in {step.revision for step in steps}:
        raise SetupError(
            f"the database was written by a newer version of the server (schema {present}); "
            "install that version again, nothing was changed"
        )
    command.upgrade(config, HEAD)


def configuration(connection: Connection) -> "Config":
    """Alembic's configuration for a connection that is open."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _present(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    present: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return present
