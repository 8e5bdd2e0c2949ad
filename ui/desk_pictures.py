"""Pictures of the desk, for people who judge by looking: ``python -m ui.desk_pictures --out DIR``."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea

from kiosk.domain.tongue import Tongue
from kiosk.flow.states import Kiosk
from ui.bridge import Bridge
from ui.desk.desk import DeskView
from ui.desk.still import MEMBER, StillDesk
from ui.pictures import MIRRORED, Look, look_options, looks_of
from ui.samples import StillStation
from ui.theme.tokens import Appearance, theme_for
from ui.theme.wardrobe import wear
from ui.tongue.pseudo import speak_mirrored
from ui.tongue.spoken import speak, speak_to_staff

_SETTLED_MS = 1500


def _list(view: DeskView) -> None:
    pass


def _search(view: DeskView) -> None:
    _type(view, "called")


def _nothing(view: DeskView) -> None:
    _type(view, "nothing")


def _filters(view: DeskView) -> None:
    for button in view.findChildren(QPushButton, "filter"):
        button.click()


def _type(view: DeskView, text: str) -> None:
    for field in view.findChildren(QLineEdit, "search"):
        field.setText(text)


def _dossier(view: DeskView) -> None:
    view.open_session("5e" * 16)


def _lower(view: DeskView) -> None:
    """The documents, further down."""
    _dossier(view)
    QTest.qWait(_SETTLED_MS)
    for area in view.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)


def _refused(view: DeskView) -> None:
    """A wrong passphrase."""
    _dossier(view)
    QTest.qWait(_SETTLED_MS)
    for field in view.findChildren(QLineEdit, "secret"):
        field.setText("swift")
        field.returnPressed.emit()


def _board(view: DeskView) -> None:
    view.open_board()


def _board_below(view: DeskView) -> None:
    _board(view)
    QTest.qWait(_SETTLED_MS)
    for area in view.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


VIEWS: dict[str, Callable[[DeskView], None]] = {
    "list": _list,
    "search": _search,
    "nothing": _nothing,
    "filters": _filters,
    "dossier": _dossier,
    "rated": _dossier,
    "sealed": _dossier,
    "refused": _refused,
    "dossier-below": _lower,
    "board": _board,
    "board-below": _board_below,
}


def take(out: Path, look: Look, name: str) -> None:
    """One picture."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, theme_for(*look.size, Appearance(look.scheme, look.text_factor, reduced_motion=True)))
    _speak(look.tongue)
    station = StillStation(Kiosk(), 0.0)
    sealed = name in ("sealed", "refused")
    station.desk = StillDesk(rated=name == "rated", sealed=sealed, video=os.environ.get("DESK_VIDEO", ""))
    bridge = Bridge(station)
    view = DeskView(bridge, MEMBER)
    view.resize(*look.size)
    view.show()
    view.open()
    QTest.qWait(_SETTLED_MS)
    VIEWS[name](view)
    QTest.qWait(_SETTLED_MS)
    view.grab().save(str(out / f"desk-{name}-{look.name}.png"))
    view.put_away()
    bridge.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _speak(tongue: str) -> None:
    if tongue == MIRRORED:
        speak_mirrored()
    else:
        speak(Tongue(tongue))
        speak_to_staff(Tongue(tongue))


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of HR's desk.")
    look_options(parser)
    wanted = parser.parse_args(arguments)
    wanted.out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    for look in looks_of(wanted):
        for name in wanted.only or VIEWS:
            take(wanted.out, look, name)
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
