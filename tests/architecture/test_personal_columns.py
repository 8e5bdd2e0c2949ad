"""Whoever adds a column of text to what follows from the journal says whether it is about a person.

Sealing removes what ``storage.projections.keeping`` names. All other text is named here, with the reason.
"""

from typing import Any

from sqlalchemy import JSON, Enum, String

from storage.projections.keeping import PERSONAL_COLUMNS, PERSONAL_ROWS
from storage.schema import Tables
from storage.tables import PROJECTIONS

OF_NOBODY = {
    "staff, who can be asked": {"by", "kept_by", "ordered_by", "ended_by", "questions_approved_by"},
    "the plan, written before anybody came": {
        *("question_id", "text", "avatar", "keywords", "problem"),
        *("pack_id", "pack_version", "pack_title", "language", "notice_version", "questions_sha256"),
        "avatar_settings",
    },
    "made by the recorder": {"file", "format", "quality", "details", "sha256", "proof", "detail"},
    "the station's devices and network": {"device_info", "network_quality"},
    "a model's name": {"worded_by"},
    "random, or a name of a thing": {"invitation_id", "export", "parts", "readers", "stores"},
}
ONLY_OF_NOBODY_HERE = {
    "text": {"questions"},
    "problem": {"questions", "screen_recordings"},
    "detail": {"capture_proofs"},
}
"""Names that may be about somebody elsewhere."""


def can_tell(column: Any) -> bool:
    """Whether any text can stand in it; labels of time, keys and closed lists tell nothing."""
    kind = column.type
    free = isinstance(kind, String | JSON) and not isinstance(kind, Enum)
    label = column.name.endswith(("_wall", "_boot_id")) or column.name == "boot_id"
    return free and not (label or column.primary_key or column.foreign_keys)


def undeclared(table: type[Tables]) -> set[str]:
    name = table.__tablename__
    removed = {column for of, blanks, _ in PERSONAL_COLUMNS if of is table for column in blanks}
    known = set[str]().union(*OF_NOBODY.values())
    harmless = {column for column in known if name in ONLY_OF_NOBODY_HERE.get(column, {name})}
    columns = {column.name for column in table.__table__.columns if can_tell(column)}
    return columns - removed - harmless


def test_every_text_in_the_tables_is_declared() -> None:
    found = {table.__tablename__: undeclared(table) for table in PROJECTIONS if table not in PERSONAL_ROWS}
    assert {name: columns for name, columns in found.items() if columns} == {}


def test_a_new_text_is_found() -> None:
    assert {"text", "transcript"} <= set().union(*(undeclared(table) for table in PERSONAL_ROWS))
