"""WebVTT tracks of a recording: what the interviewer said, and a chapter per question."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.recording import Recording
from storage.reports import SessionReport
from storage.statuses import Speaker

SHORTEST_CUE_S = 3.0
"""A question that was only shown, or is spoken quickly, still has to be read."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A text from one second of the file to another."""

    start_s: float
    end_s: float
    text: str


def captions(report: SessionReport) -> str:
    """The interviewer's sentences at the time they were spoken; answers join when they are transcribed."""
    cues = [
        Cue(message.start_s, message.start_s + max(message.duration_s, SHORTEST_CUE_S), message.text)
        for message in report.messages
        if message.speaker is Speaker.INTERVIEWER and message.start_s is not None and message.text
    ]
    return _track(_apart(sorted(cues, key=lambda cue: cue.start_s)))


def chapters(recording: Recording) -> str:
    """The recording's own chapters."""
    return _track(Cue(chapter.start_s, chapter.end_s, chapter.title) for chapter in recording.chapters)


def _apart(cues: list[Cue]) -> list[Cue]:
    """No two captions at once: each ends when the next begins."""
    clipped = [
        Cue(cue.start_s, min(cue.end_s, following.start_s), cue.text) for cue, following in pairwise(cues)
    ]
    return clipped + cues[-1:]


def _track(cues: Iterable[Cue]) -> str:
    blocks = (
        f"{number}\n{_stamp(cue.start_s)} --> {_stamp(cue.end_s)}\n{_escaped(cue.text)}\n"
        for number, cue in enumerate(cues, start=1)
    )
    return "\n".join(("WEBVTT\n", *blocks))


def _stamp(seconds: float) -> str:
    whole_ms = round(seconds * 1000)
    minutes, ms = divmod(whole_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{ms / 1000:06.3f}"


def _escaped(text: str) -> str:
    """One line; ``&lt;`` and the like are what WebVTT itself knows, and an arrow would end the cue."""
    line = " ".join(text.split())
    return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
