"""Which language each answer was given in."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("answers", sa.Column("language", sa.String(), nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("answers", "language")
