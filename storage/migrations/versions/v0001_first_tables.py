"""The journal with its triggers, the people, and the tables that follow from the journal."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    "journal",
    "candidates",
    "invitations",
    "staff",
    "sessions",
    "questions",
    "answers",
    "messages",
    "code_submissions",
    "recordings",
    "segments",
    "gaps",
    "issues",
)


def upgrade() -> None:
    """Go to this schema."""
    _journal()
    _people()
    _sessions()
    _conversation()
    _recordings()
    _issues()


def downgrade() -> None:
    """Go back to the schema before."""
    for table in reversed(TABLES):
        op.drop_table(table)  # its indexes and triggers go with it


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=nullable)


def _word(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=nullable)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _seconds(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Double(), nullable=False)


def _moment(name: str, *, nullable: bool = False) -> list[sa.Column[Any]]:
    return [
        _text(f"{name}_wall", nullable=nullable),
        _text(f"{name}_boot_id", nullable=nullable),
        sa.Column(f"{name}_mono_s", sa.Double(), nullable=nullable),
    ]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}")


def _index(table: str, column: str) -> None:
    op.create_index(f"ix_{table}_{column}", table, [column])


def _journal() -> None:
    op.create_table(
        "journal",
        _count("seq"),
        _text("boot_id"),
        sa.Column("mono_ns", sa.BigInteger(), nullable=False),
        _text("wall"),
        _text("session_id", nullable=True),
        _text("kind"),
        _text("body"),
        _text("prev_hash"),
        _text("hash"),
        _key("journal", "seq"),
    )
    _index("journal", "session_id")
    op.create_index("ix_journal_begun", "journal", ["seq"], sqlite_where=sa.text("kind = 'BeginRequested'"))
    for action in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER journal_keeps_{action.lower()} BEFORE {action} ON journal"
            " BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
        )
    op.execute(
        "CREATE TRIGGER journal_continues BEFORE INSERT ON journal"
        " WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM journal)"
        " OR NEW.prev_hash <>"
        " coalesce((SELECT hash FROM journal WHERE seq = NEW.seq - 1), hex(zeroblob(32)))"
        " BEGIN SELECT RAISE(ABORT, 'the journal only grows at its end'); END"
    )


def _people() -> None:
    op.create_table("candidates", _text("id"), _text("name"), _key("candidates", "id"))
    op.create_table(
        "invitations",
        _text("id"),
        _text("code_sha256"),
        _text("candidate_id"),
        _text("pack_id"),
        _text("valid_from_wall"),
        _text("valid_until_wall"),
        _key("invitations", "id"),
        _refers("invitations", "candidate_id", "candidates.id"),
        sa.UniqueConstraint("code_sha256", name="uq_invitations_code_sha256"),
    )
    _index("invitations", "candidate_id")
    op.create_table("staff", _text("name"), _text("pin_hash"), _key("staff", "name"))


def _sessions() -> None:
    op.create_table(
        "sessions",
        _text("id"),
        _text("candidate_id"),
        _text("invitation_id"),
        _text("pack_id"),
        _text("pack_version"),
        _text("pack_title"),
        _word("status"),
        *_moment("created"),
        *_moment("consented", nullable=True),
        *_moment("started", nullable=True),
        *_moment("completed", nullable=True),
        _text("language", nullable=True),
        _word("scoring", nullable=True),
        _text("notice_version", nullable=True),
        _text("avatar", nullable=True),
        sa.Column("device_info", sa.JSON(), nullable=True),
        _text("ended_by", nullable=True),
        _text("end_reason", nullable=True),
        _word("recording_status"),
        _word("processing_status"),
        _word("analysis_status"),
        _word("final_status"),
        _key("sessions", "id"),
        _refers("sessions", "candidate_id", "candidates.id"),
    )
    _index("sessions", "candidate_id")
    _index("sessions", "invitation_id")
    op.create_table(
        "questions",
        _text("session_id"),
        _count("number"),
        _text("question_id"),
        _word("kind"),
        _text("text"),
        _text("avatar"),
        sa.Column("keywords", sa.JSON(), nullable=False),
        _word("difficulty"),
        _seconds("answer_limit_s"),
        _seconds("think_time_s"),
        _count("retakes"),
        sa.Column("may_skip", sa.Boolean(), nullable=False),
        _text("problem", nullable=True),
        *_moment("asked", nullable=True),
        _key("questions", "session_id", "number"),
        _refers("questions", "session_id", "sessions.id"),
    )


def _conversation() -> None:
    op.create_table(
        "answers",
        _text("session_id"),
        _text("question_id"),
        _count("attempt"),
        _word("outcome"),
        _seconds("spoken_s"),
        sa.Column("timed_out", sa.Boolean(), nullable=False),
        *_moment("asked"),
        *_moment("started", nullable=True),
        *_moment("ended"),
        _key("answers", "session_id", "question_id", "attempt"),
        _refers("answers", "session_id", "sessions.id"),
    )
    op.create_table(
        "messages",
        _count("seq"),
        _text("session_id"),
        _word("speaker"),
        _text("question_id"),
        sa.Column("attempt", sa.Integer(), nullable=True),
        _text("text", nullable=True),
        *_moment("began"),
        _seconds("duration_s"),
        _key("messages", "seq"),
        _refers("messages", "session_id", "sessions.id"),
    )
    _index("messages", "session_id")
    op.create_table(
        "code_submissions",
        _text("session_id"),
        _text("question_id"),
        _count("number"),
        *_moment("submitted"),
        _text("programming_language"),
        _text("code"),
        _key("code_submissions", "session_id", "question_id", "number"),
        _refers("code_submissions", "session_id", "sessions.id"),
    )


def _recordings() -> None:
    op.create_table(
        "recordings",
        _text("session_id"),
        _text("file"),
        _text("sha256"),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        _seconds("duration_s"),
        _text("format"),
        _text("quality"),
        _text("started_wall"),
        *_moment("finished"),
        sa.Column("details", sa.JSON(), nullable=False),
        _key("recordings", "session_id"),
        _refers("recordings", "session_id", "sessions.id"),
    )
    op.create_table(
        "segments",
        _text("session_id"),
        _count("number"),
        _text("started_wall"),
        _text("boot_id"),
        _seconds("started_mono_s"),
        _seconds("offset_s"),
        _seconds("duration_s"),
        *(_count(name) for name in ("frames", "frames_repeated", "frames_dropped")),
        *(_count(name) for name in ("audio_samples", "audio_lost_samples")),
        _key("segments", "session_id", "number"),
        _refers("segments", "session_id", "recordings.session_id"),
    )
    op.create_table(
        "gaps",
        _text("session_id"),
        _count("number"),
        _word("cause"),
        _seconds("start_s"),
        _seconds("length_s"),
        sa.Column("painted", sa.Boolean(), nullable=False),
        _text("reason"),
        _key("gaps", "session_id", "number"),
        _refers("gaps", "session_id", "recordings.session_id"),
    )


def _issues() -> None:
    op.create_table(
        "issues",
        _count("seq"),
        _text("code"),
        _text("session_id", nullable=True),
        _word("kind"),
        _text("detail"),
        _text("by"),
        *_moment("began"),
        *_moment("cleared", nullable=True),
        _key("issues", "seq", "code"),
        _refers("issues", "session_id", "sessions.id"),
    )
    _index("issues", "session_id")
