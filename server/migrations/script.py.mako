"""${message}."""

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Go to this schema."""
    ${upgrades or "pass"}


def downgrade() -> None:
    """Go back to the schema before."""
    ${downgrades or "pass"}
