"""The kiosk itself."""

import sys
from typing import Annotated

import typer

from commands.app import BOOTH, MAIN, Data, app, folders_of
from commands.courier import sending
from commands.parts import put_together, room_lacking, self_test
from commands.readiness import SECONDS, rehearsal
from commands.trouble import end_on_bugs, plainly
from kiosk.config.settings import read_settings
from kiosk.console import tell


@app.command(rich_help_panel=BOOTH)
def kiosk(
    data: Data = None,
    windowed: Annotated[bool, typer.Option(help="Show a window one can close, not the full screen.")] = False,
    supervised: Annotated[
        bool, typer.Option(help="Start again after a crash; off where systemd does that.")
    ] = True,
) -> None:
    """Open the kiosk: candidates are led through their interviews until it is stopped."""
    folders = folders_of(data)
    if supervised:
        from kiosk.runtime.supervisor import supervise

        command = [sys.executable, str(MAIN), "kiosk", "--data", str(folders.data), "--no-supervised"]
        raise typer.Exit(supervise([*command, *(["--windowed"] if windowed else [])], tell))
    with plainly():
        settings = read_settings(folders.data)
        end_on_bugs()
        with put_together(folders, settings) as parts, sending(parts, folders, settings):
            from kiosk.runtime.clock import SystemClock
            from kiosk.runtime.readiness import BoothTests, Readiness
            from kiosk.runtime.room import Room
            from ui.application import run
            from ui.readiness_page import write

            tests = BoothTests(
                quick=lambda: self_test(folders, settings, parts.storage),
                rehearse=lambda: rehearsal(folders, settings, SECONDS),
                keep=lambda report: write(report, folders.readiness),
                clock=SystemClock(),
            )
            readiness = Readiness(parts.station, tests, whole=settings.morning_test)
            parts.station.test_with(readiness.request)
            readiness.start()
            room = Room(parts.station, room_lacking(settings, parts.storage))
            room.start()
            full = settings.full_screen and not windowed
            code = run(parts.station, fullscreen=full, staff_screen=settings.staff_screen)
            room.stop()
            readiness.stop()
    raise typer.Exit(code)
