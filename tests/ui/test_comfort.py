"""What the candidate may change on every screen, and what their card changes for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from kiosk.domain.accommodations import Captions, Comfort
from kiosk.flow.events import AdjustingBegan, AdjustingEnded, AnswerEnded, AnswerTyped, ComfortChosen
from kiosk.flow.states import CheckingDevices, Questioning, Reviewing, Welcome, run_of
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import sitting
from ui.avatar.view import AvatarView
from ui.samples import ANSWERING, RUN, StillStation, kiosks
from ui.widgets.answer_field import AnswerField
from ui.widgets.choice_card import TickCard
from ui.widgets.time_bar import TimeBar

SAMPLES = dict(kiosks())


def comfort_of(station: FakeStation) -> Comfort:
    run = run_of(station.kiosk.scene)
    assert run is not None
    return run.comfort


def test_voice_and_captions_are_chosen_beside_size_and_colours(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        person.click("accessibility")
        for name in ("captions-large", "pace-slow", "volume-loud", "no-voice"):
            person.click(name)
        assert comfort_of(station) == Comfort(voice=False, captions=Captions.LARGE, slow=True, volume=1.8)
        person.click("done")
        person.click("accessibility")
        assert person.button("captions-large").isChecked()
        assert person.button("no-voice").isChecked()


def test_the_clock_stands_while_the_card_is_open(qtbot: QtBot) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        bar = person.screen.findChild(TimeBar)
        assert isinstance(bar, TimeBar)
        person.click("accessibility")
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert run.adjusting
        person.click("done")
        assert station.posted == [AdjustingBegan(), AdjustingEnded()]
        run = run_of(station.kiosk.scene)
        assert run is not None
        assert not run.adjusting


@pytest.mark.parametrize(
    "scene", [Welcome(), CheckingDevices(RUN), Reviewing(RUN)], ids=lambda s: type(s).__name__
)
def test_the_card_opens_on_every_screen(qtbot: QtBot, scene: object) -> None:
    station = FakeStation(scene)  # type: ignore[arg-type]
    with sitting(qtbot, station) as person:
        person.click("accessibility")
        in_session = not isinstance(scene, Welcome)
        assert any(button.objectName() == "no-voice" for button in person.buttons()) is in_session
        person.click("done")
        assert not any(isinstance(event, ComfortChosen) for event in station.posted)


def test_without_a_voice_nobody_is_seen(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["asking-in-silence"])) as person:
        assert not [view for view in person.shell.findChildren(AvatarView) if view.isVisible()]
        assert any("proud of" in words for words in person.sees())


def test_without_captions_the_question_is_only_heard_until_it_is_answered(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["asking-uncaptioned"])) as person:
        assert not any("proud of" in words for words in person.sees())


def test_whoever_may_type_types_at_once_and_all_of_it_is_the_answer(qtbot: QtBot) -> None:
    station = FakeStation(SAMPLES["answering-in-writing"].scene)
    with sitting(qtbot, station) as person:
        field = person.focused()
        assert isinstance(field, AnswerField)
        QTest.keyClicks(field, " It was my idea.")
        person.enter_on("finished")
        assert station.posted == [
            AnswerTyped("I am proud of the new cloak room in our theatre. It was my idea."),
            AnswerEnded(),
        ]
        assert not [bar for bar in person.shell.findChildren(TimeBar) if bar.isVisible()]


def test_nobody_else_sees_a_field_to_type_in(qtbot: QtBot) -> None:
    with sitting(qtbot, StillStation(SAMPLES["answering"])) as person:
        assert not [field for field in person.shell.findChildren(AnswerField) if field.isVisible()]


MODIFIERS = [
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
]


@pytest.mark.parametrize("held", MODIFIERS, ids=["alt", "ctrl", "meta"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return], ids=["space", "enter"])
def test_a_shortcut_presses_nothing(qtbot: QtBot, held: Qt.KeyboardModifier, key: Qt.Key) -> None:
    station = FakeStation(Questioning(RUN, 0, ANSWERING))
    with sitting(qtbot, station) as person:
        person.wait_until_settled()
        button = person.button("finished")
        button.setFocus()
        QTest.keyClick(button, key, held)
        QTest.keyClick(person.screen, key, held)
        assert station.posted == []
        QTest.keyClick(button, key)
        assert station.posted == [AnswerEnded()]


@pytest.mark.parametrize("held", MODIFIERS, ids=["alt", "ctrl", "meta"])
def test_a_shortcut_ticks_nothing(qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    card: QAbstractButton = TickCard("Yes")
    qtbot.addWidget(card)
    card.show()
    QTest.keyClick(card, Qt.Key.Key_Space, held)
    QApplication.processEvents()
    assert not card.isChecked()
    QTest.keyClick(card, Qt.Key.Key_Space)
    assert card.isChecked()
