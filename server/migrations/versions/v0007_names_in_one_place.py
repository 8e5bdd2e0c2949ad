"""Orders to invite somebody name them no more: who it is, is looked up when a station asks."""

from alembic import op

revision = "0007"
down_revision = "0006"

_WHOSE = "coalesce((SELECT name FROM candidates WHERE id = {person}), '')"
_SQLITE = """UPDATE orders SET task = json_set(task, '$.candidate_name', {name})
    WHERE json_extract(task, '$.kind') = 'invite'"""
_POSTGRESQL = """UPDATE orders SET task = jsonb_set(task, '{{candidate_name}}', to_jsonb({name}::text))
    WHERE task ->> 'kind' = 'invite'"""
_PERSON = {"sqlite": "json_extract(task, '$.candidate_id')", "postgresql": "task ->> 'candidate_id'"}


def _rename(name: str) -> None:
    dialect = op.get_context().dialect.name
    statement = _SQLITE if dialect == "sqlite" else _POSTGRESQL
    op.execute(statement.format(name=name.format(person=_PERSON[dialect])))


def upgrade() -> None:
    """Go to this schema."""
    _rename("''")


def downgrade() -> None:
    """Go back to the schema before."""
    _rename(_WHOSE)
