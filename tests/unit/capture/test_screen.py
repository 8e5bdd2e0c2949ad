"""The screen's film: a real display, filmed by the real recorder."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest

from capture.probe import probe
from kiosk.domain.masks import OPEN, MaskReason, Masks
from kiosk.flow.facts import (
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    ScreenRecordingEnded,
    ScreenRecordingStarted,
)
from tests.recorders import SIM, RecorderBooth, an_order, eventually, recorder_booth
from tests.recordings import Footage
from tests.screen import HEIGHT, WIDTH, Screen, a_screen

pytestmark = pytest.mark.slow


@pytest.fixture
def booth() -> Iterator[RecorderBooth]:
    with recorder_booth() as booth:
        yield booth


@pytest.fixture
def screen() -> Iterator[Screen]:
    with a_screen() as screen:
        yield screen


@contextmanager
def white(screen: Screen) -> Iterator[None]:
    """A window that is white all over."""
    source = f"color=white:size={WIDTH}x{HEIGHT}"
    command = ["ffplay", "-v", "quiet", "-an", "-noborder", "-left", "0", "-top", "0", "-f", "lavfi", source]
    environment = {**os.environ, "DISPLAY": screen.name, "SDL_VIDEODRIVER": "x11"}
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL) as window:
        try:
            eventually(lambda: screen.look().mean() > 200)
            yield
        finally:
            window.kill()


def complaints(path: Path) -> str:
    command = ["ffmpeg", "-v", "warning", "-i", str(path), "-f", "null", "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_the_screen_is_filmed_on_the_clock_of_the_recording(
    booth: RecorderBooth, screen: Screen, tmp_path: Path
) -> None:
    order = an_order(tmp_path)
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        with white(screen):
            client.record_screen(screen.name)
            started = heard.wait_for(ScreenRecordingStarted)
            time.sleep(1)
        dark_s = time.monotonic()
        time.sleep(1)
        client.stop_screen()
        ended = heard.wait_for(ScreenRecordingEnded)
        client.finish(order)
        recording = heard.wait_for(RecordingFinished).recording
    film = tmp_path / ended.file
    note = json.loads(film.with_suffix(".json").read_text())
    assert (ended.file, ended.problem) == (started.file, "")
    assert started.segment == 1
    brightness = Footage(film, fps=10).brightness
    assert len(brightness) / 10 == pytest.approx(ended.length_s)
    assert ended.length_s > 1.5
    (segment,) = recording.segments
    assert note["started_mono_s"] - segment.started_mono_s == pytest.approx(started.offset_s, abs=0.01)
    assert brightness[0] > 200
    darkened_s = int(np.argmax(brightness < 100)) / 10
    assert note["started_mono_s"] + darkened_s == pytest.approx(dark_s, abs=0.5)
    assert complaints(film) == ""


def test_nothing_is_filmed_before_a_recording_begins(
    booth: RecorderBooth, screen: Screen, tmp_path: Path
) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        client.record_screen(screen.name)
        assert heard.wait_for(ScreenRecordingEnded) == ScreenRecordingEnded(
            "", 0.0, "nothing is being recorded"
        )
    assert not list(tmp_path.iterdir())


def test_a_covered_camera_covers_the_screen_and_the_film_ends_with_its_segment(
    booth: RecorderBooth, screen: Screen, tmp_path: Path
) -> None:
    with white(screen), booth.client() as (client, heard):
        client.open(SIM)
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        client.mask(Masks(MaskReason.PAUSED, MaskReason.PAUSED))
        client.record_screen(screen.name)
        heard.wait_for(ScreenRecordingStarted)
        time.sleep(1)
        client.mask(OPEN)
        time.sleep(1)
        client.stop("the proctor asked")
        heard.wait_for(RecordingStopped)
        (ended,) = heard.all(ScreenRecordingEnded)
    brightness = Footage(tmp_path / ended.file, fps=10).brightness
    assert brightness[:5].max() < 60
    assert brightness[-3:].min() > 200


def test_a_display_that_is_not_there_is_told(booth: RecorderBooth, tmp_path: Path) -> None:
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(an_order(tmp_path))
        heard.wait_for(RecordingStarted)
        client.record_screen(":4711")
        assert "cannot be recorded" in heard.wait_for(ScreenRecordingEnded).problem
        client.stop("that is enough")
        heard.wait_for(RecordingStopped)


def test_a_display_that_hangs_does_not_keep_the_recording_from_its_end(
    booth: RecorderBooth, screen: Screen, tmp_path: Path
) -> None:
    order = an_order(tmp_path)
    (server,) = (child for child in psutil.Process().children() if child.name() == "Xvfb")
    with booth.client() as (client, heard):
        client.open(SIM)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.record_screen(screen.name)
        heard.wait_for(ScreenRecordingStarted)
        server.suspend()
        try:
            client.finish(order)
            heard.wait_for(RecordingFinished)
        finally:
            server.resume()
        assert heard.wait_for(ScreenRecordingEnded).file


def test_one_window_is_filmed_where_the_display_shows_more(
    booth: RecorderBooth, screen: Screen, tmp_path: Path
) -> None:
    with white(screen), booth.client() as (client, heard):
        window = screen.ask("xdotool", "search", "--onlyvisible", "--class", "ffplay").split()[0]
        screen.ask("xdotool", "windowsize", "--sync", window, "640", "360")
        client.open(SIM)
        order = an_order(tmp_path)
        client.begin(order)
        heard.wait_for(RecordingStarted)
        client.record_screen(f"{screen.name}#{window}")
        heard.wait_for(ScreenRecordingStarted)
        time.sleep(0.5)
        client.stop_screen()
        film = tmp_path / heard.wait_for(ScreenRecordingEnded).file
        client.finish(order)
        heard.wait_for(RecordingFinished)
    assert "640x360" in probe(film)
