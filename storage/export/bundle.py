"""Laying out an export: every file of it, made or found, ready to be copied somewhere.

Small files are made in a folder of the station's cache; a recording is taken from where it lies. Names are
ids and numbers; a person's name stands only inside documents.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.code import CodeLanguage
from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.domain.export import Disguise, ExportOrder, ExportOutcome, ExportPart
from kiosk.domain.recording import Recording
from kiosk.domain.standing import OVER
from kiosk.domain.tongue import Tongue
from kiosk.ports.copies import CopyError, CopyMaker
from storage.chain import ChainVerdict, Entry, canonical
from storage.errors import ExportFailedError, of_system
from storage.export import bag, overview, record
from storage.export.bag import Item
from storage.export.films import Beside, place
from storage.export.guide import guide
from storage.export.page import (
    NOT_FOR_SCORERS,
    VIDEO,
    Proof,
    Showing,
    editions,
    render,
    sha256,
    write,
    written,
)
from storage.export.paper import write_pdf
from storage.export.selection import selected
from storage.export.tongue import speaking
from storage.export.watch import Watch
from storage.journal import SqlJournal
from storage.media import MediaStore
from storage.reports import SessionReport
from storage.sessions import Sessions
from storage.signing import StationKey
from storage.times import now_wall

WEBM = "recording.webm"
_SUFFIXES = {
    CodeLanguage.PYTHON: "py",
    CodeLanguage.JAVASCRIPT: "js",
    CodeLanguage.C: "c",
    CodeLanguage.CPP: "cpp",
    CodeLanguage.JAVA: "java",
}
_DISGUISES = {Disguise.BLURRED: CopyForm.BLURRED, Disguise.VOICE_ONLY: CopyForm.VOICE_ONLY}


@dataclass(frozen=True, slots=True)
class Archive:
    """Where exports come from."""

    sessions: Sessions
    journal: SqlJournal
    media: MediaStore
    key: StationKey
    copies: CopyMaker
    tongue: Tongue = Tongue.ENGLISH
    """What the station speaks to staff: pages open in it, and papers are in it."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bag that is laid out; ``last`` holds what is written when the payload is known to be there."""

    export: str
    payload: tuple[Item, ...]
    last: tuple[Item, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything, in the order in which it is written."""
        return (*self.payload, *self.last)


def export_id(order: ExportOrder, key: StationKey) -> str:
    """The same for the same order on the same station, so that an interrupted export is found again."""
    parts = {name: str(getattr(order, name)) for name in ("disguise", "protection")}
    listed = {"sessions": sorted(order.sessions), "parts": sorted(order.parts)}
    return hashlib.sha256(key.public + canonical({**parts, **listed})).hexdigest()[:12]


def lay_out(archive: Archive, order: ExportOrder, into: Path, watch: Watch) -> Bundle:
    """Make everything that has to be made, in the empty folder ``into``. Raises ``StorageError``."""
    reports = [archive.sessions.session(session) for session in order.sessions]
    if not reports or any(report.summary.status not in OVER for report in reports):
        raise ExportFailedError(ExportOutcome.NOTHING_CHOSEN)
    chain = archive.journal.verify()
    try:
        chosen = []
        found: list[tuple[str, Path]] = []
        for report in reports:
            watch.check()
            work = _Session(archive, order, into, watch)
            chosen.append(selected(report, order))
            found += work.files(report, chosen[-1], chain)
        found += _overview(chosen, into)
        payload = tuple(bag.item(name, path) for name, path in found)
        return _closed(archive, order, chosen, payload, into)
    except OSError as error:
        raise of_system(error, into) from error


@dataclass(frozen=True, slots=True)
class _Session:
    """Makes the files of one session."""

    archive: Archive
    order: ExportOrder
    into: Path
    watch: Watch

    def files(
        self, whole: SessionReport, report: SessionReport, chain: ChainVerdict
    ) -> list[tuple[str, Path]]:
        """Names in the bag, and where the content lies."""
        folder = self.into / "data" / report.summary.id
        folder.mkdir(parents=True)
        film = dict(self._film(whole.recording, report, folder))
        made = {path.name: path for path in self._documents(whole, report, chain, list(film), folder)}
        if self.order.disguise is Disguise.NONE:
            made["journal.jsonl"] = self._journal(report, folder)
        together = {**made, **film, **dict(self._code(report, folder))}
        return [(f"data/{report.summary.id}/{name}", path) for name, path in together.items()]

    def _documents(
        self, whole: SessionReport, report: SessionReport, chain: ChainVerdict, film: list[str], folder: Path
    ) -> Iterator[Path]:
        source = self._source(whole.recording, report)
        proof = Proof(now_wall(), chain, sha256(source) if source else None)
        disguised = self.order.disguise is not Disguise.NONE
        left_out = report.recording is not None and not self._wants_film
        beside = place(report, self.archive.media, folder) if film and not disguised else Beside()
        pages = editions("index", self.archive.tongue)
        shown = Showing(film[0] if film else None, left_out, disguised, beside, pages)
        entries = [] if disguised else list(self._entries(report))
        for name, text in written(report, entries, proof, shown, self.archive.tongue).items():
            yield write(folder / name, text)
        yield from (folder / name for name in beside.files)
        yield write(folder / "session.json", record.record(report))
        self.watch.check()
        on_paper = replace(shown, beside=Beside(), editions={})
        with speaking(self.archive.tongue):
            conversation = record.conversation(report)
            paper = render(report, entries, proof, on_paper)
        if ExportPart.TRANSCRIPT in self.order.parts:
            yield write(folder / "transcript.txt", conversation)
        write_pdf(paper, folder / "report.pdf")
        yield folder / "report.pdf"

    @property
    def _wants_film(self) -> bool:
        return bool(self.order.parts & {ExportPart.VIDEO, ExportPart.WEBM})

    def _source(self, recording: Recording | None, report: SessionReport) -> Path | None:
        if recording is None or not self._wants_film:
            return None
        source = self.archive.media.file(report.summary.id, recording.file)
        return source if source.is_file() else None

    def _film(
        self, recording: Recording | None, report: SessionReport, folder: Path
    ) -> Iterator[tuple[str, Path]]:
        """The recording, or what stands for it, the one to play first."""
        source = self._source(recording, report)
        if source is None:
            return
        if self.order.disguise is not Disguise.NONE:
            source = self._copy(source, folder / VIDEO, _DISGUISES[self.order.disguise])
        if ExportPart.VIDEO in self.order.parts:
            yield VIDEO, source
        if ExportPart.WEBM in self.order.parts:
            yield WEBM, self._copy(source, folder / WEBM, CopyForm.WEBM)

    def _copy(self, source: Path, target: Path, form: CopyForm) -> Path:
        job = self.archive.copies(source, target, form)
        try:
            with self.watch.following(job):
                outcome = job.run()
        except CopyError as error:
            raise ExportFailedError(ExportOutcome.COPY_NOT_MADE) from error
        if outcome is CopyOutcome.CANCELLED:
            raise ExportFailedError(ExportOutcome.CANCELLED)
        return target

    def _journal(self, report: SessionReport, folder: Path) -> Path:
        path = folder / "journal.jsonl"
        with path.open("wb") as lines:
            lines.writelines(entry.line() for entry in self._entries(report))
        return path

    def _entries(self, report: SessionReport) -> Iterator[Entry]:
        """Without what tells whoever judges what a candidate needs to take part."""
        entries = self.archive.journal.entries(report.summary.id)
        return (entry for entry in entries if entry.kind not in NOT_FOR_SCORERS)

    def _code(self, report: SessionReport, folder: Path) -> Iterator[tuple[str, Path]]:
        """Every attempt as a file that can be run."""
        for question in report.questions:
            for program in question.code:
                suffix = _SUFFIXES[program.language]
                name = f"question{question.number}-{program.purpose}{program.number}.{suffix}"
                (folder / "code").mkdir(exist_ok=True)
                yield f"code/{name}", write(folder / "code" / name, program.source)


def _overview(reports: Sequence[SessionReport], into: Path) -> Iterator[tuple[str, Path]]:
    folder = into / "data"
    tables = {"sessions": overview.sessions(reports), "answers": overview.answers(reports)}
    people = {"ratings": overview.ratings(reports), "notes": overview.notes(reports)}
    tables |= {name: table for name, table in people.items() if len(table) > 1}
    for name, table in tables.items():
        yield f"data/{name}.csv", write(folder / f"{name}.csv", overview.as_csv(table))
    overview.write_xlsx(folder / "interviews.xlsx", tables)
    yield "data/interviews.xlsx", folder / "interviews.xlsx"
    yield f"data/{record.SCHEMA}", write(folder / record.SCHEMA, record.schema())


def _closed(
    archive: Archive,
    order: ExportOrder,
    reports: Sequence[SessionReport],
    payload: tuple[Item, ...],
    into: Path,
) -> Bundle:
    """The tag files: each list after what it lists."""
    export = export_id(order, archive.key)
    texts = {
        bag.DECLARATION: bag.declaration(),
        bag.INFORMATION: bag.information(export, now_wall()[:10], payload),
        **guide(reports, archive.key.public, archive.tongue),
        bag.MANIFEST: bag.manifest(payload),
    }
    tags = [bag.item(name, write(into / name, text)) for name, text in texts.items()]
    listed = write(into / bag.TAG_MANIFEST, bag.manifest(tags))
    signed = write(into / bag.SIGNATURE, bag.signature(archive.key, listed.read_bytes()))
    last = (*tags, bag.item(bag.TAG_MANIFEST, listed), bag.item(bag.SIGNATURE, signed))
    return Bundle(export, payload, last)
