"""Alembic runs this for every command; the connection comes with the configuration."""

from alembic import context

from storage.tables import Tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Tables.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
