"""Copies of sessions that left the station."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "exports",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("export", sa.String(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("disguise", sa.String(32), nullable=False),
        sa.Column("protection", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("ended_wall", sa.String(), nullable=False),
        sa.Column("ended_boot_id", sa.String(), nullable=False),
        sa.Column("ended_mono_s", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_exports"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_exports_session_id"),
    )
    op.create_index("ix_exports_session_id", "exports", ["session_id"])


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("exports")
