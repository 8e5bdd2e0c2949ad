"""The door between the engine's thread and the screen's."""

import threading

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.flow.events import BeginRequested
from kiosk.flow.states import EnteringCode
from kiosk.ports.station import Snapshot
from tests.ui.fake_station import FakeStation
from ui.bridge import Bridge, Live


def on_a_thread(station: FakeStation) -> None:
    thread = threading.Thread(target=station.happens, args=(BeginRequested(),))
    thread.start()
    thread.join()


def test_a_state_from_another_thread_arrives_on_the_screens(qtbot: QtBot) -> None:
    station = FakeStation()
    bridge = Bridge(station)
    seen: list[tuple[Snapshot, QThread]] = []
    bridge.changed.connect(lambda snapshot: seen.append((snapshot, QThread.currentThread())))
    bridge.start()
    with qtbot.waitSignal(bridge.changed):
        on_a_thread(station)
    snapshot, thread = seen[-1]
    assert isinstance(snapshot.kiosk.scene, EnteringCode)
    application = QApplication.instance()
    assert application is not None
    assert thread is application.thread()
    bridge.close()


def test_a_closed_bridge_hears_nothing_more(qtbot: QtBot) -> None:
    station = FakeStation()
    bridge = Bridge(station)
    bridge.start()
    bridge.close()
    heard: list[Snapshot] = []
    bridge.changed.connect(heard.append)
    on_a_thread(station)
    QApplication.processEvents()
    assert heard == []


def test_the_camera_is_only_asked_for_a_picture_by_a_screen_that_shows_it(qtbot: QtBot) -> None:
    station = FakeStation()
    bridge = Bridge(station)
    lives: list[Live] = []
    bridge.ticked.connect(lives.append)
    bridge.poll(lively=True, preview=False)
    bridge.poll(lively=True, preview=True)
    assert [live.preview is None for live in lives] == [True, False]
    bridge.close()
