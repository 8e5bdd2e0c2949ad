"""How far picture and sound lay apart, as the calibration at check-in found it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("sessions", sa.Column("picture_late_ms", sa.Double(), nullable=True))
    op.add_column("segments", sa.Column("picture_late_ms", sa.Double(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("segments", "picture_late_ms")
    op.drop_column("sessions", "picture_late_ms")
