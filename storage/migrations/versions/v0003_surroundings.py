"""What a session finds on its station: the network, and how the avatar speaks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("sessions", sa.Column("network_quality", sa.JSON(), nullable=True))
    op.add_column("sessions", sa.Column("avatar_settings", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("sessions", "avatar_settings")
    op.drop_column("sessions", "network_quality")
