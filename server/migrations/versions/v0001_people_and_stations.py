"""People, stations and their journals."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")

TABLES = (
    "users",
    "logins",
    "tokens",
    "audit",
    "stations",
    "enrolment_codes",
    "nonces",
    "entries",
    "live",
    "orders",
    "staff",
    "alerts",
)


def upgrade() -> None:
    """Go to this schema."""
    _people()
    _stations()


def downgrade() -> None:
    """Go back to the schema before."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _people() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("login", name="uq_users_login"),
        sa.UniqueConstraint("subject", name="uq_users_subject"),
    )
    op.create_table(
        "logins",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("csrf", sa.String(), nullable=False),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.Column("expires_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_logins_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sha256", name="pk_logins"),
    )
    op.create_index("ix_logins_user_id", "logins", ["user_id"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.Column("expires_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_tokens_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("sha256", name="uq_tokens_sha256"),
    )
    op.create_index("ix_tokens_user_id", "tokens", ["user_id"], unique=False)
    op.create_table(
        "audit",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("wall", sa.String(length=24), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)
    op.create_index("ix_audit_user_id", "audit", ["user_id"], unique=False)
    op.create_index("ix_audit_wall", "audit", ["wall"], unique=False)


def _stations() -> None:
    op.create_table(
        "stations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("active", "frozen", "retired", name="stationstatus", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("enrolled_wall", sa.String(length=24), nullable=False),
        sa.Column("journal_seq", sa.BigInteger(), nullable=False),
        sa.Column("journal_hash", sa.String(length=64), nullable=False),
        sa.Column("skew_s", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stations"),
        sa.UniqueConstraint("public_key", name="uq_stations_public_key"),
    )
    op.create_table(
        "enrolment_codes",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("expires_wall", sa.String(length=24), nullable=False),
        sa.Column("used_wall", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_enrolment_codes"),
    )
    op.create_table(
        "nonces",
        sa.Column("public_key", sa.String(), nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("expires_wall", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("public_key", "nonce", name="pk_nonces"),
    )
    op.create_index("ix_nonces_expires_wall", "nonces", ["expires_wall"], unique=False)
    op.create_table(
        "entries",
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("boot_id", sa.String(), nullable=False),
        sa.Column("mono_ns", sa.BigInteger(), nullable=False),
        sa.Column("wall", sa.String(), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("received_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_entries_station_id"),
        sa.PrimaryKeyConstraint("station_id", "seq", name="pk_entries"),
    )
    op.create_index("ix_entries_session_id", "entries", ["session_id"], unique=False)
    op.create_table(
        "live",
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.String(length=24), nullable=False),
        sa.Column("state", JSON, nullable=False),
        sa.Column("preview", sa.LargeBinary(), nullable=True),
        sa.Column("watched_wall", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_live_station_id"),
        sa.PrimaryKeyConstraint("station_id", name="pk_live"),
    )
    op.create_table(
        "orders",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=False),
        sa.Column("task", JSON, nullable=False),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("done", "refused", "expired", "failed", name="outcome", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("reported_wall", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_orders_station_id"),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
    )
    op.create_index(
        "ix_orders_open",
        "orders",
        ["station_id", "number"],
        unique=False,
        sqlite_where=sa.text("outcome IS NULL"),
        postgresql_where=sa.text("outcome IS NULL"),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("pin_hash", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_staff"),
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.String(length=24), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("fork", "broken_chain", "damaged_file", name="alertkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("station_id", sa.String(length=32), nullable=True),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("seen_by", sa.String(), nullable=True),
        sa.Column("seen_wall", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_alerts_station_id"),
        sa.PrimaryKeyConstraint("id", name="pk_alerts"),
    )
