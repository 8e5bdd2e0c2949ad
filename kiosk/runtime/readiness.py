"""Whether the booth may open: the self-test in the background while nobody is being interviewed."""

import threading
from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import Fault, FaultCode
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.states import Welcome
from kiosk.runtime.station import LocalStation

AGAIN_S = 20.0
"""How soon a failed test is repeated: plugging a camera in opens the booth within this."""


class Readiness:
    """Tests once when the station starts at the welcome, and again for as long as something is wrong.

    What is wrong becomes a fault on the welcome screen; every result greets staff in their panel. A
    station that comes back in the middle of an interview tests nothing: its devices are in use.
    """

    def __init__(self, station: LocalStation, test: Callable[[], tuple[CheckResult, ...]]) -> None:
        self._station = station
        self._test = test
        self._raised: frozenset[FaultCode] = frozenset()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="readiness")

    def start(self) -> None:
        """Begin testing."""
        self._thread.start()

    def stop(self) -> None:
        """Wait for a running test, and test no more."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.is_set():
            if self._nobody_is_here():
                results = self._test()
                self._report(results)
                if not self._raised:
                    return
            self._over.wait(AGAIN_S)

    def _nobody_is_here(self) -> bool:
        return isinstance(self._station.engine.snapshot.kiosk.scene, Welcome)

    def _report(self, results: tuple[CheckResult, ...]) -> None:
        self._station.facts = replace(self._station.facts, checks=results)
        wrong = {
            check.fault: check.finding for check in results if check.fault and check.verdict is Verdict.BAD
        }
        for code in self._raised - wrong.keys():
            self._station.post(FaultCleared(code))
        for code in wrong.keys() - self._raised:
            self._station.post(FaultRaised(Fault(code, wrong[code])))
        self._raised = frozenset(wrong)
