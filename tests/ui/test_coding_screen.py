"""A coding question on the real screen, with the real machine behind it."""

from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.code import CodeAttempt, CodeLanguage, CodePurpose, CodeResult, CodeVerdict
from kiosk.domain.faults import FaultCode
from kiosk.flow.coding import LONGEST_SOURCE, MOST_ATTEMPTS
from kiosk.flow.effects import StopCode
from kiosk.flow.events import (
    AnswerEnded,
    CodeDrafted,
    CodeHandedIn,
    CodeJudged,
    CodeStopRequested,
    Event,
    SilenceNoticed,
)
from kiosk.flow.states import Answering, Deciding, Questioning, Reviewing, Run, Thinking, run_of
from kiosk.ports.judge import JudgeStatus
from tests.ui.fake_station import RIGHT, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.editor.code_editor import CodeEditor
from ui.samples import ANSWERING, GIVEN, HALF_RIGHT, NOW, PACK, RUN, TASK, TRIED, StillStation, kiosks
from ui.screens.coding import CodingScreen
from ui.screens.question import QuestionScreen

SOLO = replace(PACK, questions=(replace(TASK, think_time_s=60.0, retakes=1),))
ALONE = replace(RUN, pack=SOLO)
PYTHON = CodeLanguage.PYTHON
PROGRAM = "print(3)"
NOTHING_RUNS = JudgeStatus((), "Bubblewrap is not installed.")
NOT_JUDGED = CodeResult(CodeVerdict.JUDGE_ERROR, message="Bubblewrap is not installed.")


def answering(run: Run = ALONE) -> FakeStation:
    return FakeStation(Questioning(run, 0, ANSWERING))


def editor(person: Sitting) -> CodeEditor:
    found = person.screen.findChild(CodeEditor)
    assert isinstance(found, CodeEditor)
    return found


def write(person: Sitting, program: str = PROGRAM) -> None:
    assert person.focused() is editor(person)
    person.focused().setFocus()
    editor(person).selectAll()
    QTest.keyClicks(editor(person), program)


def run_now(station: FakeStation) -> Run:
    run = run_of(station.kiosk.scene)
    assert run is not None
    return run


def told(station: FakeStation, *kinds: type[Event]) -> list[Event]:
    return [event for event in station.posted if isinstance(event, kinds)]


def boxes(person: Sitting) -> list[str]:
    found = person.screen.findChildren(QPlainTextEdit)
    return [box.toPlainText() for box in found if box.isVisible() and box is not editor(person)]


def test_a_program_waits_for_the_answer_to_begin_and_the_keyboard_with_it(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(ALONE, 0, Thinking(NOW)))
    with sitting(qtbot, station) as person:
        assert isinstance(person.screen, CodingScreen)
        assert editor(person).isReadOnly()
        assert not person.button("run").isEnabled()
        person.enter_on("ready")
        write(person)
        assert editor(person).toPlainText() == PROGRAM


def test_a_program_that_was_run_shows_what_came_of_it(qtbot: QtBot) -> None:
    station = answering()
    station.judge_result = HALF_RIGHT
    with sitting(qtbot, station) as person:
        write(person)
        person.click("run")
        assert told(station, CodeHandedIn) == [CodeHandedIn(CodePurpose.RUN, PYTHON, PROGRAM)]
        assert "1 of 2 examples came out right." in person.sees()
        assert "2" in boxes(person)


def test_a_program_can_be_given_up_while_it_runs(qtbot: QtBot) -> None:
    station = answering()
    station.judge_result = None
    with sitting(qtbot, station) as person:
        write(person)
        person.click("run")
        assert "Your program is running." in person.sees()
        assert not person.button("submit").isEnabled()
        person.click("run")
        assert told(station, CodeStopRequested) == [CodeStopRequested()]
        assert StopCode() in station.effects
        stopped = "You stopped this run. Your program is kept as it stands."
        assert stopped in person.sees()
        station.happens(CodeJudged(RUN.session, TASK.id, 1, RIGHT))
        assert stopped in person.sees()
        assert person.button("submit").isEnabled()


def test_what_cannot_be_taken_is_refused_in_words(qtbot: QtBot) -> None:
    tried = CodeAttempt(TASK.id, MOST_ATTEMPTS, CodePurpose.RUN, PYTHON, PROGRAM, NOW, RIGHT)
    station = answering(replace(ALONE, code=(tried,)))
    with sitting(qtbot, station) as person:
        write(person)
        person.click("run")
        assert any("There are no more attempts." in words for words in person.sees())
        editor(person).setPlainText("#" * (LONGEST_SOURCE + 1))
        person.click("run")
        assert any("too long to be kept" in words for words in person.sees())
        assert told(station, CodeHandedIn) == []


def test_a_submission_that_nothing_can_run_is_kept_and_says_so(qtbot: QtBot) -> None:
    station = answering()
    station.judge_status, station.judge_result = NOTHING_RUNS, NOT_JUDGED
    with sitting(qtbot, station) as person:
        assert not person.button("run").isEnabled()
        write(person)
        person.click("submit")
        assert "Your program is kept as it stands." in person.sees()
        assert not any("ubblewrap" in words for words in person.sees() + boxes(person))
        assert run_now(station).code[0].source == PROGRAM


def test_what_was_typed_last_is_kept_before_the_answer_ends(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        write(person)
        person.click("finished")
        assert told(station, CodeDrafted, AnswerEnded) == [CodeDrafted(PYTHON, PROGRAM), AnswerEnded()]
        assert [attempt.source for attempt in run_now(station).code] == [PROGRAM]


def test_what_nobody_wrote_is_not_handed_in(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        person.click("finished")
        assert told(station, CodeDrafted) == []
        assert run_now(station).code == ()


def test_time_up_takes_nothing_away_that_stood_there_for_two_seconds(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        write(person)
        qtbot.waitUntil(lambda: run_now(station).draft is not None, timeout=10_000)
        station.happens(AnswerEnded())
        assert run_now(station).code[-1].source == PROGRAM


def test_after_an_interruption_the_program_stands_where_it_stood(qtbot: QtBot) -> None:
    station = answering()
    station.judge_result = HALF_RIGHT
    with sitting(qtbot, station) as person:
        write(person)
        person.click("run")
        station.fault(FaultCode.MICROPHONE_LOST)
        station.mended(FaultCode.MICROPHONE_LOST)
        person.enter_on("continue")
        assert person.focused() is editor(person)
        assert editor(person).toPlainText() == PROGRAM
        assert "1 of 2 examples came out right." in person.sees()


def test_the_last_program_is_put_back_where_no_draft_was_left(qtbot: QtBot) -> None:
    with sitting(qtbot, answering(replace(ALONE, code=(TRIED,)))) as person:
        assert editor(person).toPlainText() == TRIED.source
        assert "Your program is running." in person.sees()


def test_hearing_the_question_again_keeps_the_page_and_stops_the_pen(qtbot: QtBot) -> None:
    closed: list[bool] = []
    station = answering()
    with sitting(qtbot, station) as person:
        page = person.screen
        write(person)
        person.bridge.changed.connect(lambda _: closed.append(editor(person).isReadOnly()))
        person.click("repeat")
        assert person.screen is page
        assert [first for first, _ in groupby(closed)] == [False, True, False]
        assert person.focused() is editor(person)
        assert editor(person).toPlainText() == PROGRAM


def test_a_draft_disturbs_nobody_who_writes_on(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        write(person)
        before = editor(person).textCursor().position()
        station.happens(CodeDrafted(PYTHON, PROGRAM))
        assert editor(person).textCursor().position() == before
        QTest.keyClick(editor(person), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert editor(person).toPlainText() != PROGRAM


def test_nobody_is_asked_whether_they_have_finished_because_they_write_in_silence(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        station.happens(SilenceNoticed())
        assert "Have you finished?" not in person.sees()


def test_enter_in_the_output_does_not_end_the_answer(qtbot: QtBot) -> None:
    station = answering()
    with sitting(qtbot, station) as person:
        sheets = [box for box in person.screen.findChildren(QPlainTextEdit) if box is not editor(person)]
        person.wait_until_settled()
        QTest.keyClick(sheets[0], Qt.Key.Key_Return)
        scene = station.kiosk.scene
        assert isinstance(scene, Questioning)
        assert isinstance(scene.phase, Answering)


def test_a_coding_question_needs_no_mouse(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(ALONE, 0, Thinking(NOW)))
    with sitting(qtbot, station) as person:
        person.enter_on("ready")
        write(person)
        for step in ("run", "submit", "finished"):
            person.enter_on(step)
        assert [attempt.purpose for attempt in run_now(station).code] == [CodePurpose.RUN, CodePurpose.SUBMIT]
        assert isinstance(person.screen, QuestionScreen)
        person.enter_on("retake")
        assert editor(person).toPlainText() == PROGRAM
        person.enter_on("finished")
        assert station.at(Reviewing)


def test_an_answer_that_is_decided_upon_leaves_the_bench(qtbot: QtBot) -> None:
    deciding = Questioning(ALONE, 0, Deciding(GIVEN.attempts[-1]))
    with sitting(qtbot, FakeStation(deciding)) as person:
        assert not isinstance(person.screen, CodingScreen)


def test_eleven_lines_of_a_program_stand_on_the_smallest_screen(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(dict(kiosks())["coding-answering"]), (1280, 720)) as person:
        person.wait_until_settled()
        pen = editor(person)
        room = pen.viewport().height() - pen.document().documentMargin()
        assert room >= 11 * pen.fontMetrics().lineSpacing()
