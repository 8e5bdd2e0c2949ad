"""Somebody who is interviewed, with staff nearby: what they wish next, from what the screen shows."""

from dataclasses import dataclass

from kiosk.domain.consent import Scoring
from kiosk.flow import events as wish
from kiosk.flow.events import Event
from kiosk.flow.staff import ReleaseRequested, ResumeRequested, UnlockRequested
from kiosk.flow.states import (
    Answering,
    AwaitingRelease,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Correcting,
    Deciding,
    Declined,
    EnteringCode,
    Interrupted,
    Kiosk,
    Paused,
    Practising,
    Questioning,
    Reviewing,
    SampleStep,
    SpeakerStep,
    Thinking,
    Welcome,
)
from tests.flow.booth import GOOD_CODE

STAFF = "Kim Berg"


@dataclass(frozen=True)
class Candidate:
    """Wishes depend on the screen only, so that somebody who comes back after a crash does the same again."""

    code: str = GOOD_CODE
    language: str = "en"
    retakes: int = 0
    """How often an answer is taken again, where the question allows it."""
    skips: bool = False
    """Leaves out every question that may be left out."""
    skips_practice: bool = False
    talks_for_ever: bool = False
    """Only the clock ends an answer, and a decision."""

    def wish(self, kiosk: Kiosk) -> Event | None:
        """What the person before this screen does next; ``None`` waits."""
        match kiosk.scene:
            case Welcome() if kiosk.locked:
                return UnlockRequested(STAFF)
            case Welcome():
                return wish.BeginRequested()
            case EnteringCode(checking=False):
                return wish.CodeEntered(self.code)
            case ChoosingLanguage():
                return wish.LanguageChosen(self.language)
            case Consenting():
                return wish.ConsentGiven(Scoring.HUMAN_ONLY, "1")
            case Declined():
                return wish.BackRequested()
            case CheckingDevices() as scene:
                return self._in_check(scene)
            case _:
                return self._in_session(kiosk)

    def _in_check(self, scene: CheckingDevices) -> Event | None:
        if scene.passed:
            return wish.CheckFinished()
        match (scene.speaker, scene.sample):
            case (SpeakerStep.UNTRIED, _):
                return wish.SpeakerTestRequested()
            case (SpeakerStep.PLAYED, _):
                return wish.SpeakerConfirmed()
            case (SpeakerStep.HEARD, SampleStep.UNTRIED | SampleStep.TOO_QUIET):
                return wish.SampleRequested()
            case (_, SampleStep.PLAYED):
                return wish.SampleConfirmed()
            case (_, SampleStep.HEARD):
                return wish.CheckFinished()
            case _:
                return None

    def _in_session(self, kiosk: Kiosk) -> Event | None:
        match kiosk.scene:
            case Practising() if self.skips_practice:
                return wish.PracticeSkipped()
            case Practising(phase=phase):
                return self._in_phase(phase, may_skip=False, may_retake=False)
            case Questioning(phase=phase, question=question):
                number = phase.attempt.number if isinstance(phase, Deciding) else 0
                may_retake = number <= min(question.retakes, self.retakes)
                return self._in_phase(phase, may_skip=question.may_skip, may_retake=may_retake)
            case Reviewing(correcting=Correcting()):
                return wish.BackRequested()
            case Reviewing():
                return wish.EndConfirmed()
            case Interrupted():
                return wish.ContinueRequested()
            case Paused():
                return ResumeRequested(STAFF)
            case AwaitingRelease():
                return ReleaseRequested(STAFF)
            case _:
                return None

    def _in_phase(self, phase: object, *, may_skip: bool, may_retake: bool) -> Event | None:
        match phase:
            case Thinking() | Answering() if may_skip and self.skips:
                return wish.SkipRequested()
            case Thinking() | Answering() if self.talks_for_ever:
                return None
            case Thinking():
                return wish.ThinkingEnded()
            case Answering():
                return wish.AnswerEnded()
            case Deciding() if may_retake:
                return wish.RetakeRequested()
            case Deciding() if not self.talks_for_ever:
                return wish.AnswerKept()
            case _:
                return None
