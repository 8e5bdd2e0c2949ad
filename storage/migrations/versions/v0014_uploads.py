"""What the central server has of each session."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "uploads",
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("receipt", sa.JSON(), nullable=True),
        sa.Column("parked", sa.String(), nullable=False),
        sa.Column("parked_revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("session_id", name="pk_uploads"),
    )


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("uploads")
