"""Which follow-ups have a model's words, and where those come from."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("questions", sa.Column("worded_by", sa.String(), nullable=True))
    op.add_column("questions", sa.Column("wording", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("questions", "wording")
    op.drop_column("questions", "worded_by")
