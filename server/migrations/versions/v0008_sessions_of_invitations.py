"""Which session an invitation opened is asked for every code, order and sweep."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Go to this schema."""
    op.create_index("ix_sessions_invitation_id", "sessions", ["invitation_id"])


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_index("ix_sessions_invitation_id", "sessions")
