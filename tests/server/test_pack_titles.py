"""A pack that HR uploads: its id and version stand in it, and bytes made to confuse are said to be."""

import io
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from server.house import House
from server.identity.roles import Role
from tests.server.conftest import token

TITLE = 'id = "walk"\nversion = "1.2"\n'


def zipped(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


def locked(data: bytes) -> bytes:
    """The same with the mark of a password on its first file."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:6] + b"\x01" + data[7:at] + b"\x01" + data[at + 1 :]


@pytest.mark.parametrize("above", ["", "walk-1.2/"])
def test_a_packs_id_and_version_are_its_own(house: House, client: TestClient, above: str) -> None:
    files = {f"{above}pack.toml": TITLE, f"{above}problems/pack.toml": "nothing"}
    answer = client.post("/api/v1/packs", content=zipped(files), headers=token(house, Role.HR))
    assert (answer.status_code, answer.json()["pack_id"], answer.json()["version"]) == (201, "walk", "1.2")
    assert [(row.pack_id, row.version) for row in house.packs.packs()] == [("walk", "1.2")]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "not_a_zip"),
        (b"PK\x03\x04 and then nothing", "not_a_zip"),
        (zipped({"notes.txt": "none"}), "no_title"),
        (zipped({"a/b/pack.toml": TITLE}), "no_title"),
        (zipped({"pack.toml": "id = 7"}), "no_title"),
        (zipped({"pack.toml": 'id = "walk"'}), "no_title"),
        (zipped({"pack.toml": 'id = "../walk"\nversion = "1"'}), "no_title"),
        (zipped({"pack.toml": 'id = "walk"\nversion = "one"'}), "no_title"),
        (zipped({"pack.toml": b"\xff\xfe"}), "unreadable"),
        (zipped({"pack.toml": "id = "}), "unreadable"),
        (zipped({"pack.toml": "a = " + "[" * 5000}), "unreadable"),
        (zipped({"pack.toml": TITLE + "#" * (8 << 20)})[:-40], "not_a_zip"),
        (locked(zipped({"pack.toml": TITLE})), "unreadable"),
    ],
)
def test_what_is_no_pack_is_refused_in_a_sentence(
    house: House, client: TestClient, data: bytes, error: str
) -> None:
    answer = client.post("/api/v1/packs", content=data, headers=token(house, Role.HR))
    assert (answer.status_code, answer.json()["error"]) == (422, error)
    assert house.packs.packs() == []
    assert list(house.blobs.spool.iterdir()) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 400), byte=st.integers(0, 255))
def test_any_byte_of_a_pack_may_be_another(house: House, client: TestClient, at: int, byte: int) -> None:
    data = bytearray(zipped({"pack.toml": TITLE, "words/en.toml": "a = 1"}))
    data[at % len(data)] = byte
    answer = client.post("/api/v1/packs", content=bytes(data), headers=token(house, Role.HR))
    assert answer.status_code in (201, 422), answer.text
