"""The results page: one folder that plays by itself, from a disk or a stick, without a network.

index.html      the document; style, script and captions are inside it
recording.mp4   the recording, where there is one
screen_1.mp4    the candidate's screen while a program was written
captions.vtt    for other players
chapters.vtt
thumbnail.jpg   small pictures of the recording, as soon as they have been made
sprites.jpg
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from storage.chain import ChainVerdict, Entry
from storage.errors import plain_errors
from storage.export import captions, words
from storage.export.drawings import drawings
from storage.export.films import Beside, link, place
from storage.media import MediaStore
from storage.reports import SessionReport
from storage.station import Storage
from storage.times import now_wall

ASSETS = Path(__file__).parents[2] / "assets" / "results"
VIDEO = "recording.mp4"
NOT_FOR_SCORERS = {"AccommodationsSet", "ComfortChosen", "AdjustingBegan", "AdjustingEnded", "AnswerTyped"}
"""Events that tell what somebody needs to take part: the journal has them, whoever judges sees none."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was checked when the page was made."""

    made_wall: str
    journal: ChainVerdict
    file_sha256: str | None
    """Of the recording as it lies on the disk now; ``None`` where it is missing."""


@dataclass(frozen=True, slots=True)
class Showing:
    """How a page shows its session."""

    film: str | None
    """The file beside the page that it plays."""
    left_out: bool = False
    """Whether there is a recording that was not to come along."""
    disguised: bool = False
    """Whether whoever reads it is not to know whom they judge: the words come before the film."""
    beside: Beside = field(default_factory=Beside)
    """Films of the screen and small pictures, as far as they come along."""


def showing(proof: Proof, beside: Beside) -> Showing:
    """The recording and what belongs to it, where there is one."""
    return Showing(VIDEO, beside=beside) if proof.file_sha256 else Showing(None)


def export_page(
    storage: Storage,
    wanted: str,
    into: Path,
    shown_as: Callable[[SessionReport], SessionReport] = lambda it: it,
) -> Path:
    """Write the results page of a session into the folder ``into``; the path of its ``index.html``.

    Reads the whole recording to prove its hash. Raises ``StorageError``.
    """
    report = shown_as(storage.sessions.session(wanted))
    entries = list(storage.journal.entries(report.summary.id))
    with plain_errors(into):
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _place_recording(report, storage.media, into)
        proof = Proof(now_wall(), storage.journal.verify(), sha256(file) if file else None)
        tracks = tracks_of(report)
        for name, text in tracks.items():
            write(into / f"{name}.vtt", text)
        shown = showing(proof, place(report, storage.media, into) if file else Beside())
        return write(into / "index.html", render(report, entries, proof, shown, tracks))


def render(
    report: SessionReport,
    entries: Sequence[Entry],
    proof: Proof,
    shown: Showing,
    tracks: dict[str, str] | None = None,
) -> str:
    """The document; ``tracks`` are the WebVTT texts by name."""
    style = (ASSETS / "page.css").read_text("utf-8")
    script = (ASSETS / "page.js").read_text("utf-8")
    return (
        templates()
        .get_template("page.html.j2")
        .render(
            report=report,
            entries=[entry for entry in entries if entry.kind not in NOT_FOR_SCORERS],
            proof=proof,
            shown=shown,
            video=shown.film,
            tracks={name: _data_url(text) for name, text in (tracks or {}).items()},
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=policy(style, script),
            words=words,
            said=captions.said,
            drawings=drawings(report),
        )
    )


def templates() -> Environment:
    """Where documents are made from; every text is escaped."""
    found = Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"clock": words.clock, "day": words.day, "time": words.time, "markdown": markdown}
    return found


def markdown(text: str) -> Markup:
    """A problem statement as HTML: no HTML of its own, no pictures, no addresses that run anything."""
    reader: Any = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return Markup(reader.render(text))  # noqa: S704 - escaped by the renderer, HTML is off


def policy(style: str, script: str) -> str:
    """Only what the page brings along: no request can leave it, whatever a text contains."""
    return "; ".join(
        (
            "default-src 'none'",
            "media-src 'self' file: data:",
            "img-src 'self' file:",
            f"style-src '{_csp_hash(style)}'",
            f"script-src '{_csp_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _data_url(track: str) -> str:
    """Browsers refuse to load captions from a file beside a page that is itself a file."""
    return "data:text/vtt;charset=utf-8;base64," + base64.b64encode(track.encode()).decode()


def _place_recording(report: SessionReport, media: MediaStore, into: Path) -> Path | None:
    if report.recording is None:
        return None
    source = media.file(report.summary.id, report.recording.file)
    if not source.is_file():
        return None
    link(source, into / VIDEO)
    return into / VIDEO


def sha256(file: Path) -> str:
    """The hash of what lies there. Raises ``OSError``."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def tracks_of(report: SessionReport) -> dict[str, str]:
    """WebVTT texts by name; none where there is no recording that they could belong to."""
    if report.recording is None:
        return {}
    return {"captions": captions.captions(report), "chapters": captions.chapters(report.recording)}


def write(path: Path, text: str) -> Path:
    """A text file, the same on every system. Raises ``OSError``."""
    path.write_text(text, "utf-8", newline="\n")
    return path
