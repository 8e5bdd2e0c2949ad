"""What staff may do at this moment, each as a wish with a name under it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QCoreApplication

from kiosk.domain.accommodations import NONE as USUAL_CARD
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import STAFF_REASONS, Device, MaskReason
from kiosk.domain.staff import StaffMember
from kiosk.flow.booth import LONGEST_MESSAGE, passed_over
from kiosk.flow.duties import DUTIES
from kiosk.flow.interruption import ready
from kiosk.flow.staff import (
    AccommodationsSet,
    AskAgainRequested,
    BoothTestRequested,
    EndRequested,
    ExtraTimeRequested,
    HelpAnswered,
    IncidentReported,
    InstantMarked,
    LeaveOutRequested,
    LockRequested,
    MaskRequested,
    MessageSent,
    MicrophoneRequested,
    OverrideRequested,
    PauseRequested,
    ReleaseRequested,
    ResumeRequested,
    SetUpRequested,
    StaffAct,
    StartRecordingRequested,
    StopRecordingRequested,
    UnlockRequested,
)
from kiosk.flow.states import (
    AwaitingRelease,
    Deciding,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Questioning,
    Run,
    Scene,
    ThankYou,
    Welcome,
    run_of,
)
from ui.texts import incident_category, mask_reason, staff_reasons
from ui.theme.icons import Icon
from ui.tongue.spoken import to_staff


@dataclass(frozen=True, slots=True)
class Given:
    """What staff chose and wrote."""

    choice: str = ""
    text: str = ""
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked before an act: one of the choices, some words, a tick. Empty, it only asks "really?"."""

    choices: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    """The name of the field for words; empty for none."""
    text_needed: bool = False
    tick: str = ""


SURE = Form()
NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing staff may do; without a form it happens at the first touch."""

    name: str
    words: str
    icon: Icon
    kind: type[StaffAct]
    event: Callable[[Given], StaffAct]
    form: Form | None = None
    danger: bool = False


@to_staff()
def acts(kiosk: Kiosk, member: StaffMember, microphones: Mapping[str, str] = NONE) -> tuple[Act, ...]:
    """Everything possible now that is theirs to do, the most likely first."""
    by = member.name
    found = [*_help(kiosk, by), *_interview(kiosk, by), *_notes(kiosk, by)]
    found += [*_devices(kiosk, by, microphones), *_end(kiosk, by), *_booth(kiosk, by)]
    return tuple(act for act in found if member.may(DUTIES[act.kind]))


def _help(kiosk: Kiosk, by: str) -> list[Act]:
    if not kiosk.help_called:
        return []
    return [Act("answer", _words("I am here"), Icon.HAND, HelpAnswered, lambda _: HelpAnswered(by))]


def _interview(kiosk: Kiosk, by: str) -> list[Act]:
    run = _running(kiosk.scene)
    if run is None:
        return []
    release = _words("Start the interview")
    found = []
    if run.held and isinstance(kiosk.scene, AwaitingRelease):
        found.append(Act("release", release, Icon.PLAY, ReleaseRequested, lambda _: ReleaseRequested(by)))
    found += [_go_on(by)] if _waits(kiosk) else [_pause(by)] if not isinstance(kiosk.scene, Paused) else []
    found += [_mask(Device.CAMERA, run, by), _mask(Device.MICROPHONE, run, by), *_recording(kiosk, run, by)]
    return [*found, *_question(kiosk.scene, by), _message(by), _accommodate(run, by)]


def _running(scene: Scene) -> Run | None:
    return None if isinstance(scene, Finishing | ThankYou) else run_of(scene)


def _waits(kiosk: Kiosk) -> bool:
    scene = kiosk.scene
    return isinstance(scene, Paused) or (isinstance(scene, Interrupted) and ready(scene, kiosk.faults))


def _pause(by: str) -> Act:
    form = Form(staff_reasons())
    return Act(
        "pause", _words("Pause"), Icon.PAUSE, PauseRequested, lambda why: PauseRequested(by, why.choice), form
    )


def _go_on(by: str) -> Act:
    return Act("resume", _words("Go on"), Icon.PLAY, ResumeRequested, lambda _: ResumeRequested(by), SURE)


def _mask(device: Device, run: Run, by: str) -> Act:
    camera = device is Device.CAMERA
    covered = run.masks.camera if camera else run.masks.microphone

    def wish(given: Given) -> MaskRequested:
        return MaskRequested(device, MaskReason(given.choice) if given.choice else None, by)

    if covered is not None:
        words = _words("Uncover the camera") if camera else _words("Uncover the microphone")
        icon = Icon.CAMERA if camera else Icon.MICROPHONE
        return Act(f"uncover-{device}", words, icon, MaskRequested, wish, SURE)
    words = _words("Cover the camera") if camera else _words("Cover the microphone")
    icon = Icon.CAMERA_OFF if camera else Icon.MICROPHONE_OFF
    form = Form({str(reason): mask_reason(reason) for reason in STAFF_REASONS})
    return Act(f"cover-{device}", words, icon, MaskRequested, wish, form)


def _recording(kiosk: Kiosk, run: Run, by: str) -> list[Act]:
    scene = kiosk.scene
    if isinstance(scene, Paused | Interrupted) and not scene.recording:
        words, kind = _words("Start the recording"), StartRecordingRequested
        start = Act("start-recording", words, Icon.PLAY, kind, lambda _: StartRecordingRequested(by), SURE)
        return [start]
    if run.segment == 0:
        return []

    def stop(given: Given) -> StopRecordingRequested:
        return StopRecordingRequested(by, given.choice)

    words, form = _words("Stop the recording"), Form(staff_reasons())
    return [Act("stop-recording", words, Icon.STOP, StopRecordingRequested, stop, form)]


def _question(scene: Scene, by: str) -> list[Act]:
    inside = scene.inside if isinstance(scene, Paused | Interrupted) else scene
    if not isinstance(inside, Questioning):
        return []

    def more(given: Given) -> ExtraTimeRequested:
        return ExtraTimeRequested(by, float(given.choice), given.text)

    def again(given: Given) -> AskAgainRequested:
        return AskAgainRequested(by, given.choice)

    def leave_out(given: Given) -> LeaveOutRequested:
        return LeaveOutRequested(by, given.choice)

    minutes = {
        "30": _words("Half a minute"),
        "60": _words("One minute"),
        "120": _words("Two minutes"),
        "300": _words("Five minutes"),
    }
    time_form, reasons = Form(minutes, _words("Reason"), text_needed=True), Form(staff_reasons())
    found = [
        Act("more-time", _words("Give more time"), Icon.CLOCK, ExtraTimeRequested, more, time_form),
        Act("ask-again", _words("Ask again"), Icon.REPEAT, AskAgainRequested, again, reasons),
    ]
    if isinstance(scene, Questioning) and not isinstance(scene.phase, Deciding):
        words = _words("Leave it out")
        found.append(Act("leave-out", words, Icon.SKIP, LeaveOutRequested, leave_out, reasons))
    return found


def _accommodate(run: Run, by: str) -> Act:
    """What is chosen is added to the card that the candidate has already."""
    card = run.accommodations
    offered = {
        "time-1.25": (_words("A quarter more time"), replace(card, extra_time=1.25)),
        "time-1.5": (_words("Half as much time again"), replace(card, extra_time=1.5)),
        "time-2": (_words("Twice the time"), replace(card, extra_time=2.0)),
        "retake": (_words("One more attempt at every answer"), replace(card, extra_retakes=1)),
        "text": (_words("Answers in writing"), replace(card, text_answers=True)),
        "no-clock": (_words("No time on the screen"), replace(card, shows_time=False)),
        "usual": (_words("As for everybody"), replace(USUAL_CARD, comfort=card.comfort)),
    }

    def accommodate(given: Given) -> AccommodationsSet:
        return AccommodationsSet(by, offered[given.choice][1])

    form = Form({key: words for key, (words, after) in offered.items() if after != card})
    return Act(
        "accommodate", _words("Accommodations"), Icon.ACCESSIBILITY, AccommodationsSet, accommodate, form
    )


def _message(by: str) -> Act:
    own = "own"
    choices = phrases() | {own: _words("In my own words")}

    def send(given: Given) -> MessageSent:
        text = given.text if given.choice == own else phrases()[given.choice]
        return MessageSent(by, aloud=given.tick, text=text[:LONGEST_MESSAGE])

    form = Form(choices, _words("Message"), tick=_words("Say it aloud as well"))
    return Act("message", _words("Write to the candidate"), Icon.INFO, MessageSent, send, form)


def phrases() -> dict[str, str]:
    """What candidates are told at a touch: staff read it in their language, it is sent in the candidate's."""
    return {
        "louder": _to_candidate("Please speak a little louder."),
        "closer": _to_candidate("Please move a little closer to the camera."),
        "calmly": _to_candidate("Take your time."),
        "wait": _to_candidate("We will be with you in a moment."),
    }


def _notes(kiosk: Kiosk, by: str) -> list[Act]:
    if _running(kiosk.scene) is None:
        return []

    def note(given: Given) -> InstantMarked:
        return InstantMarked(by, given.text)

    def report(given: Given) -> IncidentReported:
        return IncidentReported(by, IncidentCategory(given.choice), given.text)

    text = Form(text=_words("Note"), text_needed=True)
    categories = {str(one): incident_category(one) for one in IncidentCategory}
    incident = Form(categories, _words("What happened"), text_needed=True)
    return [
        Act("mark", _words("Mark this moment"), Icon.FLAG, InstantMarked, note),
        Act("note", _words("Mark with a note"), Icon.FLAG, InstantMarked, note, text),
        Act("incident", _words("Report an incident"), Icon.WARNING, IncidentReported, report, incident),
    ]


def _devices(kiosk: Kiosk, by: str, microphones: Mapping[str, str]) -> list[Act]:
    if not microphones or _running(kiosk.scene) is None:
        return []

    def use(given: Given) -> MicrophoneRequested:
        return MicrophoneRequested(by, given.choice)

    form = Form(microphones)
    words = _words("Another microphone")
    return [Act("microphone", words, Icon.MICROPHONE, MicrophoneRequested, use, form)]


def _end(kiosk: Kiosk, by: str) -> list[Act]:
    if _running(kiosk.scene) is None:
        return []

    def end(given: Given) -> EndRequested:
        return EndRequested(by, given.choice)

    words, form = _words("End the interview"), Form(staff_reasons())
    return [Act("end", words, Icon.STOP, EndRequested, end, form, danger=True)]


def _booth(kiosk: Kiosk, by: str) -> list[Act]:
    if not isinstance(kiosk.scene, Welcome):
        return []
    found = []
    if any(passed_over(fault) for fault in kiosk.faults):
        form, words = Form(text=_words("Reason"), text_needed=True), _words("Open the booth all the same")

        def override(given: Given) -> OverrideRequested:
            return OverrideRequested(by, given.text)

        found.append(Act("override", words, Icon.WARNING, OverrideRequested, override, form, danger=True))
    test = _words("Test the booth")
    found.append(Act("test", test, Icon.TOOL, BoothTestRequested, lambda _: BoothTestRequested(by)))
    if kiosk.locked:
        words = _words("Open the booth")
        found.append(Act("unlock", words, Icon.CHECK, UnlockRequested, lambda _: UnlockRequested(by)))
    else:
        words = _words("Lock the booth")
        found.append(Act("lock", words, Icon.LOCK, LockRequested, lambda _: LockRequested(by)))
    words = _words("Set up this station")
    return [*found, Act("set-up", words, Icon.PENCIL, SetUpRequested, lambda _: SetUpRequested(by))]


def _to_candidate(source: str) -> str:
    return QCoreApplication.translate("ToCandidate", source)


def _words(source: str) -> str:
    return QCoreApplication.translate("StaffActs", source)
