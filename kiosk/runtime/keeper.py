"""The keeper: seals what is over, ends what has had its time, erases what was ordered."""

import threading
from collections.abc import Callable, Sequence

import structlog

from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import SessionId
from kiosk.domain.keeping import ErasureCause
from kiosk.flow.events import Event, SessionErased, SessionSealed
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.staff import ErasureOrdered
from kiosk.flow.states import Welcome
from kiosk.ports.keeping import Keeping, KeepingError
from kiosk.ports.station import Snapshot

log = structlog.get_logger()

LOOK_AGAIN_S = 60.0


class Keeper:
    """One thread named ``keeper``; it works while nobody is at the station, one session after the other.

    What it did becomes events; what it could not do stays to be done, and staff are told.
    """

    def __init__(self, keeping: Keeping, files: threading.Lock, post: Callable[[Event], None]) -> None:
        self._keeping = keeping
        self._files = files
        self._post = post
        self._stuck = False
        self._quiet = threading.Event()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keeper")

    def start(self) -> None:
        """Begin with whatever is left over."""
        self._thread.start()

    def see(self, snapshot: Snapshot) -> None:
        """Watch the station: everybody has gone when the welcome is back."""
        if isinstance(snapshot.kiosk.scene, Welcome):
            self._quiet.set()
            self._look.set()
        else:
            self._quiet.clear()

    def stop(self) -> None:
        """Finish the session at hand, then end."""
        self._over.set()
        self._quiet.set()
        self._look.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.is_set():
            self._look.wait(LOOK_AGAIN_S)
            self._look.clear()
            self._quiet.wait()
            if not self._over.is_set():
                self._work()

    def _work(self) -> None:
        try:
            for session in self._keeping.due():
                self._post(ErasureOrdered(session, "", ErasureCause.RETENTION))
            self._each(self._keeping.ordered(), self._erase)
            self._each(self._keeping.to_seal(), self._seal)
            self._keeping.forget_guests()
            self._keeping.finish_sealing()
        except KeepingError as error:
            self._stuck = True
            log.error("a session could not be sealed or erased", reason=str(error))
            self._post(FaultRaised(Fault(FaultCode.ERASURE_STUCK, str(error))))
        else:
            if self._stuck:
                self._stuck = False
                self._post(FaultCleared(FaultCode.ERASURE_STUCK))

    def _each(self, sessions: Sequence[SessionId], work: Callable[[SessionId], None]) -> None:
        """Nothing twice while the journal is slow, and nothing while somebody is being interviewed."""
        for session in sessions:
            with self._files:
                if not self._quiet.is_set() or self._over.is_set():
                    return
                work(session)

    def _erase(self, session: SessionId) -> None:
        self._post(SessionErased(session, self._keeping.erase(session)))

    def _seal(self, session: SessionId) -> None:
        self._post(SessionSealed(session, self._keeping.seal(session)))
