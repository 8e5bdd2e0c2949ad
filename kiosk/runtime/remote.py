"""Staff who are somewhere else: what they ask for, through the central server, becomes events here."""

from kiosk.domain.ids import SessionId
from kiosk.flow.events import Event
from kiosk.flow.machine import advance
from kiosk.flow.states import session_of
from kiosk.flow.step import Timing
from kiosk.ports.clock import Clock
from kiosk.runtime.clock import moment
from kiosk.runtime.engine import Engine


class RemoteBooth:
    """Implements ``kiosk.ports.sync.Booth``. The server knows who may; the flow, what can be done now."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine, self._clock = engine, clock

    def session(self) -> SessionId | None:
        """See ``Booth``."""
        return session_of(self._engine.snapshot.kiosk.scene)

    def act(self, event: Event) -> bool:
        """See ``Booth``."""
        if advance(self._engine.snapshot.kiosk, event, Timing(moment(self._clock))) is None:
            return False
        self._engine.post(event)
        return True

    def note(self, event: Event) -> None:
        """See ``Booth``."""
        self._engine.post(event)
