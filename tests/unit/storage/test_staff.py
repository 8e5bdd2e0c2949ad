import pytest

from storage.errors import RefusedError
from storage.station import Storage


def test_a_pin_names_its_owner_and_nobody_else(storage: Storage) -> None:
    storage.staff.add("Sam", "246813")
    storage.staff.add("Alex", "135792")
    assert storage.staff.who("246813") == "Sam"
    assert storage.staff.who("135792") == "Alex"
    assert storage.staff.who("000000") is None
    assert storage.staff.names() == ("Alex", "Sam")


def test_a_new_pin_replaces_the_old_one(storage: Storage) -> None:
    storage.staff.add("Sam", "246813")
    storage.staff.add("Sam", "975310")
    assert (storage.staff.who("246813"), storage.staff.who("975310")) == (None, "Sam")


def test_two_people_cannot_have_one_pin(storage: Storage) -> None:
    storage.staff.add("Sam", "246813")
    with pytest.raises(RefusedError, match="choose another"):
        storage.staff.add("Alex", "246813")


@pytest.mark.parametrize("pin", ["", "12345", "1234567890123", "12a456", "１２３４５６"])
def test_a_pin_is_six_to_twelve_digits(storage: Storage, pin: str) -> None:
    with pytest.raises(RefusedError, match="6 to 12 digits"):
        storage.staff.add("Sam", pin)


def test_no_pin_is_on_the_disk(storage: Storage) -> None:
    storage.staff.add("Sam", "246813")
    storage.database.close()
    content = storage.media.database.read_bytes()
    assert b"$argon2id$" in content
    assert b"246813" not in content
