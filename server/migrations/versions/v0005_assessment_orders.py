"""Assessments that other programs order."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Go to this schema."""
    op.create_table(
        "assessment_orders",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("ordered_by", sa.String(), nullable=False),
        sa.Column("partner", sa.String(length=32), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("candidate_reference", sa.String(), nullable=False),
        sa.Column("invitation_id", sa.String(length=32), nullable=False),
        sa.Column("callback_url", sa.String(), nullable=False),
        sa.Column("delivery", sa.String(length=32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_wall", sa.String(length=24), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["invitations.id"],
            name="fk_assessment_orders_invitation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_assessment_orders"),
        sa.UniqueConstraint("invitation_id", name="uq_assessment_orders_invitation_id"),
    )
    op.create_index("ix_assessment_orders_reference", "assessment_orders", ["user_id", "reference"])
    op.create_index("ix_assessment_orders_due", "assessment_orders", ["delivery", "due_wall"])
    op.create_index("ix_assessment_orders_newest", "assessment_orders", ["created_wall", "id"])


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("assessment_orders")
