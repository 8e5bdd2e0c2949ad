"""Alembic runs this for every command; the connection comes with the configuration."""

from alembic import context

import storage.tables  # noqa: F401 - declares them all
from storage.schema import Tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Tables.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
