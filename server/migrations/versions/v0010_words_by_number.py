"""Which row of the search index is whose, so that one is taken out without reading all."""

from alembic import op

from server.search import index

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Go to this schema."""
    index.number(op.get_bind())


def downgrade() -> None:
    """Go back to the schema before."""
    index.forget_numbers(op.get_bind())
