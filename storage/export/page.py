"""The results page: one folder that plays by itself, from a disk or a stick, without a network.

index.html      the document, in its reader's language; style, script and captions are inside it
index.de.html   the same in each of the others, a click away
recording.mp4   the recording, where there is one
screen_1.mp4    the candidate's screen while a program was written
captions.vtt    for other players
chapters.vtt
thumbnail.jpg   small pictures of the recording, as soon as they have been made
sprites.jpg
"""

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from kiosk.domain.tongue import Tongue
from storage.chain import ChainVerdict, Entry
from storage.errors import plain_errors
from storage.export import captions, words
from storage.export.drawings import drawings
from storage.export.films import Beside, link, place
from storage.export.tongue import ENDONYMS, gettext, locale, ngettext, speaking, spoken
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
    editions: Mapping[Tongue, str] = field(default_factory=dict)
    """The files of the same page in every language, itself among them; empty where it stands alone."""


def editions(name: str, first: Tongue) -> dict[Tongue, str]:
    """A page's file in every language; the one that opens by itself has no tag in its name."""
    return {one: f"{name}.html" if one is first else f"{name}.{one}.html" for one in Tongue}


def export_page(
    storage: Storage,
    wanted: str,
    into: Path,
    shown_as: Callable[[SessionReport], SessionReport] = lambda it: it,
    first: Tongue = Tongue.ENGLISH,
) -> Path:
    """Write the results page of a session into the folder ``into``; the path of its ``index.html``.

    That one speaks ``first`` and leads to the other languages. Reads the whole recording to prove its hash.
    Raises ``StorageError``.
    """
    report = shown_as(storage.sessions.session(wanted))
    entries = list(storage.journal.entries(report.summary.id))
    with plain_errors(into):
        into.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = _place_recording(report, storage.media, into)
        proof = Proof(now_wall(), storage.journal.verify(), sha256(file) if file else None)
        beside = place(report, storage.media, into) if file else Beside()
        shown = Showing(VIDEO if file else None, beside=beside, editions=editions("index", first))
        for name, text in written(report, entries, proof, shown, first).items():
            write(into / name, text)
        return into / "index.html"


def written(
    report: SessionReport, entries: Sequence[Entry], proof: Proof, shown: Showing, first: Tongue
) -> dict[str, str]:
    """The page in every language and, in the first, the tracks for other players: texts by file name."""
    found = {}
    for tongue, file in shown.editions.items():
        with speaking(tongue):
            found[file] = render(report, entries, proof, shown)
    with speaking(first):
        return found | {f"{name}.vtt": text for name, text in tracks_of(report).items()}


def render(report: SessionReport, entries: Sequence[Entry], proof: Proof, shown: Showing) -> str:
    """The document, in the language that is spoken."""
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
            tracks={name: _data_url(text) for name, text in tracks_of(report).items()},
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=policy(style, script),
            said=captions.said,
            drawings=drawings(report),
        )
    )


def templates(folder: Path = ASSETS) -> Environment:
    """Where documents are made from, in the language that is spoken; every text is escaped."""
    found = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    found.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    found.globals.update(words=words, endonyms=ENDONYMS, tongue=spoken(), dir=locale().text_direction)
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
