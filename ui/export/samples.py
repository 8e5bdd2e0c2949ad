"""A way out that stands still: for pictures and tests."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.domain.export import (
    Drive,
    ExportOrder,
    ExportOutcome,
    ExportPhase,
    ExportProgress,
    Protection,
    ServerReceipt,
)
from kiosk.domain.ids import SessionId
from kiosk.ports.exporter import Exportable, ExportView

STICK = Drive("/dev/sdb1", "HR EXPORTS", 64_000_000_000, "exfat", read_only=False)
INTERVIEWS = tuple(
    Exportable(
        session=SessionId(f"{number:02x}" * 16),
        candidate="",
        pack_title=title,
        created_wall=f"2026-11-{20 - number:02}T09:{10 * number:02}:00.000Z",
        length_s=None if number == 3 else 1500.0 + 97 * number,
        size_bytes=0 if number == 3 else 520_000_000 + 31_000_000 * number,
        exported=number > 2,
    )
    for number, title in enumerate(
        ("Software engineer", "Customer service", "Nurse", "Software engineer", "Apprentice", "Nurse"),
        start=1,
    )
)
SIGNATURE = "mK3vQ9rT0bZ1yX7w"
COPYING = ExportProgress(ExportPhase.COPYING, 412_000_000, 1_090_000_000, 21_400_000.0, 31.7)
DONE = ExportProgress(ExportPhase.OVER, outcome=ExportOutcome.DONE, place="interviews-4d05bfc87dd0")


class StillExporter:
    """Everything is as ``now`` says; ``started`` and ``cancelled`` tell what was wished."""

    def __init__(self, now: ExportView | None = None) -> None:
        self.now = now or ExportView(INTERVIEWS, has_key=True, sticks=(STICK,))
        self.started: list[tuple[ExportOrder, str]] = []
        self.cancelled = 0
        self.is_open = False

    def open(self) -> None:
        """See ``Exporter``."""
        self.is_open = True

    def close(self) -> None:
        """See ``Exporter``."""
        self.is_open = False

    def consider(self, order: ExportOrder) -> None:
        """The order could be carried out, unless ``now`` names a problem."""
        films = sum(one.size_bytes for one in INTERVIEWS if one.session in order.sessions)
        self.now = replace(self.now, considered=order, needed_bytes=films)

    def start(self, order: ExportOrder, by: str) -> None:
        """It is half copied at once."""
        self.started.append((order, by))
        self.now = replace(self.now, progress=COPYING)

    def cancel(self) -> None:
        """See ``Exporter``."""
        self.cancelled += 1

    def end(self, outcome: ExportOutcome) -> None:
        """How it ends."""
        closed = self.started[-1][0].protection is Protection.PASSPHRASE
        words = "k7mq-2xpr-9dvn-4hst-wz3j" if closed and outcome is ExportOutcome.DONE else ""
        sent = outcome is ExportOutcome.DONE_ON_SERVER
        sessions = self.started[-1][0].sessions if sent else ()
        receipts = tuple(ServerReceipt(one, INTERVIEWS[0].created_wall, 3, SIGNATURE) for one in sessions)
        place = "" if sent else DONE.place
        ended = replace(DONE, outcome=outcome, passphrase=words, receipts=receipts, place=place)
        self.now = replace(self.now, progress=ended)

    def view(self) -> ExportView:
        """See ``Exporter``."""
        return self.now


def exports() -> dict[str, Callable[[QWidget], None]]:
    """The wizard's pages by name, each with the way there."""
    first = ("all-new",)
    closed = (*first, "next", "next", "next", "protect-passphrase", "next", "next")
    return {
        "interviews": lambda wizard: press(wizard, *first),
        "contents": lambda wizard: press(wizard, *first, "next"),
        "audience": lambda wizard: press(wizard, *first, "next", "next"),
        "protection": lambda wizard: press(wizard, *first, "next", "next", "next"),
        "stick": lambda wizard: press(wizard, *closed[:-1]),
        "no-stick": lambda wizard: _with_problem(wizard, closed[:-1]),
        "copying": lambda wizard: press(wizard, *closed),
        "done": lambda wizard: _ended(wizard, closed, ExportOutcome.DONE),
        "destination": lambda wizard: _with_server(wizard, "all-new", "next"),
        "sending": lambda wizard: _with_server(wizard, "all-new", "next", "to-server", "next"),
        "sent": _sent,
        "pulled": lambda wizard: _ended(wizard, closed, ExportOutcome.STICK_GONE),
    }


def press(wizard: QWidget, *names: str) -> None:
    """Press buttons and cards by their names."""
    for name in names:
        button = wizard.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton), name
        button.click()


def _with_problem(wizard: QWidget, names: tuple[str, ...]) -> None:
    still = _exporter(wizard)
    still.now = replace(still.now, sticks=(), problem=ExportOutcome.STICK_MISSING)
    press(wizard, *names)


def _with_server(wizard: QWidget, *names: str) -> None:
    still = _exporter(wizard)
    still.now = replace(still.now, has_server=True)
    press(wizard, *names)


def _sent(wizard: QWidget) -> None:
    _with_server(wizard, "all-new", "next", "to-server", "next")
    _exporter(wizard).end(ExportOutcome.DONE_ON_SERVER)


def _ended(wizard: QWidget, names: tuple[str, ...], outcome: ExportOutcome) -> None:
    press(wizard, *names)
    _exporter(wizard).end(outcome)


def _exporter(wizard: QWidget) -> StillExporter:
    found: StillExporter = wizard.exporter  # type: ignore[attr-defined]
    return found
