"""A page on which HR reads and hears a pack before it is asked: one folder that needs no network.

index.html   every question, follow-up, problem and rubric; style, script and drawings are inside it
voice/       the sounds, exactly as candidates will hear them
"""

import base64
import hashlib
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.rubric import FollowUp, Measure
from kiosk.library.built import PACES, SOUNDS
from kiosk.library.library import Library, ReadyPack
from kiosk.library.manifest import Manifest, Saying
from kiosk.ports.voice import Pace, VoiceError

ASSETS = Path(__file__).parents[2] / "assets"
_HIDDEN = ("eyes-half", "eyes-closed")
MEASURES = {
    Measure.STRUCTURE: "Looks for a beginning, an order, reasons and an end, in any answer.",
    Measure.DETAIL: "Looks for own actions, figures, people and examples, in any answer.",
    Measure.CODE: "Counts the hidden tests that the last program passed.",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """A saying as the page plays it."""

    saying: Saying
    number: int

    @property
    def avatar(self) -> str:
        """Who says it."""
        return self.saying.avatar

    @property
    def text(self) -> str:
        """What is said."""
        return self.saying.text

    @property
    def duration_s(self) -> float:
        """At the usual pace."""
        return self.saying.usual.duration_s

    @property
    def usual_file(self) -> str:
        """Beside the page."""
        return f"{SOUNDS}/{self.saying.usual.sha256}.wav"

    @property
    def slow_file(self) -> str:
        """Beside the page."""
        return f"{SOUNDS}/{self.saying.sounds[Pace.SLOW].sha256}.wav"


@dataclass(frozen=True, slots=True)
class FollowUpBlock:
    """A follow-up as the page shows it."""

    followup: FollowUp
    sayings: Mapping[Language, Heard]


@dataclass(frozen=True, slots=True)
class Block:
    """A question as the page shows it; the practice question is number 0."""

    number: int
    question: Question
    sayings: Mapping[Language, Heard]
    followups: tuple[FollowUpBlock, ...]

    @property
    def practice(self) -> bool:
        """Whether its answer is not kept."""
        return self.number == 0


def write_preview(library: Library, name: str, into: Path) -> Path:
    """Build the pack where that is needed, and write its page; the path of ``index.html``.

    Raises ``PackError``, ``VoiceError`` and ``OSError``.
    """
    ready = library.to_approve(name)
    if ready.built is None:
        raise VoiceError("There is no voice, so there is nothing to listen to. main.py selftest says why.")
    (into / SOUNDS).mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = library.folder(name)
    for sound in ready.built.sounds:
        file = folder.sound(sound)
        shutil.copyfile(file, into / SOUNDS / file.name)
    page = into / "index.html"
    page.write_text(render(ready, ready.built), "utf-8", newline="\n")
    return page


def render(ready: ReadyPack, built: Manifest) -> str:
    """The document."""
    style = _asset("results/page.css") + _asset("preview/page.css")
    script = _asset("preview/page.js")
    pack = ready.pack
    asked = [*([pack.practice] if pack.practice else []), *pack.questions]
    return (
        _templates()
        .get_template("page.html.j2")
        .render(
            pack=pack,
            built=built,
            blocks=list(_blocks(pack, built)),
            longest_s=sum(one.think_time_s + one.answer_limit_s for one in pack.questions),
            spoken_s=sum(saying.usual.duration_s for saying in built.sayings),
            voices=sorted({f"{one.avatar} {one.language}: {one.voice}" for one in built.sayings}),
            paces=len(PACES),
            measures=MEASURES,
            standing=f"Approved by {ready.approved_by}."
            if ready.approved_by
            else "Not approved by anybody yet.",
            approved=f"Approved by {ready.approved_by}"
            if ready.approved_by
            else "Not approved by anybody yet",
            drawings={name: _drawing(name) for name in dict.fromkeys(one.avatar for one in asked)},
            mouths={str(number): _mouth(saying) for number, saying in enumerate(built.sayings)},
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            policy=_policy(style, script),
        )
    )


def _blocks(pack: Pack, built: Manifest) -> Iterator[Block]:
    heard = {
        (one.question, one.followup, one.language): Heard(one, number)
        for number, one in enumerate(built.sayings)
        if one.question
    }

    def sayings(question: Question, followup: str = "") -> dict[Language, Heard]:
        return {language: heard[question.id, followup, language] for language in pack.languages}

    asked = [*([(0, pack.practice)] if pack.practice else []), *enumerate(pack.questions, start=1)]
    for number, question in asked:
        followups = tuple(FollowUpBlock(one, sayings(question, one.id)) for one in question.followups)
        yield Block(number, question, sayings(question), followups)


def _mouth(saying: Saying) -> list[list[float | str]]:
    return [[cue.at_s, cue.shape.value] for cue in saying.cues(Pace.USUAL)]


def _drawing(avatar: str) -> Markup:
    """A character's drawing with open eyes and one mouth at a time; nothing where there is no such file."""
    file = ASSETS / "avatars" / f"{avatar}.svg"
    svg = file.read_text("utf-8") if file.is_file() else ""
    svg = re.sub(r'<g id="mouth-([a-z]+)">', r'<g data-mouth-shape="\1" hidden>', svg)
    for layer in _HIDDEN:
        svg = svg.replace(f'<g id="{layer}">', "<g hidden>")
    return Markup(re.sub(r'<g id="[a-z-]+">', "<g>", svg))  # noqa: S704 - our own file


def _templates() -> Environment:
    found = Environment(
        loader=FileSystemLoader(ASSETS / "preview"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters |= {"clock": _clock, "markdown": _markdown}
    return found


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _markdown(text: str) -> Markup:
    reader: Any = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return Markup(reader.render(text))  # noqa: S704 - escaped by the renderer, HTML is off


def _policy(style: str, script: str) -> str:
    """Only what lies beside the page: no request can leave it, whatever a text contains."""
    return "; ".join(
        (
            "default-src 'none'",
            "media-src 'self' file:",
            f"style-src '{_csp_hash(style)}'",
            f"script-src '{_csp_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _csp_hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _asset(name: str) -> str:
    return (ASSETS / name).read_text("utf-8")
