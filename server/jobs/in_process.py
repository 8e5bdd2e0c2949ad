"""Jobs in a thread of this process: for SQLite, where there is only one process."""

import queue
import threading
import time

import structlog

from server.jobs.queue import SCRUB_S, SWEEP_S, Job, JobKind, Work

log = structlog.get_logger()

_EVERY_S = {JobKind.SWEEP: SWEEP_S, JobKind.SCRUB: SCRUB_S}


class InProcessJobs:
    """Implements ``server.jobs.queue.Jobs``."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Job | None] = queue.Queue()
        self._known: set[Job] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ending = False

    def enqueue(self, job: Job) -> None:
        """See ``Jobs``."""
        with self._lock:
            if job in self._known:
                return
            self._known.add(job)
        self._waiting.put(job)

    def start(self, work: Work) -> None:
        """See ``Jobs``."""
        self._thread = threading.Thread(target=self._run, args=(work,), name="jobs")
        self._thread.start()

    def stop(self) -> None:
        """See ``Jobs``: what waits is found again by the first sweep of the next start."""
        if self._thread is not None:
            self._ending = True
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    def _run(self, work: Work) -> None:
        due = {JobKind.SWEEP: time.monotonic(), JobKind.SCRUB: time.monotonic() + SCRUB_S}
        while not self._ending:
            for kind, every_s in _EVERY_S.items():
                if time.monotonic() >= due[kind]:
                    due[kind] += every_s
                    self.enqueue(Job(kind))
            self._next(work, min(due.values()) - time.monotonic())

    def _next(self, work: Work, patience_s: float) -> None:
        try:
            job = self._waiting.get(timeout=max(0.0, patience_s))
        except queue.Empty:
            return
        if job is None:
            return
        with self._lock:
            self._known.discard(job)
        do(work, job)


def do(work: Work, job: Job) -> None:
    """Do a job; what goes wrong is written down, and the next sweep asks again."""
    try:
        work[job.kind](job)
    except Exception:
        log.exception("a job failed", job=job.kind, subject=job.subject)
