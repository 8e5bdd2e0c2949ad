"""The named journeys that are crashed at every step."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.accommodations import Accommodations, Comfort
from kiosk.domain.faults import FaultCode
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.staff import PinProblem, Role
from kiosk.flow.events import (
    AdjustingBegan,
    AdjustingEnded,
    AnswerTyped,
    ComfortChosen,
    ConsentDeclined,
    HelpRequested,
    MessageRead,
    RepeatRequested,
    RespeakBegan,
    RespeakEnded,
    SilenceNoticed,
    WordsChosen,
    WordsCorrected,
)
from kiosk.flow.staff import (
    AccommodationsSet,
    AskAgainRequested,
    EndRequested,
    ExtraTimeRequested,
    HelpAnswered,
    IncidentReported,
    InstantMarked,
    LeaveOutRequested,
    MaskRequested,
    MessageSent,
    MicrophoneRequested,
    PauseRequested,
    ReleaseRequested,
    ResumeRequested,
    StaffEntered,
    StaffLeft,
    StaffRefused,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import (
    Answering,
    Asking,
    AwaitingRelease,
    Beginning,
    Consenting,
    Deciding,
    Interrupted,
    Practising,
    Questioning,
    Reviewing,
    Thinking,
)
from tests.flow.booth import Booth
from tests.flow.candidate import STAFF, Candidate
from tests.flow.journey import PLANS, TEAM, WORK, Journey, asked, at, over, pack

CARD = Accommodations(extra_time=1.5, extra_retakes=1, text_answers=True, comfort=Comfort(slow=True))

Telling = Callable[[Journey], Journey]

PAUSE = PauseRequested(STAFF, "a break")
RESUME = ResumeRequested(STAFF)
COVER_CAMERA = MaskRequested(Device.CAMERA, MaskReason.PRIVACY, STAFF)
UNCOVER_CAMERA = MaskRequested(Device.CAMERA, None, STAFF)
COVER_MICROPHONE = MaskRequested(Device.MICROPHONE, MaskReason.STAFF_IN_BOOTH, STAFF)
UNCOVER_MICROPHONE = MaskRequested(Device.MICROPHONE, None, STAFF)
STOP = StopRecordingRequested(STAFF, "wrong person")
START = StartRecordingRequested(STAFF)
ENTERED, LEFT = StaffEntered(STAFF, Role.PROCTOR), StaffLeft(STAFF)
RELEASE, TELL = ReleaseRequested(STAFF), MessageSent(STAFF, aloud=True, text="Please speak up.")
MORE_TIME = ExtraTimeRequested(STAFF, 60.0, "technical")
AGAIN, LEAVE_OUT = AskAgainRequested(STAFF, "technical"), LeaveOutRequested(STAFF, "other")
MARK, REPORT = InstantMarked(STAFF), IncidentReported(STAFF, IncidentCategory.ENVIRONMENT, "a drill outside")
SPARE = MicrophoneRequested(STAFF, "spare")
END = EndRequested(STAFF, "fire alarm")


def repeated(journey: Journey) -> Journey:
    journey.given(asked(0, Thinking)).when(RepeatRequested()).given(asked(0, Thinking))
    return journey.given(asked(1)).when(RepeatRequested(), after_s=4.0)


def declined_first(journey: Journey) -> Journey:
    return journey.given(at(Consenting)).when(ConsentDeclined())


def paused_in_every_phase(journey: Journey) -> Journey:
    for phase in (Asking, Thinking, Answering, Deciding):
        journey.given(asked(0, phase)).when(PAUSE, RESUME)
    return journey.given(at(Reviewing)).when(PAUSE, RESUME)


def covered_and_uncovered(journey: Journey) -> Journey:
    journey.given(at(Practising)).when(COVER_CAMERA)
    journey.given(asked(0)).when(COVER_MICROPHONE).given(asked(1)).when(UNCOVER_CAMERA, UNCOVER_MICROPHONE)
    return journey


def without_recorder(journey: Journey) -> Journey:
    journey.given(asked(0)).when(COVER_CAMERA).loses_the_recorder().gets_the_recorder_back()
    return journey.given(asked(1)).loses_the_recorder().when(PAUSE).gets_the_recorder_back().when(RESUME)


def without_microphone(journey: Journey) -> Journey:
    journey.given(asked(1)).breaks(FaultCode.MICROPHONE_LOST).waits(30.0)
    return journey.mends(FaultCode.MICROPHONE_LOST)


def full_disk(journey: Journey) -> Journey:
    return journey.given(asked(1)).breaks(FaultCode.DISK_FULL).waits(5.0).mends(FaultCode.DISK_FULL)


def stopped_by_staff(journey: Journey) -> Journey:
    journey.given(asked(0)).when(STOP, START).given(at(Questioning))
    return journey.given(asked(1)).when(PAUSE, STOP, RESUME)


def ended_by_staff(journey: Journey) -> Journey:
    return journey.given(asked(1)).when(END, after_s=5.0)


def called_for_help(journey: Journey) -> Journey:
    journey.given(asked(0)).when(HelpRequested()).when(HelpAnswered(STAFF))
    return journey.given(asked(1)).when(SilenceNoticed(), after_s=20.0)


def recorder_dumb_at_the_start(journey: Journey) -> Journey:
    journey.booth.begins = False
    journey.given(at(Beginning)).waits(20.0).then(Interrupted)
    journey.booth.begins = True
    return journey


def staff_at_the_panel(journey: Journey) -> Journey:
    journey.given(at(Consenting)).when(StaffRefused(STAFF, PinProblem.WRONG), ENTERED, LEFT)
    return journey.given(asked(1)).when(ENTERED, PAUSE, RESUME, LEFT)


def read_back(journey: Journey) -> Journey:
    journey.writes_down = True
    journey.given(at(Reviewing)).when(WordsChosen(WORK.id, 1, 1), WordsCorrected("ate"))
    return journey.when(WordsChosen(TEAM.id, 0, 1), RespeakBegan()).when(RespeakEnded(), after_s=2.0)


def with_a_card(journey: Journey) -> Journey:
    journey.booth.card = CARD
    journey.given(asked(0)).when(AnswerTyped("I wrote this."), after_s=3.0)
    more = AccommodationsSet(STAFF, replace(CARD, extra_time=2.0))
    journey.given(asked(0, Deciding)).given(asked(1, Asking)).when(more)
    journey.given(asked(1)).when(AdjustingBegan(), ComfortChosen(Comfort(voice=False)))
    return journey.when(AdjustingEnded(), after_s=9.0)


def conducted(journey: Journey) -> Journey:
    journey.booth.held = True
    journey.given(at(AwaitingRelease)).waits(300.0).when(RELEASE)
    journey.given(asked(0)).when(TELL, MORE_TIME, MARK, after_s=4.0).when(MessageRead(), AGAIN)
    journey.given(asked(0)).when(PAUSE, MORE_TIME, AGAIN, RESUME).given(asked(0)).when(LEAVE_OUT)
    return journey.given(asked(1)).when(REPORT, SPARE, HelpRequested()).waits(60.0).when(RESUME)


def followed_up(journey: Journey) -> Journey:
    journey.writes_down = journey.follows_up = True
    return journey


def straight(journey: Journey) -> Journey:
    return journey


JOURNEYS: dict[str, tuple[Telling, Candidate]] = {
    "straight through": (straight, Candidate()),
    "with a retake": (straight, Candidate(retakes=1)),
    "with a skip and no practice": (straight, Candidate(skips=True, skips_practice=True)),
    "by the clock alone": (straight, Candidate(talks_for_ever=True)),
    "repeated questions": (repeated, Candidate()),
    "declined and thought better of it": (declined_first, Candidate()),
    "paused in every phase": (paused_in_every_phase, Candidate(retakes=1)),
    "covered and uncovered": (covered_and_uncovered, Candidate()),
    "recorder lost twice": (without_recorder, Candidate()),
    "recorder dumb at the start": (recorder_dumb_at_the_start, Candidate()),
    "microphone unplugged": (without_microphone, Candidate()),
    "disk full": (full_disk, Candidate()),
    "recording stopped by staff": (stopped_by_staff, Candidate(retakes=1)),
    "ended by staff": (ended_by_staff, Candidate()),
    "help and a long silence": (called_for_help, Candidate()),
    "staff at the panel": (staff_at_the_panel, Candidate()),
    "followed up": (followed_up, Candidate()),
    "with a card": (with_a_card, Candidate()),
    "read back": (read_back, Candidate()),
    "conducted by staff": (conducted, Candidate()),
    "in German": (straight, Candidate(language="de")),
}


def told(name: str, watch: Callable[[Journey], None] | None = None) -> Journey:
    """The whole journey, seen by ``watch`` after everything that happens."""
    telling, candidate = JOURNEYS[name]
    plan = pack(WORK, TEAM, PLANS, languages=("en", "de") if candidate.language == "de" else ("en",))
    return telling(Journey(Booth(plan), candidate, watch=watch)).given(over)
