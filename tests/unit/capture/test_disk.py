import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from capture.disk import Disk, SeekableDiskFile


@pytest.fixture
def errors() -> list[OSError]:
    return []


def test_bytes_reach_the_file_in_order(tmp_path: Path, errors: list[OSError]) -> None:
    disk = Disk(errors.append)
    file = disk.create(tmp_path / "a")
    for number in range(100):
        file.write(b"%03d" % number)
    disk.close()
    assert (tmp_path / "a").read_bytes() == b"".join(b"%03d" % number for number in range(100))
    assert not errors


def test_a_header_can_be_mended(tmp_path: Path, errors: list[OSError]) -> None:
    disk = Disk(errors.append)
    file = disk.create(tmp_path / "a", SeekableDiskFile)
    assert isinstance(file, SeekableDiskFile)
    file.write(b"????body")
    file.seek(0)
    file.write(b"head")
    assert file.tell() == 4
    disk.close()
    assert (tmp_path / "a").read_bytes() == b"headbody"


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, errors: list[OSError]) -> None:
    (tmp_path / "a").write_bytes(b"precious")
    disk = Disk(errors.append)
    with pytest.raises(FileExistsError):
        disk.create(tmp_path / "a")
    disk.close()


def test_the_first_failure_is_told_and_the_thread_goes_on(tmp_path: Path, errors: list[OSError]) -> None:
    done = []
    disk = Disk(errors.append)
    disk.submit(_failing(errno.ENOSPC))
    disk.submit(_failing(errno.EIO))
    disk.submit(lambda: done.append(True))
    disk.close()
    assert [error.errno for error in errors] == [errno.ENOSPC]
    assert done


def _failing(code: int) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(code, "no")

    return fail
