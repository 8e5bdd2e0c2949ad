"""Looking at the station: its self-test, its sessions, its state."""

from pathlib import Path
from typing import Annotated

import typer

from commands.app import BOOTH, RESULTS, TOOLS, AsJson, Data, Language, app, folders_of
from commands.courier import sync_facts
from commands.parts import reading, self_test
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import console, print_checks, print_facts, print_json, print_line, tell
from kiosk.domain.checks import Verdict, worst
from kiosk.domain.recording import RecordingStatus
from kiosk.wire.version import VERSION


@app.command(rich_help_panel=BOOTH)
def selftest(data: Data = None, as_json: AsJson = False) -> None:
    """Check cameras, microphone, loudspeaker, ffmpeg, disk, database, clock, display and voice."""
    from storage.station import open_station

    folders = folders_of(data)
    with plainly():
        settings = read_settings(folders.data)
        storage = open_station(folders.data)
        try:
            results = self_test(folders, settings, storage)
        finally:
            storage.close()
    print_json(results) if as_json else print_checks(results)
    raise typer.Exit(1 if worst(results) is Verdict.BAD else 0)


@app.command(rich_help_panel=RESULTS)
def sessions(data: Data = None, as_json: AsJson = False) -> None:
    """List the sessions on this station, the newest first."""
    from storage.console import sessions_table

    with reading(data) as storage:
        found = storage.sessions.list_sessions()
    if as_json:
        print_json(found)
    elif found:
        console.print(sessions_table(found))
    else:
        tell("No sessions yet.")


@app.command(rich_help_panel=RESULTS)
def show(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or the beginning of its id.")],
    data: Data = None,
    html: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the results page into this folder.")
    ] = None,
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """Show one session: questions, answers, recording, trouble; or write its results page."""
    from storage.console import answers_table, facts_table, issues_table, programs_table
    from storage.export.page import export_page

    with reading(data) as storage:
        report = storage.sessions.session(session)
        if html is not None:
            first = language or read_settings(folders_of(data).data).language
            report_page(export_page(storage, report.summary.id, html, first=first), as_json=as_json)
            return
    if as_json:
        print_json(report)
        return
    console.print(facts_table(report), "", answers_table(report))
    if any(question.code for question in report.questions):
        console.print("", programs_table(report))
    if report.issues:
        console.print("", issues_table(report))


def report_page(page: Path, *, as_json: bool) -> None:
    """Where the results page is."""
    if as_json:
        print_json({"page": str(page)})
    else:
        tell(str(page))


@app.command(rich_help_panel=TOOLS)
def journal(
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Checkpoints that were kept elsewhere, one a line.")
    ] = None,
    sign: Annotated[
        bool, typer.Option("--sign", help="Print a new checkpoint, to be kept elsewhere.")
    ] = False,
    data: Data = None,
) -> None:
    """Check the journal: every entry, and that it is the one the station signed before."""
    from storage.checkpoints import check_against, read_checkpoints

    with reading(data) as storage:
        if against is not None:
            elsewhere = list(read_checkpoints(against))
            verdict = check_against(storage.journal.entries(), elsewhere)
            tell(f"{len(elsewhere)} checkpoints from {against}")
        else:
            verdict = storage.journal.verify()
        made = storage.journal.sign() if sign and verdict.ok else None
    tell(str(verdict))
    if made is not None:
        print_line(made.as_mapping())
    raise typer.Exit(0 if verdict.ok else 1)


@app.command(rich_help_panel=BOOTH)
def status(data: Data = None, as_json: AsJson = False) -> None:
    """Show what the station is doing now: the kiosk, the recorder, the disk, and how recordings went."""
    from capture.glance import glance
    from kiosk.flow.recovery import replay
    from kiosk.flow.states import session_of
    from kiosk.runtime.instance import is_running
    from storage.signing import StationKey

    folders = folders_of(data)
    with reading(data) as storage:
        settings = read_settings(folders.data)
        now = replay(storage.journal.unfinished())
        line = sync_facts(storage)
        space = storage.media.space(settings.preset)
        found = storage.sessions.list_sessions()
    recorded = [session.recording_status for session in found]
    completed, failed = recorded.count(RecordingStatus.COMPLETED), recorded.count(RecordingStatus.FAILED)
    facts = {
        "station": settings.name,
        "version": VERSION,
        "data": str(folders.data),
        "public_key": StationKey.public_in(folders.data),
        "kiosk": "running" if is_running(folders.lock) else "not running",
        "screen": type(now.scene).__name__,
        "session": session_of(now.scene),
        "help_called": now.help_called,
        "faults": [fault.code for fault in now.faults],
        "recorder": glance(folders.recorder_socket),
        "free_bytes": space.free_bytes,
        "hours_left": round(space.hours, 1),
        "sessions": len(found),
        "recordings_completed": completed,
        "recordings_failed": failed,
        "success_rate": completed / (completed + failed) if completed + failed else None,
        "sync": line,
    }
    if as_json:
        print_json(facts)
    else:
        print_facts(facts)
