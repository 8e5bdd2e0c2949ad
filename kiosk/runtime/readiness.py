"""Whether the booth may open: tests in the background while nobody is being interviewed."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import structlog

from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.readiness import ReadinessReport
from kiosk.flow.facts import FaultCleared, FaultRaised
from kiosk.flow.states import Welcome
from kiosk.ports.clock import Clock
from kiosk.runtime.station import LocalStation

log = structlog.get_logger()

AGAIN_S = 20.0
"""How soon a failed test is repeated: plugging a camera in opens the booth within this."""
SLOW_AGAIN_NS = 600 * 1_000_000_000
"""How soon the tests that work the disk are repeated with the others, unless it is they that failed."""


@dataclass(frozen=True, slots=True)
class BoothTests:
    """What is tested, and where the report of a whole test goes."""

    slow: Callable[[], tuple[CheckResult, ...]]
    """Writes to the disk and reads the whole journal."""
    quick: Callable[[], tuple[CheckResult, ...]]
    rehearse: Callable[[], CheckResult]
    """Records for some seconds: only when asked for."""
    keep: Callable[[ReadinessReport], None]
    """Raises ``OSError``."""
    clock: Clock


class Readiness:
    """Tests once when the station starts at the welcome, and again for as long as something is wrong.

    What is wrong becomes a fault on the welcome screen; every result greets staff in their panel. A
    station that comes back in the middle of an interview tests nothing: its devices are in use.
    """

    def __init__(self, station: LocalStation, tests: BoothTests, *, whole: bool = False) -> None:
        self._station = station
        self._tests = tests
        self._whole = whole
        """Whether the next test records as well."""
        self._slow: tuple[CheckResult, ...] = ()
        self._slow_ns = 0
        """What the slow tests said last, and when."""
        self._rehearsed: tuple[CheckResult, ...] = ()
        """What the last rehearsal said; it counts until the next."""
        self._raised: frozenset[FaultCode] = frozenset()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="readiness")

    def start(self) -> None:
        """Begin testing."""
        self._look.set()
        self._thread.start()

    def request(self) -> None:
        """Test everything now, if nobody is here; any thread."""
        self._whole = True
        self._look.set()

    def stop(self) -> None:
        """Wait for a running test, and test no more."""
        self._over.set()
        self._look.set()
        self._thread.join()

    def _run(self) -> None:
        tested = False
        while not self._over.is_set():
            self._look.wait(AGAIN_S if self._raised or not tested else None)
            self._look.clear()
            if self._nobody_is_here() and not self._over.is_set():
                self._test()
                tested = True

    def _test(self) -> None:
        whole, self._whole = self._whole, False
        self._station.facts = replace(self._station.facts, testing=whole)
        if whole:
            self._rehearsed = (self._tests.rehearse(),)
        if whole or self._slow_is_due():
            self._slow, self._slow_ns = self._tests.slow(), self._tests.clock.monotonic_ns()
        results = (*self._slow, *self._tests.quick(), *self._rehearsed)
        self._station.facts = replace(self._station.facts, checks=results, testing=False)
        self._report(results)
        if whole:
            self._keep(results)

    def _slow_is_due(self) -> bool:
        failed = any(check.verdict is Verdict.BAD for check in self._slow)
        old = self._tests.clock.monotonic_ns() - self._slow_ns >= SLOW_AGAIN_NS
        return failed or old or not self._slow

    def _keep(self, results: tuple[CheckResult, ...]) -> None:
        facts = self._station.facts
        try:
            self._tests.keep(ReadinessReport(facts.name, facts.version, self._tests.clock.wall(), results))
        except OSError as error:
            log.error("readiness report cannot be written", reason=str(error))

    def _nobody_is_here(self) -> bool:
        return isinstance(self._station.engine.snapshot.kiosk.scene, Welcome)

    def _report(self, results: tuple[CheckResult, ...]) -> None:
        wrong = {
            check.fault: check.finding for check in results if check.fault and check.verdict is Verdict.BAD
        }
        for code in self._raised - wrong.keys():
            self._station.post(FaultCleared(code))
        for code in wrong.keys() - self._raised:
            self._station.post(FaultRaised(Fault(code, wrong[code])))
        self._raised = frozenset(wrong)
