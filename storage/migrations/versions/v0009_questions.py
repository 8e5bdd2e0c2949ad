"""Which questions were asked, byte for byte, and who had approved them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("sessions", sa.Column("questions_sha256", sa.String(), nullable=True))
    op.add_column("sessions", sa.Column("questions_approved_by", sa.String(), nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("sessions", "questions_approved_by")
    op.drop_column("sessions", "questions_sha256")
