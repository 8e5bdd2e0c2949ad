"""The central server."""

import secrets
import signal
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import CENTRE, AsJson, Data, app, folders_of
from commands.trouble import plainly
from kiosk.console import print_json, tell

if TYPE_CHECKING:
    from server.house import House

SERVER = "server"
"""Its folder beside a station's data."""


@app.command(rich_help_panel=CENTRE)
def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="The address to listen at.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = None,
    demo: Annotated[bool, typer.Option(help="Made-up sessions to look at; nothing of it is kept.")] = False,
) -> None:
    """Run the central server that stations report to and staff look at."""
    if not demo:
        _serve(server_folder(data), host, port)
        return
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # else the folder would be left behind
    with tempfile.TemporaryDirectory(prefix="kiosk-server-") as folder:
        _serve(Path(folder), host, port, demo=True)


def _serve(folder: Path, host: str | None, port: int | None, *, demo: bool = False) -> None:
    from commands.analyst import judge
    from commands.board import counter_of
    from commands.demo_server import fill, living
    from kiosk.config.log import set_up_log
    from server.house import build
    from server.serving import run
    from server.settings import read_settings

    with plainly():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        set_up_log("server", folder / "log" / "server.log")
        given = {"host": host, "port": port}
        chosen = {name: value for name, value in given.items() if value is not None}
        settings = read_settings(folder, **chosen)
        house = build(settings, folder, judge, counter_of(folder))
        try:
            _first_administrator(house)
            if demo:
                fill(house)
            with living(house) if demo else nullcontext():
                run(house, lambda address: tell(f"The server is at {address}  (Ctrl+C ends it)"))
        finally:
            house.close()


@app.command(name="enrolment-code", rich_help_panel=CENTRE)
def enrolment_code(
    data: Data = None,
    hours: Annotated[int, typer.Option(min=1, max=336, help="How long it is good for.")] = 24,
    as_json: AsJson = False,
) -> None:
    """Make a one-time code with which a station introduces itself; on a server that is not running."""
    from server.house import build
    from server.settings import read_settings

    folder = server_folder(data)
    with plainly():
        house = build(read_settings(folder), folder)
        try:
            code = house.stations.new_code("console", hours)
        finally:
            house.close()
    if as_json:
        print_json({"code": code, "hours": hours})
    else:
        tell(f"{code}  introduces one station within {hours} hours.")


def server_folder(data: Path | None) -> Path:
    """Where a server keeps its things, beside the station's or in the folder it was given."""
    return folders_of(data).data / SERVER


def _first_administrator(house: "House") -> None:
    """Nobody could sign in to a new server: make somebody, and say the password once."""
    from server.identity.roles import Role

    if house.access.has_users():
        return
    password = secrets.token_urlsafe(12)
    roles = frozenset({Role.ADMINISTRATOR, Role.HR})
    house.access.add_user("console", "admin", "Administrator", roles, password)
    tell(f"The first account: login “admin”, password “{password}”. This is shown once; please change it.")
