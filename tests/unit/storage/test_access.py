"""Whoever asks for what is kept of them gets all of it."""

import json
from pathlib import Path

import pytest

from kiosk.flow.events import SessionSealed
from storage.errors import RefusedError
from storage.privacy.access import write_access_copy
from storage.station import Storage
from tests.interviews import Interview
from tests.markers import SESSION, files, found_in, plant


def test_everything_somebody_said_and_was_judged_by_is_in_their_copy(
    storage: Storage, tmp_path: Path
) -> None:
    markers = plant(storage)
    page = write_access_copy(storage, SESSION, tmp_path / "copy", "Booth 3")
    copied = found_in(files(tmp_path / "copy"), markers)
    told = {word for words in copied.values() for word in words}
    assert storage.database.scrub()
    (of_tables,) = found_in([storage.media.database], markers).values()
    assert len(of_tables) > 30
    assert set(of_tables) - told == set(), "whatever the tables tell, the copy tells"
    assert page.is_file()
    assert json.loads((tmp_path / "copy" / "session.json").read_text())["summary"]["id"] == SESSION
    assert "delete code" in (tmp_path / "copy" / "receipt.html").read_text()


def test_a_folder_with_something_in_it_is_left_alone(storage: Storage, tmp_path: Path) -> None:
    plant(storage)
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(RefusedError, match="not empty"):
        write_access_copy(storage, SESSION, tmp_path, "Booth 3")
    assert [file.name for file in tmp_path.iterdir() if file.name == "index.html"] == []


def test_of_a_sealed_session_it_is_said_who_can_open_it(storage: Storage, tmp_path: Path) -> None:
    plant(storage)
    Interview(storage.journal, SESSION).happen(SessionSealed(SESSION, ("age1…",)))
    with pytest.raises(RefusedError, match="unseal"):
        write_access_copy(storage, SESSION, tmp_path / "copy", "Booth 3")
