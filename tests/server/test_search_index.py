"""The index of words: a session is taken out by its key, however many others there are."""

from sqlalchemy import text

from server.database import Database
from server.house import House
from server.search import index

FEW, MANY = 20, 2_000


def filled(database: Database, first: int, last: int) -> None:
    """So many sessions' words, without their sessions."""
    with database.write() as db:
        for number in range(first, last):
            row = {"session_id": f"{number:032x}", "created_wall": "2026", "words": f"word{number} because"}
            for statement in index._ADD_ON_SQLITE:
                db.execute(text(statement), row)


def steps_of_forgetting(database: Database, number: int) -> int:
    """How many steps SQLite takes for it."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    with database.write() as db:
        raw = db.connection().connection.driver_connection
        assert raw is not None
        raw.set_progress_handler(count, 1)
        try:
            index.forget(db, [f"{number:032x}"])
        finally:
            raw.set_progress_handler(None, 0)
    return steps


def known(database: Database) -> list[str]:
    with database.read() as db:
        return list(db.execute(text("SELECT session_id FROM session_words ORDER BY session_id")).scalars())


def test_forgetting_one_session_does_not_read_the_others(house: House) -> None:
    filled(house.database, 0, FEW)
    among_few = steps_of_forgetting(house.database, 3)
    filled(house.database, FEW, MANY)
    among_many = steps_of_forgetting(house.database, 4)
    assert among_many <= 2 * among_few
    left = known(house.database)
    assert len(left) == MANY - 2
    assert f"{3:032x}" not in left
    assert f"{4:032x}" not in left


def test_an_index_of_before_is_numbered_as_it_is(house: House) -> None:
    filled(house.database, 0, FEW)
    with house.database.writer.begin() as connection:
        index.forget_numbers(connection)
        index.number(connection)
    with house.database.write() as db:
        index.forget(db, [f"{5:032x}"])
    assert known(house.database) == [f"{number:032x}" for number in range(FEW) if number != 5]
