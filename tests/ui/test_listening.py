"""The avatar listens to what the microphone hears and to nothing else, and never speaks into an answer."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from kiosk.flow.effects import Speak
from kiosk.flow.events import SilenceNoticed, SpeechNoticed, StillThinking, TimePassed
from kiosk.flow.states import Kiosk, Questioning
from kiosk.ports.station import Snapshot
from tests.ui.fake_station import FakeStation
from tests.ui.sitting import sitting
from ui.avatar.motion import Mood
from ui.avatar.view import AvatarView
from ui.bridge import Live
from ui.samples import ANSWERING, RUN
from ui.screens.question import QuestionScreen

ANSWER = Questioning(RUN, 0, ANSWERING)


class AttentiveAvatar(AvatarView):
    """Remembers what it was told about the voice."""

    def __init__(self, character: str = "mira") -> None:
        super().__init__(character)
        self.heard: list[bool] = []

    def listen(self, speech: bool) -> None:
        self.heard.append(speech)
        super().listen(speech)


class AttentiveScreen(QuestionScreen):
    portrait = AttentiveAvatar


def hears(screen: AttentiveScreen, *, speech: bool, level_dbfs: float) -> AttentiveAvatar:
    status = FakeStation().recorder()
    assert status is not None
    screen.show_live(Live(1.0, replace(status, speech=speech, level_dbfs=level_dbfs)))
    avatar = screen.findChild(AttentiveAvatar)
    assert isinstance(avatar, AttentiveAvatar)
    return avatar


def test_it_is_told_of_speech_by_the_voice_detector_and_not_by_loudness(qtbot: QtBot) -> None:
    screen = AttentiveScreen()
    qtbot.addWidget(screen)
    screen.show_snapshot(Snapshot(Kiosk(ANSWER), 0.0))
    avatar = hears(screen, speech=False, level_dbfs=-6.0)
    assert avatar.mood is Mood.LISTENING
    assert avatar.heard == [False], "a loud room is no voice"
    hears(screen, speech=True, level_dbfs=-60.0)
    hears(screen, speech=False, level_dbfs=-6.0)
    assert avatar.heard == [False, True, False], "a soft voice is one"


def test_nothing_is_said_into_an_answer_however_long_the_silence(qtbot: QtBot) -> None:
    station = FakeStation(ANSWER)
    with sitting(qtbot, station):
        for event in (SilenceNoticed(), TimePassed(), SpeechNoticed(), SilenceNoticed(), StillThinking()):
            station.happens(event)
        assert station.at(Questioning)
        assert not [effect for effect in station.effects if isinstance(effect, Speak)]
