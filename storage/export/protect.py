"""One closed file instead of a folder: an AES-256 ZIP that opens with words, or an age file for HR's key.

Either holds one archive, so that not even the number of files can be read from outside.
"""

import os
import secrets
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyrage

from storage.export.bag import Item

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Nothing that is mistaken for something else; 31 of them."""
GROUPS, GROUP_LENGTH = 5, 4
"""20 of 31: 99 bits."""
INSIDE = "content.zip"
_PIECE = 1 << 20

Told = Callable[[int], None]


def new_passphrase() -> str:
    """Machine-made: ``k7mq-2xpr-…``, to be written down."""
    drawn = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
    return "-".join(drawn)


def are_recipients(keys: Sequence[str]) -> bool:
    """Whether these are public keys of age's (``age1…``), one at least."""
    try:
        return bool(_recipients(keys))
    except ValueError:
        return False


def write_zip(items: Iterable[Item], path: Path, passphrase: str, told: Told) -> None:
    """An AES-256 ZIP; ``told`` hears of every byte read and may raise. Raises ``OSError``."""
    import pyzipper  # takes longer to load than a kiosk may take to be back

    with pyzipper.AESZipFile(
        path, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES, allowZip64=True
    ) as outer:
        outer.setpassword(passphrase.encode())
        outer.setencryption(pyzipper.WZ_AES, nbits=256)
        with outer.open(INSIDE, "w", force_zip64=True) as inside:
            _write_archive(items, inside, told)


def write_age(items: Iterable[Item], path: Path, keys: Sequence[str], told: Told) -> None:
    """An age file for each owner of ``keys``. Raises ``OSError``, and ``ValueError`` for what is no key."""
    recipients = _recipients(keys)
    with _piped(lambda archive: _write_archive(items, archive, told)) as archive, path.open("wb") as target:
        pyrage.encrypt_io(archive, target, recipients)


def _recipients(keys: Sequence[str]) -> list[pyrage.x25519.Recipient]:
    try:
        return [pyrage.x25519.Recipient.from_str(key) for key in keys]
    except pyrage.RecipientError as error:
        raise ValueError("not a public key of age's") from error


def _write_archive(items: Iterable[Item], archive: IO[bytes], told: Told) -> None:
    """The items as a plain ZIP, written from its beginning to its end."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED, allowZip64=True) as inner:
        for item in items:
            entry = zipfile.ZipInfo(item.name, (2020, 1, 1, 0, 0, 0))
            entry.file_size = item.size_bytes
            with inner.open(entry, "w", force_zip64=True) as target, item.source.open("rb") as source:
                for piece in _pieces(source):
                    target.write(piece)
                    told(len(piece))


def _pieces(source: IO[bytes]) -> Iterator[bytes]:
    while piece := source.read(_PIECE):
        yield piece


@contextmanager
def _piped(write: Callable[[IO[bytes]], None]) -> Iterator[IO[Any]]:
    """What ``write`` writes on a thread of its own, to be read here; its error is raised here as well."""
    into, out_of = os.pipe()[::-1]
    failed: list[BaseException] = []

    def run() -> None:
        try:
            with os.fdopen(into, "wb") as target:
                write(target)
        except BrokenPipeError:
            pass  # the reader's own error says more
        except BaseException as error:
            failed.append(error)

    writer = threading.Thread(target=run, name="archive")
    with os.fdopen(out_of, "rb") as source:
        writer.start()
        try:
            yield source
        finally:
            source.close()
            writer.join()
    if failed:
        raise failed[0]
