"""Words, problem statements, and the display's line in the self-test."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from kiosk.domain.checks import Verdict
from kiosk.domain.recording import Gap, GapCause
from kiosk.flow.states import Questioning
from ui.checks import judge
from ui.samples import ANSWERING, RUN
from ui.screens.interrupted import place_words
from ui.screens.problem import ProblemText
from ui.texts import duration, gap_words, grouped
from ui.tongue.names import language_name


def test_the_receipt_names_what_the_recording_lacks() -> None:
    gaps = (
        Gap(GapCause.PAUSED, 10.0, 65.0, painted=True),
        Gap(GapCause.CAMERA_LOST, 90.0, 0.3, painted=True),
        Gap(GapCause.STOPPED_BY_STAFF, 95.0, 12.0, painted=False),
    )
    words = "Not in the recording: paused (1 minute 5 seconds), recording stopped by staff (12 seconds)."
    assert gap_words(gaps) == words
    assert gap_words(gaps[1:2]) == ""


def test_times_are_said_in_words(qtbot: QtBot) -> None:
    assert duration(72) == "1 minute 12 seconds"
    assert duration(121) == "2 minutes 1 second"
    assert duration(60) == "1 minute"
    assert duration(0.2) == "0 seconds"


def test_the_way_back_names_the_question_and_the_time(qtbot: QtBot) -> None:
    words = place_words(Questioning(RUN, 0, ANSWERING))
    assert words == "We go on with question 1. You have about 1 minute 22 seconds left."


def test_a_receipt_is_read_in_groups_of_four() -> None:
    assert grouped("3f9a12bc") == "3f9a 12bc"


def test_a_language_is_named_in_its_own_words() -> None:
    assert language_name("de") == "Deutsch"
    assert language_name("cy") == "cy"


def test_a_problem_fetches_nothing_and_leads_nowhere(qtbot: QtBot) -> None:
    text = ProblemText("See ![picture](file:///etc/hostname) and [this](http://127.0.0.1:9/).\n\n<b>raw</b>")
    qtbot.addWidget(text)
    assert not text.openLinks()
    picture = text.document().resource(QTextDocument.ResourceType.ImageResource, QUrl("file:///etc/hostname"))
    assert not picture
    assert "<b>raw</b>" in text.toPlainText()


def test_a_problem_keeps_its_words_in_any_size(qtbot: QtBot) -> None:
    text = ProblemText("# Title\n\n```\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    qtbot.addWidget(text)
    plain = text.toPlainText()
    assert [word for word in ("Title", "x = 1", "a", "b", "1", "2") if word not in plain] == []


def test_a_small_screen_and_a_missing_typeface_are_told() -> None:
    assert judge(1920, 1080, "Lato").verdict is Verdict.GOOD
    assert judge(1080, 1920, "Lato").verdict is Verdict.GOOD
    assert judge(800, 600, "Lato").verdict is Verdict.BAD
    assert judge(1920, 1080, "DejaVu Sans").verdict is Verdict.WARNING
