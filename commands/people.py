"""Inviting candidates and letting staff in."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import AsJson, Data, app, folders_of
from commands.shelves import library_of
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import print_json, tell
from kiosk.domain.ids import PackId
from kiosk.domain.staff import Role

if TYPE_CHECKING:
    import segno

ROLES = {Role.PROCTOR: "proctor", Role.HR: "HR", Role.TECHNICIAN: "technician"}


@app.command()
def invite(
    name: Annotated[str, typer.Option(help="The candidate's name, as HR will read it.")],
    pack: Annotated[str, typer.Option(help="The question pack.")] = "general",
    days: Annotated[int, typer.Option(min=1, max=365, help="How long the code is valid.")] = 14,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make an invitation: a code that opens one interview on this station."""
    from storage.station import open_station

    folders = folders_of(data)
    with plainly():
        library_of(folders, read_settings(folders.data)).open(pack)
        storage = open_station(folders.data)
        try:
            now = datetime.now(UTC)
            code = storage.invitations.create(name, PackId(pack), now, now + timedelta(days=days))
        finally:
            storage.close()
    if as_json:
        print_json({"code": code, "pack": pack, "days": days})
        return
    qr_code(code).terminal(compact=True)
    tell(f"{code}  opens “{pack}” once within {days} days.")


def qr_code(code: str) -> "segno.QRCode":
    """The code to show to the camera: never a Micro QR code, which few cameras read, ours included."""
    import segno

    return segno.make_qr(code, error="m")


@app.command()
def staff(
    name: Annotated[str, typer.Option(help="Who will use the PIN; every action is kept with this name.")],
    role: Annotated[Role, typer.Option(help="What they are at the booth for.")] = Role.PROCTOR,
    data: Data = None,
) -> None:
    """Give a member of staff a PIN for the panel (five taps in the top left corner, or Ctrl+Alt+Shift+K).

    A new PIN also lets somebody in again whose old one was guessed wrong too often.
    """
    from storage.station import open_station

    pin = typer.prompt("PIN (at least 6 digits)", hide_input=True, confirmation_prompt=True)
    with plainly():
        storage = open_station(folders_of(data).data)
        try:
            storage.staff.add(name, pin, role)
        finally:
            storage.close()
    tell(f"{name} may use the staff panel as {ROLES[role]}.")
