"""The support bundle: one file to send to whoever helps, also of a station that is broken."""

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import SecretStr

from commands.app import TOOLS, AsJson, Data, app, folders_of
from commands.serve import server_folder
from commands.support import sections_of
from kiosk.config.settings import SettingsError, StationSettings, read_settings
from kiosk.console import print_json, refuse, tell
from kiosk.wire.version import VERSION

if TYPE_CHECKING:
    from kiosk.support.cover import Cover

_LOGS = ("kiosk.log", "recorder.log", "desk.log", "server.log")


@app.command(rich_help_panel=TOOLS)
def doctor(
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE|DIR", help="Where to write it; else into this folder.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write a support bundle: versions, settings, self-test, counts and logs, and nothing about anybody."""
    from kiosk.support.bundle import Case, write_bundle
    from kiosk.support.logs import with_earlier
    from kiosk.support.section import ask

    folders = folders_of(data)
    settings = _settings(folders.data)
    name = settings.name if settings else os.uname().nodename
    made = datetime.now(UTC)
    answers = [ask(section) for section in sections_of(folders)]
    places = (folders.log.parent, server_folder(data) / "log")
    logs = [log for place in places for name_ in _LOGS for log in with_earlier(place / name_)]
    case = Case(name, VERSION, f"{made:%Y-%m-%d %H:%M:%S} UTC", answers, logs)

    def write(file: Path) -> None:
        write_bundle(case, file, _cover(settings))

    file = _written(_candidates(out, _file_name(name, made)), write)
    if as_json:
        print_json({"file": str(file)})
    else:
        tell(str(file))
        tell("Send this file to whoever helps you: it says how the station does, and nothing about anybody.")


def _settings(data: Path) -> StationSettings | None:
    """The settings where they can be read; what is wrong with them is told by their section."""
    with suppress(SettingsError):
        return read_settings(data)
    return None


def _cover(settings: StationSettings | None) -> "Cover":
    from kiosk.support.cover import Cover

    values = dict(settings).values() if settings else ()
    return Cover(value.get_secret_value() for value in values if isinstance(value, SecretStr))


def _file_name(station: str, made: datetime) -> str:
    plain = "".join(char if char.isalnum() and char.isascii() else "-" for char in station).strip("-")
    return f"support-{plain or 'station'}-{made:%Y%m%dT%H%M%SZ}.zip"


def _candidates(out: Path | None, name: str) -> Sequence[Path]:
    """Where it may go: where somebody said, else here, else where temporary files go."""
    if out is None:
        return (Path.cwd() / name, Path(tempfile.gettempdir()) / name)
    return (out / name if out.is_dir() else out,)


def _written(candidates: Sequence[Path], write: Callable[[Path], None]) -> Path:
    why = ""
    for file in candidates:
        try:
            write(file)
        except OSError as error:
            why = f"{file} cannot be written: {error.strerror}"
        else:
            return file
    return refuse(why)
