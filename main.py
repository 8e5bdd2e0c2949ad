"""The station's command line, and the place where its parts are put together.

A command imports what it needs when it runs: the supervisor stays free of Qt, devices and database,
and a simple question is answered quickly.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.config.folders import Folders, default_data
from kiosk.config.settings import QUALITIES, QualityName, SettingsError, StationSettings, read_settings
from kiosk.console import console, print_checks, print_facts, print_json, refuse, worst
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.ids import PackId, SessionId, short
from kiosk.domain.recording import DeviceChoice, RecordingOrder, RecordingStatus

if TYPE_CHECKING:
    from capture.client import RecorderClient
    from kiosk.runtime.station import LocalStation
    from storage.station import Storage

VERSION = "0.1.0"
ROOT = Path(__file__).resolve().parent
PACKS = ROOT / "assets" / "packs"
CRASHED = 70
"""Exit code after a bug; the supervisor starts the program again."""

app = typer.Typer(
    help="An open interview station: it asks, records and keeps. A good first command: main.py selftest",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Everything the station keeps.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


# --- putting the parts together ------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Parts:
    """A station that can run: its memory, its recorder, and the engine behind the screen's door."""

    storage: "Storage"
    recorder: "RecorderClient"
    station: "LocalStation"


def folders_of(data: Path | None) -> Folders:
    """The folders of the station that was asked for."""
    return Folders((data or default_data()).expanduser().absolute())


@contextmanager
def plainly() -> Iterator[None]:
    """Trouble of the outside world ends a command with one sentence; bugs still show themselves."""
    from capture.errors import CaptureError
    from kiosk.packs.errors import PackError
    from kiosk.ports.journal import JournalError
    from kiosk.ports.voice import VoiceError
    from kiosk.runtime.instance import AlreadyRunningError
    from storage.errors import StorageError
    from ui.virtual_display import NoDisplayError

    known = (
        CaptureError,
        PackError,
        JournalError,
        VoiceError,
        AlreadyRunningError,
        StorageError,
        NoDisplayError,
        SettingsError,
        OSError,
    )
    try:
        yield
    except known as error:
        refuse(str(error))


@contextmanager
def put_together(
    folders: Folders, settings: StationSettings, checks: tuple[CheckResult, ...]
) -> Iterator[Parts]:
    """Build and start one station, and take it apart again. Raises what ``plainly`` understands."""
    from capture.client import RecorderClient
    from capture.devices import resolve_auto
    from capture.link import Launch
    from kiosk.config.log import set_up_log
    from kiosk.packs.shelf import find
    from kiosk.ports.station import StationFacts
    from kiosk.runtime.clock import SystemClock
    from kiosk.runtime.handlers import Equipment
    from kiosk.runtime.instance import SingleInstance
    from kiosk.runtime.station import LocalStation
    from kiosk.voice.rendered import RenderedVoice
    from storage.station import open_station

    with ExitStack() as last:
        storage = open_station(folders.data)
        last.callback(storage.close)
        set_up_log(folders.log)
        instance = SingleInstance(folders.lock)
        last.callback(instance.release)
        devices = resolve_auto(settings.devices)
        recorder = RecorderClient(Launch(folders.recorder_socket, log=folders.recorder_log))
        quality = settings.preset

        def order_for(session: SessionId) -> RecordingOrder:
            return RecordingOrder(session, str(storage.media.session_folder(session)), settings.name, quality)

        station = LocalStation(
            StationFacts(settings.name, VERSION, devices.simulated, checks),
            storage.journal,
            Equipment(
                recorder=recorder,
                voice=RenderedVoice(folders.voice),
                invitations=storage.invitations,
                find_pack=lambda pack: find(pack, pack_roots(settings)),
                order_for=order_for,
                devices=devices,
                clock=SystemClock(),
            ),
            storage.staff.who,
        )
        station.start()
        last.callback(station.stop)
        yield Parts(storage, recorder, station)


def pack_roots(settings: StationSettings) -> tuple[Path, ...]:
    """Where question packs are looked for, the station's own first."""
    return (*settings.packs, PACKS)


def end_on_bugs() -> None:
    """A thread that dies of a bug takes the process with it: half a program is worse than none."""
    import structlog

    def report(trouble: threading.ExceptHookArgs) -> None:
        structlog.get_logger().critical(
            "a bug ended a thread",
            thread=trouble.thread.name if trouble.thread else "",
            exc_info=(trouble.exc_type, trouble.exc_value, trouble.exc_traceback),
        )
        os._exit(CRASHED)

    threading.excepthook = report


def self_test(settings: StationSettings, storage: "Storage") -> tuple[CheckResult, ...]:
    """Every check of every part, in the order a technician would go."""
    from capture.checks import check_devices
    from capture.devices import StationDevices, resolve_auto
    from kiosk.voice.checks import check_voice
    from storage.checks import check_all
    from ui.checks import check_display

    return (
        *check_all(storage, settings.preset),
        *check_devices(StationDevices(), resolve_auto(settings.devices), settings.preset),
        check_voice(),
        check_display(),
    )


# --- the kiosk -----------------------------------------------------------------------------
@app.command()
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

        command = [
            sys.executable,
            str(ROOT / "main.py"),
            "kiosk",
            "--data",
            str(folders.data),
            "--no-supervised",
        ]
        raise typer.Exit(supervise([*command, *(["--windowed"] if windowed else [])], tell_terminal))
    with plainly():
        settings = read_settings(folders.data)
        end_on_bugs()
        with put_together(folders, settings, ()) as parts:
            from ui.application import run

            code = run(parts.station, fullscreen=settings.full_screen and not windowed)
    raise typer.Exit(code)


def tell_terminal(text: str) -> None:
    """A line for whoever looks at the terminal."""
    console.print(text, markup=False)


# --- a demonstration -----------------------------------------------------------------------
@app.command()
def demo(
    data: Data = None,
    devices: Annotated[
        str, typer.Option(metavar="sim|real", help="The shipped simulators, or this machine's devices.")
    ] = "sim",
    pictures: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep a picture of every screen.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Run the real application through a whole interview with a scripted candidate."""
    if devices not in ("sim", "real"):
        refuse(f"--devices takes sim or real, not “{devices}”.")
    from ui.virtual_display import some_display

    folders = folders_of(data or default_data() / "demo")
    with plainly():
        folders.data.mkdir(parents=True, exist_ok=True)
        settings = demo_settings(folders, real=devices == "real")
        end_on_bugs()
        with some_display(1280, 720), put_together(folders, settings, ()) as parts:
            rehearse(folders, parts, pictures)
        report_demo(folders, as_json=as_json)


def demo_settings(folders: Folders, *, real: bool) -> StationSettings:
    """The station's settings with simulators, or with devices that really exist."""
    from capture.devices import resolve_auto

    settings = read_settings(folders.data)
    if not real:
        return settings.model_copy(update={"camera": "sim", "microphone": "sim", "loudspeaker": "sim"})
    found = resolve_auto(settings.devices)
    if found.simulated:
        refuse(
            f"Not every real device is there (camera {found.camera}, microphone {found.microphone}, "
            f"loudspeaker {found.loudspeaker}). Name them with KIOSK_CAMERA, KIOSK_MICROPHONE, "
            "KIOSK_LOUDSPEAKER or in station.toml."
        )
    return settings


def rehearse(folders: Folders, parts: Parts, pictures: Path | None) -> None:
    """Let the scripted candidate go through one interview."""
    from kiosk.voice.rendering import render_speech
    from kiosk.voice.style import candidate_style
    from ui.application import run
    from ui.scripted import ScriptedCandidate

    now = datetime.now(UTC)
    code = parts.storage.invitations.create("Demo", PackId("demo"), now, now + timedelta(hours=1))
    answer = folders.data / "cache" / "candidate.wav"
    spoken = render_speech(
        (ROOT / "assets" / "demo" / "answer.txt").read_text(), answer, candidate_style("en")
    )
    trouble: list[str] = []

    def say(_question: str) -> float:
        if parts.station.facts.simulated:
            parts.recorder.say(answer)
        else:
            parts.recorder.play(answer, "candidate", into_recording=False)
        return spoken.duration_s

    candidate = ScriptedCandidate(code, say, trouble.append, pictures=pictures)
    run(parts.station, fullscreen=False, size=(1280, 720), scripted=candidate)
    if trouble != [""]:
        refuse(f"The scripted candidate could not finish. {' '.join(trouble)}")


def report_demo(folders: Folders, *, as_json: bool) -> None:
    """What the interview left behind."""
    from capture.probe import probe
    from storage.console import answers_table
    from storage.export.page import export_page
    from storage.station import open_station

    storage = open_station(folders.data, writable=False)
    try:
        report = storage.sessions.session(storage.sessions.list_sessions()[0].id)
        verdict = storage.journal.verify()
        assert report.recording is not None
        file = storage.media.file(report.summary.id, report.recording.file)
        page = export_page(storage, report.summary.id, folders.data / "results" / short(report.summary.id))
    finally:
        storage.close()
    if as_json:
        print_json({"session": report, "file": str(file), "journal": str(verdict), "page": str(page)})
        return
    console.print(answers_table(report))
    tell_terminal(f"\nrecording: {file}\n  {probe(file)}")
    tell_terminal("scores: none (no scorer is set up)")
    tell_terminal(str(verdict))
    tell_terminal(f"results page: {page}")


# --- recording without an interview --------------------------------------------------------
@app.command()
def record(
    out: Annotated[Path, typer.Option(metavar="FILE.mp4", help="The finished recording.")],
    seconds: Annotated[float, typer.Option(min=1, max=24 * 3600, help="How long.")],
    camera: Annotated[
        str,
        typer.Option(metavar="SRC", help="Index, /dev/videoN, name, http:// MJPEG address, file, sim, auto."),
    ] = "auto",
    mic: Annotated[
        str, typer.Option(metavar="NAME", help="PulseAudio or PipeWire source, index, file, sim, auto.")
    ] = "auto",
    quality: Annotated[
        QualityName, typer.Option(help="A preset; the options below change single values.")
    ] = QualityName.HD,
    width: Annotated[int | None, typer.Option(min=160, max=3840)] = None,
    height: Annotated[int | None, typer.Option(min=120, max=2160)] = None,
    fps: Annotated[int | None, typer.Option(min=1, max=60)] = None,
    video_kbps: Annotated[int | None, typer.Option(min=100, max=50_000)] = None,
    audio_kbps: Annotated[int | None, typer.Option(min=32, max=320)] = None,
    preset: Annotated[
        str | None, typer.Option(help="The encoder's: ultrafast, superfast, veryfast, …")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Record camera and microphone into one MP4 through the very same recorder, without an interview."""
    from capture.devices import resolve_auto
    from capture.once import OnceRequest, record_once

    wished: dict[str, Any] = {
        "width": width,
        "height": height,
        "fps": fps,
        "video_kbps": video_kbps,
        "audio_kbps": audio_kbps,
        "preset": preset,
    }
    changed = {name: value for name, value in wished.items() if value is not None}
    chosen = replace(QUALITIES[quality], **changed)
    with plainly():
        recording = record_once(OnceRequest(resolve_auto(DeviceChoice(camera, mic)), seconds, out, chosen))
    if as_json:
        print_json(recording)
    else:
        tell_terminal(f"{out}: {recording.duration_s:.2f} s, {recording.size_bytes / 1e6:.1f} MB")


# --- looking at the station ----------------------------------------------------------------
@app.command()
def selftest(data: Data = None, as_json: AsJson = False) -> None:
    """Check cameras, microphone, loudspeaker, ffmpeg, disk, database, clock, display and voice."""
    from storage.station import open_station

    folders = folders_of(data)
    with plainly():
        settings = read_settings(folders.data)
        storage = open_station(folders.data)
        try:
            results = self_test(settings, storage)
        finally:
            storage.close()
    print_json(results) if as_json else print_checks(results)
    raise typer.Exit(1 if worst(results) is Verdict.BAD else 0)


@app.command()
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
        tell_terminal("No sessions yet.")


@app.command()
def show(
    session: Annotated[str, typer.Argument(metavar="ID", help="The session, or the beginning of its id.")],
    data: Data = None,
    html: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write the results page into this folder.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show one session: questions, answers, recording, trouble; or write its results page."""
    from storage.console import answers_table, facts_table, issues_table
    from storage.export.page import export_page

    with reading(data) as storage:
        report = storage.sessions.session(session)
        if html is not None:
            report_page(export_page(storage, report.summary.id, html), as_json=as_json)
            return
    if as_json:
        print_json(report)
        return
    console.print(facts_table(report), "", answers_table(report))
    if report.issues:
        console.print("", issues_table(report))


def report_page(page: Path, *, as_json: bool) -> None:
    """Where the results page is."""
    if as_json:
        print_json({"page": str(page)})
    else:
        tell_terminal(str(page))


@app.command()
def status(data: Data = None, as_json: AsJson = False) -> None:
    """Show what the station is doing now: the kiosk, the recorder, the disk, and how recordings went."""
    from capture.glance import glance
    from kiosk.flow.recovery import replay
    from kiosk.flow.states import session_of
    from kiosk.runtime.instance import is_running

    folders = folders_of(data)
    with reading(data) as storage:
        settings = read_settings(folders.data)
        now = replay(storage.journal.unfinished())
        space = storage.media.space(settings.preset)
        found = storage.sessions.list_sessions()
    recorded = [session.recording_status for session in found]
    completed, failed = recorded.count(RecordingStatus.COMPLETED), recorded.count(RecordingStatus.FAILED)
    facts = {
        "station": settings.name,
        "version": VERSION,
        "data": str(folders.data),
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
    }
    if as_json:
        print_json(facts)
    else:
        print_facts(facts)


@contextmanager
def reading(data: Path | None) -> Iterator["Storage"]:
    """A station's memory, for looking only."""
    from storage.station import open_station

    with plainly():
        storage = open_station(folders_of(data).data, writable=False)
        try:
            yield storage
        finally:
            storage.close()


# --- people --------------------------------------------------------------------------------
@app.command()
def invite(
    name: Annotated[str, typer.Option(help="The candidate's name, as HR will read it.")],
    pack: Annotated[str, typer.Option(help="The question pack.")] = "general",
    days: Annotated[int, typer.Option(min=1, max=365, help="How long the code is valid.")] = 14,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Make an invitation: a code that opens one interview on this station."""
    import segno

    from kiosk.packs.shelf import find
    from storage.station import open_station

    folders = folders_of(data)
    with plainly():
        find(pack, pack_roots(read_settings(folders.data)))
        storage = open_station(folders.data)
        try:
            now = datetime.now(UTC)
            code = storage.invitations.create(name, PackId(pack), now, now + timedelta(days=days))
        finally:
            storage.close()
    if as_json:
        print_json({"code": code, "pack": pack, "days": days})
        return
    segno.make(code, error="m").terminal(compact=True)
    tell_terminal(f"{code}  opens “{pack}” once within {days} days.")


@app.command()
def staff(
    name: Annotated[str, typer.Option(help="Who will use the PIN; every action is kept with this name.")],
    data: Data = None,
) -> None:
    """Give a member of staff a PIN for the panel (Ctrl+Alt+Shift+K at the kiosk)."""
    from storage.station import open_station

    pin = typer.prompt("PIN (at least 6 digits)", hide_input=True, confirmation_prompt=True)
    with plainly():
        storage = open_station(folders_of(data).data)
        try:
            storage.staff.add(name, pin)
        finally:
            storage.close()
    tell_terminal(f"{name} may use the staff panel.")


if __name__ == "__main__":
    app()
