"""Setting a station up on the screen: from its language to a test interview."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import BOOTH, Data, app, folders_of
from commands.parts import put_together
from commands.trouble import end_on_bugs, plainly
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings, read_settings
from kiosk.console import tell
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import PackId, SessionId
from kiosk.domain.recording import RecordingStatus
from kiosk.domain.set_up import SetUpEnd, Trial

if TYPE_CHECKING:
    from storage.station import Storage

TRIAL_PACK = PackId("demo")
TRIAL_NAME = "Test interview"
"""Under this name HR finds it among the others."""


@app.command(name="setup", rich_help_panel=BOOTH)
def set_up(
    data: Data = None,
    windowed: Annotated[bool, typer.Option(help="Show a window, not the full screen.")] = False,
) -> None:
    """Set this station up, or look at how it is set and change it: every step can be passed over."""
    folders = folders_of(data)
    with plainly():
        end_on_bugs()
        end = walk_through(folders, fullscreen=not windowed)
    if end is SetUpEnd.FINISHED:
        tell("The station is set up. Open it with: main.py kiosk")


def offer_set_up(folders: Folders, settings: StationSettings, *, fullscreen: bool) -> bool:
    """Begin with the set-up where nobody ever made one; whether to go on to the kiosk."""
    from commands.setting_up import never_set_up
    from storage.station import open_station

    storage = open_station(folders.data)
    try:
        wanted = never_set_up(folders, settings, storage.staff)
    finally:
        storage.close()
    return not wanted or walk_through(folders, fullscreen=fullscreen) is not None


def walk_through(folders: Folders, *, fullscreen: bool) -> SetUpEnd | None:
    """The pages, and test interviews in between; ``None`` when the program was told to stop."""
    from ui.setup.window import LAST

    trial, begin_at = None, 0
    while (end := _pages(folders, trial, begin_at, fullscreen=fullscreen)) is SetUpEnd.TRIAL:
        trial, begin_at = make_trial(folders, read_settings(folders.data), fullscreen=fullscreen), LAST
    return end


def make_trial(folders: Folders, settings: StationSettings, *, fullscreen: bool) -> Trial:
    """A test interview on the real kiosk, and what came of it."""
    from ui.application import run
    from ui.setup.trial import TrialVisit

    with put_together(folders, settings) as parts:
        now = datetime.now(UTC)
        before = {one.id for one in parts.storage.sessions.list_sessions()}
        code = parts.storage.invitations.create(TRIAL_NAME, TRIAL_PACK, now, now + timedelta(hours=1))
        visit = TrialVisit(code)
        run(parts.station, fullscreen=fullscreen, visitor=visit)
        return _outcome(parts.storage, before, visit.faults)


def _pages(folders: Folders, trial: Trial | None, begin_at: int, *, fullscreen: bool) -> SetUpEnd | None:
    from commands.setting_up import StationSetUp
    from kiosk.runtime.instance import SingleInstance
    from storage.station import open_station
    from ui.setup.running import run_set_up

    storage = open_station(folders.data)
    instance = SingleInstance(folders.lock)
    station = StationSetUp(folders, storage, trial)
    try:
        return run_set_up(station, fullscreen=fullscreen, begin_at=begin_at)
    finally:
        station.close()
        instance.release()
        storage.close()


def _outcome(storage: "Storage", before: set[SessionId], faults: tuple[Fault, ...]) -> Trial:
    made = [one for one in storage.sessions.list_sessions() if one.id not in before]
    if not made:
        return Trial(completed=False, trouble=tuple(fault.code for fault in faults))
    report = storage.sessions.session(made[0].id)
    whole = made[0].recording_status is RecordingStatus.COMPLETED
    length_s = report.recording.duration_s if report.recording else 0.0
    noted = {FaultCode(issue.code) for issue in report.issues if issue.code in set(FaultCode)}
    return Trial(whole, length_s, tuple(sorted(noted)))
