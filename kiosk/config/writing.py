"""Changing a station's settings: what people wrote stays, and nothing wrong ever stands in the file."""

import os
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from pydantic import SecretStr
from tomlkit.exceptions import TOMLKitError

from kiosk.config.settings import FILE_NAME, SettingsError, read_settings_file

_PRIVATE = 0o600


def keep_settings(data: Path, changes: Mapping[str, str | int]) -> None:
    """Put ``changes`` into ``station.toml``, whole and durably, or change nothing.

    Raises ``SettingsError``, also where the environment decides otherwise.
    """
    file = data / FILE_NAME
    part = file.with_suffix(".part")
    try:
        data.mkdir(parents=True, exist_ok=True)
        document = tomlkit.parse(file.read_text("utf-8")) if file.exists() else tomlkit.document()
        document.update(changes)
        _write(part, tomlkit.dumps(document), file.stat().st_mode if file.exists() else _PRIVATE)
        _check(part, changes)
        part.replace(file)
        _sync(data)
    except (OSError, ValueError, TOMLKitError) as error:
        raise SettingsError(f"{file}: {error}") from error
    finally:
        part.unlink(missing_ok=True)


def _check(part: Path, changes: Mapping[str, str | int]) -> None:
    """By the station's own rules, before anything depends on it."""
    settings = read_settings_file(part)
    for name, value in changes.items():
        if not _same(getattr(settings, name), value):
            raise SettingsError(f"KIOSK_{name.upper()} in the environment decides otherwise")


def _same(now: object, written: str | int) -> bool:
    match now:
        case SecretStr():
            return now.get_secret_value() == written
        case Path():
            return now == Path(str(written))
        case _:
            return now == written


def _write(file: Path, text: str, mode: int) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode & 0o777)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    """A name that was given is on the disk, too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
