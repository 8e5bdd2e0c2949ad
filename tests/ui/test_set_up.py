"""The set-up, page by page, with the real window over a station in memory."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.recording import DeviceChoice
from kiosk.domain.set_up import AUTO, Hearing, Refused, SetUpEnd, SetUpFacts, SetUpProblem, SpeechChoice
from kiosk.domain.staff import Role, StaffMember
from kiosk.domain.transcript import SpeechEngine
from ui.keyboard.layouts import Writing
from ui.keyboard.typing import writing_in
from ui.setup.running import Manner, run_set_up
from ui.setup.samples import (
    BY_MODEL,
    BY_SERVER,
    CODE,
    FRESH,
    MISHEARD,
    MODELS,
    SET,
    TRIED,
    StillSettingUp,
    set_ups,
)
from ui.setup.window import LAST, SetUpWindow
from ui.setup.words import problem
from ui.theme.tokens import Appearance

STILL = Appearance(reduced_motion=True)
LARGE = Appearance(text_factor=2.0, reduced_motion=True)
LANGUAGE, NAME, SERVER, DEVICES, ROOM, SPEECH, PEOPLE = range(7)


class Technician:
    """Hands and eyes before the set-up."""

    def __init__(self, qtbot: QtBot, station: StillSettingUp, window: SetUpWindow) -> None:
        self.qtbot, self.station, self.window = qtbot, station, window
        self.ends: list[SetUpEnd] = []
        window.ended.connect(self.ends.append)

    def wait(self) -> None:
        """Until nothing is being kept, and as long as a person needs to look at a page."""
        self.rest()
        self.qtbot.waitUntil(lambda: self.window.settled)

    def rest(self) -> None:
        """Until nothing is being kept."""
        self.qtbot.waitUntil(lambda: not self.window.busy)

    def part(self, name: str) -> QWidget:
        found = [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]
        assert len(found) == 1, (name, found)
        return found[0]

    def button(self, name: str) -> QAbstractButton:
        part = self.part(name)
        assert isinstance(part, QAbstractButton)
        return part

    def press(self, *names: str) -> None:
        for name in names:
            self.wait()
            self.button(name).click()
        self.rest()

    def line(self, name: str) -> QLineEdit:
        part = self.part(name)
        assert isinstance(part, QLineEdit)
        return part

    def write(self, name: str, text: str) -> None:
        field = self.line(name)
        field.clear()
        QTest.keyClicks(field, text)

    def let_it_hear(self) -> None:
        """As soon as it is known that it could."""
        self.qtbot.waitUntil(lambda: self.button("hear").isEnabled())
        self.button("hear").click()

    def waits_for(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: words in self.reads())

    def key(self, key: Qt.Key) -> None:
        self.wait()
        QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.rest()

    def reads(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    @property
    def title(self) -> str:
        return self.window.page.title


@contextmanager
def technician(
    qtbot: QtBot,
    station: StillSettingUp,
    at: int = 0,
    size: tuple[int, int] = (1280, 720),
    appearance: Appearance = STILL,
) -> Iterator[Technician]:
    window = SetUpWindow(station, begin_at=at, appearance=appearance)
    window.resize(*size)
    window.show()
    window.activateWindow()
    person = Technician(qtbot, station, window)
    qtbot.waitUntil(lambda: not window.busy)
    QApplication.processEvents()
    try:
        yield person
    finally:
        window.put_away()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_station_is_set_up_with_the_keyboard_alone(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station) as person:
        person.key(Qt.Key.Key_Down)
        person.key(Qt.Key.Key_Space)
        person.key(Qt.Key.Key_Return)
        person.write("name", "Booth 7")
        person.key(Qt.Key.Key_Return)
        person.write("address", "https://interviews.example/")
        person.write("server-code", CODE)
        person.key(Qt.Key.Key_Return)
        person.press("continue", "continue", "continue")
        person.write("member", "Proctor 7")
        person.write("pin", "246810")
        person.write("pin-again", "246810")
        person.key(Qt.Key.Key_Return)
        person.key(Qt.Key.Key_Return)
        assert person.ends == [SetUpEnd.TRIAL]
    known = station.known
    assert (known.language, known.name, known.server) == ("de", "Booth 7", "https://interviews.example")
    assert known.staff == (StaffMember("Proctor 7", Role.PROCTOR),)


def test_the_set_up_speaks_the_language_as_soon_as_it_is_chosen(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp()) as person:
        person.press("es", "continue")
        assert person.title == "¿Cómo se llama este puesto?"
        assert person.button("back").text() == "Atrás"
        name = person.part("name")
        assert isinstance(name, QLineEdit)
        assert name.text() == FRESH.name
        person.press("back", "en", "continue")
        assert person.title == "What is this station called?"


def test_what_is_set_already_is_shown_and_nothing_is_asked_twice(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    with technician(qtbot, station) as person:
        person.press("continue")
        name = person.part("name")
        assert isinstance(name, QLineEdit)
        assert name.text() == "Booth 3"
        person.press("continue")
        assert "It belongs to https://interviews.example" in person.reads()
        person.press("continue")
        assert "Desk camera (USB)" in person.reads()
        person.press("continue")
        assert person.button("days-90").isChecked()
        person.press("continue")
        assert person.line("speech-folder").text() == BY_MODEL.folder
        person.press("continue")
        assert "Proctor 1" in person.reads()
        person.press("continue", "skip")
        assert person.ends == [SetUpEnd.FINISHED]
    assert station.known == SET


def test_every_step_but_language_and_name_can_be_passed_over(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station) as person:
        person.press("continue", "continue", "skip", "skip", "skip", "skip", "skip")
        assert "Nobody can open the staff panel yet." in person.reads()
        person.press("skip")
        assert person.ends == [SetUpEnd.FINISHED]
    assert station.known == FRESH


def test_going_back_keeps_nothing_and_loses_nothing(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    with technician(qtbot, station, NAME) as person:
        person.write("name", "Another")
        person.press("back", "continue")
        name = person.part("name")
        assert isinstance(name, QLineEdit)
        assert name.text() == "Booth 3"
    assert station.known == SET


@pytest.mark.parametrize(
    ("address", "code", "told"),
    [
        ("ftp://interviews.example", CODE, SetUpProblem.ADDRESS),
        ("https://interviews.example", "WRONG", SetUpProblem.SERVER_REFUSES),
    ],
)
def test_a_server_that_is_not_reached_is_told_and_may_be_tried_again(
    qtbot: QtBot, address: str, code: str, told: SetUpProblem
) -> None:
    station = StillSettingUp()
    with technician(qtbot, station, SERVER) as person:
        person.write("address", address)
        person.write("server-code", code)
        person.press("continue")
        assert problem(Refused(told)) in person.reads()
        assert person.button("continue").isEnabled()
        person.write("address", "https://interviews.example")
        person.write("server-code", CODE)
        person.press("continue")
        assert person.title != "Does it belong to a server?"


def test_settings_that_cannot_be_kept_leave_one_on_the_page_and_say_why(qtbot: QtBot) -> None:
    station = StillSettingUp()
    station.refusal = Refused(SetUpProblem.UNWRITABLE, "the disk is full")
    with technician(qtbot, station) as person:
        person.press("continue")
        assert "nothing was changed. (the disk is full)" in person.reads()
        assert "Which language" in person.title


def test_devices_are_tried_as_they_are_chosen_and_let_go_afterwards(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    with technician(qtbot, station, DEVICES) as person:
        person.press("other-microphone", "play")
        assert station.tried == [
            DeviceChoice("Desk camera", "Desk microphone", AUTO),
            DeviceChoice("Desk camera", "Headset", AUTO),
        ]
        assert station.played == 1
        assert station.recorder() is not None
        person.press("continue")
        assert station.recorder() is None
    assert station.known.devices.microphone == "Headset"


def test_a_device_that_is_set_but_not_plugged_in_stays_set(qtbot: QtBot) -> None:
    gone = DeviceChoice("Old camera", "Desk microphone", AUTO)
    station = StillSettingUp(replace(SET, devices=gone))
    with technician(qtbot, station, DEVICES) as person:
        person.press("continue")
    assert station.known.devices == gone


def test_a_server_that_writes_answers_down_is_kept_with_its_address_and_its_model(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station, SPEECH) as person:
        person.button("speech-server").click()
        assert not person.button("continue").isEnabled()
        person.write("speech-url", f"{BY_SERVER.url}/")
        person.write("speech-called", "small")
        person.write("speech-key", "a key")
        person.press("continue")
    assert station.known.speech == replace(BY_SERVER, key="a key")


def test_nobody_is_a_choice_like_any_other(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    with technician(qtbot, station, SPEECH) as person:
        person.button("speech-none").click()
        assert "People listen to the answers" in person.reads()
        person.press("continue")
        assert person.title == "Who looks after this station?"
    assert station.known.speech.engine is SpeechEngine.NONE


def test_where_a_first_model_goes_is_written_down_already(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(), SPEECH) as person:
        person.button("speech-whisper").click()
        assert person.line("speech-folder").text() == f"{MODELS}/whisper"


def test_of_several_models_one_chooses(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    with technician(qtbot, station, SPEECH) as person:
        person.press("other-model", "continue")
    assert station.known.speech.folder == f"{MODELS}/medium"


def test_what_a_model_lacks_is_said_and_nothing_is_heard_by_it(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    station.lacking = Refused(SetUpProblem.NO_MODEL, "model.bin")
    with technician(qtbot, station, SPEECH) as person:
        person.waits_for("The model in this folder is not whole. (model.bin)")
        assert not person.button("hear").isEnabled()
        assert person.button("continue").isEnabled()


def test_an_engine_hears_a_sentence_before_it_is_kept(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station, SPEECH) as person:
        person.button("speech-server").click()
        person.write("speech-url", BY_SERVER.url)
        person.write("speech-called", BY_SERVER.model)
        person.let_it_hear()
        person.waits_for(
            "It heard “We listened to each other and found a way.”: 9 of 9 words, in 1.2 seconds."
        )
    assert [(one.engine, one.url, one.model) for one in station.asked] == [
        (BY_SERVER.engine, BY_SERVER.url, BY_SERVER.model)
    ]
    assert station.known.speech == SpeechChoice()


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (MISHEARD, "1 of 9 words"),
        (replace(MISHEARD, text="", found=0), "It heard nothing of a clear sentence."),
        (replace(MISHEARD, text="word " * 5000), "…”: 1 of 9"),
        (Refused(SetUpProblem.NOT_HEARD, "the server cannot be reached"), "(the server cannot be reached)"),
    ],
)
def test_what_an_engine_did_not_hear_is_told(qtbot: QtBot, outcome: Hearing | Refused, told: str) -> None:
    station = StillSettingUp(SET)
    station.outcome = outcome
    with technician(qtbot, station, SPEECH) as person:
        person.let_it_hear()
        person.waits_for(told)
        assert person.button("hear").isEnabled()


def test_a_test_that_takes_long_is_stopped_and_keeps_nobody(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    station.outcome = None
    with technician(qtbot, station, SPEECH) as person:
        person.let_it_hear()
        person.waits_for("It listens to a sentence in English.")
        assert person.button("hear").text() == "Stop"
        assert person.button("continue").isEnabled()
        person.button("hear").click()
        qtbot.waitUntil(lambda: "It listens" not in person.reads())
        assert person.button("hear").text() == "Let it hear a sentence"


def test_whoever_goes_on_does_not_wait_for_what_is_being_heard(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    station.outcome = None
    with technician(qtbot, station, SPEECH) as person:
        person.let_it_hear()
        person.press("continue")
        assert person.title == "Who looks after this station?"
        qtbot.waitUntil(lambda: station.stopped)


def test_another_choice_forgets_what_was_heard(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(SET), SPEECH) as person:
        person.let_it_hear()
        person.waits_for("9 of 9 words")
        person.write("speech-folder", "/models/other")
        assert "9 of 9 words" not in person.reads()


def test_a_set_up_that_nobody_touches_is_left(qtbot: QtBot) -> None:
    station = StillSettingUp(SET)
    assert run_set_up(station, Manner(lambda _window: None, False, untouched_ms=300)) is SetUpEnd.LATER
    assert station.known == SET


def test_pins_that_differ_or_are_short_let_nobody_in(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station, PEOPLE) as person:
        person.write("member", "Proctor 7")
        for pin, again in (("12345", "12345"), ("123456", "123457"), ("", "")):
            person.write("pin", pin)
            person.write("pin-again", again)
            assert not person.button("add").isEnabled()
            assert not person.button("continue").isEnabled()
        person.write("pin", "123456")
        person.write("pin-again", "123456")
        person.press("add")
        assert "Proctor 7" in person.reads()
        person.press("remove-0")
        assert "Nobody has a PIN for this station yet." in person.reads()


def test_the_fields_of_a_pin_show_digits_and_hide_what_is_typed(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(), PEOPLE) as person:
        for name in ("pin", "pin-again"):
            field = person.part(name)
            assert isinstance(field, QLineEdit)
            assert writing_in(field) is Writing.DIGITS
            assert field.echoMode() is QLineEdit.EchoMode.Password


def test_after_a_whole_test_interview_one_finishes(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(TRIED), LAST) as person:
        assert "Recorded whole: 1 minute 24 seconds." in person.reads()
        person.press("continue")
        assert person.ends == [SetUpEnd.FINISHED]


def test_in_large_letters_the_page_is_scrolled_to_where_one_writes(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(SET), SERVER, (1280, 720), LARGE) as person:
        field = person.part("server-code")
        qtbot.waitUntil(lambda: field.visibleRegion().boundingRect().height() == field.height())


def test_closing_the_window_is_later(qtbot: QtBot) -> None:
    station = StillSettingUp()
    with technician(qtbot, station) as person:
        person.window.close()
        assert person.ends == [SetUpEnd.LATER]
    assert station.known == FRESH


def test_a_double_tap_passes_over_no_page(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp(SET), NAME) as person:
        person.wait()
        person.button("continue").click()
        qtbot.waitUntil(lambda: not person.window.busy)
        person.button("continue").click()
        assert person.title == "Does it belong to a server?"


def test_nothing_is_asked_of_the_station_on_the_thread_that_draws(qtbot: QtBot) -> None:
    class Listening(StillSettingUp):
        def __init__(self) -> None:
            super().__init__(SET)
            self.threads: set[str] = set()

        def facts(self) -> SetUpFacts:
            self.threads.add(threading.current_thread().name)
            return super().facts()

    station = Listening()
    with technician(qtbot, station) as person:
        person.press("continue")
    assert station.threads
    assert threading.current_thread().name not in station.threads


@pytest.mark.parametrize("name", set_ups())
@pytest.mark.parametrize(
    ("size", "appearance"), [((1024, 720), STILL), ((1280, 720), LARGE), ((1080, 1920), LARGE)]
)
def test_a_page_can_be_operated(
    qtbot: QtBot, name: str, size: tuple[int, int], appearance: Appearance
) -> None:
    station, at = set_ups()[name]()
    with technician(qtbot, station, at, size, appearance) as person:
        window = person.window
        for part in window.findChildren(QWidget):
            if not isinstance(part, QAbstractButton | QLineEdit) or not part.isVisible():
                continue
            what = part.objectName()
            assert part.accessibleName() or part.property("text"), f"{what} has no name"
            assert min(part.width(), part.height()) >= 48, f"{what} is too small"
            left = part.mapTo(window, QPoint(0, 0)).x()
            assert left >= 0, f"{what} is cut at the left"
            assert left + part.width() <= window.width(), f"{what} is cut at the right"
            if isinstance(part, QAbstractButton):
                assert part.width() >= part.minimumSizeHint().width(), f"{what} is squeezed"


def test_the_language_that_is_chosen_is_spoken_from_the_next_page_on(qtbot: QtBot) -> None:
    with technician(qtbot, StillSettingUp()) as person:
        person.wait()
        person.key(Qt.Key.Key_Down)
        person.key(Qt.Key.Key_Space)
        person.press("continue")
        assert person.title == "Wie heißt diese Station?"
        assert person.button("continue").text() == "Weiter"
        assert person.button("later").text() == "Später"
