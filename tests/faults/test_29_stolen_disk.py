"""Row 29: on a stolen disk nothing of a closed session is readable, and who has the key reads all of it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyrage
import pytest

from storage.errors import RefusedError
from storage.keys import KeyRing
from storage.media import MediaStore
from storage.privacy.erasing import files_of
from storage.privacy.keeping import SealPolicy, SqlKeeping
from storage.privacy.opening import close, opened
from storage.privacy.readers import new_reader, read_identity
from storage.privacy.sealing import check_readers
from storage.station import Storage, open_station
from tests.disks import FileSystem, needs_root
from tests.markers import SESSION, files, found_in, plant
from tests.trouble.counts import often
from tests.trouble.thefts import sealed, words_on_a_stolen_disk
from tests.unit.storage.test_projections import rows

KILLS = often(60, usually=4)
BIG_BYTES = 24 << 20


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody of HR with a key on a stick."""

    file: Path
    public: str

    @property
    def identity(self) -> pyrage.x25519.Identity:
        return read_identity(self.file, lambda: "wren heron swift")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    file = tmp_path_factory.mktemp("stick") / "hr.key"
    return Reader(file, new_reader(file, ""))


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = open_station(tmp_path / "data")
    yield storage
    storage.close()


def test_no_marked_word_of_a_sealed_session_is_in_the_data_folder(storage: Storage, reader: Reader) -> None:
    markers = plant(storage)
    assert len(found_in(files(storage.media.data), markers)) >= 7, "they are found where they are"
    keeping = sealed(storage, reader.public)
    assert found_in(files(storage.media.data), markers) == {}
    assert keeping.to_seal() == []
    assert storage.journal.keys.of(SESSION) is None
    assert storage.journal.verify().ok
    storage.journal.rebuild()
    assert found_in(files(storage.media.data), markers) == {}


@needs_root
@pytest.mark.parametrize("kind", FileSystem)
def test_no_marked_word_is_in_an_image_of_the_whole_disk(
    kind: FileSystem, tmp_path: Path, reader: Reader
) -> None:
    planted, left = words_on_a_stolen_disk(kind, tmp_path, reader.public)
    assert planted, "they are found where they are"
    assert left == set()


def test_who_has_the_key_reads_everything_as_before(storage: Storage, reader: Reader, tmp_path: Path) -> None:
    markers = plant(storage)
    before, report = rows(storage), storage.sessions.session(SESSION)
    contents = {file.name: file.read_bytes() for file in files_of(SESSION, storage.media)}
    contents.pop("x.part")
    sealed(storage, reader.public)
    with opened(storage, [SESSION], reader.identity, tmp_path / "open") as reading:
        again = rows(reading)
        assert {name: found for name, found in again.items() if name != "keeping"} == {
            name: found for name, found in before.items() if name != "keeping"
        }
        assert reading.sessions.session(SESSION) == report
        assert reading.journal.verify().ok
        assert {file.name: file.read_bytes() for file in files_of(SESSION, reading.media)} == contents
    assert not (tmp_path / "open").exists()
    assert found_in(files(storage.media.data), markers) == {}


def test_another_key_opens_nothing(storage: Storage, reader: Reader, tmp_path: Path) -> None:
    plant(storage)
    sealed(storage, reader.public)
    stranger = pyrage.x25519.Identity.generate()
    with (
        pytest.raises(RefusedError, match="not sealed for this key"),
        opened(storage, [SESSION], stranger, tmp_path / "open"),
    ):
        pass
    assert not (tmp_path / "open").exists()


def test_a_folder_with_something_in_it_is_left_alone(
    storage: Storage, reader: Reader, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("dear")
    with (
        pytest.raises(RefusedError, match="not empty"),
        opened(storage, [SESSION], reader.identity, tmp_path / "mine"),
    ):
        pass
    assert (tmp_path / "mine" / "letter").read_text() == "dear"


@pytest.mark.slow
def test_a_readers_file_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    public = new_reader(tmp_path / "hr.key", "wren heron swift")
    assert b"AGE-SECRET-KEY" not in (tmp_path / "hr.key").read_bytes()
    assert str(read_identity(tmp_path / "hr.key", lambda: "wren heron swift").to_public()) == public
    with pytest.raises(RefusedError, match="passphrase"):
        read_identity(tmp_path / "hr.key", lambda: "wren heron")
    with pytest.raises(RefusedError, match="not a private key"):
        read_identity(Path(__file__), lambda: "")


def test_with_no_key_configured_nothing_is_sealed(storage: Storage) -> None:
    plant(storage)
    assert SqlKeeping(storage.database, storage.media, SealPolicy()).to_seal() == ()
    with pytest.raises(RefusedError, match="public key"):
        check_readers(["ssh-ed25519 AAAA"])


SEALER = """
import sys
from pathlib import Path
from storage.privacy.keeping import SealPolicy, SqlKeeping
from storage.station import open_station

storage = open_station(Path(sys.argv[1]))
keeping = SqlKeeping(storage.database, storage.media, SealPolicy((sys.argv[2],)))
print("ready", flush=True)
for session in keeping.to_seal():
    keeping.seal(session)
print("sealed", flush=True)
"""


@pytest.mark.slow
def test_killed_while_sealing_it_goes_on_and_loses_nothing(tmp_path: Path, reader: Reader) -> None:
    storage = open_station(tmp_path / "data")
    markers = plant(storage)
    folder = storage.media.session_folder(SESSION)
    contents = {folder / "video_files" / f"{number}.mp4": os.urandom(BIG_BYTES) for number in range(2)}
    for file, content in contents.items():
        file.write_bytes(content)
    storage.close()
    for kill in range(KILLS):
        sealer = subprocess.Popen(
            [sys.executable, "-c", SEALER, str(tmp_path / "data"), reader.public], stdout=subprocess.PIPE
        )
        assert sealer.stdout is not None
        with sealer.stdout:
            assert sealer.stdout.readline() == b"ready\n"
            time.sleep(0.3 * kill / KILLS)
            sealer.send_signal(signal.SIGKILL)
        sealer.wait()
        assert_nothing_is_lost(MediaStore(tmp_path / "data"), contents, reader)
    storage = open_station(tmp_path / "data")
    sealed(storage, reader.public)
    assert found_in(files(tmp_path / "data"), markers) == {}
    with opened(storage, [SESSION], reader.identity, tmp_path / "open") as reading:
        opened_folder = reading.media.recordings / SESSION
        for file, content in contents.items():
            assert (opened_folder / file.relative_to(folder)).read_bytes() == content
    storage.close()


def assert_nothing_is_lost(media: MediaStore, contents: dict[Path, bytes], reader: Reader) -> None:
    """Each file is there, plain or sealed, and so is the key."""
    keys = KeyRing(media.keys)
    assert keys.of(SESSION)
    for file, content in contents.items():
        sealed_file = file.with_name(file.name + ".age")
        if sealed_file.exists():
            assert pyrage.decrypt(sealed_file.read_bytes(), [reader.identity]) == content
        else:
            assert file.read_bytes() == content


def test_an_opened_folder_is_wiped(storage: Storage, reader: Reader, tmp_path: Path) -> None:
    markers = plant(storage)
    sealed(storage, reader.public)
    with opened(storage, [SESSION], reader.identity, tmp_path / "open") as reading:
        assert found_in(files(reading.media.data), markers)
        close(tmp_path / "open")
        assert not (tmp_path / "open").exists()
