"""From the welcome to a passed device check: code, language, notice and consent."""

from dataclasses import replace

from kiosk.domain.consent import Consent
from kiosk.domain.invitation import CodeProblem
from kiosk.domain.pack import Language
from kiosk.flow import questions
from kiosk.flow.effects import (
    CancelTimer,
    CheckInvitation,
    CloseDevices,
    DiscardSample,
    Effect,
    OpenDevices,
    PlaySample,
    RecordSample,
    ScanForCode,
    Speak,
    StartTimer,
    WipeSlate,
)
from kiosk.flow.events import (
    BackRequested,
    BeginRequested,
    CheckFinished,
    CodeEntered,
    ConsentDeclined,
    ConsentGiven,
    Event,
    InvitationAccepted,
    InvitationRefused,
    LanguageChosen,
    NewInterviewRequested,
    SampleConfirmed,
    SampleRequested,
    ScanRequested,
    SpeakerConfirmed,
    SpeakerTestRequested,
    TimerElapsed,
    VoiceUnavailable,
)
from kiosk.flow.facts import CodeSeen, SampleRecorded, SoundEnded
from kiosk.flow.states import (
    Arrival,
    Asking,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Practising,
    Run,
    SampleStep,
    SpeakerStep,
    Welcome,
)
from kiosk.flow.step import Step
from kiosk.flow.timers import (
    ARRIVAL_IDLE_S,
    INVITATION_DEADLINE_S,
    NOTICE_IDLE_S,
    THANKS_IDLE_S,
    Timer,
)

SAMPLE_S = 3.0
SPEAKER_TEST = "speaker-test"
SPEAKER_TEST_TEXT: dict[Language, str] = {
    "en": "Hello. If you can hear me well, please say so on the screen.",
    "de": "Hallo. Wenn Sie mich gut hören, sagen Sie es bitte auf dem Bildschirm.",
    "es": "Hola. Si me oye bien, indíquelo en la pantalla.",
}


def speaker_test_text(language: Language) -> str:
    """What the voice says in the device check; English where there is no translation."""
    return SPEAKER_TEST_TEXT.get(language, SPEAKER_TEST_TEXT["en"])


def clean_slate() -> Step:
    """Back to the welcome with nothing of anybody left."""
    return Step(Welcome(), (CancelTimer(Timer.IDLE), DiscardSample(), CloseDevices(), WipeSlate()))


def welcome(event: Event, *, blocked: bool) -> Step | None:
    """Somebody comes; a station with a blocking fault starts nothing."""
    match event:
        case BeginRequested() if not blocked:
            return Step(EnteringCode(), (StartTimer(Timer.IDLE, ARRIVAL_IDLE_S),))
        case _:
            return None


def entering_code(scene: EnteringCode, event: Event) -> Step | None:
    """Typed or shown, a code is looked up; a wrong one says why and may be tried again."""
    match event:
        case CodeEntered(code=code) | CodeSeen(code=code) if not scene.checking:
            return Step(
                EnteringCode(checking=True),
                (
                    *_stop_scan(scene),
                    CheckInvitation(code),
                    StartTimer(Timer.INVITATION, INVITATION_DEADLINE_S),
                    StartTimer(Timer.IDLE, ARRIVAL_IDLE_S),
                ),
            )
        case ScanRequested(on=True) if not scene.scanning and not scene.checking:
            return Step(EnteringCode(scanning=True), (OpenDevices(), ScanForCode(on=True)))
        case ScanRequested(on=False) if scene.scanning:
            return Step(replace(scene, scanning=False), _stop_scan(scene))
        case InvitationAccepted(session=session, invitation=invitation, pack=pack) if scene.checking:
            return _accepted(Arrival(session, invitation, pack))
        case InvitationRefused(problem=problem) if scene.checking:
            return Step(EnteringCode(problem=problem), (CancelTimer(Timer.INVITATION),))
        case TimerElapsed(timer=Timer.INVITATION) if scene.checking:
            return Step(EnteringCode(problem=CodeProblem.NO_ANSWER))
        case BackRequested() | TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None


def _stop_scan(scene: EnteringCode) -> tuple[Effect, ...]:
    return (ScanForCode(on=False), CloseDevices()) if scene.scanning else ()


def _accepted(arrival: Arrival) -> Step:
    timers = (CancelTimer(Timer.INVITATION), StartTimer(Timer.IDLE, NOTICE_IDLE_S))
    if len(arrival.pack.languages) == 1:
        return Step(Consenting(arrival, arrival.pack.languages[0]), timers)
    return Step(ChoosingLanguage(arrival), timers)


def choosing_language(scene: ChoosingLanguage, event: Event) -> Step | None:
    """One of the pack's languages."""
    match event:
        case LanguageChosen(language=language) if language in scene.arrival.pack.languages:
            return Step(Consenting(scene.arrival, language))
        case BackRequested() | TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None


def consenting(scene: Consenting, event: Event) -> Step | None:
    """Informed consent: nothing is opened or recorded before it is given."""
    arrival = scene.arrival
    match event:
        case ConsentGiven(scoring=scoring, notice_version=version):
            run = Run(
                session=arrival.session,
                invitation=arrival.invitation,
                pack=arrival.pack,
                language=scene.language,
                consent=Consent(scoring, version),
            )
            return Step(CheckingDevices(run), (CancelTimer(Timer.IDLE), OpenDevices()))
        case ConsentDeclined():
            return Step(Declined(arrival, scene.language), (StartTimer(Timer.IDLE, THANKS_IDLE_S),))
        case BackRequested() if len(arrival.pack.languages) > 1:
            return Step(ChoosingLanguage(arrival))
        case TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None


def declined(scene: Declined, event: Event) -> Step | None:
    """A dignified way out, with one step back for those who change their mind."""
    match event:
        case BackRequested():
            return Step(Consenting(scene.arrival, scene.language), (StartTimer(Timer.IDLE, NOTICE_IDLE_S),))
        case NewInterviewRequested() | TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None


def checking_devices(scene: CheckingDevices, event: Event) -> Step | None:
    """Loudspeaker and microphone are confirmed by the person who has to rely on them."""
    match event:
        case SpeakerTestRequested() if _silent(scene):
            language = scene.run.language
            return Step(
                replace(scene, speaker=SpeakerStep.PLAYING),
                (Speak(SPEAKER_TEST, speaker_test_text(language), language, into_recording=False),),
            )
        case SoundEnded(name=name) | VoiceUnavailable(name=name) if (
            name == SPEAKER_TEST and scene.speaker is SpeakerStep.PLAYING
        ):
            return Step(replace(scene, speaker=SpeakerStep.PLAYED))
        case SpeakerConfirmed() if scene.speaker in (SpeakerStep.PLAYED, SpeakerStep.PLAYING):
            return Step(replace(scene, speaker=SpeakerStep.HEARD))
        case SampleRequested() if _silent(scene):
            return Step(replace(scene, sample=SampleStep.RECORDING), (RecordSample(SAMPLE_S),))
        case SampleRecorded(speech=True) if scene.sample is SampleStep.RECORDING:
            return Step(replace(scene, sample=SampleStep.PLAYING), (PlaySample(),))
        case SampleRecorded() if scene.sample is SampleStep.RECORDING:
            return Step(replace(scene, sample=SampleStep.TOO_QUIET))
        case SoundEnded() if scene.sample is SampleStep.PLAYING:
            return Step(replace(scene, sample=SampleStep.PLAYED))
        case SampleConfirmed() if scene.sample in (SampleStep.PLAYED, SampleStep.PLAYING):
            return Step(replace(scene, sample=SampleStep.HEARD))
        case CheckFinished() if scene.passed and _silent(scene):
            return _to_practice(scene.run)
        case _:
            return None


def _silent(scene: CheckingDevices) -> bool:
    return scene.speaker is not SpeakerStep.PLAYING and scene.sample not in (
        SampleStep.RECORDING,
        SampleStep.PLAYING,
    )


def _to_practice(run: Run) -> Step:
    if run.pack.practice is None:
        return questions.begin_recording(run, DiscardSample())
    scene = Practising(run, Asking())
    return Step(scene, (DiscardSample(), *questions.enter_practice(scene)))


def enter_check(scene: CheckingDevices) -> Step:
    """Come back to the device check: what was playing or recording then is not any more."""
    speaker = SpeakerStep.UNTRIED if scene.speaker is SpeakerStep.PLAYING else scene.speaker
    sample = scene.sample if scene.sample is SampleStep.HEARD else SampleStep.UNTRIED
    return Step(replace(scene, speaker=speaker, sample=sample), (OpenDevices(),))
