"""One session for programs and for readers: JSON by a published schema, and the conversation as text."""

import json
from typing import Any

from pydantic import TypeAdapter

from kiosk.domain.plain import to_plain
from storage.export.words import KINDS, OUTCOMES, clock
from storage.reports import QuestionReport, SessionReport

SCHEMA = "session.schema.json"
_SCHEMA_DIALECT = "https" + "://json-schema.org/draft/2020-12/schema"


def record(report: SessionReport) -> str:
    """The whole report as JSON; every value names its kind under ``type``."""
    return json.dumps(to_plain(report), indent=2, ensure_ascii=False) + "\n"


def schema() -> str:
    """What ``record`` keeps to, as JSON Schema, made from the types themselves."""
    described: dict[str, Any] = TypeAdapter(SessionReport).json_schema(mode="serialization")
    head = {"$schema": _SCHEMA_DIALECT, "title": "A session of an interview station"}
    return json.dumps({**described, **head}, indent=2, ensure_ascii=False) + "\n"


def conversation(report: SessionReport) -> str:
    """Questions and answers to read, one after the other."""
    blocks = [f"{report.summary.pack_title}\n{report.summary.id}\n"]
    blocks += [_question(question, report.planned) for question in report.questions]
    return "\n".join(blocks)


def _question(question: QuestionReport, of: int) -> str:
    lines = [f"{question.label}/{of} {KINDS[question.kind]}: {question.text}"]
    for answer in question.answers:
        when = f"[{clock(answer.start_s)}] " if answer.start_s is not None else ""
        said = answer.transcript.latest.text if answer.transcript else "(not written down)"
        lines.append(f"  {when}{OUTCOMES[answer.outcome]}: {said}")
    return "\n".join(lines) + "\n"
