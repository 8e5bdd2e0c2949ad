"""How long sessions are kept, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Go to this schema; sessions that are here have the days of their packs."""
    op.create_table(
        "keeping",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("kept_by", sa.String(), nullable=True),
        sa.Column("kept_reason", sa.String(), nullable=True),
        sa.Column("sealed_wall", sa.String(), nullable=True),
        sa.Column("readers", sa.JSON(), nullable=True),
        sa.Column("ordered_wall", sa.String(), nullable=True),
        sa.Column("ordered_by", sa.String(), nullable=True),
        sa.Column("cause", sa.String(32), nullable=True),
        sa.Column("erased_wall", sa.String(), nullable=True),
        sa.Column("stores", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("session_id", name="pk_keeping"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name="fk_keeping_session_id"),
    )
    op.execute(
        "INSERT INTO keeping (session_id, retention_days)"
        " SELECT sessions.id, coalesce(json_extract(journal.body, '$.pack.retention_days'), 180)"
        " FROM sessions JOIN journal ON journal.session_id = sessions.id"
        " WHERE journal.kind = 'InvitationAccepted'"
    )


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("keeping")
