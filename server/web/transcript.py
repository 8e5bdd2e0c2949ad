"""What was said, line by line in time: for reading along, for captions, and as plain text."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from server.sessions.views import SessionView
from server.tables.sessions import AnswerRow, RecordingRow
from server.web.tongue import gettext
from server.web.words import clock

_LONGEST_S = 6.0
_MOST_WORDS = 14
_PAUSE_S = 0.8
_SHORTEST_CUE_S = 3.0
_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its stretch of the recording."""

    start_s: float
    end_s: float
    text: str


def latest(answer: AnswerRow) -> dict[str, Any]:
    """The version of a transcript that counts; empty where there is none."""
    versions = answer.transcript.get("versions") or [{}]
    found: dict[str, Any] = versions[-1]
    return found


def lines_of(answer: AnswerRow) -> list[Line]:
    """An answer as lines; one line where nobody knows when its words were said."""
    start_s = answer.start_s or 0.0
    words = latest(answer).get("words") or ()
    if not words:
        end_s = answer.end_s if answer.end_s is not None else start_s + answer.spoken_s
        return [Line(start_s, end_s, answer.text)] if answer.text else []
    return [
        Line(
            start_s + line[0]["start_s"], start_s + line[-1]["end_s"], " ".join(word["text"] for word in line)
        )
        for line in _broken(words)
    ]


def _broken(words: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Where a sentence ends, somebody pauses, or a line is long enough."""
    line: list[dict[str, Any]] = []
    for word in words:
        paused = bool(line) and word["start_s"] - line[-1]["end_s"] > _PAUSE_S
        full = len(line) >= _MOST_WORDS or (bool(line) and word["end_s"] - line[0]["start_s"] > _LONGEST_S)
        if line and (paused or full or line[-1]["text"].endswith(_ENDS)):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def captions(view: SessionView) -> str:
    """WebVTT: the interviewer's sentences and the answers, never two at once."""
    spoken = [
        Line(turn.start_s, turn.start_s + max(turn.duration_s, _SHORTEST_CUE_S), turn.text)
        for turn in view.messages
        if turn.speaker == "interviewer" and turn.start_s is not None and turn.text
    ]
    for answer in view.answers:
        if answer.start_s is not None:
            spoken += [line for line in lines_of(answer) if line.end_s > line.start_s]
    spoken.sort(key=lambda line: line.start_s)
    ends = [*(line.start_s for line in spoken), float("inf")][1:]
    return _track(
        Line(line.start_s, min(line.end_s, end), line.text) for line, end in zip(spoken, ends, strict=True)
    )


def chapters(recording: RecordingRow) -> str:
    """WebVTT: the recording's own chapters."""
    return _track(Line(one["start_s"], one["end_s"], one["title"]) for one in recording.chapters)


def plain_text(view: SessionView) -> str:
    """The conversation to read without a browser."""
    unwritten = gettext("(not written down)")
    parts = [f"{view.candidate_name or view.row.session_id[:8]}, {view.row.pack_title}", ""]
    for question in view.questions:
        parts.append(f"{question.number}. {question.text}")
        if question.worded_by:
            parts.append(f"(worded by a model: {question.worded_by})")
        answers = [one for one in view.answers if one.question_id == question.question_id]
        parts += [f"[{clock(one.start_s)}] {one.text or unwritten}" for one in answers]
        parts.append("")
    return "\n".join(parts)


def data_url(track: str) -> str:
    """A track that travels inside the page."""
    return "data:text/vtt;base64," + base64.b64encode(track.encode()).decode()


def _track(lines: Iterator[Line] | list[Line]) -> str:
    cues = [
        f"{_time(line.start_s)} --> {_time(line.end_s)}\n{_escaped(line.text)}\n"
        for line in lines
        if line.end_s > line.start_s
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _escaped(text: str) -> str:
    """One line, without what WebVTT would take for a mark."""
    joined = " ".join(text.split())
    return joined.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(seconds: float) -> str:
    whole_ms = max(0, round(seconds * 1000))
    hours, rest_ms = divmod(whole_ms, 3_600_000)
    minutes, rest_ms = divmod(rest_ms, 60_000)
    return f"{hours:02}:{minutes:02}:{rest_ms // 1000:02}.{rest_ms % 1000:03}"
