"""Pictures of what staff see at the booth, for people who judge by looking.

``python -m ui.staff_pictures --out DIR``: the card, the panel in several states with its forms, and the
window on a screen of its own.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from kiosk.domain.staff import PinProblem, PinRefused
from kiosk.ports.station import Snapshot
from ui.overlays.staff_entry import StaffEntry
from ui.pictures import Look, Photographed, look_options, looks_of, save
from ui.samples import STAFF, kiosks
from ui.shell import Shell
from ui.staff_window import StaffWindow

PROCTOR, HR = STAFF[0], STAFF[1]
_HEARD_MS = 150
"""Names and microphones come from another thread."""
_PATIENCE_S = 10.0
"""… which may be late."""

Walk = Callable[[Photographed], None]


def _entry(*pressed: str) -> Walk:
    def walk(seen: Photographed) -> None:
        seen.shell.open_staff_entry()
        QTest.qWait(_HEARD_MS)
        _press(seen.shell, *pressed)

    return walk


def _refused(seen: Photographed) -> None:
    _entry("member-0", "digit-1", "digit-2")(seen)
    entry = seen.shell.overlay
    assert isinstance(entry, StaffEntry)
    seen.bridge.staff_answered.emit(PinRefused(PinProblem.LOCKED, 0.0))


def _panel(*pressed: str, write: str = "", keys: bool = False, hr: bool = False) -> Walk:
    def walk(seen: Photographed) -> None:
        seen.shell.open_staff_panel(HR if hr else PROCTOR)
        QTest.qWait(_HEARD_MS)
        _press(seen.shell, *pressed)
        for field in seen.shell.findChildren(QLineEdit, "text"):
            field.setFocus()
            field.setText(write)
        if keys:
            seen.shell.typing.show()

    return walk


SCENES: Mapping[str, tuple[str, Walk]] = {
    "entry": ("answering", _entry()),
    "entry-pin": ("answering", _entry("member-0", "digit-1", "digit-2")),
    "entry-refused": ("answering", _refused),
    "entry-language": ("answering", _entry("language")),
    "panel": ("answering-fault", _panel()),
    "panel-welcome": ("welcome", _panel(hr=True)),
    "panel-paused": ("paused", _panel()),
    "panel-pause": ("answering", _panel("pause", "reason-other")),
    "panel-message": ("answering", _panel("message", "reason-own", write="The fire drill is over.")),
    "panel-accommodate": ("answering", _panel("accommodate")),
    "panel-incident-keys": ("answering", _panel("incident", write="Somebody knocked", keys=True)),
    "panel-end": ("answering", _panel("end", "reason-technical")),
    "panel-language": ("answering", _panel("language")),
}


def take(out: Path, look: Look, only: Sequence[str]) -> int:
    """Every scene in one look; answers how many there are."""
    count = 0
    for name, (kiosk, walk) in SCENES.items():
        if only and name not in only:
            continue
        seen = Photographed(dict(kiosks())[kiosk], look)
        walk(seen)
        for _ in range(5):
            seen.bridge.tick()
            QApplication.processEvents()
        seen.save(out / f"staff-{name}-{look.name}.png")
        seen.close()
        count += 1
    return count + (0 if only and "beside" not in only else _take_beside(out, look))


def _take_beside(out: Path, look: Look) -> int:
    """What stands on the screen beside the interview; the candidate's window sets the look."""
    seen = Photographed(dict(kiosks())["answering-fault"], look)
    window = StaffWindow(seen.bridge)
    window.resize(*look.size)
    window.show()
    steps: Mapping[str, Callable[[], None]] = {
        "beside": lambda: None,
        "beside-language": window.open_language,
        "beside-panel": lambda: window.open_panel(PROCTOR),
    }
    for name, step in steps.items():
        step()
        QTest.qWait(_HEARD_MS)
        window.show_snapshot(Snapshot(seen.shell.kiosk, time.monotonic()))
        seen.bridge.poll(lively=True, preview=True)
        QApplication.processEvents()
        save(window, out / f"staff-{name}-{look.name}.png")
    window.put_away()
    seen.close()
    return len(steps)


def _press(shell: Shell, *names: str) -> None:
    for name in names:
        assert shell.overlay is not None
        deadline = time.monotonic() + _PATIENCE_S
        while (button := shell.overlay.findChild(QAbstractButton, name)) is None:
            assert time.monotonic() < deadline, name
            QTest.qWait(_HEARD_MS)
        assert isinstance(button, QAbstractButton)
        button.click()
        QApplication.processEvents()


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of what staff see at the booth.")
    look_options(parser)
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    count = sum(take(wanted.out, look, wanted.only) for look in looks_of(wanted))
    sys.stdout.write(f"{count} pictures in {wanted.out}\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
