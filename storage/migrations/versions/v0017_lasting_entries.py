"""Where the journal tells of what may outlast a session: faults, and who of the staff was there."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

LASTING = (
    "kind IN ('StationStarted', 'FaultRaised', 'FaultCleared', 'RecordingStarted', 'OverrideRequested',"
    " 'StaffEntered', 'StaffLeft')"
)


def upgrade() -> None:
    """Go to this schema."""
    op.create_index("ix_journal_lasting", "journal", ["seq"], sqlite_where=sa.text(LASTING))


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_index("ix_journal_lasting", "journal")
