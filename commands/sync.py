"""The station and the central server: introducing one to the other, and what is left to send."""

from typing import Annotated

import typer

from commands.app import CENTRE, AsJson, Data, app, folders_of
from commands.courier import sync_facts
from commands.parts import reading
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import print_facts, print_json, refuse, tell
from kiosk.wire.version import VERSION


@app.command(rich_help_panel=CENTRE)
def enrol(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The one-time code that the server gave.")],
    server: Annotated[str, typer.Option(metavar="URL", help="The server, for example https://host.")],
    data: Data = None,
) -> None:
    """Introduce this station to a central server; from its next start it sends what it keeps there."""
    from kiosk.ports.sync import SyncError
    from kiosk.wire.enrolment import Enrol
    from storage.station import open_station
    from storage.sync.enrolling import enrol as introduce

    url = server.rstrip("/")
    if not url.startswith(("https://", "http://")):
        refuse("The server's address begins with https:// (or http:// inside one computer).")
    folders = folders_of(data)
    with plainly():
        settings = read_settings(folders.data)
        open_station(folders.data).close()
        try:
            asked = Enrol(code=code[:64], name=settings.name, version=VERSION)
            told = introduce(folders.data, url, asked)
        except SyncError as error:
            refuse(f"The server does not take this station: {error}.")
    tell(f"“{settings.name}” is station {told.station_id} of {url}. Restart the kiosk if it is running.")


@app.command(rich_help_panel=CENTRE)
def sync(
    data: Data = None,
    retry: Annotated[bool, typer.Option("--retry", help="Offer again what the server refused.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what the central server has not confirmed yet, and what it refused."""
    from storage.station import open_station
    from storage.sync.memory import Uploads

    if retry:
        with plainly():
            storage = open_station(folders_of(data).data)
            again = Uploads(storage.database).unpark()
            storage.close()
        tell(f"{again} sessions are offered again.")
    with reading(data) as storage:
        facts = sync_facts(storage)
    print_json(facts) if as_json else print_facts(facts)
