"""Full-text search over what was said: one text a session, found by its words and by their beginnings.

The index is an FTS5 table; its row ids are ``sessions.seq``. It follows from the transcripts and is kept by
whoever writes those: a database that trusts no schema lets no trigger do it.
"""

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

TABLE = "session_search"
CREATE = """CREATE VIRTUAL TABLE session_search USING
fts5(text, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3')"""
SWEEP = "INSERT INTO session_search(session_search) VALUES ('optimize')"
"""Leaves no word of what was taken out; takes a second or two with 10,000 sessions."""

_REMOVE = text("DELETE FROM session_search WHERE rowid = (SELECT seq FROM sessions WHERE id = :session)")
_ADD = text(
    """INSERT INTO session_search(rowid, text)
    SELECT s.seq, group_concat(t.text, char(10)) FROM sessions s JOIN transcripts t ON t.session_id = s.id
    WHERE s.id = :session GROUP BY s.seq"""
)
_CLEAR = text("DELETE FROM session_search")
_TERMS = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORDS = re.compile(r"\w+")


def learn(db: Session, session: str) -> None:
    """Bring the index up to what the session's transcripts say now."""
    db.flush()
    db.execute(_REMOVE, {"session": session})
    db.execute(_ADD, {"session": session})


def forget(db: Session, session: str) -> None:
    """Take a session out; its words lie in the index's own pages until it is swept."""
    db.execute(_REMOVE, {"session": session})


def forget_all(db: Session) -> None:
    """Begin anew."""
    db.execute(_CLEAR)


def query(words: str) -> str:
    """What FTS5 is asked for: every word, the last one as a beginning; empty when there is no word."""
    phrases = [f'"{" ".join(phrase)}"' for phrase in phrases_of(words)]
    if phrases and not words.endswith((" ", '"')):
        phrases[-1] += " *"
    return " ".join(phrases)


def phrases_of(words: str) -> list[list[str]]:
    """The words that are looked for, those that stand together in one list."""
    terms = (_WORDS.findall(quoted or plain) for quoted, plain in _TERMS.findall(words))
    return [term for term in terms if term]
