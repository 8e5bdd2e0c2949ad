"""Sessions, their parts and their files."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")

TABLES = (
    "candidates",
    "erasures",
    "invitations",
    "sessions",
    "questions",
    "answers",
    "messages",
    "code_submissions",
    "issues",
    "recordings",
    "assessments",
    "decisions",
    "grants",
    "pieces",
    "files",
    "chunks",
    "packs",
)


def upgrade() -> None:
    """Go to this schema."""
    _sessions()
    _files()


def downgrade() -> None:
    """Go back to the schema before."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _sessions() -> None:
    op.create_table(
        "candidates",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_candidates"),
    )
    op.create_table(
        "erasures",
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("wall", sa.String(length=24), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("candidate_id", name="pk_erasures"),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=True),
        sa.Column("valid_from_wall", sa.String(length=24), nullable=False),
        sa.Column("valid_until_wall", sa.String(length=24), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.Column("withdrawn_wall", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name="fk_invitations_candidate_id"),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_invitations_station_id"),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("code_sha256", name="uq_invitations_code_sha256"),
    )
    op.create_index("ix_invitations_candidate_id", "invitations", ["candidate_id"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column(
            "origin", sa.Enum("station", "api", name="origin", native_enum=False, length=32), nullable=False
        ),
        sa.Column("station_id", sa.String(length=32), nullable=True),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("received_wall", sa.String(length=24), nullable=False),
        sa.Column("candidate_id", sa.String(length=32), nullable=False),
        sa.Column("invitation_id", sa.String(length=32), nullable=True),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.Column("pack_title", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "arrived",
                "declined",
                "abandoned",
                "preparing",
                "in_progress",
                "finishing",
                "completed",
                name="sessionstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("created_wall", sa.String(length=24), nullable=False),
        sa.Column("consented_wall", sa.String(length=24), nullable=True),
        sa.Column("started_wall", sa.String(length=24), nullable=True),
        sa.Column("completed_wall", sa.String(length=24), nullable=True),
        sa.Column("duration_s", sa.Double(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("scoring", sa.String(), nullable=True),
        sa.Column("notice_version", sa.String(), nullable=True),
        sa.Column("avatar", sa.String(), nullable=True),
        sa.Column("avatar_settings", JSON, nullable=False),
        sa.Column("device_info", JSON, nullable=False),
        sa.Column("network_quality", JSON, nullable=False),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column(
            "recording_status",
            sa.Enum(
                "not_started",
                "recording",
                "completed",
                "failed",
                name="recordingstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "processing_status",
            sa.Enum(
                "pending",
                "processing",
                "completed",
                "failed",
                name="workstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "analysis_status",
            sa.Enum(
                "pending",
                "processing",
                "completed",
                "failed",
                name="workstatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "final_status",
            sa.Enum("passed", "failed", "needs_review", name="finalstatus", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("summary", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name="fk_sessions_candidate_id"),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_sessions_station_id"),
        sa.PrimaryKeyConstraint("session_id", name="pk_sessions"),
    )
    op.create_index("ix_sessions_candidate_id", "sessions", ["candidate_id"], unique=False)
    op.create_index("ix_sessions_decision", "sessions", ["final_status", "created_wall"], unique=False)
    op.create_index("ix_sessions_newest", "sessions", ["created_wall", "session_id"], unique=False)
    op.create_index("ix_sessions_pack", "sessions", ["pack_id", "created_wall"], unique=False)
    op.create_index("ix_sessions_station_id", "sessions", ["station_id"], unique=False)
    op.create_index("ix_sessions_status", "sessions", ["status", "created_wall"], unique=False)
    op.create_table(
        "questions",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("avatar", sa.String(), nullable=False),
        sa.Column("keywords", JSON, nullable=False),
        sa.Column("difficulty", sa.String(), nullable=False),
        sa.Column("answer_limit_s", sa.Double(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("asked_wall", sa.String(length=24), nullable=True),
        sa.Column("asked_s", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_questions_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_questions"),
    )
    op.create_table(
        "answers",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("spoken_s", sa.Double(), nullable=False),
        sa.Column("timed_out", sa.Boolean(), nullable=False),
        sa.Column("started_wall", sa.String(length=24), nullable=True),
        sa.Column("ended_wall", sa.String(length=24), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=True),
        sa.Column("end_s", sa.Double(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=True),
        sa.Column("audio_quality", sa.String(), nullable=True),
        sa.Column("transcript", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_answers_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "question_id", "attempt", name="pk_answers"),
    )
    op.create_table(
        "messages",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("began_wall", sa.String(length=24), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=True),
        sa.Column("duration_s", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_messages_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "seq", name="pk_messages"),
    )
    op.create_table(
        "code_submissions",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("programming_language", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("submitted_wall", sa.String(length=24), nullable=False),
        sa.Column("at_s", sa.Double(), nullable=True),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("passed", sa.BigInteger(), nullable=True),
        sa.Column("planned", sa.BigInteger(), nullable=True),
        sa.Column("cpu_s", sa.Double(), nullable=True),
        sa.Column("memory_bytes", sa.BigInteger(), nullable=True),
        sa.Column("result", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_code_submissions_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "question_id", "number", name="pk_code_submissions"),
    )
    op.create_table(
        "issues",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("began_wall", sa.String(length=24), nullable=False),
        sa.Column("cleared_wall", sa.String(length=24), nullable=True),
        sa.Column("start_s", sa.Double(), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_issues_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", "seq", "code", name="pk_issues"),
    )
    op.create_table(
        "recordings",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("duration_s", sa.Double(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("quality", sa.String(), nullable=False),
        sa.Column("started_wall", sa.String(length=24), nullable=False),
        sa.Column("finished_wall", sa.String(length=24), nullable=False),
        sa.Column("chapters", JSON, nullable=False),
        sa.Column("gaps", JSON, nullable=False),
        sa.Column("details", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_recordings_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", name="pk_recordings"),
    )
    op.create_table(
        "assessments",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("assessed_wall", sa.String(length=24), nullable=False),
        sa.Column("scorer", sa.String(), nullable=False),
        sa.Column("technical_score", sa.Double(), nullable=True),
        sa.Column("communication_score", sa.Double(), nullable=True),
        sa.Column("problem_solving_score", sa.Double(), nullable=True),
        sa.Column("cultural_fit_score", sa.Double(), nullable=True),
        sa.Column("overall_score", sa.Double(), nullable=True),
        sa.Column("withheld", sa.String(), nullable=True),
        sa.Column("overall_feedback", sa.String(), nullable=False),
        sa.Column("recommendations", JSON, nullable=False),
        sa.Column("question_analysis", JSON, nullable=False),
        sa.Column("advice", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_assessments_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("session_id", name="pk_assessments"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column(
            "final_status",
            sa.Enum("passed", "failed", "needs_review", name="finalstatus", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_decisions_session_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_session_id", "decisions", ["session_id"], unique=False)
    op.create_table(
        "grants",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("granted_by", sa.String(), nullable=False),
        sa.Column("granted_wall", sa.String(length=24), nullable=False),
        sa.Column("expires_wall", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["session_id"], ["sessions.session_id"], name="fk_grants_session_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_grants_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("session_id", "user_id", name="pk_grants"),
    )
    op.create_index("ix_grants_user_id", "grants", ["user_id"], unique=False)


def _files() -> None:
    op.create_table(
        "pieces",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("received_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.session_id"], name="fk_pieces_session_id"),
        sa.PrimaryKeyConstraint("session_id", "sha256", name="pk_pieces"),
    )
    op.create_index("ix_pieces_received_wall", "pieces", ["received_wall"], unique=False)
    op.create_table(
        "files",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("station_id", sa.String(length=32), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("pieces", JSON, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "waiting", "assembling", "kept", "failed", name="filestate", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("changed_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.session_id"], name="fk_files_session_id"),
        sa.ForeignKeyConstraint(["station_id"], ["stations.id"], name="fk_files_station_id"),
        sa.PrimaryKeyConstraint("session_id", "name", name="pk_files"),
    )
    op.create_index("ix_files_state", "files", ["state"], unique=False)
    op.create_table(
        "chunks",
        sa.Column("session_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("final", sa.Boolean(), nullable=False),
        sa.Column("received_wall", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.session_id"], name="fk_chunks_session_id"),
        sa.PrimaryKeyConstraint("session_id", "number", name="pk_chunks"),
    )
    op.create_table(
        "packs",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("added_by", sa.String(), nullable=False),
        sa.Column("added_wall", sa.String(length=24), nullable=False),
        sa.Column("withdrawn_wall", sa.String(length=24), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_packs"),
    )
    op.create_index("ix_packs_pack_id", "packs", ["pack_id"], unique=False)
