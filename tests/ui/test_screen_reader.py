"""A whole interview heard instead of seen: the golden text beside this file is what somebody hears."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.accommodations import Comfort
from kiosk.domain.faults import FaultCode
from kiosk.flow.states import Questioning, ThankYou
from tests.ui.fake_station import CODE, FakeStation
from tests.ui.listening import Ears
from tests.ui.sitting import Sitting, sitting
from ui.samples import ANSWERING, RUN

GOLDEN = Path(__file__).with_name("screen_reader_journey.txt")
"""Written anew by ``KEEP_GOLDEN=1``, and then read by a person before it is kept."""


def heard(qtbot: QtBot, station: FakeStation, go: Callable[[Sitting, Ears], None]) -> list[str]:
    with sitting(qtbot, station) as person:
        ears = Ears(person.shell)
        ears.focus()
        go(person, ears)
        return ears.lines


def press(person: Sitting, ears: Ears, *names: str) -> None:
    """Go there by Tab and press Enter."""
    for name in names:
        person.tab_to(name)
        ears.step(f"Enter on “{person.button(name).text()}”")
        person.enter_on(name)
        person.wait_until_settled()
        ears.focus()


def interview(person: Sitting, ears: Ears) -> None:
    press(person, ears, "begin")
    ears.step("types the code")
    QTest.keyClicks(person.focused(), CODE)
    press(person, ears, "continue", "continue")
    person.tab_to("scoring-ai_and_human")
    ears.focus()
    ears.step("Down, Space")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Space)
    ears.focus()
    press(person, ears, "agree", "play-voice", "heard-voice", "record-sample", "heard-sample", "continue")
    press(person, ears, "finished", "keep", "ready", "finished", "retake", "finished", "repeat", "skip")
    press(person, ears, "finished", "end")


def test_somebody_who_hears_the_screens_gets_through_the_whole_interview(qtbot: QtBot) -> None:
    station = FakeStation()
    lines = heard(qtbot, station, interview)
    assert station.at(ThankYou)
    text = "\n".join(lines) + "\n"
    if os.environ.get("KEEP_GOLDEN"):
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_a_fault_is_said_at_once_and_once(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))

    def go(_person: Sitting, _ears: Ears) -> None:
        station.fault(FaultCode.CAMERA_FROZEN)
        station.fault(FaultCode.CAMERA_FROZEN)

    lines = heard(qtbot, station, go)
    assert len([line for line in lines if "picture has stopped" in line or "camera" in line.lower()]) == 1


def test_a_question_is_read_out_only_where_no_voice_asks_it(qtbot: QtBot) -> None:
    def hears(comfort: Comfort) -> bool:
        station = FakeStation(Questioning(replace(RUN, comfort=comfort), 0, ANSWERING))
        question = RUN.pack.questions[1].text["en"]
        lines = heard(qtbot, station, lambda person, ears: press(person, ears, "finished", "keep"))
        return any(question in line for line in lines)

    assert not hears(Comfort())
    assert hears(Comfort(voice=False))


def test_staff_that_were_called_are_told_of(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    lines = heard(qtbot, station, lambda person, _ears: person.click("call-staff"))
    assert "  Staff are told" in lines


def test_another_language_is_heard_at_once(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    lines = heard(qtbot, station, lambda person, _ears: person.shell.choose_language("de"))
    assert "  Ich höre zu. Nehmen Sie sich Zeit." in lines
