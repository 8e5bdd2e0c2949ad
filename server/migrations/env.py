"""Alembic runs this for every command; the connection comes with the configuration."""

from alembic import context

from server.tables.all import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
