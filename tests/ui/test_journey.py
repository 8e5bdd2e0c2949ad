"""A whole interview on the real screens, with the keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.answer import Outcome
from kiosk.flow.states import Consenting, EnteringCode, Questioning, ThankYou, Welcome, run_of
from tests.ui.fake_station import CODE, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.screens.thanks import ThanksScreen


def arrive(person: Sitting) -> None:
    person.enter_on("begin")
    QTest.keyClicks(person.focused(), CODE.lower())
    person.key(Qt.Key.Key_Return)
    person.enter_on("continue")
    person.tab_to("scoring-ai_and_human")
    person.key(Qt.Key.Key_Down)
    assert not person.button("agree").isEnabled()
    assert person.focused().objectName() == "scoring-human_only"
    person.key(Qt.Key.Key_Space)
    person.enter_on("agree")


def check_devices(person: Sitting) -> None:
    for step in ("play-voice", "heard-voice", "record-sample", "heard-sample", "continue"):
        person.enter_on(step)


def test_a_whole_interview_needs_no_mouse(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        arrive(person)
        check_devices(person)
        person.enter_on("finished")
        person.enter_on("keep")
        for step in ("ready", "finished", "retake", "finished", "repeat", "skip", "finished", "end"):
            person.enter_on(step)
            if step == "retake":
                assert station.at(Questioning)
        assert station.at(ThankYou)
        assert isinstance(person.screen, ThanksScreen)
        assert "3f9a 12bc" in person.sees()
        person.enter_on("new")
        assert station.at(Welcome)


def test_the_first_answer_is_kept_after_a_retake_and_a_skip_is_kept_as_one(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        arrive(person)
        check_devices(person)
        for step in ("skip-practice", "ready", "finished", "retake", "finished", "skip"):
            person.enter_on(step)
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert [attempt.outcome for attempt in run.attempts] == [
            Outcome.DISCARDED,
            Outcome.KEPT,
            Outcome.SKIPPED,
        ]


def test_enter_goes_on_with_the_chosen_language_but_never_agrees_by_itself(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        person.enter_on("begin")
        QTest.keyClicks(person.focused(), CODE)
        person.key(Qt.Key.Key_Return)
        person.wait_until_settled()
        person.key(Qt.Key.Key_Return)
        assert station.at(Consenting)
        person.enter_on("scoring-ai_and_human")
        person.enter_on("scoring-ai_and_human")
        assert person.button("agree").isEnabled()
        assert station.at(Consenting)


def test_a_wrong_code_says_why_and_may_be_typed_again(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        person.enter_on("begin")
        QTest.keyClicks(person.focused(), "wrong")
        person.key(Qt.Key.Key_Return)
        assert station.at(EnteringCode)
        assert any("We do not know this code" in words for words in person.sees())
        assert person.focused().objectName() == "code"


def test_a_double_tap_on_finished_does_not_also_keep_the_answer(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        arrive(person)
        check_devices(person)
        person.enter_on("finished")
        person.button("keep").click()
        assert "keep" in {button.objectName() for button in person.buttons()}
        person.click("keep")
        assert station.at(Questioning)


def test_the_screen_shown_to_the_next_candidate_forgets_how_the_last_one_liked_it(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        before = person.shell.appearance
        person.enter_on("begin")
        person.click("accessibility")
        person.click("text-200")
        person.click("high_contrast")
        person.click("done")
        assert person.shell.appearance.text_factor == 2.0
        person.click("back")
        assert station.at(Welcome)
        assert person.shell.appearance == before
