"""From the welcome to a passed device check."""

from kiosk.domain.consent import Scoring
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.invitation import CodeProblem
from kiosk.domain.masks import OPEN
from kiosk.flow.effects import (
    ApplyMasks,
    CheckInvitation,
    OpenCamera,
    OpenDevices,
    RecordSample,
    ScanForCode,
    Speak,
    StartRecording,
)
from kiosk.flow.events import (
    BackRequested,
    BeginRequested,
    CheckFinished,
    CodeEntered,
    ConsentDeclined,
    ConsentGiven,
    ContinueRequested,
    InvitationRefused,
    LanguageChosen,
    NewInterviewRequested,
    SampleConfirmed,
    SampleRequested,
    ScanRequested,
    SpeakerConfirmed,
    SpeakerTestRequested,
)
from kiosk.flow.facts import CodeSeen, FaultRaised, SampleRecorded, SoundEnded
from kiosk.flow.staff import EndRequested
from kiosk.flow.states import (
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Declined,
    EnteringCode,
    Interrupted,
    Kiosk,
    Practising,
    Questioning,
    SampleStep,
    SpeakerStep,
    Welcome,
    run_of,
)
from kiosk.flow.timers import NOTICE_IDLE_S, WARNING_S, Timer
from tests.flow.booth import GOOD_CODE, Booth
from tests.flow.candidate import STAFF, Candidate
from tests.flow.journey import THREE, WORK, Journey, at, pack

CONSENT = ConsentGiven(Scoring.AI_AND_HUMAN, "1")
HEARD = SoundEnded("speaker-test", complete=True)


def in_check() -> Journey:
    return Journey().given(at(CheckingDevices))


def test_a_good_code_leads_to_the_notice() -> None:
    journey = Journey().when(BeginRequested()).then(EnteringCode, checking=False)
    journey.when(CodeEntered(GOOD_CODE)).then(Consenting, language="en")


def test_a_wrong_code_says_why_and_may_be_tried_again() -> None:
    journey = Journey().when(BeginRequested(), CodeEntered("nonsense"))
    journey.then(EnteringCode, problem=CodeProblem.UNKNOWN, checking=False)
    journey.when(CodeEntered(GOOD_CODE)).then(Consenting)


def test_every_refusal_is_shown() -> None:
    for problem in CodeProblem:
        journey = Journey().when(BeginRequested())
        journey.happens(CodeEntered("x"))
        journey.booth.facts.clear()
        journey.when(InvitationRefused(problem)).then(EnteringCode, problem=problem)


def test_a_look_up_that_does_not_answer_says_so() -> None:
    journey = Journey().when(BeginRequested())
    journey.happens(CodeEntered(GOOD_CODE))
    journey.booth.facts.clear()
    journey.waits(11.0).then(EnteringCode, problem=CodeProblem.NO_ANSWER)


def test_a_second_code_waits_for_the_first() -> None:
    journey = Journey().when(BeginRequested())
    journey.happens(CodeEntered(GOOD_CODE))
    journey.ignores(CodeEntered("another"), ScanRequested(on=True), CodeSeen("another"))


def test_a_code_may_be_shown_to_the_camera() -> None:
    journey = Journey().when(BeginRequested(), ScanRequested(on=True)).then(EnteringCode, scanning=True)
    assert journey.booth.scanning
    journey.when(CodeSeen(GOOD_CODE)).then(Consenting)
    assert not journey.booth.devices_open


def test_a_code_seen_after_the_scan_was_called_off_is_nobodys() -> None:
    journey = Journey().when(BeginRequested(), ScanRequested(on=True), ScanRequested(on=False))
    journey.then(EnteringCode, scanning=False).ignores(CodeSeen(GOOD_CODE))
    assert not journey.booth.devices_open


def test_whoever_goes_back_while_scanning_leaves_the_camera_closed() -> None:
    journey = Journey().when(BeginRequested(), ScanRequested(on=True), BackRequested()).then(Welcome)
    assert not journey.booth.scanning
    assert not journey.booth.devices_open


def test_showing_a_code_counts_as_being_there() -> None:
    journey = Journey().when(BeginRequested()).when(ScanRequested(on=True), after_s=100.0)
    journey.waits(100.0).then(EnteringCode).waits(21.0 + WARNING_S).then(Welcome)


def test_somebody_who_goes_away_leaves_a_clean_slate() -> None:
    for there in (EnteringCode, Consenting):
        journey = Journey().given(at(there)).waits(NOTICE_IDLE_S + WARNING_S + 1.0)
        assert journey.kiosk == Kiosk()
        assert journey.booth.timers == {}


def test_a_look_up_nobody_waits_for_any_more_leaves_no_timer() -> None:
    journey = Journey().when(BeginRequested())
    journey.happens(CodeEntered(GOOD_CODE))
    journey.booth.facts.clear()
    journey.when(BackRequested()).then(Welcome)
    assert Timer.INVITATION not in journey.booth.timers


def test_a_pack_in_two_languages_asks_which() -> None:
    journey = Journey(Booth(pack(WORK, languages=("en", "de")))).when(
        BeginRequested(), CodeEntered(GOOD_CODE)
    )
    journey.then(ChoosingLanguage).ignores(LanguageChosen("fr"))
    journey.when(LanguageChosen("de")).then(Consenting, language="de")
    journey.when(BackRequested()).then(ChoosingLanguage)


def test_declining_is_a_way_out_and_a_mind_may_change() -> None:
    journey = Journey().given(at(Consenting)).when(ConsentDeclined()).then(Declined)
    journey.when(BackRequested()).then(Consenting).when(ConsentDeclined(), NewInterviewRequested())
    journey.then(Welcome)
    assert not any(isinstance(effect, StartRecording) for effect in journey.orders)


def test_who_declined_and_left_is_forgotten() -> None:
    journey = Journey().given(at(Consenting)).when(ConsentDeclined()).waits(91.0)
    assert journey.kiosk == Kiosk()


def test_reading_the_notice_again_is_not_hurried() -> None:
    journey = Journey().given(at(Consenting)).when(ConsentDeclined(), BackRequested())
    journey.waits(NOTICE_IDLE_S - 1.0).then(Consenting)


def test_staff_may_clear_the_screen_before_consent() -> None:
    for there in (EnteringCode, Consenting):
        assert Journey().given(at(there)).when(EndRequested(STAFF, "left")).kiosk == Kiosk()


def test_a_code_is_looked_for_without_a_microphone() -> None:
    journey = Journey().given(at(EnteringCode))
    journey.happens(ScanRequested(on=True))
    assert OpenCamera() in journey.orders
    assert OpenDevices() not in journey.orders


def test_consent_opens_the_devices_with_nothing_covered() -> None:
    journey = Journey().given(at(Consenting))
    journey.happens(CONSENT)
    assert OpenDevices() in journey.orders
    assert ApplyMasks(OPEN) in journey.orders
    assert journey.run.consent.scoring is Scoring.AI_AND_HUMAN


def test_a_blocked_station_starts_nothing() -> None:
    journey = Journey().when(FaultRaised(Fault(FaultCode.DATA_UNWRITABLE)))
    journey.ignores(BeginRequested()).then(Welcome)


def test_a_note_blocks_nobody() -> None:
    Journey().when(FaultRaised(Fault(FaultCode.VOICE_MISSING)), BeginRequested()).then(EnteringCode)


def test_trouble_that_came_before_consent_is_met_before_the_device_check() -> None:
    journey = Journey().given(at(Consenting)).breaks(FaultCode.DISK_FULL).then(Consenting)
    journey.when(CONSENT).then(Interrupted, cause=Fault(FaultCode.DISK_FULL))
    journey.mends(FaultCode.DISK_FULL).when(ContinueRequested()).then(CheckingDevices)


def test_a_device_that_failed_while_scanning_bars_nobody_later() -> None:
    journey = Journey().when(BeginRequested(), ScanRequested(on=True))
    journey.breaks(FaultCode.MICROPHONE_LOST)
    journey.booth.troubles.clear()
    journey.when(ScanRequested(on=False))
    assert journey.kiosk.faults == ()
    journey.given(at(CheckingDevices))


def test_a_late_fault_of_a_closed_device_does_not_close_the_station() -> None:
    journey = Journey().when(FaultRaised(Fault(FaultCode.MICROPHONE_LOST)))
    journey.when(BeginRequested()).then(EnteringCode)


# --- device check --------------------------------------------------------------------------
def test_both_tests_lead_to_the_practice() -> None:
    journey = in_check().when(SpeakerTestRequested()).then(CheckingDevices, speaker=SpeakerStep.PLAYING)
    journey.waits(5.0).then(CheckingDevices, speaker=SpeakerStep.PLAYED).when(SpeakerConfirmed())
    journey.when(SampleRequested()).then(CheckingDevices, sample=SampleStep.RECORDING)
    journey.waits(3.0).then(CheckingDevices, sample=SampleStep.PLAYING)
    journey.waits(5.0).then(CheckingDevices, sample=SampleStep.PLAYED).when(SampleConfirmed())
    journey.when(CheckFinished()).then(Calibrating).waits(3.0).then(Practising)


def test_half_a_check_is_not_passed() -> None:
    journey = in_check().ignores(CheckFinished()).when(SpeakerTestRequested(), SpeakerConfirmed())
    journey.ignores(CheckFinished(), SampleConfirmed()).then(CheckingDevices)


def test_too_quiet_a_voice_is_tried_again() -> None:
    journey = in_check()
    journey.booth.speech = False
    journey.when(SampleRequested()).waits(4.0).then(CheckingDevices, sample=SampleStep.TOO_QUIET)
    journey.ignores(SampleConfirmed())
    journey.booth.speech = True
    journey.when(SampleRequested()).waits(4.0).then(CheckingDevices, sample=SampleStep.PLAYING)


def test_whoever_heard_enough_is_not_kept_listening() -> None:
    journey = in_check().when(SpeakerTestRequested(), SpeakerConfirmed())
    assert journey.booth.sound is None
    journey.when(SampleRequested()).waits(3.5).when(SampleConfirmed())
    assert journey.booth.sound is None


def test_the_two_tests_do_not_hear_each_other() -> None:
    journey = in_check().when(SpeakerTestRequested()).ignores(SampleRequested())
    journey.when(SpeakerConfirmed(), SampleRequested()).ignores(SpeakerTestRequested(), HEARD)


def test_a_voice_that_cannot_speak_does_not_end_the_check() -> None:
    journey = in_check()
    journey.booth.has_voice = False
    journey.when(SpeakerTestRequested()).then(CheckingDevices, speaker=SpeakerStep.PLAYED)


def test_a_recorder_that_never_answers_the_check_does_not_hold_anybody() -> None:
    journey = in_check()
    journey.booth.recorder_alive = False
    journey.when(SpeakerTestRequested()).waits(20.0).then(CheckingDevices, speaker=SpeakerStep.PLAYED)
    journey.when(SampleRequested()).waits(20.0).then(CheckingDevices, sample=SampleStep.UNTRIED)
    journey.when(SampleRequested(), SampleRecorded(3.0, -20.0, speech=True)).waits(20.0)
    journey.then(CheckingDevices, sample=SampleStep.PLAYED)


def test_a_stray_sound_does_not_end_the_play_back() -> None:
    journey = in_check().when(SampleRequested()).waits(3.5).ignores(HEARD)
    journey.then(CheckingDevices, sample=SampleStep.PLAYING)


def test_a_pack_without_practice_begins_at_once() -> None:
    journey = Journey(Booth(pack(WORK, practice=None)))
    journey.booth.begins = False
    journey.given(lambda kiosk: isinstance(kiosk.scene, CheckingDevices) and kiosk.scene.passed)
    journey.when(CheckFinished()).waits(3.0).then(Beginning)
    assert StartRecording(journey.run.session, 12.5) in journey.orders


def test_nothing_is_recorded_before_the_first_question() -> None:
    journey = Journey(candidate=Candidate(code=GOOD_CODE))
    forbidden = (StartRecording, RecordSample, Speak)
    ordered: list[object] = []

    def see(now: Journey) -> None:
        if run_of(now.kiosk.scene) is None:
            ordered.extend(now.orders)

    journey.watch = see
    journey.given(at(Questioning))
    assert not [effect for effect in ordered if isinstance(effect, forbidden)]
    assert [effect for effect in ordered if isinstance(effect, CheckInvitation)]
    assert not [effect for effect in ordered if isinstance(effect, ScanForCode)]
    assert journey.booth.pack == THREE
