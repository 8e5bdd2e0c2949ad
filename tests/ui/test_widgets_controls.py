import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme.icons import Icon
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear
from ui.widgets.button import Button, DangerButton, PrimaryButton, QuietButton
from ui.widgets.choice_card import ChoiceCard, TickCard
from ui.widgets.code_field import CodeField, grouped, tidy

BUTTONS = [PrimaryButton, QuietButton, DangerButton]


@pytest.fixture(autouse=True)
def small_window(qapp: QApplication) -> None:
    wear(qapp, theme_for(1280, 720, Appearance()))


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1280, 720)
    QVBoxLayout(widget)
    return widget


def shown(screen: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    layout = screen.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()


@pytest.mark.parametrize("kind", BUTTONS)
def test_buttons_are_large_enough_to_touch(kind: type[Button], qtbot: QtBot) -> None:
    for button in (kind("Go on"), kind("", Icon.ACCESSIBILITY)):
        qtbot.addWidget(button)
        assert button.sizeHint().height() >= 48
        assert button.sizeHint().width() >= 48


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", BUTTONS)
def test_buttons_answer_the_keyboard(kind: type[Button], key: Qt.Key, screen: QWidget, qtbot: QtBot) -> None:
    button = kind("Go on")
    shown(screen, qtbot, button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_long_words_wrap_in_a_button_and_are_never_cut(qtbot: QtBot) -> None:
    button = PrimaryButton("Aufzeichnungseinstellungen übernehmen und fortfahren")
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    assert narrow < button.sizeHint().width()
    assert button.heightForWidth(narrow) > button.heightForWidth(button.sizeHint().width())


@pytest.mark.parametrize("card", [ChoiceCard, TickCard])
def test_the_keyboard_is_visible_where_it_is(
    card: type[ChoiceCard] | type[TickCard], screen: QWidget, qtbot: QtBot
) -> None:
    first, second = card("One"), PrimaryButton("Two")
    shown(screen, qtbot, first, second)
    second.setFocus()
    without = first.grab().toImage()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert first.grab().toImage() != without


def test_choices_exclude_each_other_and_the_arrow_keys_move(screen: QWidget, qtbot: QtBot) -> None:
    english, german = ChoiceCard("English"), ChoiceCard("Deutsch")
    shown(screen, qtbot, english, german)
    english.setFocus()
    qtbot.waitUntil(english.hasFocus)
    QTest.keyClick(english, Qt.Key.Key_Return)
    assert english.isChecked()
    QTest.keyClick(english, Qt.Key.Key_Down)
    assert german.isChecked()
    assert not english.isChecked()


def test_a_tick_card_is_ticked_anywhere_and_unticked_again(screen: QWidget, qtbot: QtBot) -> None:
    card = TickCard("I agree", "Picture and sound are kept for 180 days.")
    shown(screen, qtbot, card)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() * 0.9)
    assert card.isChecked()
    QTest.keyClick(card, Qt.Key.Key_Enter)
    assert not card.isChecked()
    assert card.accessibleDescription() == "Picture and sound are kept for 180 days."


def test_a_code_forgives_spaces_hyphens_and_small_letters() -> None:
    assert tidy(" k7fp-2xmq ") == "K7FP2XMQ"
    assert grouped("K7FP2XMQ") == "K7FP 2XMQ"


def test_a_code_is_grouped_while_it_is_typed_and_the_cursor_stays(screen: QWidget, qtbot: QtBot) -> None:
    field = CodeField(8)
    shown(screen, qtbot, field)
    QTest.keyClicks(field, "k7fp2xmqtoo-long")
    assert field.text() == "K7FP 2XMQ"
    field.setCursorPosition(2)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.text(), field.cursorPosition()) == ("KFP2 XMQ", 1)
    QTest.keyClicks(field, "9")
    assert (field.text(), field.cursorPosition()) == ("K9FP 2XMQ", 2)


def test_enter_submits_the_tidied_code(screen: QWidget, qtbot: QtBot) -> None:
    field = CodeField(12)
    shown(screen, qtbot, field)
    field.show_code("k7fp-2xmq")
    with qtbot.waitSignal(field.submitted) as heard:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == ["K7FP2XMQ"]


def test_the_code_field_has_room_for_its_large_letters(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, theme_for(1920, 1080, Appearance(text_factor=2.0)))
    field = CodeField()
    qtbot.addWidget(field)
    assert field.sizeHint().height() > field.fontMetrics().height()
