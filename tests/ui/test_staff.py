"""Staff at the booth: who they are, what they see, what they may do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.accommodations import Accommodations
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.incidents import IncidentCategory
from kiosk.domain.masks import MaskReason
from kiosk.domain.staff import PinProblem, PinRefused, Role, StaffMember
from kiosk.flow.effects import RunBoothTests
from kiosk.flow.events import AnswerEnded, ContinueRequested, HelpRequested, TimerElapsed
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
    MessageSent,
    MicrophoneRequested,
    OverrideRequested,
    PauseRequested,
    SetUpRequested,
    StaffAct,
    StaffEntered,
    StaffLeft,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import (
    AwaitingRelease,
    CheckingDevices,
    Finishing,
    Kiosk,
    Paused,
    Questioning,
    Scene,
    ThankYou,
    Welcome,
    run_of,
)
from kiosk.flow.timers import Timer
from tests.ui.fake_station import PIN, STAFF, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.overlays.still_there import StillThere
from ui.samples import ANSWERING, CHECKS, RUN, StillStation
from ui.touches import TAPS, Idleness

BOSS = StaffMember(STAFF, Role.PROCTOR)
KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


def enter(person: Sitting, pin: str = PIN) -> None:
    QTest.keyClick(person.focused(), Qt.Key.Key_K, KEYS)
    assert isinstance(person.shell.overlay, StaffEntry)
    wait_for_the_pad(person)
    with person.qtbot.waitSignal(person.bridge.staff_answered):
        for digit in pin:
            person.button(f"digit-{digit}").click()
        person.button("pin-ok").click()
    QApplication.processEvents()


def write(person: Sitting, words: str) -> None:
    field = person.shell.findChild(QLineEdit, "text")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)


def overlay_of(person: Sitting) -> object:
    return person.shell.overlay


def wait_for_the_pad(person: Sitting) -> None:
    person.qtbot.waitUntil(lambda: any(button.objectName() == "pin-ok" for button in person.buttons()))


def answering() -> FakeStation:
    return FakeStation(Questioning(RUN, 0, ANSWERING))


def test_a_wrong_pin_opens_nothing(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        enter(person, "1357")
        assert isinstance(person.shell.overlay, StaffEntry)
        assert any("not the PIN" in words for words in person.sees())
        person.button("close").click()
        assert person.shell.overlay is None


def test_a_pin_can_be_typed(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        person.shell.open_staff_entry()
        wait_for_the_pad(person)
        with qtbot.waitSignal(person.bridge.staff_answered):
            QTest.keyClicks(person.focused(), PIN + "9")
            person.key(Qt.Key.Key_Backspace)
            person.key(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert isinstance(person.shell.overlay, StaffPanel)


def test_after_a_wrong_pin_the_right_one_can_be_typed(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        person.shell.open_staff_entry()
        wait_for_the_pad(person)
        for pin in ("1357", PIN):
            with qtbot.waitSignal(person.bridge.staff_answered):
                QTest.keyClicks(person.focused(), pin)
                person.key(Qt.Key.Key_Return)
            QApplication.processEvents()
        assert isinstance(person.shell.overlay, StaffPanel)


def test_closing_the_panel_gives_the_keyboard_back(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        before = person.focused()
        enter(person)
        person.button("close").click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert person.shell.overlay is None
        assert person.focused() is before


def test_the_interview_may_go_on_under_the_panel(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        station.post(EndRequested(STAFF, "technical"))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        person.button("close").click()
        assert person.screen.isAncestorOf(person.focused())


def test_staff_pause_with_a_reason_and_let_it_go_on(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("pause").click()
        assert not person.button("yes").isEnabled()
        person.button("reason-staff_in_booth").click()
        person.button("yes").click()
        assert station.posted[-1] == PauseRequested(STAFF, "staff_in_booth")
        assert station.at(Paused)
        assert any(f"{STAFF} paused" in words for words in person.sees())
        person.button("resume").click()
        person.button("yes").click()
        assert station.at(Questioning)


def test_staff_cover_and_uncover_the_camera(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("cover-camera").click()
        person.button("reason-privacy").click()
        person.button("yes").click()
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert run.masks.camera is MaskReason.PRIVACY
        person.button("uncover-camera").click()
        person.button("yes").click()
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert run.masks.camera is None


def test_staff_stop_the_recording_with_a_reason_and_start_it_again(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("stop-recording").click()
        person.button("reason-candidate_asked").click()
        person.button("yes").click()
        person.button("start-recording").click()
        person.button("yes").click()
        assert station.posted[-2:] == [
            StopRecordingRequested(STAFF, "candidate_asked"),
            StartRecordingRequested(STAFF),
        ]


def test_ending_asks_first_and_then_ends(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("end").click()
        person.button("no").click()
        assert station.at(Questioning)
        person.button("end").click()
        person.button("reason-technical").click()
        person.button("yes").click()
        assert station.posted[-1] == EndRequested(STAFF, "technical")
        assert station.at(Finishing, ThankYou)


def test_a_call_is_answered_by_name(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        person.button("call-staff").click()
        enter(person)
        person.button("answer").click()
        assert station.posted[-1] == HelpAnswered(STAFF)
        assert not station.kiosk.help_called


def test_staff_write_to_the_candidate_who_puts_the_words_away(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("message").click()
        assert not person.button("yes").isEnabled()
        person.button("reason-own").click()
        assert not person.button("yes").isEnabled(), "own words are still missing"
        write(person, "Please sit down")
        person.button("aloud").click()
        person.button("yes").click()
        assert station.posted[-1] == MessageSent(STAFF, aloud=True, text="Please sit down")
        person.button("close").click()
        assert f"{STAFF} says: Please sit down" in person.sees()
        person.button("message-read").click()
        assert f"{STAFF} says: Please sit down" not in person.sees()


def test_what_staff_are_writing_stays_while_the_interview_moves_on(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("incident").click()
        write(person, "a dri")
        station.happens(HelpRequested())
        station.happens(ContinueRequested())
        write(person, "ll")
        person.button("reason-staff").click()
        person.button("yes").click()
        assert station.posted[-1] == IncidentReported(STAFF, IncidentCategory.STAFF, "a drill")
        person.button("incident").click()
        station.happens(EndRequested(STAFF, "other"))
        assert "yes" not in {button.objectName() for button in person.buttons()}


def test_an_incident_has_a_category_and_words(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("incident").click()
        person.button("reason-environment").click()
        write(person, "a drill")
        person.button("yes").click()
        assert station.posted[-1] == IncidentReported(STAFF, IncidentCategory.ENVIRONMENT, "a drill")


def test_a_moment_is_marked_with_one_touch(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("mark").click()
        assert station.posted[-1] == InstantMarked(STAFF)


@pytest.mark.parametrize(
    ("button", "choice", "words", "wish"),
    [
        ("more-time", "60", "a drill", ExtraTimeRequested(STAFF, 60.0, "a drill")),
        ("ask-again", "technical", "", AskAgainRequested(STAFF, "technical")),
        ("leave-out", "other", "", LeaveOutRequested(STAFF, "other")),
        ("microphone", "table", "", MicrophoneRequested(STAFF, "table")),
    ],
)
def test_staff_conduct_the_interview(
    button: str, choice: str, words: str, wish: StaffAct, qtbot: QtBot
) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        qtbot.waitUntil(lambda: any(one.objectName() == button for one in person.buttons()))
        person.button(button).click()
        person.button(f"reason-{choice}").click()
        if words:
            write(person, words)
        person.button("yes").click()
        assert station.posted[-1] == wish
        assert wish in station.happened


def test_staff_change_the_card_in_one_go(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        enter(person)
        for choice in ("time-1.5", "text"):
            person.button("accommodate").click()
            person.button(f"reason-{choice}").click()
            person.button("yes").click()
        card = Accommodations(extra_time=1.5, text_answers=True)
        assert station.posted[-1] == AccommodationsSet(STAFF, card)
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert run.accommodations == card


def test_staff_release_the_start(qtbot: QtBot) -> None:
    station = FakeStation(AwaitingRelease(replace(RUN, segment=0, held=True)))
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("release").click()
        assert station.at(Questioning)


def test_the_panel_says_where_the_interview_stands_and_how_everything_is(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        enter(person)
        person.bridge.tick()
        seen = person.sees()
        assert any(words.startswith("Question 1 of 3: answering, 0:38 of 2:00") for words in seen)
        assert any("Not connected" in words for words in seen)
        assert any("GiB free" in words for words in seen)


def test_a_locked_booth_is_opened_by_staff(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("lock").click()
        person.button("close").click()
        assert "This booth is not open yet" in person.sees()
        enter(person)
        person.button("unlock").click()
        assert not station.kiosk.locked


def test_staff_have_the_booth_tested_while_nobody_is_here(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("test").click()
        assert station.posted[-1] == BoothTestRequested(STAFF)
        assert RunBoothTests() in station.effects


def test_a_technician_leaves_for_the_set_up_while_nobody_is_here(qtbot: QtBot) -> None:
    station = FakeStation()
    station.staff, station.sets_up = {STAFF: Role.TECHNICIAN}, True
    with sitting(qtbot, station) as person:
        enter(person)
        with qtbot.waitSignal(person.shell.set_up_wanted):
            person.button("set-up").click()
        assert station.happened[-2:] == [SetUpRequested(STAFF), StaffLeft(STAFF)]
        assert overlay_of(person) is None


@pytest.mark.parametrize(
    ("role", "sets_up", "scene"),
    [
        (Role.PROCTOR, True, Welcome()),
        (Role.HR, True, Welcome()),
        (Role.TECHNICIAN, False, Welcome()),
        (Role.TECHNICIAN, True, Questioning(RUN, 0, ANSWERING)),
    ],
)
def test_nobody_else_and_at_no_other_time(qtbot: QtBot, role: Role, sets_up: bool, scene: Scene) -> None:
    station = FakeStation(scene)
    station.staff, station.sets_up = {STAFF: role}, sets_up
    with sitting(qtbot, station) as person:
        enter(person)
        assert isinstance(overlay_of(person), StaffPanel)
        assert "set-up" not in [button.objectName() for button in person.buttons()]


def test_a_booth_with_a_red_line_opens_with_a_reason_and_a_name(qtbot: QtBot) -> None:
    station = FakeStation(faults=(Fault(FaultCode.CAMERA_MISSING),))
    with sitting(qtbot, station) as person:
        enter(person)
        person.button("override").click()
        assert not person.button("yes").isEnabled()
        write(person, "sound is enough")
        person.button("yes").click()
        assert station.posted[-1] == OverrideRequested(STAFF, "sound is enough")
        assert station.kiosk.faults == ()


def test_somebody_who_is_asked_whether_they_are_there_says_so(qtbot: QtBot) -> None:
    station = FakeStation(CheckingDevices(RUN))
    with sitting(qtbot, station) as person:
        station.happens(TimerElapsed(Timer.IDLE))
        assert isinstance(overlay_of(person), StillThere)
        person.button("still-here").click()
        assert overlay_of(person) is None
        station.happens(TimerElapsed(Timer.IDLE))
        station.happens(TimerElapsed(Timer.IDLE))
        assert overlay_of(person) is None
        assert station.at(ThankYou)


def test_a_raised_hand_shows_that_time_stands_still(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        person.button("call-staff").click()
        assert "You have raised your hand" in person.sees()
        person.click("continue")
        assert station.at(Questioning)


def test_five_taps_in_the_corner_open_the_pad_and_four_do_not(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        for _ in range(TAPS - 1):
            QTest.mouseClick(person.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        QTest.mouseClick(person.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(600, 300))
        assert person.shell.overlay is None
        QTest.mouseClick(person.shell.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        assert isinstance(person.shell.overlay, StaffEntry)


def test_with_several_staff_the_name_comes_first(qtbot: QtBot) -> None:
    station = answering()
    station.staff = {"Staff A": Role.PROCTOR, "Staff B": Role.HR}
    with sitting(qtbot, station) as person:
        person.shell.open_staff_entry()
        qtbot.waitUntil(lambda: any(button.objectName() == "member-1" for button in person.buttons()))
        person.button("member-0").click()
        person.button("somebody-else").click()
        person.button("member-1").click()
        with qtbot.waitSignal(person.bridge.staff_answered):
            QTest.keyClicks(person.focused(), PIN)
            person.key(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert station.happened[-1] == StaffEntered("Staff B", Role.HR)
        assert isinstance(person.shell.overlay, StaffPanel)
        names = {button.objectName() for button in person.buttons()}
        assert not names & {"pause", "end", "cover-camera", "stop-recording"}, "none of these is HR's"


def test_nobody_gets_in_where_nobody_has_a_pin(qtbot: QtBot) -> None:
    station = answering()
    station.staff = {}
    with sitting(qtbot, station) as person:
        person.shell.open_staff_entry()
        qtbot.waitUntil(lambda: any("Nobody has a PIN" in words for words in person.sees()))


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (PinRefused(PinProblem.WRONG, 15.0), "wait 15 s"),
        (PinRefused(PinProblem.WAIT, 29.2), "wait 30 s"),
        (PinRefused(PinProblem.LOCKED), "locked"),
        (PinRefused(PinProblem.UNAVAILABLE), "cannot be checked"),
    ],
)
def test_every_refusal_is_told_in_words(refusal: PinRefused, words: str, qtbot: QtBot) -> None:
    station = answering()
    station.refusal = refusal
    with sitting(qtbot, station) as person:
        enter(person, "1357")
        assert any(words in seen for seen in person.sees())


def test_a_locked_panel_blocks_no_interview(qtbot: QtBot) -> None:
    station = answering()
    station.refusal = PinRefused(PinProblem.LOCKED)
    with sitting(qtbot, station) as person:
        enter(person, "1357")
        person.button("close").click()
        person.click("finished")
        assert station.posted[-1] == AnswerEnded()


def test_the_panel_and_the_pad_close_themselves_when_nobody_touches_them(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        for overlay in (
            StaffEntry(person.shell, person.bridge),
            StaffPanel(person.shell, person.bridge, BOSS),
        ):
            (idleness,) = overlay.findChildren(Idleness)
            with qtbot.waitSignal(overlay.left):
                idleness.noticed.emit()
        assert station.happened[-1] == StaffLeft(STAFF)


def test_a_touch_keeps_them_open(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        idleness = Idleness(person.shell, after_ms=400)
        heard: list[int] = []
        idleness.noticed.connect(lambda: heard.append(1))
        for _ in range(4):
            qtbot.wait(150)
            QTest.keyClick(person.shell.windowHandle(), Qt.Key.Key_Shift)
        assert heard == []
        qtbot.waitUntil(lambda: heard == [1])


def test_the_keyboard_stays_on_the_panel(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        enter(person)
        overlay = person.shell.overlay
        assert overlay is not None
        for _ in range(20):
            person.key(Qt.Key.Key_Tab)
            assert overlay.isAncestorOf(person.focused())


@pytest.mark.parametrize(("scene", "shown"), [(Welcome(), True), (Questioning(RUN, 0, ANSWERING), False)])
def test_the_self_test_greets_staff_while_nobody_is_interviewed(
    scene: Scene, shown: bool, qtbot: QtBot
) -> None:
    with sitting(qtbot, StillStation(Kiosk(scene))) as person:
        person.shell.open_staff_panel(BOSS)
        assert (CHECKS[0].finding in person.sees()) is shown
