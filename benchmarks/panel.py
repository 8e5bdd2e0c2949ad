"""How soon what staff do at the panel is true: `python -m benchmarks.panel [COUNT]`.

A whole station (journal on the disk, recorder process, window without a display): from the touch to the state
on the disk and published, to the candidate's screen drawn anew, and to the recorder saying so. What is
covered in the file itself is in `benchmarks/latency.py`.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from commands.parts import Parts, put_together
from kiosk.config.folders import Folders
from kiosk.config.settings import StationSettings
from kiosk.domain.accommodations import Accommodations
from kiosk.domain.ids import PackId
from kiosk.domain.masks import Device, MaskReason
from kiosk.flow.events import CalibrationSkipped, CodeEntered, PracticeSkipped
from kiosk.flow.staff import MaskRequested, PauseRequested, ResumeRequested, StaffAct
from kiosk.flow.states import CheckingDevices, EnteringCode, Kiosk, Practising, Questioning
from kiosk.ports.recorder import DeviceState
from tests.flow.candidate import Candidate
from ui.bridge import Bridge
from ui.shell import Shell
from ui.widgets.rec_badge import RecState

STAFF, PIN = "Proctor 1", "246813"
PATIENCE_S = 90.0
"""Generous: a new voice cache is rendered first."""
APART_S = 0.4
REST_S = 0.001
"""As Qt's own loop waits: a thread that only asks keeps the interpreter from the engine's."""
PROMISED_MS = 100.0


class Panel:
    """A station in the middle of a question, its window, and a member of staff."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.published_s = 0.0
        self.kiosk = Kiosk()
        bridge = Bridge(parts.station)
        self.shell = Shell(bridge, closable=True)
        self.shell.resize(1280, 720)
        self.shell.show()
        bridge.start()
        parts.station.watch(self._see)

    def _see(self, snapshot: object) -> None:
        self.published_s = time.monotonic()
        self.kiosk = snapshot.kiosk  # type: ignore[attr-defined]

    def interview(self, code: str) -> None:
        """Lead somebody to the first question."""
        candidate, deadline = Candidate(code), time.monotonic() + PATIENCE_S
        while not isinstance(self.kiosk.scene, Questioning):
            assert time.monotonic() < deadline, self.kiosk.scene
            match self.kiosk.scene:
                case EnteringCode(checking=False):
                    event: object = CodeEntered(code)
                case CheckingDevices(passed=True):
                    event = CalibrationSkipped()
                case Practising():
                    event = PracticeSkipped()
                case _:
                    event = candidate.wish(self.kiosk)
            if event is not None:
                self.parts.station.post(event)  # type: ignore[arg-type]
            self.wait(0.5)

    def wait(self, seconds: float) -> None:
        """Let the window live."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            QApplication.processEvents()
            time.sleep(0.002)

    def act(self, act: StaffAct, drawn: Callable[[], bool], told: Callable[[], bool]) -> tuple[float, ...]:
        """Do it; seconds until it was published, drawn, and told by the recorder."""
        began = time.monotonic()
        self.parts.station.post(act)
        times: dict[str, float] = {}
        while len(times) < 2:
            QApplication.processEvents()
            for name, true in (("drawn", drawn), ("told", told)):
                if name not in times and true():
                    if name == "drawn":
                        self.shell.repaint()
                    times[name] = time.monotonic() - began
            assert time.monotonic() - began < PATIENCE_S, act
            time.sleep(REST_S)
        published = self.published_s - began
        self.wait(APART_S)
        return published, times["drawn"], times["told"]

    def badge(self) -> RecState:
        """What the REC badge says."""
        return self.shell._top.badge.state

    def covered(self) -> bool | None:
        """What the recorder says of the camera; ``None`` while it says nothing."""
        status = self.parts.station.recorder()
        return status.camera is DeviceState.MASKED if status else None


def measure(panel: Panel, count: int) -> dict[str, list[tuple[float, ...]]]:
    """Cover, uncover, pause, go on."""
    cover = MaskRequested(Device.CAMERA, MaskReason.PRIVACY, STAFF)
    found: dict[str, list[tuple[float, ...]]] = {}
    acts: tuple[tuple[str, StaffAct, RecState, bool], ...] = (
        ("cover the camera", cover, RecState.CAMERA_COVERED, True),
        ("uncover it", MaskRequested(Device.CAMERA, None, STAFF), RecState.RECORDING, False),
        ("pause", PauseRequested(STAFF, "other"), RecState.PAUSED, True),
        ("go on", ResumeRequested(STAFF), RecState.RECORDING, False),
    )
    for _ in range(count):
        for name, act, badge, covered in acts:
            times = panel.act(
                act,
                lambda badge=badge: panel.badge() is badge,  # type: ignore[misc]
                lambda covered=covered: panel.covered() is covered,  # type: ignore[misc]
            )
            found.setdefault(name, []).append(times)
    return found


def main() -> None:
    """Measure and print a table."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="panel-") as data:
        settings = StationSettings(name="Booth 1", camera="sim", microphone="sim", loudspeaker="sim")
        with put_together(Folders(Path(data)), settings) as parts:
            parts.storage.staff.add(STAFF, PIN)
            now = datetime.now(UTC)
            card = Accommodations(text_answers=True)
            until = now + timedelta(days=1)
            code = parts.storage.invitations.create("Candidate", PackId("demo"), now, until, card)
            panel = Panel(parts)
            panel.interview(code.replace("-", ""))
            parts.station.staff_enters(STAFF, PIN)
            found = measure(panel, count)
            panel.shell.hide()
    print(f"{'':18} {'on disk':>16} {'drawn':>16} {'recorder says':>16}   (ms: median, 95 %)")
    for name, times in found.items():
        cells = [
            "{:6.0f} {:6.0f}".format(*np.percentile(np.array(column) * 1000, (50, 95)))
            for column in zip(*times, strict=True)
        ]
        print(f"{name:18} " + " ".join(f"{cell:>16}" for cell in cells))
    worst = max(time_s for times in found.values() for one in times for time_s in one[:2]) * 1000
    print(f"worst until drawn: {worst:.0f} ms of {count * 4}; promised: {PROMISED_MS:.0f} ms")
    del app


if __name__ == "__main__":
    main()
