"""From the welcome to a passed device check: code, language, notice and consent."""

from dataclasses import replace

from kiosk.domain.consent import Consent
from kiosk.domain.invitation import CodeProblem
from kiosk.domain.masks import OPEN
from kiosk.domain.pack import Language
from kiosk.flow import calibration, questions
from kiosk.flow.effects import (
    ApplyMasks,
    CancelTimer,
    CheckInvitation,
    CloseDevices,
    DiscardSample,
    Effect,
    FallSilent,
    OpenCamera,
    OpenDevices,
    PlaySample,
    RecordSample,
    ScanForCode,
    StartTimer,
    WipeSlate,
)
from kiosk.flow.events import (
    BackRequested,
    BeginRequested,
    CalibrationSkipped,
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
    StationStarted,
    TimerElapsed,
    VoiceUnavailable,
)
from kiosk.flow.facts import CodeSeen, SampleRecorded, SoundEnded
from kiosk.flow.states import (
    Arrival,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Run,
    SampleStep,
    SpeakerStep,
    Welcome,
)
from kiosk.flow.step import Step
from kiosk.flow.timers import (
    ARRIVAL_IDLE_S,
    CHECK_IDLE_S,
    INVITATION_DEADLINE_S,
    NOTICE_IDLE_S,
    THANKS_IDLE_S,
    VOICE_GRACE_S,
    Timer,
)

SAMPLE_S = 3.0
SAMPLE = "sample"
SPEAKER_TEST = "speaker-test"
SPEAKER_TEST_TEXT: dict[Language, str] = {
    "en": "Hello. If you can hear me well, please say so on the screen.",
    "de": "Hallo. Wenn Sie mich gut hören, sagen Sie es bitte auf dem Bildschirm.",
    "es": "Hola. Si me oye bien, indíquelo en la pantalla.",
}
_WATCH = StartTimer(Timer.IDLE, CHECK_IDLE_S)
"""Every touch in the device check shows that somebody is there."""


def speaker_test_text(language: Language) -> str:
    """What the voice says in the device check; English where there is no translation."""
    return SPEAKER_TEST_TEXT.get(language, SPEAKER_TEST_TEXT["en"])


def clean_slate() -> Step:
    """Back to the welcome with nothing of anybody left, whatever was going on."""
    timers = (CancelTimer(Timer.IDLE), CancelTimer(Timer.INVITATION))
    devices = (FallSilent(), ScanForCode(on=False), DiscardSample(), CloseDevices())
    return Step(Welcome(), (*timers, *devices, WipeSlate()))


def welcome(event: Event, *, blocked: bool) -> Step | None:
    """Somebody comes; a station with a blocking fault starts nothing."""
    match event:
        case BeginRequested() if not blocked:
            return Step(EnteringCode(), (StartTimer(Timer.IDLE, ARRIVAL_IDLE_S),))
        case StationStarted():
            return clean_slate()
        case _:
            return None


def entering_code(scene: EnteringCode, event: Event) -> Step | None:
    """Typed or shown, a code is looked up; a wrong one says why and may be tried again."""
    match event:
        case CodeEntered(code=code) if not scene.checking:
            return _check(scene, code)
        case CodeSeen(code=code) if scene.scanning:
            return _check(scene, code)
        case ScanRequested(on=True) if not scene.scanning and not scene.checking:
            camera = (OpenCamera(), ApplyMasks(OPEN), ScanForCode(on=True))
            return Step(EnteringCode(scanning=True), (*camera, StartTimer(Timer.IDLE, ARRIVAL_IDLE_S)))
        case ScanRequested(on=False) if scene.scanning:
            return Step(EnteringCode(), (*_stop_scan(scene), StartTimer(Timer.IDLE, ARRIVAL_IDLE_S)))
        case InvitationAccepted() if scene.checking:
            around = event.surroundings
            arrival = Arrival(event.session, event.invitation, event.pack, around.held, around.filmed)
            return _accepted(arrival)
        case InvitationRefused(problem=problem) if scene.checking:
            return Step(EnteringCode(problem=problem), (CancelTimer(Timer.INVITATION),))
        case TimerElapsed(timer=Timer.INVITATION) if scene.checking:
            return Step(EnteringCode(problem=CodeProblem.NO_ANSWER))
        case BackRequested() | TimerElapsed(timer=Timer.IDLE):
            return clean_slate()
        case _:
            return None


def _check(scene: EnteringCode, code: str) -> Step:
    timers = (
        StartTimer(Timer.INVITATION, INVITATION_DEADLINE_S),
        StartTimer(Timer.IDLE, ARRIVAL_IDLE_S),
    )
    return Step(EnteringCode(checking=True), (*_stop_scan(scene), CheckInvitation(code), *timers))


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
                accommodations=arrival.invitation.accommodations,
                comfort=arrival.invitation.accommodations.comfort.within_reason(),
                held=arrival.held,
                filmed=arrival.filmed,
            )
            devices = (OpenDevices(), ApplyMasks(run.masks))  # nobody's masks outlive their session
            return Step(CheckingDevices(run), (_WATCH, *devices))
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
        case CheckFinished() if scene.passed:
            return calibration.begin(scene.run)
        case CalibrationSkipped() if scene.passed:
            return calibration.skipped(scene.run)
    step = _testing_speaker(scene, event) or _testing_microphone(scene, event)
    return replace(step, effects=(*step.effects, _WATCH)) if step else None


def _testing_speaker(scene: CheckingDevices, event: Event) -> Step | None:
    playing = scene.speaker is SpeakerStep.PLAYING
    match event:
        case SpeakerTestRequested() if _silent(scene):
            return Step(replace(scene, speaker=SpeakerStep.PLAYING), _speaker_test(scene.run))
        case SoundEnded(name=name) | VoiceUnavailable(name=name) if playing and name == SPEAKER_TEST:
            return Step(replace(scene, speaker=SpeakerStep.PLAYED), (CancelTimer(Timer.VOICE),))
        case TimerElapsed(timer=Timer.VOICE) if playing:
            return Step(replace(scene, speaker=SpeakerStep.PLAYED), (FallSilent(),))
        case SpeakerConfirmed() if playing or scene.speaker is SpeakerStep.PLAYED:
            return Step(replace(scene, speaker=SpeakerStep.HEARD), _hush(playing))
        case _:
            return None


def _testing_microphone(scene: CheckingDevices, event: Event) -> Step | None:
    recording, playing = scene.sample is SampleStep.RECORDING, scene.sample is SampleStep.PLAYING
    match event:
        case SampleRequested() if _silent(scene):
            order = (RecordSample(SAMPLE_S), StartTimer(Timer.RECORDER, SAMPLE_S + VOICE_GRACE_S))
            return Step(replace(scene, sample=SampleStep.RECORDING), order)
        case SampleRecorded(speech=speech) if recording:
            return _heard_or_too_quiet(scene, speech=speech)
        case TimerElapsed(timer=Timer.RECORDER) if recording:
            return Step(replace(scene, sample=SampleStep.UNTRIED))
        case SoundEnded(name=name) if playing and name == SAMPLE:
            return Step(replace(scene, sample=SampleStep.PLAYED), (CancelTimer(Timer.VOICE),))
        case TimerElapsed(timer=Timer.VOICE) if playing:
            return Step(replace(scene, sample=SampleStep.PLAYED), (FallSilent(),))
        case SampleConfirmed() if playing or scene.sample is SampleStep.PLAYED:
            return Step(replace(scene, sample=SampleStep.HEARD), _hush(playing))
        case _:
            return None


def _speaker_test(run: Run) -> tuple[Effect, ...]:
    text = speaker_test_text(run.language)
    deadline_s = questions.reading_time_s(text) + VOICE_GRACE_S
    return (questions.speech(run, SPEAKER_TEST, text), StartTimer(Timer.VOICE, deadline_s))


def _heard_or_too_quiet(scene: CheckingDevices, *, speech: bool) -> Step:
    stop = CancelTimer(Timer.RECORDER)
    if not speech:
        return Step(replace(scene, sample=SampleStep.TOO_QUIET), (stop,))
    play = (PlaySample(), StartTimer(Timer.VOICE, SAMPLE_S + VOICE_GRACE_S))
    return Step(replace(scene, sample=SampleStep.PLAYING), (stop, *play))


def _hush(playing: bool) -> tuple[Effect, ...]:
    """Whoever has heard enough is not kept listening, and the next test hears no rest of this one."""
    return (FallSilent(), CancelTimer(Timer.VOICE)) if playing else ()


def _silent(scene: CheckingDevices) -> bool:
    return scene.speaker is not SpeakerStep.PLAYING and scene.sample not in (
        SampleStep.RECORDING,
        SampleStep.PLAYING,
    )


def enter_check(scene: CheckingDevices) -> Step:
    """Come back to the device check: what was playing or being recorded then is not any more."""
    speaker = SpeakerStep.UNTRIED if scene.speaker is SpeakerStep.PLAYING else scene.speaker
    sample = scene.sample if scene.sample is SampleStep.HEARD else SampleStep.UNTRIED
    return Step(replace(scene, speaker=speaker, sample=sample), (OpenDevices(), _WATCH))
