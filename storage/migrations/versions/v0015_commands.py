"""The commands of the server that were begun here."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "commands",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("wall", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_commands"),
    )


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("commands")
