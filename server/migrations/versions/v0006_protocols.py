"""Which version of the protocol a station speaks."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("stations", sa.Column("protocol", sa.Integer(), nullable=False, server_default="1"))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("stations", "protocol")
