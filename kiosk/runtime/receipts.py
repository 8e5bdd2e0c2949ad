"""The receipt of whoever has just finished."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.domain.ids import SessionId
from kiosk.domain.receipt import Receipt
from kiosk.domain.recording import Recording
from kiosk.flow.states import Kiosk, ThankYou


@dataclass(slots=True)
class _Copy:
    """One receipt, and what it tells of. Whoever writes it late writes into something nobody looks at."""

    session: SessionId
    recording: Recording | None
    receipt: Receipt | None = None


class Receipts:
    """Has one written when somebody has finished, and another when their recording was still to be joined.

    Gone with its candidate, whenever it is written. ``see`` belongs to one thread, ``current`` to any.
    """

    def __init__(
        self, write: Callable[[SessionId], Receipt | None], soon: Callable[[Callable[[], None]], None]
    ) -> None:
        self._write = write
        self._soon = soon
        self._copy: _Copy | None = None

    @property
    def current(self) -> Receipt | None:
        """For whoever is at the station now, once it is written."""
        copy = self._copy
        return copy.receipt if copy is not None else None

    def see(self, kiosk: Kiosk) -> None:
        """What the kiosk shows now."""
        scene, before = kiosk.scene, self._copy
        if not isinstance(scene, ThankYou):
            self._copy = None
            return
        session, recording = scene.run.session, scene.recording
        if before is not None and (before.session, before.recording) == (session, recording):
            return
        self._copy = copy = _Copy(session, recording)
        if before is not None and before.session == session:
            copy.receipt = before.receipt
        self._soon(lambda: self._fill(copy))

    def _fill(self, copy: _Copy) -> None:
        copy.receipt = self._write(copy.session) or copy.receipt
