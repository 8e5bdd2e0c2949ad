"""Sessions are numbered, and what was said in them can be searched."""

import sqlalchemy as sa
from alembic import op

from storage.search import CREATE, TABLE

revision = "0011"
down_revision = "0010"

_NUMBERED = """UPDATE sessions SET seq = (
    SELECT min(seq) FROM journal WHERE session_id = sessions.id AND kind = 'InvitationAccepted')"""
_FILLED = """INSERT INTO session_search(rowid, text)
    SELECT s.seq, group_concat(t.text, char(10)) FROM sessions s JOIN transcripts t ON t.session_id = s.id
    GROUP BY s.seq"""


def upgrade() -> None:
    """Go to this schema."""
    op.add_column("sessions", sa.Column("seq", sa.Integer(), nullable=False, server_default="0"))
    op.execute(_NUMBERED)
    op.create_index("ix_sessions_seq", "sessions", ["seq"])
    op.execute(CREATE)
    op.execute(_FILLED)


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table(TABLE)
    op.drop_index("ix_sessions_seq", "sessions")
    op.drop_column("sessions", "seq")
