"""Films of the screen, and the proofs that answers were captured."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "screen_recordings",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("segment", sa.Integer(), nullable=False),
        sa.Column("offset_s", sa.Double(), nullable=False),
        sa.Column("began_wall", sa.String(), nullable=False),
        sa.Column("began_boot_id", sa.String(), nullable=False),
        sa.Column("began_mono_s", sa.Double(), nullable=False),
        sa.Column("length_s", sa.Double(), nullable=True),
        sa.Column("problem", sa.String(), nullable=False),
        *_keys("screen_recordings"),
    )
    op.create_table(
        "capture_proofs",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("proved", sa.Boolean(), nullable=False),
        sa.Column("flaw", sa.String(32), nullable=True),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=True),
        sa.Column("proof", sa.JSON(), nullable=True),
        *_keys("capture_proofs"),
    )
    for table in ("screen_recordings", "capture_proofs"):
        op.create_index(op.f(f"ix_{table}_session_id"), table, ["session_id"])


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("capture_proofs")
    op.drop_table("screen_recordings")


def _keys(table: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f(f"fk_{table}_session_id")),
    )
