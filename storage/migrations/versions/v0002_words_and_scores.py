"""Programs with their results, transcripts, and what sessions are worth."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

SCORES = ("technical", "communication", "problem_solving", "values", "overall")


def upgrade() -> None:
    """Go to this schema. No program was kept before: its table is made anew."""
    op.add_column("answers", sa.Column("text", sa.String(), nullable=True))
    op.drop_table("code_submissions")
    _code_submissions(
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("programming_language", sa.String(32), nullable=False),
        _text("code"),
        sa.Column("verdict", sa.String(32), nullable=True),
        sa.Column("passed", sa.Integer(), nullable=True),
        sa.Column("planned", sa.Integer(), nullable=True),
        sa.Column("cpu_s", sa.Double(), nullable=True),
        sa.Column("memory_bytes", sa.BigInteger(), nullable=True),
        sa.Column("result", sa.JSON(), nullable=True),
    )
    _transcripts()
    _assessments()


def downgrade() -> None:
    """Go back to the schema before."""
    op.drop_table("assessments")
    op.drop_table("transcripts")
    op.drop_table("code_submissions")
    _code_submissions(_text("programming_language"), _text("code"))
    op.drop_column("answers", "text")


def _code_submissions(*columns: sa.Column[Any]) -> None:
    op.create_table(
        "code_submissions",
        _text("session_id"),
        _text("question_id"),
        sa.Column("number", sa.Integer(), nullable=False),
        *_moment("submitted"),
        *columns,
        *_of_session("code_submissions", "question_id", "number"),
    )


def _transcripts() -> None:
    op.create_table(
        "transcripts",
        _text("session_id"),
        _text("question_id"),
        sa.Column("attempt", sa.Integer(), nullable=False),
        *_moment("written"),
        sa.Column("origin", sa.String(32), nullable=False),
        _text("engine"),
        _text("language"),
        sa.Column("confidence", sa.Double(), nullable=True),
        _text("text"),
        _json("transcript"),
        *_of_session("transcripts", "question_id", "attempt"),
    )


def _assessments() -> None:
    op.create_table(
        "assessments",
        _text("session_id"),
        *_moment("assessed"),
        _text("scorer"),
        *(sa.Column(f"{name}_score", sa.Double(), nullable=True) for name in SCORES),
        sa.Column("withheld", sa.String(32), nullable=True),
        _text("overall_feedback"),
        _json("recommendations"),
        _json("assessment"),
        _json("advice"),
        _text("inputs_sha256"),
        _json("inputs"),
        *_of_session("assessments"),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _json(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _moment(name: str) -> list[sa.Column[Any]]:
    return [
        _text(f"{name}_wall"),
        _text(f"{name}_boot_id"),
        sa.Column(f"{name}_mono_s", sa.Double(), nullable=False),
    ]


def _of_session(table: str, *more: str) -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("session_id", *more, name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=f"fk_{table}_session_id"),
    ]
