"""Killing parts of the real station in the middle of an answer."""

import random
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.faults import FaultCode
from kiosk.flow.events import ContinueRequested
from kiosk.flow.facts import FaultRaised
from kiosk.flow.states import Interrupted
from tests.station import Station, soon
from tests.trouble.interview import Kept, booth, kept
from tests.visitor import Visitor, is_answering

KIOSK, WINDOW, RECORDER = "main.py kiosk", "--no-supervised", "capture serve"
"""Words in command lines: supervisor and window together, the window, the recorder."""

FFMPEG = """#!/bin/sh
case "$*" in *parts.ffconcat*)
    if [ ! -e "{folder}/stopped" ]; then touch "{folder}/stopped"; kill -STOP $$; fi
esac
exec {ffmpeg} "$@"
"""


@dataclass(frozen=True, slots=True)
class KioskKills:
    """Seconds from each kill until the screen was back on the same question, and what was kept."""

    back_s: Sequence[float]
    kept: Kept


@dataclass(frozen=True, slots=True)
class RecorderKills:
    """Seconds from each kill until the flow knew, and what was kept."""

    alarms_s: Sequence[float]
    kept: Kept


def kill_the_kiosk(folder: Path, times: int) -> KioskKills:
    """The supervisor brings the first one back; it grows patient then, so the others are started here."""
    with booth(folder) as visitor:
        station, screen = visitor.station, visitor.screen
        _begin(visitor)
        answering = screen.look()
        back_s = [visitor.sees_again(answering, station.kill(WINDOW))]
        for _ in range(times - 1):
            time.sleep(0.5 + random.random())
            killed_s = station.kill(KIOSK)
            station.open(supervised=False)
            back_s.append(visitor.sees_again(answering, killed_s))
        _end(visitor)
        return KioskKills(back_s, kept(station))


def kill_the_recorder(folder: Path, times: int) -> RecorderKills:
    """The candidate only sees a short notice each time; at last ffmpeg is killed while it joins the parts."""
    with booth(folder, PATH=f"{folder}:/usr/bin:/bin") as visitor:
        station = visitor.station
        _put_ffmpeg_that_stops(folder)
        _begin(visitor)
        killed_s: list[float] = []
        while len(killed_s) < times:
            time.sleep(1.0 + random.random())
            killed_s.append(station.kill(RECORDER))
            soon(lambda: len(_losses(station)) == len(killed_s), "the alarm")
            visitor.go_on_until(is_answering)
            visitor.screen.still()
        alarms_s = [lost_s - at for lost_s, at in zip(_losses(station), killed_s, strict=True)]
        visitor.review()
        visitor.screen.press("Return")
        soon((folder / "stopped").exists, "ffmpeg at work")
        station.kill("parts.ffconcat")
        _end(visitor)
        return RecorderKills(alarms_s, kept(station))


def kill_everything(folder: Path) -> Kept:
    """Nothing is left running, then the station is opened again; the candidate says when to go on."""
    with booth(folder) as visitor:
        _begin(visitor)
        time.sleep(2)
        visitor.station.kill()
        visitor.station.open()
        soon(lambda: isinstance(visitor.station.state().scene, Interrupted), "an interruption")
        visitor.go_on_until(is_answering)
        assert any(isinstance(happened.event, ContinueRequested) for happened in visitor.station.history())
        _end(visitor)
        return kept(visitor.station)


def _put_ffmpeg_that_stops(folder: Path) -> None:
    """The first time it joins parts it stands still, so that it can be met at work."""
    program = folder / "ffmpeg"
    program.write_text(FFMPEG.format(folder=folder, ffmpeg=shutil.which("ffmpeg")))
    program.chmod(0o755)


def _begin(visitor: Visitor) -> None:
    code = visitor.station.invite("walk")
    visitor.station.open()
    visitor.arrive(code)


def _end(visitor: Visitor) -> None:
    visitor.end()
    visitor.station.close()


def _losses(station: Station) -> list[float]:
    """When the flow learnt that the recorder was gone."""
    return [
        happened.moment.mono_s
        for happened in station.history()
        if isinstance(happened.event, FaultRaised) and happened.event.fault.code is FaultCode.RECORDER_LOST
    ]
