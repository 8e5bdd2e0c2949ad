"""One session prepared for its page: each question with its answers, programs, evidence and guide."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kiosk.wire.pieces import FileState
from server.blobs.store import Blobs, file_key
from server.review.service import AS_A_WHOLE
from server.sessions.views import SessionView
from server.tables.files import FileRow
from server.tables.sessions import AnswerRow, CodeSubmissionRow, QuestionRow
from server.web.tongue import gettext
from server.web.transcript import Line, captions, chapters, data_url, latest, lines_of

_CUE = re.compile(
    r"(\d{1,3}):(\d\d):(\d\d(?:\.\d{1,3})?) --> .*\n.*#xywh=(\d{1,5}),(\d{1,5}),(\d{1,5}),(\d{1,5})\b"
)
_POSTER, _SHEET, _INDEX = "pictures/thumbnail.jpg", "pictures/sprites.jpg", "pictures/sprites.vtt"
_LONGEST_INDEX = 1 << 20
_SOUND_ONLY = (".m4a", ".flac", ".wav")


@dataclass(frozen=True, slots=True)
class Glance:
    """One small picture on the sheet, in its pixels."""

    at_s: float
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Small pictures of the recording in one file."""

    address: str
    glances: list[Glance]

    @property
    def width(self) -> int:
        """Of the whole file."""
        return max(one.left + one.width for one in self.glances)

    @property
    def height(self) -> int:
        """Of the whole file."""
        return max(one.top + one.height for one in self.glances)

    def at(self, seconds: float) -> Glance:
        """The picture of this second."""
        return next((one for one in reversed(self.glances) if one.at_s <= seconds + 1.0), self.glances[0])


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that prove something, and where they are in the recording."""

    title: str
    text: str
    at_s: float | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is judged of an answer: what a good one has, and what the rules found."""

    id: str
    title: str
    dimension: str
    guide: list[str]
    """In alphabetical order: it does not tell what was found."""
    level: int | None
    withheld: str | None
    evidence: list[Quote]
    missing: list[str]


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One attempt, to read along."""

    row: AnswerRow
    lines: list[Line]
    origin: str
    language: str
    earlier: str
    """What it read before the candidate corrected it; empty without a correction."""


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question and everything that belongs to it."""

    row: QuestionRow
    answers: list[AnswerPart]
    programs: list[CodeSubmissionRow]
    criteria: list[Criterion]
    score: float | None
    withheld: str | None
    judged: bool
    set_aside: list[str]
    advice: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the template shows."""

    view: SessionView
    video: str | None
    """Where the recording can be fetched; ``None`` when it is not here (yet)."""
    sound_only: bool
    poster: str | None
    sheet: Sheet | None
    captions: str
    chapters: str
    questions: list[QuestionPart]
    downloads: list[tuple[str, FileRow]]

    @property
    def answered(self) -> int:
        """How many questions have an answer that counts."""
        return sum(any(one.row.outcome != "skipped" for one in part.answers) for part in self.questions)


def dossier(view: SessionView, blobs: Blobs, below: str) -> Dossier:
    """Prepare a session whose files are fetched from addresses below ``below``."""
    here = {file.name: file for file in view.files if file.state is FileState.KEPT}
    video = view.video if view.video is not None and view.video.name in here else None
    glances = _glances(blobs, here[_INDEX]) if {_SHEET, _INDEX} <= here.keys() else []
    return Dossier(
        view=view,
        video=f"{below}/{video.name}" if video else None,
        sound_only=bool(video and video.name.endswith(_SOUND_ONLY)),
        poster=f"{below}/{_POSTER}" if _POSTER in here else None,
        sheet=Sheet(f"{below}/{_SHEET}", glances) if glances else None,
        captions=data_url(captions(view)),
        chapters=data_url(chapters(view.recording)) if view.recording else "",
        questions=[_question(view, row) for row in view.questions],
        downloads=[(f"{below}/{name}", file) for name, file in here.items() if "pictures/" not in name],
    )


def _question(view: SessionView, row: QuestionRow) -> QuestionPart:
    answers = [one for one in view.answers if one.question_id == row.question_id]
    found = _line_of(view.assessment.question_analysis if view.assessment else (), row)
    began_s = answers[-1].start_s if answers else None
    criteria = [_criterion(one, began_s) for one in found.get("criteria") or ()]
    return QuestionPart(
        row=row,
        answers=[_answer(one) for one in answers],
        programs=[one for one in view.code if one.question_id == row.question_id],
        criteria=criteria or [_whole(row)],
        score=found.get("score"),
        withheld=found.get("withheld"),
        judged=bool(found),
        set_aside=[one["text"] for one in found.get("set_aside") or ()],
        advice=_line_of(view.assessment.advice if view.assessment else (), row) or None,
    )


def _line_of(lines: Iterable[dict[str, Any]], row: QuestionRow) -> dict[str, Any]:
    return next((line for line in lines if line.get("question") == row.question_id), {})


def _criterion(told: dict[str, Any], began_s: float | None) -> Criterion:
    evidence = [
        Quote(
            one["title"],
            one["quote"]["text"],
            began_s + one["quote"]["start_s"] if began_s is not None else None,
        )
        for one in told.get("evidence") or ()
    ]
    missing = [str(one) for one in told.get("missing") or ()]
    return Criterion(
        id=str(told["criterion"]),
        title=str(told.get("title") or told["criterion"]),
        dimension=str(told.get("dimension") or ""),
        guide=sorted({one.title for one in evidence} | set(missing)),
        level=told.get("level"),
        withheld=told.get("withheld"),
        evidence=evidence,
        missing=missing,
    )


def _whole(row: QuestionRow) -> Criterion:
    """Where the rules judge nothing, people still may."""
    return Criterion(AS_A_WHOLE, gettext("The answer as a whole"), "", list(row.keywords), None, None, [], [])


def _answer(row: AnswerRow) -> AnswerPart:
    versions = row.transcript.get("versions") or []
    found = latest(row)
    earlier = versions[0].get("words") if len(versions) > 1 else ()
    return AnswerPart(
        row=row,
        lines=lines_of(row),
        origin=str(found.get("origin", "")),
        language=str(found.get("language", "")),
        earlier=" ".join(word["text"] for word in earlier or ()),
    )


def _glances(blobs: Blobs, index: FileRow) -> list[Glance]:
    """What the sheet's WebVTT says."""
    if index.size_bytes > _LONGEST_INDEX:
        return []
    vtt = b"".join(blobs.read(file_key(index.session_id, index.sha256))).decode("utf-8", "replace")
    found = []
    for hours, minutes, seconds, *place in _CUE.findall(vtt):
        at_s = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
        found.append(Glance(at_s, *map(int, place)))
    return found
