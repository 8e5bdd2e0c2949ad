"""Proof of capture while the candidate is still there: what the recording does not hold is asked again."""

from dataclasses import replace

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.ids import QuestionId
from kiosk.domain.proof import CaptureFlaw
from kiosk.flow.effects import Effect, ProveAnswer
from kiosk.flow.facts import CaptureUnproved
from kiosk.flow.states import Run
from kiosk.flow.writing import in_writing


def ordered(attempt: Attempt) -> tuple[Effect, ...]:
    """Have a kept answer proved. One that a power cut runs through has its gap on record already."""
    started = attempt.started
    if attempt.outcome is not Outcome.KEPT or started is None or started.boot_id != attempt.ended.boot_id:
        return ()
    return (ProveAnswer(_key(attempt), started.mono_s, attempt.ended.mono_s),)


def _key(attempt: Attempt) -> str:
    return f"{attempt.question}:{attempt.number}"


def doubted(run: Run, event: CaptureUnproved) -> QuestionId | None:
    """The question whose answer is in doubt; silence is no flaw where somebody wrote."""
    attempt = next((attempt for attempt in run.attempts if _key(attempt) == event.key), None)
    if attempt is None:
        return None
    if all(question.id != attempt.question for question in run.pack.questions):
        return None  # a follow-up is not asked twice
    programs = {question.id for question in run.pack.questions if question.coding}
    wrote = attempt.question in programs or in_writing(run, attempt)
    silent = event.flaw is CaptureFlaw.NO_VOICE and wrote
    return None if silent or attempt.question in run.unproved else attempt.question


def unproved(run: Run, question: QuestionId) -> Run:
    """Remember to ask it once more."""
    return replace(run, unproved=(*run.unproved, question))


def to_ask_again(run: Run) -> int | None:
    """Which question comes once more, if any."""
    places = [index for index, question in enumerate(run.pack.questions) if question.id in run.unproved[:1]]
    return places[0] if places else None


def asking_again(run: Run) -> Run:
    """The first of the unproved questions is being asked once more."""
    return replace(run, unproved=run.unproved[1:], asked_again=(*run.asked_again, *run.unproved[:1]))
