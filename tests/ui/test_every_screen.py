"""What holds for every screen, whatever it shows."""

from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.faults import BEHIND_THE_SCENES, CATALOGUE, Fault, FaultCode, Severity
from kiosk.domain.invitation import CodeProblem
from kiosk.flow.events import ContinueRequested
from kiosk.flow.states import (
    EnteringCode,
    Interrupted,
    Kiosk,
    Phase,
    Practising,
    Questioning,
    Scene,
    ThankYou,
    Thinking,
)
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import sitting
from ui.samples import ANSWERING, GIVEN, RUN, StillStation, kiosks
from ui.screens.foot import Foot
from ui.screens.registry import screen_for
from ui.screens.screen import Screen
from ui.texts import code_problem, fault_line, fault_texts
from ui.theme.tokens import Appearance
from ui.widgets.preview import Preview

SAMPLES = dict(kiosks())
LARGE = Appearance(text_factor=2.0, reduced_motion=True)
SMALLEST_TARGET = 48
TEXT_PARTS = (QLineEdit, QTextBrowser)


def controls(window: QWidget) -> list[QWidget]:
    """Everything one can touch or type into."""
    kinds = (QAbstractButton, QLineEdit)
    return [part for part in window.findChildren(QWidget) if isinstance(part, kinds) and part.isVisible()]


def phases(kiosks: list[Kiosk]) -> set[type]:
    scenes = [kiosk.scene for kiosk in kiosks]
    return {type(scene.phase) for scene in scenes if isinstance(scene, Practising | Questioning)}


def sentences(code: FaultCode) -> set[str]:
    texts = fault_texts(code)
    return {texts.what_happened, texts.what_is_safe, texts.what_to_do}


def test_every_scene_and_phase_has_a_screen() -> None:
    shown = list(SAMPLES.values())
    assert {type(kiosk.scene) for kiosk in shown} == set(get_args(Scene))
    assert phases(shown) == set(get_args(Phase))
    assert all(issubclass(screen_for(kiosk), Screen) for kiosk in shown)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize(
    ("size", "appearance"), [((1024, 720), Appearance(reduced_motion=True)), ((1080, 1920), LARGE)]
)
def test_a_screen_can_be_operated(
    qtbot: QtBot, name: str, size: tuple[int, int], appearance: Appearance
) -> None:
    with sitting(qtbot, StillStation(SAMPLES[name]), size, appearance) as person:
        assert type(person.screen) is screen_for(SAMPLES[name])
        for control in controls(person.shell):
            what = control.objectName() or type(control).__name__
            assert control.accessibleName() or getattr(control, "text", str)(), f"{what} has no name"
            assert min(control.width(), control.height()) >= SMALLEST_TARGET, f"{what} is too small"
            left = control.mapTo(person.shell, QPoint(0, 0)).x()
            assert left >= 0, f"{what} is cut at the left"
            assert left + control.width() <= person.shell.width(), f"{what} is cut at the right"
            if isinstance(control, QAbstractButton):
                assert control.width() >= control.minimumSizeHint().width(), f"{what} is squeezed"


@pytest.mark.parametrize("name", [name for name in SAMPLES if phases([SAMPLES[name]])])
def test_nobody_sees_themself_while_answering(qtbot: QtBot, name: str) -> None:
    kiosk = SAMPLES[name]
    station = FakeStation(kiosk.scene)
    with sitting(qtbot, station) as person:
        person.bridge.tick()
        assert not [part for part in person.shell.findChildren(Preview) if part.isVisible()]
        assert station.previews_taken == 0


@pytest.mark.parametrize("name", ["answering", "consent", "staff"])
def test_escape_closes_nothing(qtbot: QtBot, name: str) -> None:
    station = FakeStation(SAMPLES.get(name, SAMPLES["answering"]).scene)
    with sitting(qtbot, station) as person:
        if name == "staff":
            person.shell.open_staff_entry()
        overlay = person.shell.overlay
        person.key(Qt.Key.Key_Escape)
        assert person.shell.isVisible()
        assert person.shell.overlay is overlay
        assert station.posted == []


def test_closing_the_window_is_ignored(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation()) as person:
        assert not person.shell.close()
        assert person.shell.isVisible()


def test_the_escape_hatch_stands_in_the_same_place_on_every_screen(qtbot: QtBot) -> None:
    places = set()
    for kiosk in SAMPLES.values():
        with sitting(qtbot, StillStation(kiosk)) as person:
            call = person.button("call-staff")
            places.add(call.mapTo(person.shell, call.rect().bottomLeft()).toTuple())
    assert len(places) == 1


def test_actions_never_lie_under_the_escape_hatch(qtbot: QtBot) -> None:
    for size in ((1024, 720), (1080, 1920)):
        for name in ("consent", "answering-german"):
            with sitting(qtbot, StillStation(SAMPLES[name]), size, LARGE) as person:
                hatch = person.button("accessibility")
                corner = hatch.mapTo(person.shell, QPoint(hatch.width(), 0))
                foot = person.screen.findChild(Foot)
                assert isinstance(foot, Foot)
                for button in foot.findChildren(QAbstractButton):
                    place = button.mapTo(person.shell, QPoint(0, 0))
                    beside = place.x() >= corner.x()
                    above = place.y() + button.height() <= corner.y()
                    assert beside or above or not button.isVisible(), f"{button.text()} on {name} {size}"


NOTED = {code for code in FaultCode if CATALOGUE[code].severity is Severity.NOTE}


@pytest.mark.parametrize("code", sorted(BEHIND_THE_SCENES))
def test_what_is_not_the_candidates_business_does_not_worry_them(qtbot: QtBot, code: FaultCode) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        station.fault(code)
        strip = person.shell.findChild(QWidget, "fault-strip")
        assert strip is not None
        assert not strip.isVisible()


@pytest.mark.parametrize("code", sorted(NOTED - BEHIND_THE_SCENES))
def test_a_fault_that_stops_nothing_is_told_in_a_strip(qtbot: QtBot, code: FaultCode) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        station.fault(code)
        strip = person.shell.findChild(QWidget, "fault-strip")
        assert strip is not None
        assert strip.isVisible()
        assert strip.accessibleName() == fault_line(code)
        station.mended(code)
        assert not strip.isVisible()


@pytest.mark.parametrize("code", [c for c in FaultCode if CATALOGUE[c].severity is not Severity.NOTE])
def test_a_fault_that_stops_the_clock_is_told_in_three_sentences(qtbot: QtBot, code: FaultCode) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        station.fault(code)
        QApplication.processEvents()
        assert sentences(code) <= set(person.sees())


@pytest.mark.parametrize("code", [c for c in FaultCode if CATALOGUE[c].severity is Severity.BLOCK])
def test_a_station_that_cannot_interview_says_why_and_offers_nothing(qtbot: QtBot, code: FaultCode) -> None:
    with sitting(qtbot, StillStation(Kiosk(faults=(Fault(code),)))) as person:
        assert sentences(code) <= set(person.sees())
        assert {button.objectName() for button in person.buttons()} == {
            "call-staff",
            "accessibility",
            "language",
        }


def test_after_an_interruption_the_candidate_says_when_to_go_on(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        station.fault(FaultCode.MICROPHONE_LOST)
        station.mended(FaultCode.MICROPHONE_LOST)
        assert station.at(Interrupted)
        assert any("question 1. You have about 1 minute" in words for words in person.sees())
        person.enter_on("continue")
        assert station.at(Questioning)


def test_what_does_not_mend_itself_may_be_tried_again(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        station.fault(FaultCode.RECORDER_LOST)
        assert "try-again" not in {button.objectName() for button in person.buttons()}
        station.fault(FaultCode.MICROPHONE_LOST)
        person.click("try-again")
        assert station.posted == [ContinueRequested()]


def test_why_a_question_is_asked_again_is_told_with_it(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["asking-again"])) as person:
        assert any("not recorded well, through no fault of yours" in words for words in person.sees())


def test_nothing_opens_a_menu(qtbot: QtBot) -> None:
    for name in ("code", "coding-answering"):
        with sitting(qtbot, StillStation(SAMPLES[name])) as person:
            writable = [part for part in person.shell.findChildren(QWidget) if isinstance(part, TEXT_PARTS)]
            assert writable
            assert all(part.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu for part in writable)


def test_every_problem_with_a_code_has_its_own_words(qtbot: QtBot) -> None:
    told = set()
    for problem in CodeProblem:
        with sitting(qtbot, StillStation(Kiosk(EnteringCode(problem=problem)))) as person:
            assert code_problem(problem) in person.sees()
            told.add(code_problem(problem))
    assert len(told) == len(CodeProblem)


def test_a_call_for_staff_is_answered_on_the_button(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        person.click("call-staff")
        assert station.kiosk.help_called
        assert person.button("call-staff").accessibleName() == "Staff are told"


def test_the_page_stays_through_the_phases_of_a_question_and_turns_for_the_next(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, Thinking(GIVEN.attempts[0].asked)))
    with sitting(qtbot, station) as person:
        page = person.screen
        person.click("ready")
        assert person.screen is page
        person.click("finished")
        assert person.screen is page
        person.click("keep")
        assert person.screen is not page


def test_an_unfinished_recording_is_not_called_complete(qtbot: QtBot) -> None:
    unfinished = SAMPLES["thanks-in-parts"]
    assert isinstance(unfinished.scene, ThankYou)
    with sitting(qtbot, StillStation(unfinished)) as person:
        assert not any("complete" in words for words in person.sees())
