"""What a person needs comes with the invitation."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("invitations", sa.Column("accommodations", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("invitations", "accommodations")
