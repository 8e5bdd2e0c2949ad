"""What staff are at the booth for, and how often their PINs were guessed wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("staff", sa.Column("role", sa.String(32), nullable=False, server_default="proctor"))
    op.add_column("staff", sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("staff", sa.Column("failed_boot_id", sa.String(), nullable=False, server_default=""))
    op.add_column("staff", sa.Column("failed_mono_s", sa.Double(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Go back to the schema before."""
    for column in ("failed_mono_s", "failed_boot_id", "failures", "role"):
        op.drop_column("staff", column)
