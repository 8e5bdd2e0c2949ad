"""Inviting candidates and letting staff in."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import BOOTH, AsJson, Data, app, folders_of
from commands.shelves import library_of
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import print_json, remark, tell
from kiosk.domain.accommodations import (
    MOST_RETAKES,
    MOST_TIME,
    Accommodations,
    Captions,
    Comfort,
)
from kiosk.domain.ids import PackId
from kiosk.domain.plain import as_mapping
from kiosk.domain.staff import Role

if TYPE_CHECKING:
    import segno

ROLES = {Role.PROCTOR: "proctor", Role.HR: "HR", Role.TECHNICIAN: "technician"}


@app.command(rich_help_panel=BOOTH)
def invite(
    name: Annotated[str, typer.Option(help="The candidate's name, as HR will read it.")],
    pack: Annotated[str, typer.Option(help="The question pack.")] = "general",
    days: Annotated[int, typer.Option(min=1, max=365, help="How long the code is valid.")] = 14,
    extra_time: Annotated[
        float, typer.Option(min=1.0, max=MOST_TIME, help="Times the time to think and to answer.")
    ] = 1.0,
    extra_retakes: Annotated[
        int, typer.Option(min=0, max=MOST_RETAKES, help="More attempts a question.")
    ] = 0,
    text_answers: Annotated[bool, typer.Option("--text-answers", help="Let the candidate type.")] = False,
    no_clock: Annotated[bool, typer.Option("--no-clock", help="Show no time that is left.")] = False,
    captions: Annotated[
        Captions, typer.Option(help="The question's text while it is spoken.")
    ] = Captions.NORMAL,
    slow_voice: Annotated[bool, typer.Option("--slow-voice", help="A voice that takes its time.")] = False,
    no_voice: Annotated[bool, typer.Option("--no-voice", help="Neither voice nor avatar.")] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make an invitation: a code that opens one interview on this station.

    What a person needs to take part is kept with it and hidden from whoever scores.
    """
    comfort = Comfort(voice=not no_voice, captions=captions, slow=slow_voice)
    needs = Accommodations(extra_time, extra_retakes, text_answers, not no_clock, comfort)
    from storage.station import open_station

    folders = folders_of(data)
    with plainly():
        ready = library_of(folders, read_settings(folders.data)).open(pack)
        if ready.trouble:
            remark(f"The questions will be read, not heard. {ready.trouble}")
        storage = open_station(folders.data)
        try:
            now = datetime.now(UTC)
            code = storage.invitations.create(name, PackId(pack), now, now + timedelta(days=days), needs)
        finally:
            storage.close()
    if as_json:
        print_json({"code": code, "pack": pack, "days": days, "accommodations": as_mapping(needs)})
        return
    qr_code(code).terminal(compact=True)
    tell(f"{code}  opens “{pack}” once within {days} days.")


def qr_code(code: str) -> "segno.QRCode":
    """The code to show to the camera: never a Micro QR code, which few cameras read, ours included."""
    import segno

    return segno.make_qr(code, error="m")


@app.command(rich_help_panel=BOOTH)
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
