"""The fairness board at HR's desk."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from commands.desk_tools import groups_in
from tests.ui.test_desk_list import press, sitting, words
from ui.desk.board_page import BoardPage
from ui.desk.charts import Chart
from ui.desk.still import StillDesk


def the_board(qtbot: QtBot, view: QWidget) -> BoardPage:
    press(view, "fairness")
    board = view.findChild(BoardPage)
    assert isinstance(board, BoardPage)
    qtbot.waitUntil(lambda: "Fairness" in words(board) and len(words(board)) > 30)
    return board


def test_charts_say_in_words_what_they_show(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(10)) as view:
        board = the_board(qtbot, view)
        qtbot.waitUntil(lambda: len(board.findChildren(Chart)) == 5)
        told = "\n".join(chart.accessibleName() for chart in board.findChildren(Chart))
        assert "60–69: 96" in told
        assert "look at its words: 46 % said again" in told
        assert "-0.35 levels" in told
        assert "other: small number: 0.77" in told
        assert "148 passed" in words(board)
        press(board, "back")
        assert view.sessions.isVisible()


def test_no_group_is_guessed(qtbot: QtBot) -> None:
    with sitting(qtbot, StillDesk(0)) as view:
        board = the_board(qtbot, view)
        qtbot.waitUntil(lambda: "no interview yet" in words(board))


@pytest.mark.parametrize("size", [(1024, 720), (1080, 1920)])
def test_the_board_fits_in_large_letters(qtbot: QtBot, size: tuple[int, int]) -> None:
    with sitting(qtbot, StillDesk(10), size) as view:
        board = the_board(qtbot, view)
        qtbot.waitUntil(lambda: len(board.findChildren(Chart)) == 5)
        for part in board.findChildren(QWidget):
            if isinstance(part, QAbstractButton | Chart) and part.isVisible():
                assert part.mapTo(view, part.rect().topRight()).x() <= view.width(), part.accessibleName()


def test_groups_are_read_as_people_wrote_them(tmp_path: Path) -> None:
    file = tmp_path / "groups.csv"
    assert groups_in(file) == {}
    file.write_text("\ufeffsession,sex,origin\n AB12 ,female,\n,male,a\ncd34, male ,b\n", "utf-8")
    assert groups_in(file) == {"ab12": {"sex": "female"}, "cd34": {"sex": "male", "origin": "b"}}
