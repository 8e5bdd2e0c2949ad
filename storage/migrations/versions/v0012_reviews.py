"""What HR looks at, remarks, rates and decides."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

TABLES = ("views", "ratings", "notes", "decisions")


def upgrade() -> None:
    """Go to this schema."""
    _table("views", _text("by"), _word("what"), *_moment("viewed"))
    op.create_table(
        "ratings",
        *(_text(name) for name in ("session_id", "question_id", "criterion", "by")),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("rules_level", sa.Integer(), nullable=True),
        _text("reason"),
        *_moment("rated"),
        sa.PrimaryKeyConstraint("session_id", "question_id", "criterion", "by", name="pk_ratings"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_ratings_session_id"),
    )
    _table("notes", _text("by"), _text("text"), sa.Column("at_s", sa.Double()), *_moment("written"))
    _table(
        "decisions",
        _text("by"),
        _word("decision"),
        _text("reason"),
        sa.Column("overall", sa.Double()),
        sa.Column("overrides", sa.Integer(), nullable=False),
        *_moment("decided"),
    )


def downgrade() -> None:
    """Go back to the schema before."""
    for table in TABLES:
        op.drop_table(table)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    """One row an entry of the journal."""
    op.create_table(
        name,
        sa.Column("seq", sa.Integer(), nullable=False),
        _text("session_id"),
        *columns,
        sa.PrimaryKeyConstraint("seq", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=f"fk_{name}_session_id"),
    )
    op.create_index(f"ix_{name}_session_id", name, ["session_id"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=False)


def _moment(name: str) -> list[sa.Column[Any]]:
    return [
        _text(f"{name}_wall"),
        _text(f"{name}_boot_id"),
        sa.Column(f"{name}_mono_s", sa.Double(), nullable=False),
    ]
