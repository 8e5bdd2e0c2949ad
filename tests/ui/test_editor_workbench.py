"""The bench: task, editor, results, and what a candidate can ask for."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.code import (
    CodeLanguage,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
    Comparison,
    Example,
    TestResult,
)
from kiosk.ports.judge import JudgeStatus, Toolchain
from ui.editor.dialects import DIALECTS
from ui.editor.words import effort, verdict_label
from ui.editor.workbench import DRAFT_AFTER_MS, Workbench
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear

PYTHON, CPP = CodeLanguage.PYTHON, CodeLanguage.CPP
TASK = CodingTask(
    problem="sum",
    languages=(PYTHON, CPP),
    time_limit_s=1.0,
    memory_limit_bytes=2**28,
    comparison=Comparison.TOKENS,
    examples=(Example("1", "3 4\n", "7\n"), Example("2", "0 0\n", "0\n")),
    hidden_tests=3,
    hidden_sha256="",
)
ALL = JudgeStatus((Toolchain(PYTHON, "Python 3.11"), Toolchain(CPP, "G++ 12")))
WRONG = CodeResult(
    CodeVerdict.WRONG_ANSWER,
    (
        TestResult("1", False, CodeVerdict.ACCEPTED, 0.012, 9 * 2**20, "7\n"),
        TestResult("2", False, CodeVerdict.WRONG_ANSWER, 0.02, 9 * 2**20, "one\n"),
    ),
    2,
)


@pytest.fixture(autouse=True)
def small_window(qapp: QApplication) -> None:
    wear(qapp, theme_for(1280, 720, Appearance()))


@pytest.fixture
def bench(qtbot: QtBot) -> Workbench:
    bench = Workbench(TASK, QLabel("Add two numbers."))
    qtbot.addWidget(bench)
    bench.resize(1280, 720)
    bench.show()
    qtbot.waitExposed(bench)
    return bench


def button(bench: Workbench, words: str) -> QAbstractButton:
    return next(one for one in bench.findChildren(QAbstractButton) if one.text() == words)


def words(bench: Workbench) -> str:
    labels = [label.text() for label in bench.findChildren(QLabel) if label.isVisible()]
    boxes = [box.toPlainText() for box in bench.findChildren(QPlainTextEdit) if box.isVisible()]
    return "\n".join(labels + boxes)


def test_run_and_submit_say_what_was_written_and_in_which_language(bench: Workbench, qtbot: QtBot) -> None:
    bench.show_status(ALL)
    bench.editor.setPlainText("print(7)")
    for signal, name in ((bench.run_requested, "Run"), (bench.submit_requested, "Submit")):
        with qtbot.waitSignal(signal) as asked:
            button(bench, name).click()
        assert asked.args == ["print(7)", PYTHON]


def test_each_language_keeps_what_was_written_in_it(bench: Workbench) -> None:
    bench.editor.setPlainText("print(7)")
    button(bench, "C++").click()
    assert (bench.language, bench.source) == (CPP, DIALECTS[CPP].start)
    button(bench, "Python").click()
    assert (bench.language, bench.source) == (PYTHON, "print(7)")


def test_the_arrow_keys_choose_the_language(bench: Workbench) -> None:
    QTest.keyClick(button(bench, "Python"), Qt.Key.Key_Right)
    assert bench.language is CPP
    QTest.keyClick(button(bench, "C++"), Qt.Key.Key_Right)
    assert bench.language is PYTHON


def test_only_what_is_installed_is_offered(bench: Workbench) -> None:
    bench.show_status(JudgeStatus((Toolchain(CPP, "G++ 12"), Toolchain(CodeLanguage.JAVA, "Java 17"))))
    assert bench.language is CPP
    assert "Java" not in {one.text() for one in bench.findChildren(QAbstractButton)}


def test_where_nothing_runs_one_can_still_submit(bench: Workbench, qtbot: QtBot) -> None:
    bench.show_status(JudgeStatus((), "The program bubblewrap is not installed on this station."))
    assert not button(bench, "Run").isEnabled()
    assert "cannot be run here" in words(bench)
    assert "bubblewrap" not in words(bench)
    with qtbot.waitSignal(bench.submit_requested):
        button(bench, "Submit").click()
    bench.show_kept()
    assert "is kept" in words(bench)


def test_a_run_can_be_cancelled_and_nothing_is_submitted_meanwhile(bench: Workbench, qtbot: QtBot) -> None:
    bench.show_running()
    assert not button(bench, "Submit").isEnabled()
    with qtbot.waitSignal(bench.cancel_requested):
        button(bench, "Stop").click()
    bench.show_kept()
    assert button(bench, "Run").isEnabled()


def test_the_examples_are_there_before_anything_runs(bench: Workbench) -> None:
    assert "3 4" in words(bench)
    button(bench, "Example 2").click()
    assert "0 0" in words(bench)


def test_the_first_example_that_went_wrong_is_the_one_shown(bench: Workbench) -> None:
    bench.show_result(WRONG, CodePurpose.RUN)
    assert "1 of 2 examples came out right." in words(bench)
    assert "one" in words(bench)
    assert button(bench, "Example 1").accessibleName() == "Example 1: Right"
    assert button(bench, "Example 2").accessibleName() == "Example 2: Different output"


def test_of_hidden_tests_only_the_number_is_told(bench: Workbench) -> None:
    hidden = TestResult("secret-name", True, CodeVerdict.TIME_LIMIT, 1.0, 2**20)
    result = CodeResult(CodeVerdict.TIME_LIMIT, (*WRONG.tests[:1], hidden), 5)
    bench.show_result(result, CodePurpose.SUBMIT)
    assert "1 of 5 tests came out right." in words(bench)
    assert "secret-name" not in words(bench)


def test_the_compilers_words_are_shown(bench: Workbench) -> None:
    bench.show_result(CodeResult(CodeVerdict.COMPILE_ERROR, message="main.cpp:1: error"), CodePurpose.RUN)
    assert "Your program could not be built." in words(bench)
    assert "main.cpp:1: error" in words(bench)
    bench.show_result(WRONG, CodePurpose.RUN)
    assert "main.cpp" not in words(bench)


def test_what_was_written_before_a_power_cut_is_put_back(bench: Workbench) -> None:
    bench.show_program("int main() {}", CPP)
    assert (bench.language, bench.source) == (CPP, "int main() {}")


def test_a_pause_in_typing_is_a_draft_to_keep(bench: Workbench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.draft_changed, timeout=10_000) as kept:
        QTest.keyClicks(bench.editor, "x")
    assert kept.args == [bench.source, PYTHON]


def test_whoever_types_without_a_pause_is_kept_too(bench: Workbench, qtbot: QtBot) -> None:
    told: list[str] = []
    bench.draft_changed.connect(lambda source, _: told.append(source))
    while not told:
        QTest.keyClicks(bench.editor, "x")
        qtbot.wait(DRAFT_AFTER_MS // 5)
    assert told[0].count("x") > 1


def test_a_draft_is_told_before_another_language_is_chosen(bench: Workbench) -> None:
    told: list[tuple[str, CodeLanguage]] = []
    bench.draft_changed.connect(lambda source, language: told.append((source, language)))
    bench.editor.setPlainText("print(7)")
    button(bench, "C++").click()
    assert told == [("print(7)", PYTHON)]


def test_the_language_stays_when_it_becomes_known_what_is_installed(bench: Workbench) -> None:
    button(bench, "C++").click()
    bench.show_status(ALL)
    assert bench.language is CPP


def test_a_closed_bench_can_be_read_but_not_changed(bench: Workbench) -> None:
    before = bench.source
    bench.set_open(False)
    QTest.keyClicks(bench.editor, "x")
    assert bench.source == before
    assert not button(bench, "Run").isEnabled()
    assert not button(bench, "Submit").isEnabled()
    bench.set_open(True)
    assert button(bench, "Submit").isEnabled()


def test_signs_are_shown_as_they_were_typed_in_every_theme(bench: Workbench, qapp: QApplication) -> None:
    for appearance in (Appearance(), Appearance(Scheme.DARK, text_factor=2.0)):
        wear(qapp, theme_for(1280, 720, appearance))
        face = bench.editor.font()
        assert face.family() == "JetBrains Mono"
        for joining in (QFont.Tag("calt"), QFont.Tag("liga")):
            assert face.isFeatureSet(joining)
            assert face.featureValue(joining) == 0


def test_the_way_out_of_the_editor_stands_on_the_screen(bench: Workbench) -> None:
    assert "Escape, then Tab" in words(bench)
    QTest.keyClick(bench.editor, Qt.Key.Key_Escape)
    assert "Tab now moves on" in words(bench)


@pytest.mark.parametrize("verdict", CodeVerdict)
def test_every_verdict_has_a_sign_and_words(verdict: CodeVerdict) -> None:
    assert verdict_label(verdict).words


def test_effort_is_told_in_few_words() -> None:
    assert [effort(0.0123, 9 * 2**20), effort(1.26, 100)] == ["12 ms · 9 MB", "1.3 s · 1 MB"]


LARGE = Appearance(Scheme.HIGH_CONTRAST, text_factor=2.0)


@pytest.mark.parametrize(
    ("size", "appearance"),
    [
        (QSize(1280, 720), Appearance()),
        (QSize(1920, 1080), Appearance()),
        (QSize(1080, 1920), Appearance()),
        (QSize(1920, 1080), LARGE),
        (QSize(1080, 1920), LARGE),
    ],
)
def test_everything_fits_on_every_screen(
    size: QSize, appearance: Appearance, bench: Workbench, qapp: QApplication
) -> None:
    wear(qapp, theme_for(size.width(), size.height(), appearance))
    bench.resize(size)
    bench.show_result(WRONG, CodePurpose.RUN)
    qapp.processEvents()
    assert bench.size() == size
    for part in bench.findChildren(QAbstractButton):
        corner = part.mapTo(bench, part.rect().bottomRight())
        assert corner.x() <= size.width()
        assert corner.y() <= size.height()
    assert bench.editor.height() >= 5 * bench.editor.fontMetrics().lineSpacing()
