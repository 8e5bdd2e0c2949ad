"""Is the booth fit for the day? The self-test and a test recording, on the screen, as a page and as PDF."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import BOOTH, AsJson, Data, app, folders_of
from commands.parts import self_test
from commands.shelves import voice_of
from commands.trouble import plainly
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings, read_settings
from kiosk.console import print_checks, print_json, refuse, tell
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.readiness import ReadinessReport
from kiosk.runtime.clock import SystemClock
from kiosk.runtime.instance import is_running
from kiosk.wire.version import VERSION

if TYPE_CHECKING:
    from storage.station import Storage

SECONDS = 10.0
SENTENCE = "This is a test of the booth. The quick brown fox jumps over the lazy dog, and back again."


@app.command(rich_help_panel=BOOTH)
def readiness(
    data: Data = None,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the report there, as HTML and as PDF.")
    ] = None,
    seconds: Annotated[float, typer.Option(min=3, max=120, help="Length of the test recording.")] = SECONDS,
    as_json: AsJson = False,
) -> None:
    """Test the booth before the first candidate: everything the self-test looks at, and a test recording."""
    from storage.station import open_station

    folders = folders_of(data)
    if is_running(folders.lock):
        refuse("The kiosk is running with this data; its staff panel tests the booth.")
    with plainly():
        settings = read_settings(folders.data)
        storage = open_station(folders.data)
        try:
            report = report_of(folders, settings, storage, seconds)
        finally:
            storage.close()
        print_json(report) if as_json else print_checks(report.checks)
        if out is not None:
            from ui.readiness_page import HTML, PDF, write

            write(report, out, settings.language)
            if not as_json:
                tell(f"{out / HTML} and {out / PDF}")
    raise typer.Exit(1 if report.verdict is Verdict.BAD else 0)


def report_of(
    folders: Folders, settings: StationSettings, storage: "Storage", seconds: float = SECONDS
) -> ReadinessReport:
    """Test everything; takes some seconds longer than the recording."""
    checks = (*self_test(folders, settings, storage), rehearsal(folders, settings, seconds))
    return ReadinessReport(settings.name, VERSION, SystemClock().wall(), checks)


def rehearsal(folders: Folders, settings: StationSettings, seconds: float) -> CheckResult:
    """The test recording; without a voice nothing is played in it."""
    from capture.devices import resolve_auto
    from capture.rehearsal import rehearse
    from kiosk.ports.voice import VoiceError

    voice = voice_of(folders, settings)
    try:
        voice.render([SENTENCE], "en")
        spoken = voice.utterance(SENTENCE, "en")
    except VoiceError:
        spoken = None
    sound = spoken.sound if spoken else None
    return rehearse(resolve_auto(settings.devices), settings.preset, seconds, sound)
