"""Row 30: a stick in the wrong hands tells no name, no face and no file; the right words open it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from kiosk.domain.export import ExportOutcome, Protection
from storage.export.job import ExportJob
from storage.export.place import StickPlace
from storage.export.verify import verify
from storage.station import Storage, open_station
from tests.exports import archive, judged_interview, ordered
from tests.interviews import SESSION
from tests.sticks import hub, image, needs_sticks

MARKERS = [
    *(b"Zinnia", b"Quillfeather", b"zinnia", b"a film with a face", b"Saturday shifts"),
    *(SESSION.encode(), b"recording", b"index.html", b"report.pdf", b"session.json", b"sessions.csv"),
    *(b"Getting to know you", b"candidate", b"print(a + b)", b"%PDF", b"transcript"),
]

pytestmark = [needs_sticks, pytest.mark.slow]


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    opened = open_station(tmp_path_factory.mktemp("station") / "data")
    judged_interview(opened)
    yield opened
    opened.close()


def markers_in(raw: bytes) -> list[bytes]:
    """Also as file systems write names: in UTF-16."""
    wide = [marker.decode().encode("utf-16-le") for marker in MARKERS]
    small = raw.lower()
    return [marker for marker in (*MARKERS, *wide) if marker.lower() in small]


def stolen(storage: Storage, folder: Path, protection: Protection, *keys: str) -> tuple[bytes, Path, str]:
    """Every byte of the stick, a copy of what lies on it, and the passphrase."""
    with hub() as port:
        stick = port.plug(image(folder / "stick.img", "exfat", 24))
        export = ExportJob(
            archive(storage), ordered(SESSION, protection=protection), StickPlace(port.drives), keys
        )
        assert export.run() is ExportOutcome.DONE
        (drive,) = port.drives.sticks()
        root = port.drives.mount(drive)
        said = export.watch.progress
        if protection is not Protection.NONE:
            (folder / said.place).write_bytes((root / said.place).read_bytes())
        port.drives.unmount(drive)
        export.discard()
        return stick.image.read_bytes(), folder / said.place, said.passphrase


def test_the_markers_would_be_found_on_an_open_stick(storage: Storage, tmp_path: Path) -> None:
    raw, _, _ = stolen(storage, tmp_path, Protection.NONE)
    assert {b"Zinnia", b"a film with a face", b"%PDF"} <= set(markers_in(raw))


def test_nothing_is_read_without_the_passphrase_and_7zip_opens_it_with_it(
    storage: Storage, tmp_path: Path
) -> None:
    raw, closed, passphrase = stolen(storage, tmp_path, Protection.PASSPHRASE)
    assert markers_in(raw) == []
    assert not opens(closed, "k7mq-2xpr-9dvn-4hst-wz3j", tmp_path / "wrong")
    assert opens(closed, passphrase, tmp_path / "right")
    assert opens(tmp_path / "right/content.zip", "", tmp_path / "open")
    assert verify(tmp_path / "open").ok


def opens(archive_file: Path, words: str, into: Path) -> bool:
    command = ["7z", "x", "-y", f"-p{words}", f"-o{into}", str(archive_file)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_nothing_is_read_without_hrs_key(storage: Storage, tmp_path: Path) -> None:
    hr = pyrage.x25519.Identity.generate()
    raw, closed, _ = stolen(storage, tmp_path, Protection.KEY, str(hr.to_public()))
    assert markers_in(raw) == []
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt_file(str(closed), str(tmp_path / "x"), [pyrage.x25519.Identity.generate()])
    pyrage.decrypt_file(str(closed), str(tmp_path / "content.zip"), [hr])
    assert opens(tmp_path / "content.zip", "", tmp_path / "open")
    assert verify(tmp_path / "open").ok
