"""The candidate reads back what was written down, and puts right what was mis-heard.

What was heard is kept beside what it was made into. Nothing waits for the engine: an answer that has not
been written down by the review is simply not read back.
"""

from dataclasses import replace

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.transcript import Transcript, Version
from kiosk.flow.effects import CancelTimer, Effect, StartTimer
from kiosk.flow.events import (
    AnswerTranscribed,
    BackRequested,
    Event,
    RespeakBegan,
    RespeakEnded,
    TimerElapsed,
    WordsChosen,
    WordsCorrected,
    WordsRespoken,
)
from kiosk.flow.states import Correcting, Respeaking, Reviewing, Run
from kiosk.flow.step import Step, Timing
from kiosk.flow.timers import READING_IDLE_S, RESPEAK_S, REVIEW_IDLE_S, Timer

LONGEST_CORRECTION = 500
"""Characters that may take the place of the chosen words."""


def written(run: Run, transcript: Transcript) -> Run:
    """The run with an answer written down; the first to do so counts, for it may be corrected already."""
    known = {(one.question, one.attempt) for one in run.transcripts}
    if (transcript.question, transcript.attempt) in known:
        return run
    return replace(run, transcripts=(*run.transcripts, transcript))


def idle(run: Run) -> StartTimer:
    """Somebody who reads touches nothing for long."""
    return StartTimer(Timer.IDLE, READING_IDLE_S if run.transcripts else REVIEW_IDLE_S)


def reviewing(scene: Reviewing, event: Event, timing: Timing) -> Step | None:
    """Choose words, type them or say them again; every touch shows that somebody is there."""
    step = _reading(scene, event) if scene.correcting is None else _correcting(scene, event, timing)
    return step and replace(step, effects=(*step.effects, idle(scene.run)))


def calm(scene: Reviewing) -> Reviewing:
    """The review after an interruption: what was being said again is not heard whole."""
    if scene.correcting is None:
        return scene
    return replace(scene, correcting=replace(scene.correcting, respeaking=None))


def _reading(scene: Reviewing, event: Event) -> Step | None:
    match event:
        case AnswerTranscribed():
            return Step(scene)
        case WordsChosen():
            return _chosen(scene, event)
        case _:
            return None


def _chosen(scene: Reviewing, event: WordsChosen) -> Step | None:
    transcript = scene.run.transcript(event.question)
    if transcript is None or not 0 <= event.first <= event.last < len(transcript.latest.words):
        return None
    return Step(Reviewing(scene.run, Correcting(event.question, event.first, event.last)))


def _correcting(scene: Reviewing, event: Event, timing: Timing) -> Step | None:
    correcting = scene.correcting
    assert correcting is not None
    match event, correcting.respeaking:
        case BackRequested(), respeaking:
            return Step(Reviewing(scene.run), _no_longer(respeaking))
        case WordsCorrected(text=text), respeaking if len(text) <= LONGEST_CORRECTION:
            return Step(Reviewing(_corrected(scene.run, correcting, text)), _no_longer(respeaking))
        case WordsChosen(), None:
            return _chosen(scene, event)
        case RespeakBegan(), None:
            speaking = replace(correcting, respeaking=Respeaking(timing.now), unheard=False)
            return Step(replace(scene, correcting=speaking), (StartTimer(Timer.ANSWER, RESPEAK_S),))
        case ((RespeakEnded() | TimerElapsed(timer=Timer.ANSWER)), Respeaking(began=began, ended=None)):
            spoken = replace(correcting, respeaking=Respeaking(began, timing.now))
            return Step(replace(scene, correcting=spoken), (CancelTimer(Timer.ANSWER),))
        case WordsRespoken(session=told, version=version), Respeaking(ended=ended) if _for(
            scene, told, ended
        ):
            return _respoken(scene, correcting, version)
        case _:
            return None


def _for(scene: Reviewing, session: SessionId, ended: Moment | None) -> bool:
    """Whether these words are waited for."""
    return ended is not None and session == scene.run.session


def _no_longer(respeaking: Respeaking | None) -> tuple[Effect, ...]:
    return (CancelTimer(Timer.ANSWER),) if respeaking and respeaking.ended is None else ()


def _respoken(scene: Reviewing, correcting: Correcting, version: Version | None) -> Step:
    if version is None or not version.words or len(version.text) > LONGEST_CORRECTION:
        return Step(replace(scene, correcting=replace(correcting, respeaking=None, unheard=True)))
    return Step(Reviewing(_corrected(scene.run, correcting, version.text)))


def _corrected(run: Run, correcting: Correcting, text: str) -> Run:
    before = run.transcript(correcting.question)
    assert before is not None
    after = before.replaced(correcting.first, correcting.last, text)
    return replace(run, transcripts=tuple(after if one is before else one for one in run.transcripts))
