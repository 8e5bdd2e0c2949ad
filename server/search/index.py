"""The words of every session: FTS5 on SQLite, ``tsvector`` on PostgreSQL.

One text a session: the candidate's name and the transcripts. Whoever changes either calls ``learn`` in the
same transaction. A session's time stands beside its words, so that the newest are found without sorting.
"""

import re

from sqlalchemy import (
    ColumnElement,
    Connection,
    TableClause,
    column,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.orm import Session

from server.tables.sessions import AnswerRow, CandidateRow, QuestionRow, SessionRow

TABLE = "session_words"
MOST_LETTERS = 400_000
"""Of one session; what is beyond is not found."""
_MOST_WORDS = 12
_SQLITE = """CREATE VIRTUAL TABLE session_words USING fts5(
    session_id UNINDEXED, created_wall UNINDEXED, words,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')"""
_POSTGRESQL = (
    """CREATE TABLE session_words (
    session_id varchar(32) CONSTRAINT pk_session_words PRIMARY KEY,
    created_wall varchar(24) NOT NULL, words tsvector NOT NULL)""",
    "CREATE INDEX ix_session_words_newest ON session_words (created_wall, session_id)",
    "CREATE INDEX ix_session_words_words ON session_words USING gin (words)",
)
_WORDS = re.compile(r"[^\W_]+")

words_table: TableClause = table(TABLE, column("session_id"), column("created_wall"), column("words"))


def create(connection: Connection) -> None:
    """Make the index, and fill it with what is there."""
    sqlite = connection.dialect.name == "sqlite"
    for statement in (_SQLITE,) if sqlite else _POSTGRESQL:
        connection.execute(text(statement))
    with Session(connection) as db:
        for session_id in db.scalars(select(SessionRow.session_id)).all():
            learn(db, session_id)
        db.flush()


def drop(connection: Connection) -> None:
    """Remove it."""
    connection.execute(text("DROP TABLE session_words"))


def learn(db: Session, session_id: str) -> None:
    """Bring the index up to what is known of a session now."""
    db.flush()
    forget(db, [session_id])
    found = db.execute(
        select(SessionRow.created_wall, CandidateRow.name)
        .join(CandidateRow, CandidateRow.id == SessionRow.candidate_id)
        .where(SessionRow.session_id == session_id)
    ).one()
    said = db.scalars(
        select(AnswerRow.text)
        .where(AnswerRow.session_id == session_id, AnswerRow.text.is_not(None))
        .order_by(AnswerRow.ended_wall)
    )
    asked = db.scalars(select(QuestionRow.text).where(QuestionRow.session_id == session_id))
    lines = [found.name, *(line or "" for line in said), *asked]
    words = " ".join(word for line in lines for word in _WORDS.findall(line))[:MOST_LETTERS]
    value = ":words" if _embedded(db) else "strip(to_tsvector('simple', :words))"
    add = text(f"INSERT INTO session_words VALUES (:session_id, :created_wall, {value})")  # noqa: S608 - ours
    db.execute(add, {"session_id": session_id, "created_wall": found.created_wall, "words": words})


def forget(db: Session, sessions: list[str]) -> None:
    """Take sessions out."""
    for session_id in sessions:
        db.execute(text("DELETE FROM session_words WHERE session_id = :id"), {"id": session_id})


def sweep(db: Session) -> None:
    """Leave no word of what was taken out in the index's own pages; PostgreSQL does so when it vacuums."""
    if _embedded(db):
        db.execute(text("INSERT INTO session_words(session_words) VALUES ('optimize')"))


def matching(db: Session, wanted: str) -> ColumnElement[bool] | None:
    """Whether a row of ``words_table`` has all the words or their beginnings; ``None`` without a word."""
    words = [word.lower() for word in _WORDS.findall(wanted)][:_MOST_WORDS]
    if not words:
        return None
    if _embedded(db):
        asked = " ".join(f'"{word}" *' for word in words)
        return literal_column("session_words").op("MATCH")(asked)
    asked = " & ".join(f"'{word}':*" for word in words)
    return words_table.c.words.op("@@")(text("to_tsquery('simple', :asked)").bindparams(asked=asked))


def _embedded(db: Session) -> bool:
    return db.get_bind().dialect.name == "sqlite"
