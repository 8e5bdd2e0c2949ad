"""What whoever waits for the demo reads meanwhile."""

from typing import get_args

import pytest

from commands.narration import Narration, step_of
from kiosk.flow.states import EnteringCode, Kiosk, Questioning, Scene, Welcome
from kiosk.ports.station import Snapshot
from ui.samples import ANSWERING, RUN, kiosks

SCENES = {type(kiosk.scene): kiosk.scene for _, kiosk in kiosks()}


def test_every_scene_has_words() -> None:
    assert set(SCENES) == set(get_args(Scene))
    for scene in SCENES.values():
        assert step_of(scene)


def test_a_question_is_told_with_its_number() -> None:
    assert step_of(Questioning(RUN, 0, ANSWERING)) == f"question 1 of {len(RUN.pack.questions)}"


def test_a_step_is_told_once_and_only_to_people(capsys: pytest.CaptureFixture[str]) -> None:
    narration = Narration()
    for scene in (Welcome(), EnteringCode(), EnteringCode(checking=True)):
        narration.hear(Snapshot(Kiosk(scene), 0.0))
    told = capsys.readouterr()
    assert told.out == ""
    assert [line.split(maxsplit=1)[1] for line in told.err.splitlines()] == ["welcome", "invitation code"]
