"""Which questions follow up an answer, and whose words they have."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("questions", sa.Column("follow_up_to", sa.Integer(), nullable=True))
    op.add_column("questions", sa.Column("worded_by", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back to the schema before."""
    with op.batch_alter_table("questions") as table:
        table.drop_column("worded_by")
        table.drop_column("follow_up_to")
