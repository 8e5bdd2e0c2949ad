"""The interview's language, which the candidate may change at any time to another of the pack's.

Questions are asked and written in the language of the moment, and every answer knows the one it was given in.
"""

from dataclasses import replace

from kiosk.domain.pack import Language
from kiosk.flow import questions
from kiosk.flow.effects import Effect, FallSilent
from kiosk.flow.states import (
    Asking,
    ChoosingLanguage,
    Consenting,
    Declined,
    Finishing,
    Practising,
    Questioning,
    Scene,
    ThankYou,
    run_of,
    with_run,
)
from kiosk.flow.step import Step


def language_of(scene: Scene) -> Language | None:
    """The interview's language, once there is one."""
    match scene:
        case Consenting(language=language) | Declined(language=language):
            return language
        case _:
            run = run_of(scene)
            return run.language if run else None


def languages_of(scene: Scene) -> tuple[Language, ...]:
    """The languages this interview's questions come in, once it is known."""
    match scene:
        case ChoosingLanguage(arrival=arrival) | Consenting(arrival=arrival) | Declined(arrival=arrival):
            return arrival.pack.languages
        case _:
            run = run_of(scene)
            return run.pack.languages if run else ()


def changed(scene: Scene, language: Language) -> Step | None:
    """The interview in another language; ``None`` where that is none of its own, or nothing new."""
    if language not in languages_of(scene) or language == language_of(scene):
        return None
    match scene:
        case Consenting() | Declined():
            return Step(replace(scene, language=language))
        case ChoosingLanguage() | Finishing() | ThankYou():
            return None
        case _:
            run = run_of(scene)
            assert run is not None
            after = with_run(scene, replace(run, language=language))
            return Step(after, _asked_anew(after))


def _asked_anew(scene: Scene) -> tuple[Effect, ...]:
    """A question that is being said is said again; one that has been stands on the screen."""
    match scene:
        case Practising(phase=Asking()):
            return (FallSilent(), *questions.enter_practice(scene))
        case Questioning(phase=Asking()):
            return (FallSilent(), *questions.enter_question(scene))
        case _:
            return ()
