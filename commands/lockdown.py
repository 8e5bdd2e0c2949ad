"""Making this machine a kiosk, and taking that back."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.app import TOOLS, AsJson, app
from kiosk.console import print_facts, print_json, refuse, tell

MACHINE = Path("/")


class Act(StrEnum):
    """What is to become of the machine."""

    ON = "on"
    OFF = "off"
    STATUS = "status"
    MEND = "mend"


@app.command(rich_help_panel=TOOLS)
def lockdown(
    act: Annotated[Act, typer.Argument(help="mend: undo what was cut off half-way, as every start does.")],
    root: Annotated[
        Path, typer.Option(metavar="DIR", help="The machine's files, if not this one's.")
    ] = MACHINE,
    as_json: AsJson = False,
) -> None:
    """Leave candidates no way out of the kiosk, or take all of that back; tells how it is."""
    from kiosk.lockdown.errors import LockdownError
    from kiosk.lockdown.lock import Lockdown

    machine = Lockdown(root.absolute())
    if act is not Act.STATUS and root == MACHINE and os.geteuid() != 0:
        refuse("Only root can change the machine: sudo interview-kiosk lockdown …")
    try:
        match act:
            case Act.ON:
                machine.on()
                tell("Locked down. Restart the machine: it comes up as a kiosk.")
            case Act.OFF:
                machine.off()
                tell("Everything is put back. Restart the machine: it comes up as it was.")
            case Act.MEND:
                tell("What was cut off is undone." if machine.mend() else "There was nothing to undo.")
            case Act.STATUS:
                print_json(machine.status()) if as_json else print_facts(machine.status())
    except (LockdownError, OSError) as error:
        refuse(str(error))
