"""Facts and wishes that move an interview on: past tense happened, ``…Requested`` may be refused."""

from dataclasses import dataclass, field

from kiosk.domain.accommodations import USUAL, Comfort
from kiosk.domain.assessment import Advice, Assessment
from kiosk.domain.code import CodeLanguage, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.consent import Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.keeping import ClearedStore
from kiosk.domain.pack import Language, Pack
from kiosk.domain.personal import personal
from kiosk.domain.surroundings import Surroundings
from kiosk.domain.transcript import Transcript, Version
from kiosk.domain.wording import FORGOTTEN, Wording
from kiosk.flow.facts import RecorderFact, RecordingFinished, RecordingStarted, RecordingStopped
from kiosk.flow.reviews import CriterionRated, NoteRemoved, NoteWritten, SessionDecided, SessionViewed
from kiosk.flow.staff import (
    ErasureOrdered,
    RetentionLocked,
    RetentionReleased,
    SessionExported,
    StaffAct,
)
from kiosk.flow.timers import Timer


# --- the station ---------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class StationStarted:
    """The kiosk process is up; whatever was unfinished is now resumed."""

    version: str


@dataclass(frozen=True, slots=True)
class TimerElapsed:
    """A timer set by an effect ran out."""

    timer: Timer


@dataclass(frozen=True, slots=True)
class TimePassed:
    """A few seconds of think or answer time went by; keeps the clock across a power cut."""


@dataclass(frozen=True, slots=True)
class SilenceNoticed:
    """No voice was heard for a long while during an answer."""


@dataclass(frozen=True, slots=True)
class SpeechNoticed:
    """A voice is heard again."""


@dataclass(frozen=True, slots=True)
class VoiceUnavailable:
    """A sentence could not be spoken; the screen shows its text."""

    name: str


# --- arrival -------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class BeginRequested:
    """Somebody touched the welcome screen."""


@dataclass(frozen=True, slots=True)
class CodeEntered:
    """An invitation code was typed. The journal never holds the code itself."""

    code: str = field(metadata={"secret": True})


@dataclass(frozen=True, slots=True)
class ScanRequested:
    """The candidate wants to show a QR code to the camera, or to stop doing so."""

    on: bool


@dataclass(frozen=True, slots=True)
class InvitationAccepted:
    """The code opens this interview; the plan travels with the fact, so recovery needs nothing else."""

    session: SessionId
    invitation: Invitation
    pack: Pack
    surroundings: Surroundings = field(default_factory=Surroundings)


@dataclass(frozen=True, slots=True)
class InvitationRefused:
    """The code opens nothing."""

    problem: CodeProblem


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """The candidate chose the interview's language."""

    language: Language


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """The candidate agreed to be recorded and chose who looks at the answers first."""

    scoring: Scoring
    notice_version: str


@dataclass(frozen=True, slots=True)
class ConsentDeclined:
    """The candidate does not want to be recorded."""


@dataclass(frozen=True, slots=True)
class BackRequested:
    """One step back, where the flow has one."""


# --- device check --------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class SpeakerTestRequested:
    """Let me hear the voice."""


@dataclass(frozen=True, slots=True)
class SpeakerConfirmed:
    """I heard the voice."""


@dataclass(frozen=True, slots=True)
class SampleRequested:
    """Record three seconds of me and play them back."""


@dataclass(frozen=True, slots=True)
class SampleConfirmed:
    """I heard myself."""


@dataclass(frozen=True, slots=True)
class CheckFinished:
    """The device check is passed; go on."""


@dataclass(frozen=True, slots=True)
class CalibrationSkipped:
    """No flashing, please: picture and sound stay as the devices deliver them."""


# --- questions -----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class PracticeSkipped:
    """No practice wanted, or enough of it."""


@dataclass(frozen=True, slots=True)
class ThinkingEnded:
    """I am ready to answer."""


@dataclass(frozen=True, slots=True)
class AnswerEnded:
    """I have finished."""


@dataclass(frozen=True, slots=True)
class StillThinking:
    """The question whether the candidate has finished was answered: not yet."""


@dataclass(frozen=True, slots=True)
class AnswerKept:
    """Keep this answer."""


@dataclass(frozen=True, slots=True)
class RetakeRequested:
    """Let me answer again."""


@dataclass(frozen=True, slots=True)
class RepeatRequested:
    """Say the question again."""


@dataclass(frozen=True, slots=True)
class SkipRequested:
    """Leave this question out."""


@dataclass(frozen=True, slots=True)
class AnswerTyped:
    """What stands in the field of somebody who answers in writing, told every few seconds."""

    text: str = field(metadata=personal(""))


# --- how the interviewer is met ------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class ComfortChosen:
    """I would like it louder, slower, larger, or without a voice."""

    comfort: Comfort = field(metadata=personal(USUAL))


@dataclass(frozen=True, slots=True)
class AdjustingBegan:
    """I make the screen fit me; my time stops meanwhile."""


@dataclass(frozen=True, slots=True)
class AdjustingEnded:
    """It fits."""


# --- programs ------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class CodeDrafted:
    """What stands in the editor now, told every few seconds while somebody types."""

    language: CodeLanguage
    source: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class CodeHandedIn:
    """Run this, or take it as my answer."""

    purpose: CodePurpose
    language: CodeLanguage
    source: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class CodeStopRequested:
    """Stop the run I am waiting for."""


@dataclass(frozen=True, slots=True)
class CodeJudged:
    """What a program came to."""

    session: SessionId
    question: QuestionId
    number: int
    result: CodeResult = field(metadata=personal(CodeResult(CodeVerdict.JUDGE_ERROR)))


# --- one further question ------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class FollowUpFound:
    """What was written down of an answer wants this follow-up of the pack."""

    session: SessionId
    question: QuestionId
    followup: str
    """Its id below the question."""


@dataclass(frozen=True, slots=True)
class FollowUpWorded:
    """A model has worded the follow-up to an answer, and it can be heard."""

    session: SessionId
    question: QuestionId
    wording: Wording = field(metadata=personal(FORGOTTEN))
    """It may say something after the candidate."""


# --- reading back --------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class WordsChosen:
    """These words of my answer are not what I said; positions count the words of its latest version."""

    question: QuestionId
    first: int
    last: int
    """Inclusive."""


@dataclass(frozen=True, slots=True)
class WordsCorrected:
    """This is what the chosen words should read; nothing when nothing was said there."""

    text: str = field(metadata=personal(""))


@dataclass(frozen=True, slots=True)
class RespeakBegan:
    """I say the chosen words again."""


@dataclass(frozen=True, slots=True)
class RespeakEnded:
    """I have said them."""


@dataclass(frozen=True, slots=True)
class WordsRespoken:
    """What was understood of the words said again; ``None`` when nothing was."""

    session: SessionId
    version: Version | None = field(metadata=personal())


# --- afterwards ----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class AnswerTranscribed:
    """An answer has been written down; every version of it is in the transcript."""

    session: SessionId
    transcript: Transcript = field(metadata=personal())


@dataclass(frozen=True, slots=True)
class SessionAssessed:
    """A session was judged by the rules, and perhaps a model gave its opinion. It decides nothing."""

    session: SessionId
    assessment: Assessment = field(metadata=personal())
    advice: tuple[Advice, ...] = field(default=(), metadata=personal(()))


@dataclass(frozen=True, slots=True)
class SessionSealed:
    """A session is locked for the holders of these public keys; the station cannot read it any more."""

    session: SessionId
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionErased:
    """The tombstone: every store is clear, and these are all there are."""

    session: SessionId
    stores: tuple[ClearedStore, ...]


# --- ending --------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class EndConfirmed:
    """The candidate ends the interview."""


@dataclass(frozen=True, slots=True)
class NewInterviewRequested:
    """Clear everything for the next person."""


# --- interruptions -------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class ContinueRequested:
    """The candidate is ready to go on after an interruption."""


@dataclass(frozen=True, slots=True)
class HelpRequested:
    """The candidate raises a hand: staff are called, and no clock runs until it is seen to."""


@dataclass(frozen=True, slots=True)
class StillHere:
    """Somebody is there who had touched nothing for long."""


@dataclass(frozen=True, slots=True)
class MessageRead:
    """The candidate has read what staff wrote."""


Event = (
    RecorderFact
    | StaffAct
    | StationStarted
    | TimerElapsed
    | TimePassed
    | SilenceNoticed
    | SpeechNoticed
    | VoiceUnavailable
    | BeginRequested
    | CodeEntered
    | ScanRequested
    | InvitationAccepted
    | InvitationRefused
    | LanguageChosen
    | ConsentGiven
    | ConsentDeclined
    | BackRequested
    | SpeakerTestRequested
    | SpeakerConfirmed
    | SampleRequested
    | SampleConfirmed
    | CheckFinished
    | CalibrationSkipped
    | PracticeSkipped
    | ThinkingEnded
    | AnswerEnded
    | StillThinking
    | AnswerKept
    | RetakeRequested
    | RepeatRequested
    | SkipRequested
    | AnswerTyped
    | ComfortChosen
    | AdjustingBegan
    | AdjustingEnded
    | CodeDrafted
    | CodeHandedIn
    | CodeStopRequested
    | CodeJudged
    | FollowUpFound
    | FollowUpWorded
    | WordsChosen
    | WordsCorrected
    | RespeakBegan
    | RespeakEnded
    | WordsRespoken
    | AnswerTranscribed
    | SessionAssessed
    | SessionSealed
    | SessionErased
    | EndConfirmed
    | NewInterviewRequested
    | ContinueRequested
    | HelpRequested
    | StillHere
    | MessageRead
)


def told_session(event: Event) -> SessionId | None:
    """The session an event names itself, wherever the screen has gone meanwhile."""
    match event:
        case RecordingStarted() | RecordingStopped() | RecordingFinished():
            return SessionId(event.session)
        case CodeJudged() | FollowUpFound() | FollowUpWorded() | WordsRespoken():
            return event.session
        case AnswerTranscribed() | SessionAssessed():
            return event.session
        case SessionSealed() | SessionErased() | SessionExported():
            return event.session
        case ErasureOrdered() | RetentionLocked() | RetentionReleased():
            return event.session
        case SessionViewed() | CriterionRated() | NoteWritten() | NoteRemoved() | SessionDecided():
            return event.session
        case _:
            return None
