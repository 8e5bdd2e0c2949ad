"""Work that may take a while, off the engine's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import structlog

log = structlog.get_logger()


class Workers:
    """Threads for what may take a while. A job that raises is a bug and is reported as one."""

    def __init__(self, name: str, threads: int = 1) -> None:
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix=name)

    def submit(self, job: Callable[[], None]) -> None:
        """Run ``job`` soon."""
        self._pool.submit(job).add_done_callback(_report)

    def stop(self) -> None:
        """Wait for what runs, forget what has not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _report(job: "Future[None]") -> None:
    if not job.cancelled() and (error := job.exception()) is not None:
        log.error("a worker's job failed", exc_info=error)
