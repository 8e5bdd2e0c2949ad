"""A whole interview with a scripted candidate, on the real application."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import ASSETS, BOOTH, AsJson, Data, app, folders_of
from commands.narration import Narration
from commands.parts import Parts, put_together
from commands.shelves import pack_roots
from commands.trouble import end_on_bugs, plainly
from kiosk.config.folders import Folders, default_data
from kiosk.config.settings import StationSettings, read_settings
from kiosk.console import console, print_json, refuse, tell
from kiosk.domain.ids import PackId, short

if TYPE_CHECKING:
    from storage.station import Storage
    from ui.scripted import Manner

SCORES_PATIENCE_S = 20.0


@app.command(rich_help_panel=BOOTH)
def demo(
    data: Data = None,
    devices: Annotated[
        str, typer.Option(metavar="sim|real", help="The shipped simulators, or this machine's devices.")
    ] = "sim",
    pack: Annotated[str, typer.Option(help="The question pack.")] = "demo",
    pictures: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Keep a picture of every screen.")
    ] = None,
    brisk: Annotated[
        bool, typer.Option("--brisk", hidden=True, help="Answer in one short sentence, as tests do.")
    ] = False,
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
        with some_display(1280, 720), put_together(folders, settings) as parts:
            parts.station.watch(Narration().hear)
            manner = demo_manner(pack, folders, settings, brisk=brisk)
            rehearse(folders, parts, pack, manner, pictures)
            await_scores(parts.storage, settings)
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


def demo_manner(pack: str, folders: Folders, settings: StationSettings, *, brisk: bool) -> "Manner":
    """How the scripted candidate behaves, with a program for every coding question."""
    from kiosk.packs.shelf import find, folder_of
    from ui.scripted import BRISK, NATURAL

    roots = pack_roots(folders, settings)
    problems = folder_of(pack, roots) / "problems"
    programs = {
        str(question.id): written.read_text("utf-8")
        for question in find(pack, roots).questions
        if question.coding is not None
        for written in (problems / question.coding.problem / "submissions" / "accepted").glob("*.py")
    }
    return replace(BRISK if brisk else NATURAL, programs=programs)


def rehearse(folders: Folders, parts: Parts, pack: str, manner: "Manner", pictures: Path | None) -> None:
    """Let the scripted candidate go through one interview."""
    from kiosk.voice.rendering import render_speech
    from kiosk.voice.style import candidate_style
    from ui.application import run
    from ui.scripted import ScriptedCandidate

    now = datetime.now(UTC)
    code = parts.storage.invitations.create("Demo", PackId(pack), now, now + timedelta(hours=1))
    answer = folders.data / "cache" / "candidate.wav"
    words = (ASSETS / "demo" / "answer.txt").read_text()
    spoken = render_speech(words.partition(".")[0] if manner.brisk else words, answer, candidate_style("en"))
    trouble: list[str] = []

    def say(_question: str) -> float:
        if parts.station.facts.simulated:
            parts.recorder.say(answer)
        else:
            parts.recorder.play(answer, "candidate", into_recording=False)
        return spoken.duration_s

    candidate = ScriptedCandidate(code, say, trouble.append, pictures=pictures, manner=manner)
    run(parts.station, fullscreen=False, visitor=candidate)
    if trouble != [""]:
        refuse(f"The scripted candidate could not finish. {' '.join(trouble)}")


def await_scores(storage: "Storage", settings: StationSettings) -> None:
    """Until the interview is judged, with its transcripts where the station listens; no longer than that."""
    from storage.backlog import SqlBacklog

    backlog = SqlBacklog(storage.database, storage.media)
    deadline = time.monotonic() + SCORES_PATIENCE_S
    while time.monotonic() < deadline:
        unheard = settings.speech != "none" and backlog.to_transcribe()
        if not unheard and not backlog.to_assess():
            return
        time.sleep(0.1)


def report_demo(folders: Folders, *, as_json: bool) -> None:
    """What the interview left behind."""
    from capture.probe import probe
    from storage.console import answers_table, scores_line
    from storage.export.page import export_page
    from storage.station import open_station

    storage = open_station(folders.data, writable=False)
    try:
        report = storage.sessions.session(storage.sessions.list_sessions()[0].id)
        verdict = storage.journal.verify()
        assert report.recording is not None
        file = storage.media.file(report.summary.id, report.recording.file)
        page = export_page(
            storage,
            report.summary.id,
            folders.data / "results" / short(report.summary.id),
            first=read_settings(folders.data).language,
        )
    finally:
        storage.close()
    if as_json:
        print_json({"session": report, "file": str(file), "journal": str(verdict), "page": str(page)})
        return
    console.print(answers_table(report))
    tell(f"\nrecording: {file}\n  {probe(file)}")
    tell(f"scores: {scores_line(report.assessment)}")
    tell(str(verdict))
    tell(f"results page: {page}")
