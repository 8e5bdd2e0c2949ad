"""The application around the window: how it begins and every way it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from kiosk.flow.staff import SetUpRequested
from kiosk.flow.states import Kiosk
from tests.ui.fake_station import STAFF, FakeStation
from ui.application import FOR_SET_UP, run
from ui.pictures import main
from ui.scripted import Manner, ScriptedCandidate


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    QTimer.singleShot(200, lambda: os.kill(os.getpid(), number))
    assert run(FakeStation(), fullscreen=True) == 0
    assert signal.getsignal(number) is before


def test_whoever_supervises_hears_at_once_and_again_that_the_screen_lives(qtbot: QtBot) -> None:
    windows: list[int] = []

    def hear(window: int) -> None:
        windows.append(window)
        if len(windows) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

    assert run(FakeStation(), fullscreen=True, beat=hear) == 0
    assert len(set(windows)) == 1


def test_it_is_left_for_the_set_up(qtbot: QtBot) -> None:
    station = FakeStation()
    QTimer.singleShot(200, lambda: station.happens(SetUpRequested(STAFF)))
    assert run(station, fullscreen=True) == FOR_SET_UP


def test_a_station_that_was_left_for_the_set_up_and_died_there_opens_as_ever(qtbot: QtBot) -> None:
    station = FakeStation()
    station.kiosk = Kiosk(setting_up=True)
    QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGTERM))
    assert run(station, fullscreen=True) == 0


def test_a_candidate_who_gets_stuck_ends_it_with_an_error(qtbot: QtBot) -> None:
    endings: list[str] = []
    lost = ScriptedCandidate("WRONG", lambda _: 0.1, endings.append, manner=Manner(0.4, patience_s=0.5))
    assert run(FakeStation(), fullscreen=False, visitor=lost) == 1
    assert "stuck" in endings[0]


PLAYS = """
from ui.application import application
app = application()
from PySide6.QtMultimedia import QMediaPlayer
QMediaPlayer()
"""


def test_a_terminal_is_not_told_of_libraries_that_nobody_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAYS], capture_output=True, text=True, check=True, timeout=60
    )
    assert "pipewire" not in done.stderr
    assert "symbolsresolver" not in done.stderr


def test_pictures_are_taken_of_the_real_screens(qtbot: QtBot, tmp_path: Path) -> None:
    wanted = ["--out", str(tmp_path), "--size", "1280x720", "--scheme", "dark", "--text", "1.0"]
    assert main([*wanted, "--only", "welcome"]) == 0
    assert [picture.name for picture in tmp_path.iterdir()] == ["welcome-1280x720-dark-100.png"]
