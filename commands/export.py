"""Handing interviews on, and checking what was handed on."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from commands.app import RESULTS, AsJson, Data, Language, app, folders_of
from commands.trouble import plainly
from kiosk.config.settings import read_settings
from kiosk.console import print_json, refuse, remark, tell
from kiosk.domain.copies import CopyForm
from kiosk.domain.export import (
    EXPORT_TEXTS,
    GOOD,
    Disguise,
    ExportOrder,
    ExportOutcome,
    ExportPart,
    ExportPhase,
    ExportProgress,
    Protection,
)
from kiosk.ports.copies import CopyJob

if TYPE_CHECKING:
    from storage.export.job import ExportJob
    from storage.station import Storage

CHANGED = 1
"""Exit code when a bundle is not what its station wrote, or an export did not end well."""

_TELL_EVERY_S = 2.0

Ids = Annotated[list[str], typer.Argument(metavar="ID…", help="Sessions, or the beginnings of their ids.")]


@app.command(rich_help_panel=RESULTS)
def verify(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder that was exported.")],
    key: Annotated[str, typer.Option(metavar="HEX", help="The public key its station must have.")] = "",
    as_json: AsJson = False,
) -> None:
    """Check every byte of an exported folder: name what was changed, what is missing, what was added."""
    from storage.export import verify as bundles

    with plainly():
        found = bundles.verify(path, key)
    if as_json:
        print_json(found)
    else:
        for finding in found.findings:
            tell(f"{finding.flaw}: {finding.file}")
        for journal in found.journal_breaks:
            tell(f"entries do not hold together: {journal}")
        tell(f"{found.files} files listed, {len(found.findings)} not as they should be")
        tell(f"signature: {bundles.SEALS[found.seal]}")
        if found.signer:
            tell(f"signed by the station with the public key {found.signer}")
        tell("unchanged" if found.ok else "NOT what the station wrote")
    raise typer.Exit(0 if found.ok else CHANGED)


@app.command(rich_help_panel=RESULTS)
def export(
    sessions: Ids,
    data: Data = None,
    to: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder; otherwise the stick that is plugged in.")
    ] = None,
    contents: Annotated[
        str, typer.Option(metavar="LIST", help="Of video,webm,transcript,code,scores.")
    ] = "video,transcript,code,scores",
    blind: Annotated[
        Disguise, typer.Option(help="For reviewers who are not to know who it is.")
    ] = Disguise.NONE,
    protect: Annotated[Protection, typer.Option(help="Who can open it.")] = Protection.NONE,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who takes it away; kept in the journal.")] = "",
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """Copy sessions to a stick or a folder, prove the copy by reading it back, and let go of the stick."""
    from storage.export.job import ExportJob
    from storage.export.outfit import archive_of, local_drives
    from storage.export.place import FolderPlace, StickPlace
    from storage.station import open_station

    folders = folders_of(data)
    parts = _parts(contents)
    with plainly():
        settings = read_settings(folders.data)
        if not (folders.data / "kiosk.db").exists():
            refuse(f"there is no station data in {folders.data}")
        storage = open_station(folders.data)
        try:
            chosen = tuple(storage.sessions.session(wanted).summary.id for wanted in dict.fromkeys(sessions))
            order = ExportOrder(chosen, parts, blind, protect)
            archive = archive_of(storage, _copies, language or settings.language)
            place = FolderPlace(to) if to else StickPlace(local_drives())
            job = ExportJob(archive, order, place, settings.export_readers)
            outcome = _run(job)
            _journal(storage, job, outcome, by)
        finally:
            storage.close()
    _say(job.watch.progress, as_json=as_json)
    raise typer.Exit(0 if outcome in GOOD else CHANGED)


def _parts(contents: str) -> frozenset[ExportPart]:
    try:
        return frozenset(ExportPart(part.strip()) for part in contents.split(",") if part.strip())
    except ValueError:
        refuse(f"--contents takes some of {','.join(ExportPart)}")


def _copies(source: Path, target: Path, form: CopyForm) -> CopyJob:
    """Loaded only when a copy in another form is wanted."""
    from capture.exports import Export

    return Export(source, target, form)


def _run(job: "ExportJob") -> ExportOutcome:
    """Ctrl-C cancels; what is on the stick then can be continued."""
    over = threading.Event()
    reporter = threading.Thread(target=_report, args=(job, over), name="progress")
    ended: list[ExportOutcome] = []
    worker = threading.Thread(target=lambda: ended.append(job.run()), name="export")
    reporter.start()
    worker.start()
    try:
        worker.join()
    except KeyboardInterrupt:
        job.watch.cancel()
        worker.join()
    finally:
        over.set()
        reporter.join()
        job.discard()
    return ended[0]


def _report(job: "ExportJob", over: threading.Event) -> None:
    while not over.wait(_TELL_EVERY_S):
        now = job.watch.progress
        if now.total_bytes and now.phase in (ExportPhase.COPYING, ExportPhase.VERIFYING):
            left = f", {now.left_s:.0f} s left" if now.left_s is not None else ""
            share = now.done_bytes / now.total_bytes
            remark(f"{now.phase} {share:4.0%}, {now.bytes_per_s / 1e6:.1f} MB/s{left}")


def _journal(storage: "Storage", job: "ExportJob", outcome: ExportOutcome, by: str) -> None:
    """Whoever asks for somebody's interview is written down, however it ended."""
    from kiosk.flow.recovery import replay
    from kiosk.runtime.clock import SystemClock, moment

    kiosk = replay(storage.journal.unfinished())
    for fact in job.facts(outcome, by):
        storage.journal.append(fact, moment(SystemClock()), fact.session, kiosk)


def _say(progress: ExportProgress, *, as_json: bool) -> None:
    assert progress.outcome is not None
    texts = EXPORT_TEXTS[progress.outcome]
    if as_json:
        print_json(progress)
        return
    tell(f"{texts.what_happened} {texts.what_to_do}")
    if progress.place:
        tell(f"name: {progress.place}")
    if progress.passphrase:
        tell(f"passphrase, shown only now: {progress.passphrase}")
