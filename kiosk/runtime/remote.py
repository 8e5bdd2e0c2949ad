"""Staff who are somewhere else: what they ask for, through the central server, becomes events here."""

from kiosk.domain.ids import SessionId
from kiosk.flow.events import Event
from kiosk.flow.states import session_of
from kiosk.runtime.engine import Engine


class RemoteBooth:
    """Implements ``kiosk.ports.sync.Booth``. The server knows who may; the flow, what can be done now."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def session(self) -> SessionId | None:
        """See ``Booth``."""
        return session_of(self._engine.snapshot.kiosk.scene)

    def act(self, event: Event) -> bool:
        """See ``Booth``."""
        return self._engine.ask(event)

    def note(self, event: Event) -> None:
        """See ``Booth``."""
        self._engine.post(event)
