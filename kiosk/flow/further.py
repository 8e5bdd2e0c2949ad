"""One further question about an answer that is very short or misses the point; never a second one.

A short answer shows at once, by the clock or by the words that were typed. What an answer lacks shows only
when it has been written down: then the question is asked between two others, and nobody waits for it. Until
then a model may word it; what comes later is not asked.
"""

from dataclasses import replace

from kiosk.domain.answer import GIVEN, Attempt, Outcome
from kiosk.domain.ids import QuestionId
from kiosk.domain.pack import Question
from kiosk.domain.rubric import FollowUp
from kiosk.flow.events import FollowUpFound, FollowUpWorded
from kiosk.flow.states import Further, Run

FASTEST_WORDS_PER_S = 4.0
"""Nobody says more in an interview: an answer that is shorter than its fewest words at this pace is short."""


WORDED = "worded"
"""What a follow-up in a model's words is called below its question, whatever the pack calls its own."""


def id_of(question: QuestionId, followup: str) -> QuestionId:
    """A follow-up's own id: neither part of it holds a dot."""
    return QuestionId(f"{question}.{followup}")


def put(question: Question, followup: FollowUp) -> Question:
    """The follow-up as a question of its own: it may be left out, and has neither think time nor retakes."""
    return replace(
        question,
        id=id_of(question.id, followup.id),
        text=followup.text,
        think_time_s=0.0,
        retakes=0,
        may_skip=True,
        problem=None,
        coding=None,
        rubric=(),
        followups=(),
    )


def found(run: Run, event: FollowUpFound) -> Run:
    """The run with a follow-up to ask, if there is none about this answer yet."""
    question = next((one for one in run.pack.questions if one.id == event.question), None)
    if question is None or not _kept(run, event.question):
        return run
    followup = next((one for one in question.followups if one.id == event.followup), None)
    return run if followup is None else _added(run, question, followup)


def worded(run: Run, event: FollowUpWorded, asked: Further | None) -> Run:
    """The run with its follow-up in a model's words, if nobody has met the pack's own yet."""
    if asked is not None and asked.of == event.question:
        return run
    known = next((one for one in unworded(run) if one.of == event.question), None)
    if known is None:
        return run
    text = {run.language: event.wording.text}
    question = replace(known.question, id=id_of(event.question, WORDED), text=text)
    instead = Further(event.question, question, event.wording)
    return replace(run, further=tuple(instead if one is known else one for one in run.further))


def unworded(run: Run) -> tuple[Further, ...]:
    """The follow-ups that nobody has met and that are still in the pack's words."""
    met = _met(run)
    return tuple(one for one in run.further if one.wording is None and one.question.id not in met)


def after(run: Run, attempt: Attempt) -> Run:
    """The run with a follow-up to ask, if the answer that has just been given is certainly too short."""
    question = next((one for one in run.pack.questions if one.id == attempt.question), None)
    if question is None or question.coding is not None or attempt.outcome is not Outcome.KEPT:
        return run
    words = _most_words(run, attempt)
    short = next((one for one in question.followups if words < one.min_words), None)
    return run if short is None else _added(run, question, short)


def due(run: Run) -> Further | None:
    """The follow-up to ask now."""
    met = _met(run)
    return next((one for one in run.further if one.question.id not in met), None)


def _met(run: Run) -> set[QuestionId]:
    return {attempt.question for attempt in run.attempts if attempt.outcome is not Outcome.DISCARDED}


def _added(run: Run, question: Question, followup: FollowUp) -> Run:
    if any(one.of == question.id for one in run.further):
        return run
    return replace(run, further=(*run.further, Further(question.id, put(question, followup))))


def _kept(run: Run, question: QuestionId) -> bool:
    return any(one.question == question and one.outcome in GIVEN for one in run.attempts)


def _most_words(run: Run, attempt: Attempt) -> float:
    """At least as many as the answer has; nobody's words are read for it but those of who typed them."""
    typed = [
        one for one in run.transcripts if (one.question, one.attempt) == (attempt.question, attempt.number)
    ]
    if typed and run.consent.scoring.allows_software:
        return len(typed[0].latest.words)
    return float("inf") if typed else attempt.spoken_s * FASTEST_WORDS_PER_S
