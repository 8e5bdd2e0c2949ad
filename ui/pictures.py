"""Pictures of every screen, for people who judge by looking: ``python -m ui.pictures --out DIR``.

Sizes, schemes and text factors can be narrowed, tongues chosen; the names say what a picture shows.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from kiosk.domain.tongue import Tongue
from kiosk.flow.language import changed
from kiosk.flow.states import Kiosk
from ui.bridge import Bridge
from ui.export.samples import exports
from ui.export.wizard import ExportWizard
from ui.samples import STAFF, StillStation, kiosks
from ui.setup.samples import PRESSED, set_ups
from ui.setup.window import SetUpWindow
from ui.shell import Shell
from ui.theme.palettes import Scheme
from ui.theme.tokens import Appearance
from ui.tongue.pseudo import speak_mirrored
from ui.tongue.spoken import speak, speak_to_staff

SIZES = ((1280, 720), (1920, 1080), (1080, 1920))
TEXT_FACTORS = (1.0, 2.0)
_MOMENT_S, _SETTLED = 0.6, 30
MIRRORED = "mirrored"
"""The pseudo-tongue, among the others."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is taken."""

    size: tuple[int, int] = SIZES[1]
    scheme: Scheme = Scheme.LIGHT
    text_factor: float = 1.0
    tongue: str = Tongue.ENGLISH

    @property
    def name(self) -> str:
        """For the picture's file."""
        name = f"{self.size[0]}x{self.size[1]}-{self.scheme}-{round(self.text_factor * 100)}"
        return name if self.tongue == Tongue.ENGLISH else f"{name}-{self.tongue}"


class Photographed:
    """The real window, standing still in one state."""

    def __init__(self, kiosk: Kiosk, look: Look, *, simulated: bool = False) -> None:
        tongue = Tongue.ENGLISH if look.tongue == MIRRORED else Tongue(look.tongue)
        here = asked_in(kiosk, tongue)
        station = StillStation(here, time.monotonic(), simulated=simulated, tongue=tongue)
        self.bridge = Bridge(station)
        appearance = Appearance(look.scheme, look.text_factor, reduced_motion=True)
        self.shell = Shell(self.bridge, appearance=appearance, closable=True)
        self.shell.resize(*look.size)
        self.shell.show()
        self.bridge.start()
        self.shell.choose_language(tongue)
        speak_to_staff(tongue)
        if look.tongue == MIRRORED:
            speak_mirrored()
            self.shell.retell()
        for _ in range(30):  # the level line swells over several calls
            self.bridge.tick()
            QApplication.processEvents()  # what a tick shows may need another height

    def save(self, path: Path) -> None:
        """Write what the window shows as a PNG file."""
        QApplication.processEvents()
        save(self.shell, path)

    def close(self) -> None:
        """Put the window away."""
        self.bridge.close()
        self.shell.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def asked_in(kiosk: Kiosk, tongue: Tongue) -> Kiosk:
    """The same state with its questions in a tongue, if the pack has them in it."""
    step = changed(kiosk.scene, tongue)
    return replace(kiosk, scene=step.scene) if step else kiosk


def save(window: QWidget, path: Path) -> None:
    """Write what a window shows as a PNG file. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not window.grab().save(str(path)):
        raise OSError(f"cannot write {path}")


def take(out: Path, looks: Sequence[Look], only: Sequence[str] = ()) -> int:
    """Every state in every look, and the overlays; answers how many pictures there are."""
    count = 0
    for look in looks:
        for name, kiosk in kiosks():
            if only and name not in only:
                continue
            photographed = Photographed(kiosk, look, simulated=name == "welcome")
            photographed.save(out / f"{name}-{look.name}.png")
            photographed.close()
            count += 1
        if not only or "overlays" in only:
            count += _take_appearance(out, look)
        if not only or "keyboard" in only:
            count += _take_keyboards(out, look)
        if not only or "set-up" in only:
            count += _take_set_up(out, look)
        if not only or "export" in only:
            count += _take_export(out, look)
    return count


def _take_appearance(out: Path, look: Look) -> int:
    photographed = Photographed(dict(kiosks())["answering-fault"], look)
    photographed.shell.open_appearance()
    photographed.save(out / f"appearance-{look.name}.png")
    photographed.close()
    return 1


def _take_keyboards(out: Path, look: Look) -> int:
    """The keys under everything that is written in."""
    names = ("code", "answering-in-writing", "coding-answering")
    for name in names:
        photographed = Photographed(dict(kiosks())[name], look)
        shell = photographed.shell
        for field in shell.findChildren(QLineEdit) + shell.findChildren(QPlainTextEdit):
            if field.isVisible() and not field.isReadOnly():
                field.setFocus()
        shell.typing.show()
        photographed.save(out / f"keyboard-{name}-{look.name}.png")
        photographed.close()
    return len(names)


def _take_set_up(out: Path, look: Look) -> int:
    """Every page of the set-up, fresh and set already."""
    for name, make in set_ups().items():
        station, at = make()
        speak(Tongue.ENGLISH if look.tongue == MIRRORED else Tongue(look.tongue))
        if look.tongue == MIRRORED:
            speak_mirrored()
        else:
            station.known = replace(station.known, language=Tongue(look.tongue))
        appearance = Appearance(look.scheme, look.text_factor, reduced_motion=True)
        window = SetUpWindow(station, begin_at=at, appearance=appearance)
        window.resize(*look.size)
        window.show()
        window.activateWindow()
        _let_be(window)
        if name in PRESSED:
            pressed = window.page.findChild(QAbstractButton, PRESSED[name])
            assert isinstance(pressed, QAbstractButton)
            pressed.click()
            _let_be(window)
        save(window, out / f"set-up-{name}-{look.name}.png")
        window.put_away()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(set_ups())


def _let_be(window: SetUpWindow) -> None:
    """What is looked up or tried shows itself a moment later, and the level line swells."""
    end, rounds = time.monotonic() + _MOMENT_S, 0
    while time.monotonic() < end or rounds < _SETTLED:
        QApplication.processEvents()
        window.look()
        rounds = 0 if window.busy else rounds + 1


def _take_export(out: Path, look: Look) -> int:
    """Every page of the export wizard, and the ways it ends that look different."""
    for name, walk in exports().items():
        photographed = Photographed(Kiosk(), look)
        photographed.shell.open_export(STAFF[1])
        wizard = photographed.shell.overlay
        assert isinstance(wizard, ExportWizard)
        walk(wizard)
        photographed.bridge.tick()
        photographed.save(out / f"export-{name}-{look.name}.png")
        photographed.close()
    return len(exports())


def look_options(parser: argparse.ArgumentParser) -> None:
    """Let the command line narrow the looks."""
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", action="append", choices=[f"{w}x{h}" for w, h in SIZES])
    parser.add_argument("--scheme", action="append", choices=[str(scheme) for scheme in Scheme])
    parser.add_argument("--text", action="append", type=float, choices=TEXT_FACTORS)
    parser.add_argument("--only", action="append", default=[], metavar="STATE")
    parser.add_argument("--tongue", action="append", choices=[*map(str, Tongue), MIRRORED])


def looks_of(wanted: argparse.Namespace) -> list[Look]:
    """The looks that the command line asks for."""
    return [
        Look((width, height), scheme, factor, tongue)
        for width, height in SIZES
        if not wanted.size or f"{width}x{height}" in wanted.size
        for scheme in Scheme
        if not wanted.scheme or scheme in wanted.scheme
        for factor in TEXT_FACTORS
        if not wanted.text or factor in wanted.text
        for tongue in wanted.tongue or [Tongue.ENGLISH]
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of every screen.")
    look_options(parser)
    wanted = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    count = take(wanted.out, looks_of(wanted), wanted.only)
    sys.stdout.write(f"{count} pictures in {wanted.out}\n")
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
