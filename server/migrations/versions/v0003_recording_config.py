"""How a program that conducts a session wants it recorded."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("sessions", sa.Column("recording_config", JSON, nullable=True))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_column("sessions", "recording_config")
