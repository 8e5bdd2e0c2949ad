"""The words of every session: FTS5 on SQLite, ``tsvector`` on PostgreSQL.

One text a session: the candidate's name and the transcripts. Whoever changes either calls ``learn`` in the
same transaction. A session's time stands beside its words, so that the newest are found without sorting.
"""

import re
from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    TableClause,
    column,
    func,
    literal_column,
    select,
    table,
    text,
    tuple_,
)
from sqlalchemy.orm import Session

from server.tables.sessions import AnswerRow, CandidateRow, QuestionRow, SessionRow

TABLE = "session_words"
MOST_BYTES = 400_000
"""Of one session; what is beyond is not found. PostgreSQL keeps no more than 1 MiB."""
_MOST_WORDS = 12
_AT_FIRST = 2000
_SQLITE = """CREATE VIRTUAL TABLE session_words USING fts5(
    session_id UNINDEXED, created_wall UNINDEXED, words,
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')"""
_NUMBERS = """CREATE TABLE IF NOT EXISTS session_words_numbers (
    number INTEGER PRIMARY KEY, session_id varchar(32) NOT NULL UNIQUE)"""
"""FTS5 finds a row by its words or its number, and reads all of them for anything else."""
_POSTGRESQL = (
    """CREATE TABLE session_words (
    session_id varchar(32) CONSTRAINT pk_session_words PRIMARY KEY,
    created_wall varchar(24) NOT NULL, words tsvector NOT NULL)""",
    "CREATE INDEX ix_session_words_words ON session_words USING gin (words)",
)
_ADD_ON_SQLITE = (
    "INSERT INTO session_words_numbers (session_id) VALUES (:session_id)",
    """INSERT INTO session_words (rowid, session_id, created_wall, words)
    SELECT number, session_id, :created_wall, :words FROM session_words_numbers
    WHERE session_id = :session_id""",
)
_ADD_ON_POSTGRESQL = (
    "INSERT INTO session_words VALUES (:session_id, :created_wall, strip(to_tsvector('simple', :words)))",
)
_FORGET_ON_SQLITE = (
    """DELETE FROM session_words
    WHERE rowid = (SELECT number FROM session_words_numbers WHERE session_id = :session_id)""",
    "DELETE FROM session_words_numbers WHERE session_id = :session_id",
)
_FORGET_ON_POSTGRESQL = ("DELETE FROM session_words WHERE session_id = :session_id",)
_WORDS = re.compile(r"[^\W_]+")

words_table: TableClause = table(TABLE, column("session_id"), column("created_wall"), column("words"))


def create(connection: Connection) -> None:
    """Make the index, and fill it with what is there."""
    sqlite = connection.dialect.name == "sqlite"
    for statement in (_SQLITE, _NUMBERS) if sqlite else _POSTGRESQL:
        connection.execute(text(statement))
    with Session(connection) as db:
        for session_id in db.scalars(select(SessionRow.session_id)).all():
            learn(db, session_id)
        db.flush()


def number(connection: Connection) -> None:
    """Write down which row is whose, in an index of before that was known; PostgreSQL needs nothing."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(_NUMBERS))
        connection.execute(
            text("INSERT OR IGNORE INTO session_words_numbers SELECT rowid, session_id FROM session_words")
        )


def forget_numbers(connection: Connection) -> None:
    """Go back to before they were known."""
    connection.execute(text("DROP TABLE IF EXISTS session_words_numbers"))


def drop(connection: Connection) -> None:
    """Remove it."""
    forget_numbers(connection)
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
    words = " ".join(word for line in lines for word in _WORDS.findall(line))
    words = words.encode()[:MOST_BYTES].decode(errors="ignore")
    row = {"session_id": session_id, "created_wall": found.created_wall, "words": words}
    for statement in _ADD_ON_SQLITE if _embedded(db) else _ADD_ON_POSTGRESQL:
        db.execute(text(statement), row)


def forget(db: Session, sessions: list[str]) -> None:
    """Take sessions out."""
    statements = _FORGET_ON_SQLITE if _embedded(db) else _FORGET_ON_POSTGRESQL
    for session_id in sessions:
        for statement in statements:
            db.execute(text(statement), {"session_id": session_id})


def sweep(db: Session) -> None:
    """Leave no word of what was taken out in the index's own pages; PostgreSQL does so when it vacuums."""
    if _embedded(db):
        db.execute(text("INSERT INTO session_words(session_words) VALUES ('optimize')"))


def matching(db: Session, wanted: str) -> ColumnElement[bool] | None:
    """Whether a row of ``words_table`` has all the words; ``None`` without a word.

    The last one may be a beginning: it may still be being written. More of them would be slow, because
    PostgreSQL collects every session of a beginning before it looks at the other words.
    """
    found = [word.lower() for word in _WORDS.findall(wanted)][:_MOST_WORDS]
    if not found:
        return None
    if _embedded(db):
        asked = " ".join(f'"{word}"' for word in found) + " *"
        return literal_column("session_words").op("MATCH")(asked)
    asked = " & ".join(f"'{word}'" for word in found) + ":*"
    return words_table.c.words.op("@@")(func.to_tsquery(literal_column("'simple'"), asked))


def newest(
    db: Session, wanted: str, narrowing: Sequence[ColumnElement[bool]], after: tuple[str, ...], limit: int
) -> list[str]:
    """The newest sessions that have the words, from ``after`` (their time and id) on; at most ``limit``.

    ``narrowing`` is about rows of sessions. PostgreSQL guesses badly how rare a word is, so it is not
    asked to choose: first the newest sessions are read, which fills a page of any common word; what does
    not is rare enough to be collected from the index and sorted.
    """
    listed, theirs = words_table, (SessionRow.created_wall, SessionRow.session_id)
    fits = matching(db, wanted)
    if fits is None:
        return []
    where = [*narrowing, tuple_(*theirs) < after] if after else narrowing
    if not _embedded(db):
        latest = select(*theirs).where(*where).order_by(*(one.desc() for one in theirs)).limit(_AT_FIRST)
        first = latest.subquery()
        chosen = select(first.c.session_id).join(listed, listed.c.session_id == first.c.session_id)
        order = (first.c.created_wall.desc(), first.c.session_id.desc())
        found = list(db.scalars(chosen.where(fits).order_by(*order).limit(limit)))
        if len(found) == limit:
            return found
    chosen = select(listed.c.session_id).join(SessionRow, SessionRow.session_id == listed.c.session_id)
    no_index = ((listed.c.created_wall + "").desc(), listed.c.session_id.desc())
    return list(db.scalars(chosen.where(fits, *where).order_by(*no_index).limit(limit)))


def _embedded(db: Session) -> bool:
    return db.get_bind().dialect.name == "sqlite"
