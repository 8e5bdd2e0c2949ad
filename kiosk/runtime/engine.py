"""The engine: takes events from its mailbox, asks the machine, writes the journal, then lets things happen.

One order does not wait for the journal: to cover what is open. Nobody is to be filmed because a disk is slow.

Everything here runs on one thread named ``engine``; ``post`` and ``watch`` may be called from any.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

import structlog

from kiosk.domain.faults import Fault
from kiosk.domain.masks import Masks
from kiosk.domain.moment import Moment
from kiosk.flow.effects import ApplyMasks, CancelTimer, Effect, StartTimer
from kiosk.flow.events import Event, StationStarted, TimerElapsed, told_session
from kiosk.flow.facts import FaultRaised
from kiosk.flow.machine import advance
from kiosk.flow.recovery import replay, timing
from kiosk.flow.states import Kiosk, session_of
from kiosk.ports.clock import Clock
from kiosk.ports.journal import Journal, JournalError
from kiosk.ports.station import Snapshot
from kiosk.runtime.clock import moment
from kiosk.runtime.pulse import Pulse, running
from kiosk.runtime.timers import Timers

log = structlog.get_logger()

PATIENCE_S = 10.0
PULSE_S = 0.25
RETRY_S = 1.0


@dataclass(frozen=True, slots=True)
class _Letter:
    """What lies in the mailbox; ``answer`` is whether it became a fact, for somebody who waits for that."""

    event: Event
    answer: Future[bool] | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What the engine needs of the outside, apart from the journal: a clock, hands and an ear."""

    clock: Clock
    perform: Callable[[Effect], None]
    """Carries out an order without waiting; never called for timers."""
    hears_speech: Callable[[], bool]


class Engine:
    """Runs one kiosk. ``start`` is called once by the composition root, ``stop`` before it ends."""

    def __init__(self, journal: Journal, world: World) -> None:
        self._journal = journal
        self._world = world
        self._mailbox: queue.SimpleQueue[_Letter | None] = queue.SimpleQueue()
        self._timers = Timers()
        self._pulse = Pulse()
        self._watchers: list[Callable[[Snapshot], None]] = []
        self._watching = threading.Lock()
        self._snapshot = Snapshot(Kiosk(), self._now_s())
        self._before: Moment | None = None
        self._masks: Masks | None = None
        """What was covered by the last order; ``None`` before the first."""
        self._busy_since_s: float | None = None
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="engine")

    # --- any thread ------------------------------------------------------------------------
    def post(self, event: Event) -> None:
        """Put an event into the mailbox."""
        self._mailbox.put(_Letter(event))

    def ask(self, event: Event, patience_s: float = PATIENCE_S) -> bool:
        """The same, and wait until it is in the journal; ``False`` if it means nothing when its turn comes.

        Whoever has waited too long hears ``False``, and then it never happens. Not for the engine's thread.
        """
        answer: Future[bool] = Future()
        self._mailbox.put(_Letter(event, answer))
        try:
            return answer.result(patience_s)
        except TimeoutError:
            return False if answer.cancel() else answer.result()

    def watch(self, watcher: Callable[[Snapshot], None]) -> None:
        """Call ``watcher`` with every new state on the engine's thread, and with the present one now."""
        with self._watching:
            self._watchers.append(watcher)
            watcher(self._snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """The latest state."""
        return self._snapshot

    @property
    def at_work_s(self) -> float:
        """How long it has been at one thing; 0 while it waits. More than a few seconds: it hangs."""
        since = self._busy_since_s
        return 0.0 if since is None else self._now_s() - since

    def start(self, version: str) -> None:
        """Find the place in the journal and go on from there. Raises ``JournalError``."""
        history = self._journal.unfinished()
        self._snapshot = Snapshot(replay(history), self._now_s())
        self._mailbox.put(_Letter(StationStarted(version)))
        self._thread.start()

    def stop(self) -> None:
        """End the thread; what is in the mailbox is dropped, what is in the journal stays."""
        self._stopping.set()
        self._mailbox.put(None)
        if self._thread.is_alive():
            self._thread.join()

    # --- the engine thread -----------------------------------------------------------------
    def _run(self) -> None:
        while not self._stopping.is_set():
            letter = self._next()
            if letter is None:
                continue
            self._busy_since_s = self._now_s()
            answer = letter.answer
            if answer is None:
                self._handle(letter.event)
            elif answer.set_running_or_notify_cancel():
                answer.set_result(self._handle(letter.event))
            self._busy_since_s = None

    def _next(self) -> _Letter | None:
        due = self._timers.pop_due(self._now_s())
        if due is not None:
            return _Letter(TimerElapsed(due))
        try:
            return self._mailbox.get(timeout=self._patience_s())
        except queue.Empty:
            speech = self._world.hears_speech()
            beat = self._pulse.beat(self._snapshot.kiosk, self._now_s(), speech=speech)
            return _Letter(beat) if beat is not None else None

    def _patience_s(self) -> float | None:
        deadline = self._timers.next_deadline_s()
        patience = None if deadline is None else max(0.0, deadline - self._now_s())
        if running(self._snapshot.kiosk) is None:
            return patience
        return PULSE_S if patience is None else min(patience, PULSE_S)

    def _handle(self, event: Event) -> bool:
        """Whether it became a fact."""
        now = moment(self._world.clock)
        kiosk = self._snapshot.kiosk
        step = advance(kiosk, event, timing(event, now, self._before))
        if step is None:
            log.debug("event means nothing here", event_type=type(event).__name__, scene=_scene(kiosk))
            return False
        after, effects = step
        early = [effect for effect in effects if self._covers(effect)]
        for effect in early:
            self._carry_out(effect)
        if not self._written(event, now, after):
            return False
        self._before = now
        self._publish(after)
        log.info("event", event_type=type(event).__name__, scene=_scene(after))
        for effect in effects:
            if effect not in early:
                self._carry_out(effect)
        return True

    def _written(self, event: Event, now: Moment, after: Kiosk) -> bool:
        """Journal the event; while the disk refuses, say so on the screen and try again."""
        before = self._snapshot.kiosk.scene
        session = told_session(event) or session_of(after.scene) or session_of(before)
        while not self._stopping.is_set():
            try:
                self._journal.append(event, now, session, after)
            except JournalError as error:
                log.error("journal cannot be written", reason=str(error))
                self._show_trouble(Fault(error.fault), now)
                self._stopping.wait(RETRY_S)
                self._busy_since_s = self._now_s()
            else:
                return True
        return False

    def _show_trouble(self, fault: Fault, now: Moment) -> None:
        """Show the trouble without making it a fact: nothing is a fact that the journal does not hold."""
        trouble = FaultRaised(fault)
        step = advance(self._snapshot.kiosk, trouble, timing(trouble, now, self._before))
        if step is not None:
            self._tell(Snapshot(step[0], self._now_s()))

    def _publish(self, kiosk: Kiosk) -> None:
        with self._watching:
            self._snapshot = Snapshot(kiosk, self._now_s())
        self._tell(self._snapshot)

    def _tell(self, snapshot: Snapshot) -> None:
        with self._watching:
            for watcher in self._watchers:
                watcher(snapshot)

    def _covers(self, effect: Effect) -> bool:
        """Whether an order only takes away from what is recorded: early, it harms nobody."""
        if self._masks is None or not isinstance(effect, ApplyMasks):
            return False
        return effect.masks.covers_more_than(self._masks)

    def _carry_out(self, effect: Effect) -> None:
        if isinstance(effect, ApplyMasks):
            self._masks = effect.masks
        match effect:
            case StartTimer(timer=timer, seconds=seconds):
                self._timers.start(timer, self._now_s() + seconds)
            case CancelTimer(timer=timer):
                self._timers.cancel(timer)
            case _:
                self._world.perform(effect)

    def _now_s(self) -> float:
        return self._world.clock.monotonic_ns() / 1e9


def _scene(kiosk: Kiosk) -> str:
    return type(kiosk.scene).__name__
