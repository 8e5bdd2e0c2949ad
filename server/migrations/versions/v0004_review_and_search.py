"""What people add to sessions, and finding sessions by words."""

import sqlalchemy as sa
from alembic import op

from server.search import index

revision = "0004"
down_revision = "0003"

ID = sa.String(length=32)
WALL = sa.String(length=24)
TABLES = ("annotations", "ratings", "shares", "holds")


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "annotations",
        sa.Column("id", ID, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at_s", sa.Float(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("wall", WALL, nullable=False),
        _of_session("annotations"),
        sa.PrimaryKeyConstraint("id", name="pk_annotations"),
    )
    op.create_index("ix_annotations_session_id", "annotations", ["session_id"])
    op.create_table(
        "ratings",
        sa.Column("session_id", ID, nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("criterion", sa.String(), nullable=False),
        sa.Column("user_id", ID, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("wall", WALL, nullable=False),
        _of_session("ratings"),
        sa.PrimaryKeyConstraint("session_id", "question_id", "criterion", "user_id", name="pk_ratings"),
    )
    op.create_table(
        "shares",
        sa.Column("id", ID, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_wall", WALL, nullable=False),
        sa.Column("expires_wall", WALL, nullable=False),
        sa.Column("withdrawn_wall", WALL, nullable=True),
        _of_session("shares"),
        sa.PrimaryKeyConstraint("id", name="pk_shares"),
        sa.UniqueConstraint("sha256", name="uq_shares_sha256"),
    )
    op.create_index("ix_shares_session_id", "shares", ["session_id"])
    op.create_table(
        "holds",
        sa.Column("session_id", ID, nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("wall", WALL, nullable=False),
        _of_session("holds"),
        sa.PrimaryKeyConstraint("session_id", name="pk_holds"),
    )
    op.create_index("ix_sessions_station", "sessions", ["station_id", "created_wall"])
    index.create(op.get_bind())


def downgrade() -> None:
    """Go back to the schema before."""
    index.drop(op.get_bind())
    op.drop_index("ix_sessions_station", "sessions")
    for table in reversed(TABLES):
        op.drop_table(table)


def _of_session(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["session_id"], ["sessions.session_id"], name=f"fk_{table}_session_id", ondelete="CASCADE"
    )
