"""Answers in writing, for those whose card says so: drafts survive a power cut, the last is the answer."""

from dataclasses import replace

from kiosk.domain.answer import GIVEN, Attempt
from kiosk.domain.transcript import Transcript, typed
from kiosk.flow.events import AnswerTyped, Event
from kiosk.flow.states import Answering, Questioning, Run, TypedDraft
from kiosk.flow.step import Step

LONGEST_TEXT = 16 * 1024
"""Characters: over two thousand words."""


def drafting(scene: Questioning, event: Event) -> Step | None:
    """What happens in the field while an answer runs."""
    match event:
        case AnswerTyped(text=text) if _writes(scene) and len(text) <= LONGEST_TEXT:
            draft = TypedDraft(scene.question.id, text)
            return (
                None
                if draft == scene.run.typed
                else Step(replace(scene, run=replace(scene.run, typed=draft)))
            )
        case _:
            return None


def _writes(scene: Questioning) -> bool:
    return scene.run.accommodations.text_answers and isinstance(scene.phase, Answering)


def kept(run: Run, attempt: Attempt) -> Run:
    """The run once an answer is over: what was typed is its text, and nobody has to hear it."""
    draft = run.typed
    if draft is None or draft.question != attempt.question or attempt.outcome not in GIVEN:
        return run
    run = replace(run, typed=None)
    if not draft.text.strip():
        return run
    transcript = Transcript(attempt.question, attempt.number, (typed(draft.text, run.language),))
    return replace(run, transcripts=(*run.transcripts, transcript))


def in_writing(run: Run, attempt: Attempt) -> bool:
    """Whether an answer was typed: then silence is no flaw of the recording."""
    return any(
        (one.question, one.attempt) == (attempt.question, attempt.number)
        for one in run.transcripts
        if run.accommodations.text_answers
    )
