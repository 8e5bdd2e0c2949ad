"""An interview on the real station with simulated devices, in which something is killed."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.domain.plain import from_plain
from kiosk.domain.recording import Recording
from kiosk.voice.rendering import render_speech
from kiosk.voice.style import candidate_style
from tests.recordings import Footage
from tests.screen import a_screen
from tests.station import SIMULATED, Station
from tests.visitor import Visitor, write_pack

TALK = "I was at home, and I am here now. It was a short walk, and I was glad of the fresh air."


def within(limit_s: float) -> float:
    """The limit, stretched where others keep the processors busy: it is promised for a station of its own."""
    waiting = os.getloadavg()[0] / (os.cpu_count() or 1)
    return limit_s * max(1.0, waiting)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the station has of its one session."""

    session: dict[str, Any]
    recording: Recording
    footage: Footage
    log: str
    """Everything the programs wrote."""

    def all_answered(self) -> bool:
        """Whether every question has an answer that counts; doubtful ones are asked for once more."""
        return all(
            any(answer["outcome"] == "kept" for answer in question["answers"])
            for question in self.session["questions"]
        )


@contextmanager
def booth(folder: Path, *, window_manager: bool = False, **environment: str) -> Iterator[Visitor]:
    """A station that is not yet open, and somebody who never stops talking; the pack asks two questions."""
    folder.mkdir(exist_ok=True)
    write_pack(folder / "packs", "Where were you?", "Where are you?")
    talk = folder / "talk.wav"
    render_speech(TALK, talk, candidate_style("en"))
    named = {
        **SIMULATED,
        "KIOSK_MICROPHONE": str(talk),
        "KIOSK_PACKS": f'["{folder / "packs"}"]',
        **environment,
    }
    with a_screen(window_manager=window_manager) as screen:
        visitor = Visitor(Station(folder / "data", {**named, "DISPLAY": screen.name}), screen)
        try:
            yield visitor
        finally:
            visitor.station.tear_down()


def kept(station: Station) -> Kept:
    """The only session there is; its chain must hold."""
    (summary,) = station.ask("sessions")
    session = station.ask("show", summary["id"])
    with station.memory() as storage:
        assert storage.journal.verify().ok
        recording = from_plain(Recording, session["recording"])
        footage = Footage(storage.media.file(summary["id"], recording.file))
        return Kept(session, recording, footage, station.log())
