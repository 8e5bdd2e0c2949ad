"""What of a session goes along: only the parts that were asked for, and nothing that tells who it is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from kiosk.domain.export import Disguise, ExportOrder, ExportPart
from kiosk.domain.ids import CandidateId
from kiosk.domain.standing import FinalStatus
from storage.reports import QuestionReport, ReviewReport, SessionReport

T = TypeVar("T")
HIDDEN = "…"
_SHORTEST_NAME = 2


def selected(report: SessionReport, order: ExportOrder) -> SessionReport:
    """The report as the order wants it."""
    chosen = _only(report, order.parts)
    return chosen if order.disguise is Disguise.NONE else _disguised(chosen, order.disguise)


def _only(report: SessionReport, parts: frozenset[ExportPart]) -> SessionReport:
    questions = tuple(_question(question, parts) for question in report.questions)
    report = replace(report, questions=questions)
    if ExportPart.TRANSCRIPT not in parts:
        report = replace(report, messages=())
    if ExportPart.SCORES not in parts:
        report = replace(report, assessment=None, advice=(), reviews=ReviewReport())
    return report


def _question(question: QuestionReport, parts: frozenset[ExportPart]) -> QuestionReport:
    if ExportPart.TRANSCRIPT not in parts:
        answers = tuple(replace(answer, transcript=None) for answer in question.answers)
        question = replace(question, answers=answers, wording=None)  # a model's reply may quote them
    return question if ExportPart.CODE in parts else replace(question, code=())


def unnamed(report: SessionReport) -> SessionReport:
    """For the candidate: what people think belongs to them, who thinks it does not."""
    reviews = report.reviews
    return replace(
        report,
        reviews=replace(
            reviews,
            ratings=tuple(replace(one, by="") for one in reviews.ratings),
            notes=tuple(replace(one, by="") for one in reviews.notes),
            decisions=tuple(replace(one, by="") for one in reviews.decisions),
        ),
    )


def _disguised(report: SessionReport, disguise: Disguise) -> SessionReport:
    """Without the name, wherever it was said or written; without what belongs to a place or to staff."""
    name = report.summary.candidate_name
    summary = replace(report.summary, candidate=CandidateId(report.summary.id), candidate_name="")
    issues = tuple(replace(issue, by="", detail="") for issue in report.issues)
    report = replace(report, summary=summary, issues=issues, device_info={}, exports=())
    report = replace(report, ended_by="", end_reason="", reviews=ReviewReport())
    report = replace(
        report, final_status=FinalStatus.NEEDS_REVIEW
    )  # nobody is to be led by who judged before
    if report.recording is not None and disguise is Disguise.VOICE_ONLY:
        silent = replace(report.recording, quality=replace(report.recording.quality, video=False))
        report = replace(report, recording=silent)
    parts = [re.escape(part) for part in re.split(r"[\s\-]+", name) if len(part) >= _SHORTEST_NAME]
    if not parts:
        return report
    spoken = re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
    return _texts(report, lambda text: spoken.sub(HIDDEN, text))


def _texts(value: T, change: Callable[[str], str]) -> T:
    """The same value with every text changed; members of closed lists are no texts."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value) if type(value) is str else value
    elif isinstance(value, tuple):
        changed = tuple(_texts(item, change) for item in value)
    elif isinstance(value, Mapping):
        changed = {key: _texts(item, change) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        changed = replace(
            value, **{field.name: _texts(getattr(value, field.name), change) for field in fields(value)}
        )
    return changed  # type: ignore[no-any-return]
