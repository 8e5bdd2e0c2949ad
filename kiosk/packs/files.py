"""Reading a pack's files without leaving its folder, waiting for a pipe or filling the memory."""

from pathlib import Path

from kiosk.packs.errors import PackErrors, PackProblem

LONGEST_PACK_BYTES = 256 * 1024
LONGEST_STATEMENT_BYTES = 16 * 1024


def read_text(folder: Path, name: str, longest_bytes: int) -> str:
    """The text of ``folder/name``, line ends as ``\\n``; raises ``PackErrors`` with one problem."""
    try:
        data = _read(folder, name, longest_bytes)
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise PackErrors([PackProblem(name, line, "is not UTF-8 text")]) from error
    except OSError as error:
        raise PackErrors([PackProblem(name, 1, f"cannot be read: {error.strerror}")]) from error


def _read(folder: Path, name: str, longest_bytes: int) -> bytes:
    path = folder / name
    if path.is_symlink() or (path.parent != folder and path.parent.is_symlink()):
        raise PackErrors([PackProblem(name, 1, "must not be a link")])
    if path.exists() and not path.is_file():
        raise PackErrors([PackProblem(name, 1, "is not a file")])
    with path.open("rb") as file:
        data = file.read(longest_bytes + 1)
    if len(data) > longest_bytes:
        raise PackErrors([PackProblem(name, 1, f"is longer than {longest_bytes // 1024} KiB")])
    return data
