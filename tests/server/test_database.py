"""The server's own database: what is acknowledged is on the disk, and one process has the file."""

from pathlib import Path

import pytest
from sqlalchemy import text

from server.database import Database
from server.errors import SetupError
from server.house import House


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)],
)
def test_what_is_acknowledged_is_on_the_disk_and_what_is_deleted_is_not(
    house: House, pragma: str, wanted: str | int
) -> None:
    with house.database.writer.connect() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar_one() == wanted


def test_two_servers_do_not_share_a_file(house: House) -> None:
    with pytest.raises(SetupError, match="another server"):
        Database(house.database.url)


def test_a_log_is_emptied_unless_somebody_reads(house: House) -> None:
    log = Path(f"{house.database.url.removeprefix('sqlite://')}-wal")
    house.stations.new_code("test")
    with house.database.read() as db:
        db.execute(text("SELECT count(*) FROM enrolment_codes")).scalar_one()
        house.stations.new_code("test")
        assert house.database.scrub() is False
    assert house.database.scrub() is True
    assert log.stat().st_size == 0
    house.stations.new_code("test")
