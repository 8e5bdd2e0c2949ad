"""What must be true of every state, alone and together with the booth it stands in."""

from kiosk.domain.answer import Outcome
from kiosk.domain.faults import CATALOGUE, Severity
from kiosk.domain.masks import Masks
from kiosk.flow.interruption import PAUSE_MASKS, covering, records, stops_the_clock
from kiosk.flow.machine import SEEN_IN_USE
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Correcting,
    Deciding,
    Declined,
    EnteringCode,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Phase,
    Practising,
    Questioning,
    RecordingStoppedBy,
    Respeaking,
    Reviewing,
    Run,
    SampleStep,
    Scene,
    SpeakerStep,
    ThankYou,
    Thinking,
    run_of,
)
from kiosk.flow.timers import Timer
from tests.flow.booth import Booth

RUNNING = (CheckingDevices, Calibrating, Practising, AwaitingRelease, Beginning, Questioning, Reviewing)


def assert_sane(kiosk: Kiosk) -> None:
    """What holds whatever was reported, even by a recorder that lies."""
    scene = kiosk.scene
    codes = [fault.code for fault in kiosk.faults]
    assert len(codes) == len(set(codes)), "a fault is listed once"
    if isinstance(scene, RUNNING):
        assert not stops_the_clock(kiosk.faults), "no clock runs while something stops it"
    if not isinstance(scene, (*RUNNING, Interrupted, Paused, Finishing, EnteringCode)):
        assert not set(codes) & set(SEEN_IN_USE), "closed devices have no faults"
    run = run_of(scene)
    if run is not None:
        _assert_answers_in_order(run)
    inside = scene.inside if isinstance(scene, Interrupted | Paused) else scene
    if isinstance(inside, Questioning):
        _assert_question_in_place(inside)
    if isinstance(inside, Reviewing) and inside.correcting is not None:
        _assert_words_are_there(inside.run, inside.correcting)
    if isinstance(inside, CheckingDevices | Calibrating | Practising | AwaitingRelease):
        assert inside.run.segment == 0, "neither device check nor practice is recorded"
        assert inside.run.attempts == (), "nothing of the practice is kept"


def _assert_answers_in_order(run: Run) -> None:
    order = [question.id for question in run.pack.questions]
    plain = [one for one in run.attempts if "." not in one.question]
    places = [order.index(attempt.question) for attempt in plain]
    assert len({one.of for one in run.further}) == len(run.further), "at most one follow-up a question"
    extra = {one.question.id for one in run.further}
    assert {one.question for one in run.attempts} <= set(order) | extra
    assert places == sorted(places), "answers follow the questions"
    final = [attempt.question for attempt in run.attempts if attempt.outcome is not Outcome.DISCARDED]
    assert len(final) == len(set(final)), "a question has one answer"
    for attempt in run.attempts:
        assert attempt.spoken_s >= 0.0
        assert attempt.number >= 1


def _assert_question_in_place(scene: Questioning) -> None:
    questions = scene.run.pack.questions
    assert 0 <= scene.index < len(questions)
    answered = {a.question for a in scene.run.attempts if a.outcome is not Outcome.DISCARDED}
    answered -= {one.question.id for one in scene.run.further}
    until = len([one for one in questions if one.id in answered]) if scene.further else scene.index
    assert answered == {question.id for question in questions[:until]}, "no question is passed over"
    match _clock(scene.phase):
        case Thinking(spent_s=spent) | Answering(spent_s=spent):
            assert spent >= 0.0
        case _:
            pass


def _assert_words_are_there(run: Run, correcting: Correcting) -> None:
    transcript = run.transcript(correcting.question)
    assert transcript is not None, "only what is written down is put right"
    assert 0 <= correcting.first <= correcting.last < len(transcript.latest.words)


def _clock(phase: Phase) -> Phase | None:
    return phase.then if isinstance(phase, Asking) else phase


def assert_agreed(kiosk: Kiosk, booth: Booth) -> None:
    """What holds between the state and an honest booth once every fact has been told."""
    scene = kiosk.scene
    assert set(booth.timers) == _clocks(scene, set(booth.timers)), (
        f"{set(booth.timers)} in {type(scene).__name__}"
    )
    _assert_voice(scene, booth)
    _assert_recording(kiosk, booth)
    if not isinstance(scene, EnteringCode):
        assert not booth.scanning, "nobody looks for codes during an interview"
    run = run_of(scene)
    if run is None and not (isinstance(scene, EnteringCode) and scene.scanning):
        assert not booth.devices_open, "nothing is open before consent"
    if run is not None and booth.recorder_alive and not isinstance(scene, Finishing | ThankYou):
        assert _covered(scene, run) in (booth.masks, None), "what staff covered is covered"


def _clocks(scene: Scene, armed: set[Timer]) -> set[Timer]:
    """Whoever adjusts has no clock of their own running."""
    run = run_of(scene)
    if run is None or not run.adjusting or not isinstance(scene, RUNNING):
        return _timers(scene, armed)
    return (_timers(scene, armed) - {Timer.THINK, Timer.ANSWER}) | {Timer.ADJUST}


def _timers(scene: Scene, armed: set[Timer]) -> set[Timer]:
    match scene:
        case EnteringCode(checking=checking):
            return {Timer.IDLE, Timer.INVITATION} if checking else {Timer.IDLE}
        case ChoosingLanguage() | Consenting() | Declined() | ThankYou():
            return {Timer.IDLE}
        case CheckingDevices(speaker=SpeakerStep.PLAYING) | CheckingDevices(sample=SampleStep.PLAYING):
            return {Timer.VOICE, Timer.IDLE}
        case CheckingDevices(sample=SampleStep.RECORDING):
            return {Timer.RECORDER, Timer.IDLE}
        case Reviewing(correcting=Correcting(respeaking=Respeaking(ended=None))):
            return {Timer.IDLE, Timer.ANSWER}
        case CheckingDevices() | Reviewing():
            return {Timer.IDLE}
        case Calibrating() | Beginning() | Finishing():
            return {Timer.RECORDER}
        case Practising(phase=phase) | Questioning(phase=phase):
            return {_phase_timer(phase)}
        case Interrupted():
            return armed & {Timer.RECORDER}
        case _:
            return set()


def _phase_timer(phase: Phase) -> Timer:
    match phase:
        case Asking():
            return Timer.VOICE
        case Thinking():
            return Timer.THINK
        case Answering():
            return Timer.ANSWER
        case Deciding():
            return Timer.DECIDE


def _assert_voice(scene: Scene, booth: Booth) -> None:
    if booth.sound is None:
        return
    match scene:
        case Questioning(phase=Asking(), question=question):
            assert booth.sound.name == f"question:{question.id}"
            assert booth.sound.into_recording, "the question is heard in the recording"
        case Practising(phase=Asking()) | CheckingDevices(speaker=SpeakerStep.PLAYING):
            assert not booth.sound.into_recording
        case Calibrating():
            assert booth.sound.name == "calibration"
        case CheckingDevices(sample=SampleStep.PLAYING):
            assert booth.sound.name == "sample"
        case _:
            raise AssertionError(f"the voice says {booth.sound.name} in {type(scene).__name__}")


def _assert_recording(kiosk: Kiosk, booth: Booth) -> None:
    scene = kiosk.scene
    match scene:
        case Questioning(run=run) | Reviewing(run=run):
            assert booth.recording == run.session, "no question without a recording"
            programming = isinstance(scene, Questioning) and scene.question.coding is not None
            assert booth.filming == programming, "the screen is filmed while a program is written, not else"
            assert booth.segments[run.session] == run.segment
        case Paused(cause=RecordingStoppedBy()):
            assert not booth.recording, "stopped means stopped"
        case Interrupted(recording=True) | Paused(recording=True) if not _blind(kiosk):
            assert not records(scene.inside) or isinstance(scene.inside, Beginning) or booth.recording
        case Beginning() | Interrupted() | Paused() | Finishing():
            pass
        case _:
            assert not booth.recording, "nobody is recorded who does not answer questions"


def assert_started_covered(kiosk: Kiosk, booth: Booth) -> None:
    """The moment a recording starts, what staff had covered is covered already."""
    run = run_of(kiosk.scene)
    if booth.recording and run is not None:
        assert booth.masks.camera or not run.masks.camera, "no glimpse of a covered camera"
        assert booth.masks.microphone or not run.masks.microphone, "no word from a covered microphone"


def _blind(kiosk: Kiosk) -> bool:
    return any(CATALOGUE[fault.code].severity is not Severity.NOTE for fault in kiosk.faults)


def _covered(scene: Scene, run: Run) -> Masks | None:
    """What is covered; ``None`` where nothing is recorded on staff's wish, so that it does not matter."""
    if isinstance(scene, Paused):
        return None if isinstance(scene.cause, RecordingStoppedBy) else PAUSE_MASKS
    if isinstance(scene, Interrupted):
        return covering(scene)
    return run.masks
