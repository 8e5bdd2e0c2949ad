"""However an interview ends: what was said is kept, the recording is finished, the candidate is thanked."""

import pytest

from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.effects import FinishRecording
from kiosk.flow.ending import GONE
from kiosk.flow.events import EndConfirmed, NewInterviewRequested, RepeatRequested
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingFinished, RecordingStarted
from kiosk.flow.states import (
    Answering,
    Asking,
    Beginning,
    Chapter,
    CheckingDevices,
    Deciding,
    Ending,
    Finishing,
    Kiosk,
    Practising,
    Questioning,
    Reviewing,
    ThankYou,
    Thinking,
    Welcome,
)
from kiosk.flow.timers import CHECK_IDLE_S, FINISH_DEADLINE_S, REVIEW_IDLE_S, WARNING_S
from tests.flow.booth import WALL, recording
from tests.flow.candidate import STAFF
from tests.flow.journey import Journey, asked, at, over
from tests.flow.journeys import COVER_CAMERA, END, PAUSE, STOP

CHAPTERS: list[type[Chapter]] = [CheckingDevices, Practising, Questioning, Reviewing]


def finishing() -> Journey:
    """The end is confirmed, and the recorder has not answered yet."""
    journey = Journey().given(at(Reviewing))
    journey.happens(EndConfirmed())
    journey.booth.facts.clear()
    return journey.then(Finishing)


def test_the_candidate_ends_the_interview() -> None:
    journey = Journey().given(at(Reviewing)).when(EndConfirmed()).then(ThankYou, ending=Ending())
    session = journey.run.session
    journey.then(ThankYou, recording=recording(session))
    assert not journey.booth.devices_open


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_staff_end_every_chapter_in_one_step(chapter: type[Chapter]) -> None:
    journey = Journey().given(at(chapter)).when(END).then(ThankYou, ending=Ending(STAFF, "fire alarm"))
    assert not journey.booth.recording
    assert not journey.booth.devices_open


def test_staff_end_a_pause_and_an_interruption() -> None:
    Journey().given(asked(1)).when(PAUSE, END).then(ThankYou)
    Journey().given(asked(1)).when(STOP, END).then(ThankYou)
    Journey().given(asked(1)).breaks(FaultCode.MICROPHONE_LOST).when(END).then(ThankYou)
    Journey().given(at(Practising)).breaks(FaultCode.MICROPHONE_LOST).when(END).then(ThankYou, recording=None)


@pytest.mark.parametrize(
    ("index", "phase", "answers"),
    [
        (0, Asking, []),
        (0, Thinking, []),
        (0, Answering, [("work", 1, "cut_short")]),
        (0, Deciding, [("work", 1, "kept")]),
    ],
)
def test_an_answer_that_was_running_is_kept_as_cut_short(
    index: int, phase: type, answers: list[tuple[str, int, str]]
) -> None:
    assert Journey().given(asked(index, phase)).when(END).answers == answers


def test_an_answer_cut_short_while_the_question_is_repeated_is_kept() -> None:
    journey = Journey().given(asked(1)).when(RepeatRequested(), after_s=9.0).when(END)
    assert journey.run.attempts[-1].spoken_s == 9.0


def test_a_recorder_that_was_about_to_start_is_told_to_finish() -> None:
    journey = Journey()
    journey.booth.begins = False
    journey.given(at(Beginning))
    session = journey.run.session
    journey.booth.recording, journey.booth.segments = session, {session: 1}
    journey.booth.facts.append(RecordingStarted(session, 1, WALL))
    assert journey.happens(END)
    assert FinishRecording(session) in journey.orders
    journey.settles().then(ThankYou)
    assert not journey.booth.recording


def test_a_file_that_cannot_be_made_does_not_hold_the_candidate() -> None:
    journey = finishing().when(FaultRaised(Fault(FaultCode.RECORDING_NOT_FINISHED)))
    journey.then(ThankYou, recording=None)
    finishing().waits(121.0).then(ThankYou, recording=None)


def test_other_trouble_does_not_end_the_finishing() -> None:
    finishing().when(FaultRaised(Fault(FaultCode.CAMERA_LOST))).then(Finishing)


def test_a_file_that_comes_late_is_still_shown() -> None:
    journey = finishing().waits(121.0).then(ThankYou, recording=None)
    session = journey.run.session
    journey.when(RecordingFinished(session, recording(session))).then(ThankYou, recording=recording(session))


def test_the_file_of_another_session_ends_nothing() -> None:
    journey = finishing().when(RecordingFinished("f" * 32, recording("f" * 32))).then(Finishing)
    session = journey.run.session
    journey.when(RecordingFinished(session, recording(session))).then(ThankYou)


def test_a_recorder_lost_while_finishing_is_told_again() -> None:
    finishing().loses_the_recorder().then(Finishing).gets_the_recorder_back().then(ThankYou)


def test_a_recorder_that_dies_of_finishing_keeps_nobody_for_ever() -> None:
    journey = finishing()
    for _ in range(round(FINISH_DEADLINE_S)):
        journey.loses_the_recorder()
        journey.happens(FaultCleared(FaultCode.RECORDER_LOST))
        journey.booth.facts.clear()
        journey.waits(1.0)
    journey.then(ThankYou, recording=None)


def test_what_was_covered_stays_covered_to_the_last_picture() -> None:
    journey = Journey().given(asked(1)).when(COVER_CAMERA).given(at(Reviewing))
    journey.happens(EndConfirmed())
    assert journey.booth.masks.camera is not None


def test_a_new_interview_finds_a_clean_slate() -> None:
    journey = (
        Journey().given(asked(1)).breaks(FaultCode.CAMERA_LOST).given(over).when(NewInterviewRequested())
    )
    assert journey.kiosk == Kiosk()
    assert journey.booth.timers == {}
    assert journey.booth.wiped == 1


def test_trouble_of_the_station_outlives_a_session() -> None:
    journey = Journey().given(asked(1)).breaks(FaultCode.DISK_LOW).given(over).when(NewInterviewRequested())
    assert journey.kiosk == Kiosk(faults=(Fault(FaultCode.DISK_LOW),))


def test_the_thank_you_does_not_stay_for_the_next_person() -> None:
    journey = Journey().given(over).waits(91.0)
    assert journey.kiosk == Kiosk()


def test_two_people_are_interviewed_one_after_the_other() -> None:
    journey = Journey().given(over).when(NewInterviewRequested()).given(over)
    assert len(journey.booth.segments) == 2
    assert journey.answers == [("work", 1, "kept"), ("team", 1, "kept"), ("plans", 1, "kept")]


def test_a_restart_leads_past_the_thank_you_and_finishes_what_was_being_finished() -> None:
    journey = Journey().given(over).crashes(power=True).settles().then(Welcome)
    assert journey.kiosk == Kiosk()
    finishing().crashes(power=True).settles().then(ThankYou)


def test_somebody_who_walks_away_from_the_review_is_not_recorded_for_long() -> None:
    journey = Journey().given(at(Reviewing)).waits(REVIEW_IDLE_S + WARNING_S + 1.0)
    journey.settles().then(ThankYou, ending=GONE)
    assert not journey.booth.recording


def test_somebody_who_walks_away_from_the_device_check_leaves_nothing() -> None:
    journey = Journey().given(at(CheckingDevices)).waits(CHECK_IDLE_S + WARNING_S + 1.0)
    journey.settles().then(ThankYou, ending=GONE, recording=None)
    assert not journey.booth.devices_open
