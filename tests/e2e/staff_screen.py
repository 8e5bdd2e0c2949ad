"""The window for candidates and the one for staff, on a station without machinery: `python -m … FILE`."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from kiosk.flow.states import Questioning
from tests.ui.fake_station import FakeStation
from ui.application import application, run
from ui.samples import ANSWERING, RUN
from ui.staff_window import StaffWindow

LOOK_MS = 100


def told(station: FakeStation) -> dict[str, object]:
    """What is on the screens now."""
    windows = {type(one).__name__: one for one in QApplication.topLevelWidgets() if one.isVisible()}
    staff, active = windows.get(StaffWindow.__name__), QApplication.activeWindow()
    buttons: dict[str, list[int]] = {}
    if staff is not None:
        shown = [one for one in staff.findChildren(QAbstractButton) if one.isVisible()]
        for button in shown:
            at = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
            buttons[button.objectName()] = [at.x(), at.y()]
    field = staff.findChild(QLineEdit, "text") if staff is not None else None
    return {
        "windows": {name: [window.x(), window.y()] for name, window in windows.items()},
        "buttons": buttons,
        "keyboard": type(active).__name__,
        "text": field.text() if isinstance(field, QLineEdit) else "",
        "posted": [type(event).__name__ for event in station.happened],
    }


def main() -> int:
    """Run until told to stop."""
    application()
    station, file = FakeStation(Questioning(RUN, 0, ANSWERING)), Path(sys.argv[1])

    def tell() -> None:
        part = file.with_suffix(".part")
        part.write_text(json.dumps(told(station)) + "\n")
        part.replace(file)

    clock = QTimer(interval=LOOK_MS)
    clock.timeout.connect(tell)
    clock.start()
    return run(station, fullscreen=True, staff_screen="second")


if __name__ == "__main__":
    sys.exit(main())
