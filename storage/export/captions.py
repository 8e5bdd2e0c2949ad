"""WebVTT tracks of a recording: what was said, and a chapter per question."""

from collections.abc import Iterator
from itertools import pairwise

from kiosk.domain.recording import Recording
from storage.export import words
from storage.export.cues import Cue, cues, track
from storage.reports import AnswerReport, SessionReport
from storage.statuses import Speaker

SHORTEST_CUE_S = 3.0
"""A question that was only shown, or is spoken quickly, still has to be read."""


def captions(report: SessionReport) -> str:
    """The interviewer's sentences at the time they were spoken, and the answers that were written down."""
    found = sorted((*_questions(report), *_answers(report)), key=lambda cue: cue.start_s)
    return track(_apart(found))


def chapters(recording: Recording) -> str:
    """The recording's own chapters."""
    return track(
        Cue(chapter.start_s, chapter.end_s, words.chapter(chapter)) for chapter in recording.chapters
    )


def said(answer: AnswerReport) -> tuple[Cue, ...]:
    """An answer line by line, each where it is said in the recording; empty when nobody wrote it down."""
    if answer.transcript is None:
        return ()
    return cues(answer.transcript.latest.words, answer.start_s or 0.0)


def _questions(report: SessionReport) -> Iterator[Cue]:
    for message in report.messages:
        if message.speaker is Speaker.INTERVIEWER and message.start_s is not None and message.text:
            length_s = max(message.duration_s, SHORTEST_CUE_S)
            yield Cue(message.start_s, message.start_s + length_s, message.text)


def _answers(report: SessionReport) -> Iterator[Cue]:
    """What was typed has no place in time."""
    for question in report.questions:
        for answer in question.answers:
            if answer.start_s is not None:
                yield from (cue for cue in said(answer) if cue.end_s > cue.start_s)


def _apart(found: list[Cue]) -> list[Cue]:
    """No two captions at once: each ends when the next begins."""
    clipped = [
        Cue(cue.start_s, min(cue.end_s, following.start_s), cue.text) for cue, following in pairwise(found)
    ]
    return clipped + found[-1:]
