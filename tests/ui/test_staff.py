"""Staff at the booth: who they are, what they see, what they may do."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.masks import MaskReason
from kiosk.flow.staff import (
    EndRequested,
    HelpAnswered,
    PauseRequested,
    StartRecordingRequested,
    StopRecordingRequested,
)
from kiosk.flow.states import Finishing, Kiosk, Paused, Questioning, Scene, ThankYou, Welcome, run_of
from tests.ui.fake_station import PIN, STAFF, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.overlays.staff_entry import StaffEntry
from ui.overlays.staff_panel import StaffPanel
from ui.samples import ANSWERING, CHECKS, RUN, StillStation

KEYS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)


def enter(person: Sitting, pin: str = PIN) -> None:
    QTest.keyClick(person.focused(), Qt.Key.Key_K, KEYS)
    assert isinstance(person.shell.overlay, StaffEntry)
    with person.qtbot.waitSignal(person.bridge.staff_known):
        for digit in pin:
            person.button(f"digit-{digit}").click()
        person.button("pin-ok").click()
    QApplication.processEvents()


def answering() -> FakeStation:
    return FakeStation(Questioning(RUN, 0, ANSWERING))


def test_a_wrong_pin_opens_nothing(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        enter(person, "1357")
        assert isinstance(person.shell.overlay, StaffEntry)
        assert any("not known" in words for words in person.sees())
        person.button("close").click()
        assert person.shell.overlay is None


def test_a_pin_can_be_typed(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        person.shell.open_staff_entry()
        with qtbot.waitSignal(person.bridge.staff_known):
            QTest.keyClicks(person.focused(), PIN + "9")
            person.key(Qt.Key.Key_Backspace)
            person.key(Qt.Key.Key_Return)
        QApplication.processEvents()
        assert isinstance(person.shell.overlay, StaffPanel)


def test_after_a_wrong_pin_the_right_one_can_be_typed(qtbot: QtBot) -> None:
    with sitting(qtbot, answering()) as person:
        person.shell.open_staff_entry()
        for pin in ("1357", PIN):
            with qtbot.waitSignal(person.bridge.staff_known):
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
        person.shell.open_staff_panel(STAFF)
        assert (CHECKS[0].finding in person.sees()) is shown
