"""Reading back: every word can be chosen by touch and by key, and typed or said anew."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.flow.events import AnswerTranscribed, WordsRespoken
from kiosk.flow.states import Reviewing, ThankYou, run_of
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.samples import GIVEN, READ, SESSION, SPOKEN, WORK
from ui.screens.correction import CorrectionScreen
from ui.screens.review import ReviewScreen
from ui.widgets.spoken_text import SpokenText


def spoken(person: Sitting) -> SpokenText:
    found = person.screen.findChild(SpokenText)
    assert isinstance(found, SpokenText)
    return found


def text_of(station: FakeStation) -> str:
    run = run_of(station.kiosk.scene)
    assert run is not None
    transcript = run.transcript(WORK.id)
    assert transcript is not None
    return transcript.latest.text


def test_a_word_is_touched_and_typed_anew(qtbot: QtBot) -> None:
    station = FakeStation(Reviewing(READ))
    with sitting(qtbot, station) as person:
        words = spoken(person)
        place = words.place_of(6).center().toPoint()
        QTest.mouseClick(words, Qt.MouseButton.LeftButton, pos=place)
        assert isinstance(person.screen, CorrectionScreen)
        field = person.focused()
        assert isinstance(field, QLineEdit)
        assert field.text() == "coat"
        QTest.keyClicks(field, "cloak")
        person.wait_until_settled()
        person.key(Qt.Key.Key_Return)
        assert isinstance(person.screen, ReviewScreen)
        assert "the new cloak room in our theatre" in text_of(station)
        assert "cloak" in spoken(person).accessibleDescription()


def test_a_word_is_reached_with_the_keyboard_alone_and_said_again(qtbot: QtBot) -> None:
    station = FakeStation(Reviewing(READ))
    with sitting(qtbot, station) as person:
        person.tab_to(f"answer-{WORK.id}")
        for _ in range(6):
            person.key(Qt.Key.Key_Right)
        person.key(Qt.Key.Key_Return)
        person.enter_on("word-after")
        person.enter_on("respeak")
        person.enter_on("respoken")
        assert any("we write it down" in words or "write down" in words for words in person.sees())
        version = replace(SPOKEN.latest, words=SPOKEN.latest.words[6:7])
        station.happens(WordsRespoken(SESSION, version))
        QApplication.processEvents()
        assert isinstance(person.screen, ReviewScreen)
        assert "the new coat in our theatre" in text_of(station)


def test_a_text_that_comes_late_finds_its_place(qtbot: QtBot) -> None:
    station = FakeStation(Reviewing(GIVEN))
    with sitting(qtbot, station) as person:
        assert any("Nothing more is asked of you" in words for words in person.sees())
        assert person.screen.findChild(SpokenText) is None
        station.happens(AnswerTranscribed(SESSION, SPOKEN))
        assert spoken(person).isVisible()
        person.enter_on("end")
        assert station.at(ThankYou)


def test_a_key_with_a_modifier_chooses_nothing(qtbot: QtBot) -> None:
    station = FakeStation(Reviewing(READ))
    with sitting(qtbot, station) as person:
        person.tab_to(f"answer-{WORK.id}")
        QTest.keyClick(person.focused(), Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
        assert isinstance(person.screen, ReviewScreen)


def test_every_word_is_inside_and_high_enough_to_touch(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation(Reviewing(READ)), (1080, 1920)) as person:
        words = spoken(person)
        for index in range(len(SPOKEN.latest.words)):
            place = words.place_of(index)
            assert place.height() >= 48
            assert words.rect().toRectF().contains(place)
