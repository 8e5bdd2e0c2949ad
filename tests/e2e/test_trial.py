"""The set-up's test interview: the real station, with somebody who goes through it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from commands.set_up import make_trial
from kiosk.config.folders import Folders
from kiosk.runtime.alive import Mouth
from kiosk.voice.rendering import render_speech
from kiosk.voice.style import candidate_style
from storage.station import open_station
from tests.logs import log_in
from ui.scripted import Manner, ScriptedCandidate
from ui.shell import Shell

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
ANSWER = "I like to work with people, and I learned a lot from my last mistake."


class Somebody:
    """Waits for the kiosk's window, answers the questions, and goes back to the welcome."""

    def __init__(self) -> None:
        self.trouble: list[str] = []
        self._clock = QTimer(interval=100)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        shells = [one for one in QApplication.topLevelWidgets() if isinstance(one, Shell) and one.isVisible()]
        if shells:
            self._clock.stop()
            self._shell = shells[0]
            candidate = ScriptedCandidate("", lambda _: 4.0, self.trouble.append, manner=Manner(0.3))
            candidate.sit_down(self._shell, self._leave)
            self._candidate = candidate

    def _leave(self, _code: int) -> None:
        again = self._shell.findChild(QAbstractButton, "new")
        if isinstance(again, QAbstractButton):
            QTimer.singleShot(600, again.click)


def test_a_test_interview_is_a_whole_one(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice = tmp_path / "answer.wav"
    render_speech(ANSWER, voice, candidate_style("en"))
    for name, device in (("CAMERA", "sim"), ("MICROPHONE", str(voice)), ("LOUDSPEAKER", "sim")):
        monkeypatch.setenv(f"KIOSK_{name}", device)
    folders = Folders(tmp_path / "data")
    open_station(folders.data).close()
    somebody = Somebody()
    with log_in(folders.log):
        trial = make_trial(folders, Mouth(), fullscreen=False)
    assert somebody.trouble == [""]
    assert trial.completed
    assert trial.duration_s > 5
    storage = open_station(folders.data, writable=False)
    (session,) = storage.sessions.list_sessions()
    storage.close()
    assert session.candidate_name == "Test interview"
