import itertools
import time
from random import Random

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ports.voice import MouthCue, MouthShape
from ui.avatar.drawing import LAYERS, Drawing, characters
from ui.avatar.motion import Blinks, Eyes, Mood, Motion, Nods, mouth_at
from ui.avatar.view import AvatarView
from ui.theme.tokens import Appearance, Theme
from ui.theme.wardrobe import wear

CUES = (MouthCue(0.0, MouthShape.OPEN), MouthCue(0.2, MouthShape.CLOSED), MouthCue(0.5, MouthShape.REST))


@pytest.fixture(autouse=True)
def still(qapp: QApplication) -> None:
    wear(qapp, Theme(Appearance(reduced_motion=True)))


@pytest.fixture
def avatar(qtbot: QtBot) -> AvatarView:
    view = AvatarView(seed=1)
    qtbot.addWidget(view)
    view.resize(320, 320)
    view.show()
    return view


def picture(view: AvatarView) -> QImage:
    return view.grab().toImage()


class PaintedAreas(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.areas: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def seconds(until_s: float, step_s: float = 0.02) -> list[float]:
    return [number * step_s for number in range(round(until_s / step_s))]


def test_the_mouth_follows_the_cues() -> None:
    at = (-1.0, 0.0, 0.19, 0.2, 0.49, 9.0)
    shapes = [mouth_at(CUES, moment) for moment in at]
    rest, opened, closed = MouthShape.REST, MouthShape.OPEN, MouthShape.CLOSED
    assert shapes == [rest, opened, opened, closed, closed, rest]
    assert mouth_at((), 1.0) is rest


def test_blinks_are_short_irregular_and_pass_through_half_open() -> None:
    blinks = Blinks(Random(7))
    runs = [
        (eyes, len(list(times)) * 0.02)
        for eyes, times in itertools.groupby(blinks.eyes(now_s) for now_s in seconds(120))
    ]
    open_s = {round(length, 1) for eyes, length in runs if eyes is Eyes.OPEN}
    shut_s = [length for eyes, length in runs if eyes is Eyes.CLOSED]
    assert 15 < len(shut_s) < 60
    assert max(shut_s) < 0.2
    assert len(open_s) > 8
    assert all(
        after[0] is Eyes.HALF for before, after in itertools.pairwise(runs) if before[0] is Eyes.CLOSED
    )


def test_a_nod_needs_real_speech_and_waits_for_a_pause() -> None:
    nods = Nods(Random(3))
    for now_s in seconds(20):
        nods.hear(now_s, speech=False)
        assert nods.depth(now_s) == 0
    for now_s in seconds(20):
        nods.hear(20 + now_s, speech=True)
        assert nods.depth(20 + now_s) == 0
    nods.hear(40.0, speech=False)
    assert max(nods.depth(40.0 + now_s) for now_s in seconds(1.0)) > 5
    assert nods.depth(41.0) == 0


def test_the_head_moves_little_and_smoothly() -> None:
    motion = Motion(Random(1))
    poses = [motion.pose(now_s, Mood.SPEAKING) for now_s in seconds(20)]
    assert all(abs(pose.head_x) < 8 and abs(pose.head_y) < 8 for pose in poses)
    steps = [abs(after.head_y - before.head_y) for before, after in itertools.pairwise(poses)]
    assert max(steps) < 0.5


@pytest.mark.parametrize("character", ["mira", "jonas"])
def test_every_character_has_every_layer_and_every_mouth_differs(qapp: QApplication, character: str) -> None:
    assert character in characters()
    drawing = Drawing(character, 300)
    assert all(not drawing[layer].picture.isNull() for layer in LAYERS)
    mouths = [drawing[f"mouth-{shape}"] for shape in MouthShape]
    for one, other in itertools.combinations(mouths, 2):
        assert one.picture.toImage() != other.picture.toImage() or one.corner != other.corner


@pytest.mark.parametrize("character", ["mira", "jonas"])
def test_the_body_ends_at_the_disc_and_the_head_stays_inside(qapp: QApplication, character: str) -> None:
    drawing = Drawing(character, 400)
    assert QRect(0, 0, 400, 400).contains(drawing["hair-front"].area.adjusted(-8, -8, 8, 20))
    body = drawing["body"]
    for corner in (QPoint(20, 380), QPoint(380, 380)):
        inside = corner - body.corner
        assert body.picture.toImage().pixelColor(inside).alpha() == 0


def test_an_unknown_character_is_refused(avatar: AvatarView) -> None:
    with pytest.raises(ValueError, match="nobody"):
        avatar.set_character("nobody")
    assert avatar.character == "mira"


def test_the_other_character_looks_different_and_says_who_it_is(avatar: AvatarView) -> None:
    mira = picture(avatar)
    avatar.set_character("jonas")
    assert picture(avatar) != mira
    assert "Jonas" in avatar.accessibleName()


def test_speaking_moves_the_mouth_even_under_reduced_motion(avatar: AvatarView, qtbot: QtBot) -> None:
    quiet = picture(avatar)
    avatar.speak((MouthCue(0.0, MouthShape.OPEN),), time.monotonic())
    assert avatar.mouth is MouthShape.OPEN
    assert picture(avatar) != quiet
    avatar.rest()
    assert picture(avatar) == quiet


def test_the_mouth_waits_for_the_sound(avatar: AvatarView, qtbot: QtBot) -> None:
    avatar.speak((MouthCue(0.0, MouthShape.OPEN),), time.monotonic() + 0.3)
    assert avatar.mouth is MouthShape.REST
    qtbot.waitUntil(lambda: avatar.mouth is MouthShape.OPEN)


def test_only_the_mouth_is_painted_anew_while_only_the_mouth_moves(avatar: AvatarView, qtbot: QtBot) -> None:
    painted = PaintedAreas()
    avatar.installEventFilter(painted)
    qtbot.waitExposed(avatar)
    avatar.update()
    qtbot.waitUntil(lambda: bool(painted.areas))
    painted.areas.clear()
    avatar.speak((MouthCue(0.0, MouthShape.OPEN),), time.monotonic())
    qtbot.waitUntil(lambda: bool(painted.areas))
    assert painted.areas[0].height() < avatar.height() / 5


def test_a_hidden_avatar_does_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Theme())
    view = AvatarView(seed=1)
    qtbot.addWidget(view)
    view.speak((MouthCue(0.05, MouthShape.OPEN),), time.monotonic())
    qtbot.wait(150)
    assert view.mouth is MouthShape.REST


def test_listening_is_attentive_and_moves_while_motion_is_wanted(qapp: QApplication, qtbot: QtBot) -> None:
    wear(qapp, Theme())
    view = AvatarView(seed=1)
    qtbot.addWidget(view)
    view.resize(320, 320)
    view.show()
    view.listen(speech=True)
    assert view.mood is Mood.LISTENING
    first = picture(view)
    qtbot.waitUntil(lambda: picture(view) != first, timeout=15_000)
