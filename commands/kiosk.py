"""The kiosk itself."""

import shlex
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import BOOTH, MAIN, Data, app, folders_of
from commands.courier import sending
from commands.parts import Parts, equipment_test, put_together, room_lacking
from commands.readiness import SECONDS, rehearsal
from commands.set_up import offer_set_up, set_up_meanwhile
from commands.trouble import end_on_bugs, plainly
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings, read_settings
from kiosk.console import refuse, tell

if TYPE_CHECKING:
    from kiosk.runtime.alive import Mouth

HANGS_S = 15.0
"""An engine that is at one event for so long does nothing for anybody any more."""


@app.command(rich_help_panel=BOOTH)
def kiosk(
    data: Data = None,
    windowed: Annotated[bool, typer.Option(help="Show a window one can close, not the full screen.")] = False,
    supervised: Annotated[
        bool, typer.Option(help="Start again after a crash; off where somebody else does that.")
    ] = True,
    inside: Annotated[
        str, typer.Option(metavar="PROGRAM", help="What shows it, for example a compositor: 'cage --'.")
    ] = "",
) -> None:
    """Open the kiosk: candidates are led through their interviews until it is stopped.

    On a station that was never set up it begins with the set-up; technicians get there from the staff panel.
    """
    folders = folders_of(data)
    if supervised:
        from kiosk.runtime.supervisor import FINAL_EXIT_CODES, supervise

        around = shlex.split(inside)
        if around and shutil.which(around[0]) is None:
            refuse(f"{around[0]} is not installed, so nothing can be shown inside it.")
        command = [*around, sys.executable, str(MAIN), "kiosk"]
        command += ["--data", str(folders.data), "--no-supervised"]
        command += ["--windowed"] if windowed else []
        final = () if around else FINAL_EXIT_CODES  # compositors do not tell how their program ended
        raise typer.Exit(supervise(command, tell, final=final))
    from kiosk.runtime.alive import ALIVE, Mouth
    from ui.application import FOR_SET_UP

    supervisor = Mouth.of_environment()
    with plainly():
        settings = read_settings(folders.data)
        end_on_bugs()
        fullscreen = settings.full_screen and not windowed
        going_on = offer_set_up(folders, settings, supervisor, fullscreen=fullscreen)
        code = 0
        while going_on:
            code = opened(folders, read_settings(folders.data), supervisor, fullscreen=fullscreen)
            supervisor.say(ALIVE)
            going_on = code == FOR_SET_UP and set_up_meanwhile(folders, supervisor, fullscreen=fullscreen)
    raise typer.Exit(0 if code == FOR_SET_UP else code)


def opened(folders: Folders, settings: StationSettings, supervisor: "Mouth", *, fullscreen: bool) -> int:
    """The kiosk from its beginning to its end: its exit code, or ``FOR_SET_UP``."""
    from kiosk.runtime.clock import SystemClock
    from kiosk.runtime.readiness import BoothTests, Readiness
    from kiosk.runtime.room import Room
    from storage.checks import check_all
    from ui.application import run
    from ui.readiness_page import write

    with put_together(folders, settings) as parts, sending(parts, folders, settings):
        parts.station.facts = replace(parts.station.facts, sets_up=True)
        tests = BoothTests(
            slow=lambda: check_all(parts.storage, settings.preset),
            quick=lambda: equipment_test(folders, settings, parts.storage),
            rehearse=lambda: rehearsal(folders, settings, SECONDS),
            keep=lambda report: write(report, folders.readiness, settings.language),
            clock=SystemClock(),
        )
        readiness = Readiness(parts.station, tests, whole=settings.morning_test)
        parts.station.test_with(readiness.request)
        readiness.start()
        room = Room(parts.station, room_lacking(settings, parts.storage))
        room.start()
        code = run(
            parts.station,
            fullscreen=fullscreen,
            staff_screen=settings.staff_screen,
            beat=heart(parts, supervisor),
        )
        room.stop()
        readiness.stop()
        return code


def heart(parts: Parts, supervisor: "Mouth") -> Callable[[int], None]:
    """What the screen calls while it lives: tells the supervisor so if the engine does too."""
    from kiosk.runtime.alive import ALIVE, READY

    def beat(window: int) -> None:
        parts.filmed.window = window
        if parts.station.engine.at_work_s < HANGS_S:
            supervisor.say(f"{READY}\n{ALIVE}")

    return beat
