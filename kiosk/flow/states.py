"""Where an interview can be. One value; a field exists only where it is true.

``Kiosk`` is the whole: the scene on the screen, and what is true of the station in every scene.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.accommodations import NONE, USUAL, Accommodations, Comfort
from kiosk.domain.answer import GIVEN, Attempt
from kiosk.domain.code import CodeAttempt, CodeDraft
from kiosk.domain.consent import Consent
from kiosk.domain.faults import CATALOGUE, Fault, FaultCode, Severity
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.masks import OPEN, Masks
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Language, Pack, Question
from kiosk.domain.recording import Recording
from kiosk.domain.transcript import Origin, Transcript
from kiosk.domain.wording import Wording


# --- arrival -------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Welcome:
    """Nobody is here."""


@dataclass(frozen=True, slots=True)
class EnteringCode:
    """Somebody types a code or shows it to the camera."""

    scanning: bool = False
    checking: bool = False
    problem: CodeProblem | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A valid invitation on this station: the session it opened and its plan."""

    session: SessionId
    invitation: Invitation
    pack: Pack
    held: bool = False
    """The first question waits until staff release it."""
    filmed: bool = True
    """A picture is recorded, not the voice alone."""


@dataclass(frozen=True, slots=True)
class ChoosingLanguage:
    """Which language shall we speak?"""

    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Consenting:
    """The notice is on the screen; nothing is recorded."""

    arrival: Arrival
    language: Language


@dataclass(frozen=True, slots=True)
class Declined:
    """The candidate does not want to be recorded, and that is fine."""

    arrival: Arrival
    language: Language


ADJUSTING_S = 180.0
"""Long enough to try every choice; nobody gets an hour to think by it."""


# --- in session ----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Further:
    """A follow-up to the answer to a question, as a question of its own."""

    of: QuestionId
    question: Question
    wording: Wording | None = None
    """Where its words come from; ``None``: from the pack."""


@dataclass(frozen=True, slots=True)
class TypedDraft:
    """An answer in writing that is not finished."""

    question: QuestionId
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """What is true of a session from consent on."""

    session: SessionId
    invitation: Invitation
    pack: Pack
    language: Language
    consent: Consent
    masks: Masks = OPEN
    segment: int = 0
    """The recording's current segment; 0 before the first."""
    attempts: tuple[Attempt, ...] = ()
    code: tuple[CodeAttempt, ...] = ()
    """Every program that was run or handed in, oldest first."""
    further: tuple[Further, ...] = ()
    """Follow-ups that were asked or are to be asked, at most one a question."""
    unproved: tuple[QuestionId, ...] = ()
    """Questions to be asked once more, because the recording does not prove their answer."""
    asked_again: tuple[QuestionId, ...] = ()
    """Questions that were; nobody is asked a third time."""
    draft: CodeDraft | None = None
    """What stood in the editor last."""
    picture_late_ms: float | None = None
    """What the calibration found; ``None`` when nothing was measured."""
    accommodations: Accommodations = NONE
    comfort: Comfort = USUAL
    typed: TypedDraft | None = None
    """What stood in the field for answers in writing last."""
    adjusting: bool = False
    """The candidate makes the screen fit, and no clock of theirs runs."""
    credit_s: float = ADJUSTING_S
    """How much longer adjusting may stop the clock in this interview."""
    transcripts: tuple[Transcript, ...] = ()
    """Answers that have been written down already."""
    held: bool = False
    """The first question waits until staff release it."""
    filmed: bool = True
    """A picture is recorded, not the voice alone."""

    def text(self, question: Question) -> str:
        """The question in the session's language; a model words a follow-up in one only."""
        return question.text.get(self.language) or next(iter(question.text.values()))

    def transcript(self, question: QuestionId) -> Transcript | None:
        """What the answer that counts reads, once it has been written down; never what is rough.

        Nobody could put that right word by word, and one corrected word must not make it fit for scoring.
        """
        kept = [one.number for one in self.attempts if one.question == question and one.outcome in GIVEN]
        found = (one for one in self.transcripts if one.question == question and one.attempt in kept[-1:])
        return next((one for one in found if one.latest.origin is not Origin.ROUGH), None)


class SpeakerStep(StrEnum):
    """How far the loudspeaker test is."""

    UNTRIED = "untried"
    PLAYING = "playing"
    PLAYED = "played"
    HEARD = "heard"


class SampleStep(StrEnum):
    """How far the record-and-play-back test is."""

    UNTRIED = "untried"
    RECORDING = "recording"
    TOO_QUIET = "too_quiet"
    PLAYING = "playing"
    PLAYED = "played"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class CheckingDevices:
    """The candidate sees and hears that camera, loudspeaker and microphone work."""

    run: Run
    speaker: SpeakerStep = SpeakerStep.UNTRIED
    sample: SampleStep = SampleStep.UNTRIED

    @property
    def passed(self) -> bool:
        """Whether the candidate confirmed what they need: nobody has to hear or to speak who cannot."""
        hears, speaks = self.run.comfort.voice, not self.run.accommodations.text_answers
        spoke = self.sample is SampleStep.HEARD or (not hears and self.sample is SampleStep.PLAYED)
        return (self.speaker is SpeakerStep.HEARD or not hears) and (spoke or not speaks)


@dataclass(frozen=True, slots=True)
class Calibrating:
    """The screen flashes while the loudspeaker chirps (``kiosk.domain.calibration``)."""

    run: Run
    sound_from_mono_s: float | None = None
    """When the sound's first sample was audible, on the system's monotonic clock; ``None`` before."""


@dataclass(frozen=True, slots=True)
class Thinking:
    """Think time; the answer has not begun."""

    asked: Moment
    spent_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Answering:
    """The candidate speaks."""

    asked: Moment
    started: Moment
    attempt: int = 1
    spent_s: float = 0.0
    quiet: bool = False
    """Nothing was heard for long: the screen asks whether the answer is finished."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The avatar says the question; ``then`` is where the candidate's clock stood when it was repeated."""

    then: Thinking | Answering | None = None


@dataclass(frozen=True, slots=True)
class Deciding:
    """The answer is over; the candidate keeps it or takes another attempt."""

    attempt: Attempt


Phase = Asking | Thinking | Answering | Deciding


@dataclass(frozen=True, slots=True)
class Practising:
    """The practice question: same steps, nothing kept."""

    run: Run
    phase: Phase

    @property
    def question(self) -> Question:
        """The practice question, as this candidate meets it."""
        assert self.run.pack.practice is not None
        return self.run.accommodations.applied(self.run.pack.practice)


@dataclass(frozen=True, slots=True)
class AwaitingRelease:
    """All is ready; staff say when the first question is asked."""

    run: Run


@dataclass(frozen=True, slots=True)
class Beginning:
    """The recorder has been ordered to start; the first question waits for it."""

    run: Run


@dataclass(frozen=True, slots=True)
class Questioning:
    """A question of the interview; ``index`` counts from 0."""

    run: Run
    index: int
    phase: Phase
    extra_s: float = 0.0
    """Seconds that staff gave for this answer."""
    further: Further | None = None
    """The follow-up to the question that is being asked instead of it."""

    @property
    def question(self) -> Question:
        """The question being asked, as this candidate meets it, with the time that staff gave for it."""
        plain = self.further.question if self.further else self.run.pack.questions[self.index]
        question = self.run.accommodations.applied(plain)
        return replace(question, answer_limit_s=question.answer_limit_s + self.extra_s)


@dataclass(frozen=True, slots=True)
class Respeaking:
    """Words are said again; where in the recording they are heard."""

    began: Moment
    ended: Moment | None = None
    """``None`` while they are being said; afterwards they are being written down."""


@dataclass(frozen=True, slots=True)
class Correcting:
    """Some words of an answer are put right; positions count the words of its latest version."""

    question: QuestionId
    first: int
    last: int
    respeaking: Respeaking | None = None
    unheard: bool = False
    """Nothing was understood when they were said again."""


@dataclass(frozen=True, slots=True)
class Reviewing:
    """All questions are done; the candidate reads what was given, puts it right and ends the interview."""

    run: Run
    correcting: Correcting | None = None


Chapter = CheckingDevices | Calibrating | Practising | AwaitingRelease | Beginning | Questioning | Reviewing


# --- interruptions -------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Restarted:
    """The station came back after a power cut or a crash."""


@dataclass(frozen=True, slots=True)
class RecordingStoppedBy:
    """Staff had stopped the recording by hand."""

    by: str


@dataclass(frozen=True, slots=True)
class HandRaised:
    """The candidate asked for somebody. The camera goes on, the microphone is covered."""


Cause = Fault | Restarted | RecordingStoppedBy | HandRaised


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Trouble stopped the clock inside a chapter."""

    inside: Chapter
    cause: Cause
    recording: bool
    """Whether the recorder is known to run again (or never had to)."""


@dataclass(frozen=True, slots=True)
class Paused:
    """Staff stopped the clock inside a chapter; both devices are masked, or the recording is stopped."""

    inside: Chapter
    by: str
    reason: str
    recording: bool = True
    """As in ``Interrupted``: a pause never hides that nothing is recorded."""
    cause: Cause | None = None
    """What besides the pause has stopped the clock; the last one counts."""


# --- ending --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Ending:
    """Who ended the interview; ``by`` is empty for the candidate."""

    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finishing:
    """The recording is being made into one file."""

    run: Run
    ending: Ending


@dataclass(frozen=True, slots=True)
class ThankYou:
    """It is over. ``recording`` is ``None`` when there is none, or its parts still have to be joined."""

    run: Run
    ending: Ending
    recording: Recording | None


Scene = (
    Welcome
    | EnteringCode
    | ChoosingLanguage
    | Consenting
    | Declined
    | Chapter
    | Interrupted
    | Paused
    | Finishing
    | ThankYou
)


@dataclass(frozen=True, slots=True)
class Message:
    """What staff wrote and the candidate has not yet put away."""

    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Kiosk:
    """The state of the station."""

    scene: Scene = Welcome()
    faults: tuple[Fault, ...] = ()
    """What is wrong now, one entry a code, oldest first."""
    help_called: bool = False
    message: Message | None = None
    locked: bool = False
    """Staff keep the booth closed between candidates."""
    overridden: tuple[FaultCode, ...] = ()
    """Faults that staff have opened the booth in spite of; they are passed over until they end."""
    idle_warned: bool = False
    """The screen asks whether somebody is still there."""
    microphone: str = ""
    """The one that staff have put in the station's place; empty for the station's own."""
    setting_up: bool = False
    """Staff have left for the set-up: the kiosk makes way for it, and nobody begins meanwhile."""

    def worst(self) -> Severity | None:
        """The gravest severity among the present faults."""
        present = {CATALOGUE[fault.code].severity for fault in self.faults}
        return next((s for s in (Severity.BLOCK, Severity.INTERRUPT, Severity.NOTE) if s in present), None)


def run_of(scene: Scene) -> Run | None:
    """The session's context, in every scene that has one."""
    match scene:
        case Interrupted(inside=chapter) | Paused(inside=chapter):
            return chapter.run
        case Welcome() | EnteringCode() | ChoosingLanguage() | Consenting() | Declined():
            return None
        case _:
            return scene.run


def session_of(scene: Scene) -> SessionId | None:
    """The session on the screen, from the accepted invitation on."""
    match scene:
        case ChoosingLanguage(arrival=arrival) | Consenting(arrival=arrival) | Declined(arrival=arrival):
            return arrival.session
        case _:
            run = run_of(scene)
            return run.session if run else None


def with_run(scene: Scene, run: Run) -> Scene:
    """The same scene with another run; unchanged where there is none."""
    match scene:
        case Interrupted(inside=inside) | Paused(inside=inside):
            return replace(scene, inside=replace(inside, run=run))
        case Welcome() | EnteringCode() | ChoosingLanguage() | Consenting() | Declined():
            return scene
        case _:
            return replace(scene, run=run)
