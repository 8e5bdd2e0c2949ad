"""A program as the answer: drafts survive a power cut, every attempt is kept, time up takes nothing away."""

from dataclasses import replace

from kiosk.domain.code import (
    CodeAttempt,
    CodeDraft,
    CodeLanguage,
    CodeOrder,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
)
from kiosk.flow.effects import Effect, RunCode, StopCode
from kiosk.flow.events import CodeDrafted, CodeHandedIn, CodeJudged, CodeStopRequested, Event
from kiosk.flow.states import Answering, Questioning, Run
from kiosk.flow.step import Step, Timing

LONGEST_SOURCE = 64 * 1024
"""Characters; nobody types more in an interview, and the journal keeps every one of them."""
MOST_ATTEMPTS = 200
"""A question."""
STOPPED = CodeResult(CodeVerdict.STOPPED)


def programming(scene: Questioning, event: Event, timing: Timing) -> Step | None:
    """What happens in the editor while an answer runs."""
    task = scene.question.coding
    if task is None or not isinstance(scene.phase, Answering):
        return None
    match event:
        case CodeDrafted(language=language, source=source) if _acceptable(task, language, source):
            return _drafted(scene, CodeDraft(scene.question.id, language, source))
        case CodeHandedIn(language=language, source=source) if _acceptable(task, language, source):
            return _handed_in(scene, event, timing)
        case CodeStopRequested():
            return _stopped(scene)
        case _:
            return None


def _acceptable(task: CodingTask, language: CodeLanguage, source: str) -> bool:
    return language in task.languages and len(source) <= LONGEST_SOURCE


def _drafted(scene: Questioning, draft: CodeDraft) -> Step | None:
    if draft == scene.run.draft:
        return None
    return Step(replace(scene, run=replace(scene.run, draft=draft)))


def _handed_in(scene: Questioning, event: CodeHandedIn, timing: Timing) -> Step | None:
    if len(_attempts(scene)) >= MOST_ATTEMPTS:
        return None
    draft = CodeDraft(scene.question.id, event.language, event.source)
    run, effects = _attempted(
        replace(scene, run=replace(scene.run, draft=draft)), event.purpose, draft, timing
    )
    return Step(replace(scene, run=run), effects)


def _stopped(scene: Questioning) -> Step | None:
    """Runs end; what was handed in is judged all the same, and ordered anew if it was stopped with them."""
    run = scene.run
    stopped = tuple(
        replace(attempt, result=STOPPED)
        if attempt.result is None and attempt.purpose is CodePurpose.RUN
        else attempt
        for attempt in run.code
    )
    if stopped == run.code:
        return None
    after = replace(run, code=stopped)
    return Step(replace(scene, run=after), (StopCode(), *unjudged(after)))


def rest(scene: Questioning, timing: Timing) -> tuple[Run, tuple[Effect, ...]]:
    """The answer is over: what stands in the editor and was not handed in yet is handed in."""
    draft = scene.run.draft
    if draft is None or draft.question != scene.question.id or not draft.source.strip():
        return scene.run, ()
    submitted = [attempt for attempt in _attempts(scene) if attempt.purpose is CodePurpose.SUBMIT]
    if submitted and (submitted[-1].language, submitted[-1].source) == (draft.language, draft.source):
        return scene.run, ()
    return _attempted(scene, CodePurpose.SUBMIT, draft, timing)


def _attempted(
    scene: Questioning, purpose: CodePurpose, draft: CodeDraft, timing: Timing
) -> tuple[Run, tuple[Effect, ...]]:
    attempt = CodeAttempt(
        question=scene.question.id,
        number=len(_attempts(scene)) + 1,
        purpose=purpose,
        language=draft.language,
        source=draft.source,
        at=timing.now,
    )
    run = replace(scene.run, code=(*scene.run.code, attempt))
    return run, _orders(run, (attempt,))


def _attempts(scene: Questioning) -> tuple[CodeAttempt, ...]:
    return tuple(attempt for attempt in scene.run.code if attempt.question == scene.question.id)


def unjudged(run: Run) -> tuple[Effect, ...]:
    """Orders for every attempt whose result has not come: a restart may have lost them."""
    return _orders(run, tuple(attempt for attempt in run.code if attempt.result is None))


def _orders(run: Run, attempts: tuple[CodeAttempt, ...]) -> tuple[Effect, ...]:
    tasks = {question.id: question.coding for question in run.pack.questions}
    return tuple(
        RunCode(
            run.session,
            attempt.question,
            attempt.number,
            CodeOrder(run.pack.id, task, attempt.purpose, attempt.language, attempt.source),
        )
        for attempt in attempts
        if (task := tasks[attempt.question]) is not None
    )


def judged(run: Run, event: CodeJudged) -> Run:
    """The run with a result where it belongs; the same run when it belongs nowhere."""
    if event.session != run.session:
        return run
    code = tuple(
        replace(attempt, result=event.result)
        if (attempt.question, attempt.number) == (event.question, event.number) and attempt.result != STOPPED
        else attempt
        for attempt in run.code
    )
    return run if code == run.code else replace(run, code=code)
