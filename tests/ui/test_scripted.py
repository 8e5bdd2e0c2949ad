"""The scripted candidate of the demo, on the real screens."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.answer import Outcome
from kiosk.domain.code import CodePurpose
from kiosk.domain.consent import Scoring
from kiosk.flow.states import ThankYou
from tests.ui.fake_station import CODE, FakeStation
from tests.ui.sitting import sitting
from ui.application import run
from ui.scripted import PROGRAM, SAMPLE, Manner, ScriptedCandidate

PAUSE_S = 0.4
"""Longer than a new button needs to settle."""


class Listener:
    """What the candidate said, how it ended, and with which code it left."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.endings: list[str] = []
        self.codes: list[int] = []

    def say(self, question: str) -> float:
        self.said.append(question)
        return 0.1


@pytest.mark.slow
def test_the_scripted_candidate_goes_through_a_whole_interview(qtbot: QtBot, tmp_path: Path) -> None:
    station, heard = FakeStation(), Listener()
    candidate = ScriptedCandidate(
        CODE, heard.say, heard.endings.append, pictures=tmp_path, manner=Manner(PAUSE_S)
    )
    assert run(station, fullscreen=False, visitor=candidate) == 0
    assert heard.endings == [""]
    assert heard.said == [SAMPLE, "practice", "work", "work", "conflict", "task"]
    scene = station.kiosk.scene
    assert isinstance(scene, ThankYou)
    assert scene.run.consent.scoring is Scoring.AI_AND_HUMAN
    assert [(program.purpose, program.source) for program in scene.run.code] == [
        (CodePurpose.RUN, PROGRAM),
        (CodePurpose.SUBMIT, PROGRAM),
    ]
    assert [attempt.outcome for attempt in scene.run.attempts] == [Outcome.DISCARDED] + 3 * [Outcome.KEPT]
    names = [picture.name.partition("-")[2] for picture in sorted(tmp_path.glob("*.png"))]
    assert names[0] == "welcome.png"
    assert names[-1] == "thankyou.png"


def test_a_stuck_candidate_says_where(qtbot: QtBot) -> None:
    heard = Listener()
    with sitting(qtbot, FakeStation()) as person:
        candidate = ScriptedCandidate(
            "WRONG", heard.say, heard.endings.append, manner=Manner(PAUSE_S, patience_s=1.0)
        )
        candidate.sit_down(person.shell, heard.codes.append)
        qtbot.waitUntil(lambda: bool(heard.codes), timeout=20_000)
    assert heard.codes == [1]
    assert "EnteringCode unknown" in heard.endings[0]
