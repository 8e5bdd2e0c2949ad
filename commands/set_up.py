"""Setting a station up on the screen: from its language to a test interview."""

from collections.abc import Callable
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
from kiosk.runtime.alive import ALIVE, READY, Mouth

if TYPE_CHECKING:
    from storage.station import Storage
    from ui.setup.running import Manner

TRIAL_PACK = PackId("demo")
TRIAL_NAME = "Test interview"
"""Under this name HR finds it among the others."""
UNTOUCHED_MS = 5 * 60_000
"""A set-up that a technician opened and walked away from is not there for the next candidate."""


@app.command(name="setup", rich_help_panel=BOOTH)
def set_up(
    data: Data = None,
    windowed: Annotated[bool, typer.Option(help="Show a window, not the full screen.")] = False,
) -> None:
    """Set this station up, or look at how it is set and change it: every step can be passed over."""
    folders = folders_of(data)
    with plainly():
        end_on_bugs()
        end = walk_through(folders, Mouth(), fullscreen=not windowed)
    if end is SetUpEnd.FINISHED:
        tell("The station is set up. Open it with: main.py kiosk")


def offer_set_up(folders: Folders, settings: StationSettings, supervisor: Mouth, *, fullscreen: bool) -> bool:
    """Begin with the set-up where nobody ever made one; whether to go on to the kiosk."""
    from commands.setting_up import never_set_up
    from storage.station import open_station

    storage = open_station(folders.data)
    try:
        wanted = never_set_up(folders, settings, storage.staff)
    finally:
        storage.close()
    return not wanted or walk_through(folders, supervisor, fullscreen=fullscreen) is not None


def set_up_meanwhile(folders: Folders, supervisor: Mouth, *, fullscreen: bool) -> bool:
    """The set-up in the kiosk's place; whether to go back to it, or the program was told to stop."""
    end = walk_through(folders, supervisor, fullscreen=fullscreen, untouched_ms=UNTOUCHED_MS)
    return end is not None


def walk_through(
    folders: Folders, supervisor: Mouth, *, fullscreen: bool, untouched_ms: int | None = None
) -> SetUpEnd | None:
    """The pages, and test interviews in between; ``None`` when the program was told to stop.

    ``untouched_ms``: after so long without a touch it is left as by “later”.
    """
    from ui.setup.running import Manner

    trial, manner = None, Manner(_heart(supervisor), fullscreen, untouched_ms)
    while True:
        end = _pages(folders, trial, manner)
        if end is not SetUpEnd.TRIAL:
            return end
        trial = make_trial(folders, supervisor, fullscreen=fullscreen)


def make_trial(folders: Folders, supervisor: Mouth, *, fullscreen: bool) -> Trial:
    """A test interview on the real kiosk, and what came of it."""
    from ui.application import run
    from ui.setup.trial import TrialVisit

    with put_together(folders, read_settings(folders.data)) as parts:
        now = datetime.now(UTC)
        before = {one.id for one in parts.storage.sessions.list_sessions()}
        code = parts.storage.invitations.create(TRIAL_NAME, TRIAL_PACK, now, now + timedelta(hours=1))
        visit = TrialVisit(code)
        run(parts.station, fullscreen=fullscreen, visitor=visit, beat=_heart(supervisor))
        return _outcome(parts.storage, before, visit.faults)


def _heart(supervisor: Mouth) -> Callable[[int], None]:
    """Whoever watches over the kiosk process hears that its screen lives."""
    return lambda _window: supervisor.say(f"{READY}\n{ALIVE}")


def _pages(folders: Folders, trial: Trial | None, manner: "Manner") -> SetUpEnd | None:
    from commands.setting_up import StationSetUp
    from kiosk.runtime.instance import SingleInstance
    from storage.station import open_station
    from ui.setup.running import run_set_up
    from ui.setup.window import LAST

    storage = open_station(folders.data)
    instance = SingleInstance(folders.lock)
    station = StationSetUp(folders, storage, trial)
    try:
        return run_set_up(station, manner, begin_at=0 if trial is None else LAST)
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
