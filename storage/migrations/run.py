"""Bringing a database's schema to where this version of the program wants it.

Alembic is loaded only when there is something to do: loading it takes longer than opening the database.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.errors import NewerError, OlderError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0017"
"""The newest step in ``versions``."""
_FOLDER = Path(__file__).parent
_NEWER = (
    "the station's data was written by a newer version of the program (schema {}); "
    "install that version again, nothing was changed"
)


def upgrade(connection: Connection) -> None:
    """Apply what is missing, in the connection's transaction. Raises ``NewerError``."""
    present = _present(connection)
    if present == HEAD:
        return
    from alembic import command
    from alembic.script import ScriptDirectory

    config = configuration(connection)
    steps = ScriptDirectory.from_config(config).walk_revisions()
    if present is not None and present not in {step.revision for step in steps}:
        raise NewerError(_NEWER.format(present))
    command.upgrade(config, HEAD)


def check(connection: Connection) -> None:
    """See, without changing anything, that the schema is this version's.

    Raises ``NewerError`` and ``OlderError``.
    """
    present = _present(connection) or ""
    if present > HEAD:
        raise NewerError(_NEWER.format(present))
    if present < HEAD:
        raise OlderError("the station's data is of an older version; main.py selftest brings it up to date")


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
