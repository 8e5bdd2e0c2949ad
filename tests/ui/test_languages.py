"""Another language on the screen: at once, at any time, and nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.domain.consent import Scoring
from kiosk.domain.tongue import Tongue, tongue_for
from kiosk.flow.events import ConsentGiven, LanguageChosen
from kiosk.flow.staff import EndRequested
from kiosk.flow.states import (
    ChoosingLanguage,
    Consenting,
    EnteringCode,
    Questioning,
    Welcome,
)
from kiosk.ports.station import StationFacts
from tests.ui.fake_station import CODE, STAFF, FakeStation
from tests.ui.sitting import Sitting, sitting
from ui.editor.code_editor import CodeEditor
from ui.overlays.language import LanguageCard
from ui.overlays.staff_entry import StaffEntry
from ui.samples import ANSWERING, ARRIVAL, RUN, TASK, WORK
from ui.screens.consent import notice_version
from ui.widgets.choice_card import ChoiceCard


class GermanStation(FakeStation):
    """Set up in German."""

    @property
    def facts(self) -> StationFacts:
        return replace(super().facts, tongue=Tongue.GERMAN)


def choose(person: Sitting, language: str) -> None:
    """As a candidate does: the globe, and the language's own name."""
    person.click("language")
    assert isinstance(person.shell.overlay, LanguageCard)
    person.button(f"speak-{language}").click()
    QApplication.processEvents()


def test_a_station_speaks_the_language_it_was_set_up_in(qtbot: QtBot) -> None:
    with sitting(qtbot, GermanStation()) as person:
        assert "Willkommen" in person.sees()
        assert person.button("language").text() == "Deutsch"


def test_the_welcome_speaks_another_language_at_one_touch(qtbot: QtBot) -> None:
    station = FakeStation()
    with sitting(qtbot, station) as person:
        choose(person, "es")
        assert "Le damos la bienvenida" in person.sees()
        assert person.button("call-staff").accessibleName() == "Llamar al personal"
        assert person.shell.overlay is None
        assert not any(isinstance(event, LanguageChosen) for event in station.posted)


def test_in_the_middle_of_an_answer_the_question_is_there_in_the_other_language(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        choose(person, "de")
        assert LanguageChosen("de") in station.happened
        assert WORK.text["de"] in person.sees()
        assert "Ich bin fertig" in person.sees()
        assert station.at(Questioning)


def test_a_language_without_questions_changes_the_screen_only(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        choose(person, "es")
        assert WORK.text["en"] in person.sees()
        assert "He terminado" in person.sees()
        assert not any(isinstance(event, LanguageChosen) for event in station.posted)


def test_the_clock_stands_while_somebody_looks_for_their_language(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        person.click("language")
        scene = station.kiosk.scene
        assert isinstance(scene, Questioning)
        assert scene.run.adjusting
        person.click("speak-en")
        scene = station.kiosk.scene
        assert isinstance(scene, Questioning)
        assert not scene.run.adjusting


def test_a_code_half_typed_is_still_there(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation(EnteringCode())) as person:
        QTest.keyClicks(person.focused(), "ABCD2")
        choose(person, "de")
        field = person.screen.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        assert field.text() == "ABCD 2"


def test_a_program_stays_as_it_was_written(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, RUN.pack.questions.index(TASK), ANSWERING))
    with sitting(qtbot, station) as person:
        editor = person.screen.findChild(CodeEditor)
        assert isinstance(editor, CodeEditor)
        editor.setPlainText("print(7)")
        choose(person, "de")
        after = person.screen.findChild(CodeEditor)
        assert isinstance(after, CodeEditor)
        assert after is not editor
        assert after.toPlainText() == "print(7)"


def test_a_choice_made_means_the_same_in_every_language(qtbot: QtBot) -> None:
    station = FakeStation(Consenting(ARRIVAL, "en"))
    with sitting(qtbot, station) as person:
        person.click(f"scoring-{Scoring.HUMAN_ONLY}")
        choose(person, "de")
        assert person.button(f"scoring-{Scoring.HUMAN_ONLY}").isChecked()
        assert "Ich stimme der Aufnahme zu" in person.sees()
        person.click("agree")
        given = next(event for event in station.posted if isinstance(event, ConsentGiven))
        assert given.notice_version == notice_version(Tongue.GERMAN)


def test_the_interviews_language_is_offered_first_in_the_one_on_the_screen(qtbot: QtBot) -> None:
    station = FakeStation(EnteringCode())
    with sitting(qtbot, station) as person:
        choose(person, "de")
        QTest.keyClicks(person.focused(), CODE)
        person.click("continue")
        assert station.at(ChoosingLanguage)
        chosen = [card for card in person.screen.findChildren(ChoiceCard) if card.isChecked()]
        assert [card.objectName() for card in chosen] == ["language-de"]


def test_choosing_the_interviews_language_brings_the_screen_along(qtbot: QtBot) -> None:
    station = FakeStation(ChoosingLanguage(ARRIVAL))
    with sitting(qtbot, station) as person:
        person.click("language-de")
        person.click("continue")
        assert "Bevor wir beginnen" in person.sees()


def test_staff_are_spoken_to_in_the_stations_language(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation()) as person:
        choose(person, "de")
        person.shell.open_staff_entry()
        assert isinstance(person.shell.overlay, StaffEntry)
        assert person.shell.overlay.accessibleName() == "Staff"
        person.shell.overlay.leave()
        assert "Willkommen" in person.sees()


def test_the_next_candidate_finds_the_stations_language(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        choose(person, "de")
        station.post(EndRequested(STAFF, "technical"))
        person.click("new")
        assert station.at(Welcome)
        assert "Welcome" in person.sees()


def test_numbers_and_dates_follow_the_language(qtbot: QtBot) -> None:
    with sitting(qtbot, FakeStation()) as person:
        choose(person, "de")
        assert QLocale().toString(1.5, "f", 1) == "1,5"
        assert QLocale().language() is QLocale.Language.German


@pytest.mark.parametrize(
    ("language", "tongue"), [("de-AT", Tongue.GERMAN), ("es", Tongue.SPANISH), ("fr", None)]
)
def test_a_packs_language_has_its_tongue(language: str, tongue: Tongue | None) -> None:
    assert tongue_for(language) is tongue
