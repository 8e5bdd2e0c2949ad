"""Jobs in PostgreSQL, shared by all copies of the server: whichever is free does the next one."""

import asyncio
import threading
from contextlib import suppress
from typing import Any

import structlog
from procrastinate import App, PsycopgConnector, SyncPsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ProcrastinateException
from sqlalchemy import Engine, inspect, text

from server.jobs.in_process import do
from server.jobs.queue import Job, JobKind, Work

log = structlog.get_logger()

_TASK = "job"
_SCHEMA_LOCK = 0x6B696F736C
_ENDING_S = 10.0
_PERIODIC = {JobKind.SWEEP: "* * * * *", JobKind.SCRUB: "17 3 * * *"}


class PostgreSQLJobs:
    """Implements ``server.jobs.queue.Jobs``."""

    def __init__(self, url: str, engine: Engine) -> None:
        self._url = url
        self._asking = App(connector=SyncPsycopgConnector(conninfo=url, min_size=1, max_size=4))
        self._asking.open()
        self._prepare(engine)
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._working: asyncio.Task[None] | None = None
        self._begun = threading.Event()

    def enqueue(self, job: Job) -> None:
        """See ``Jobs``."""
        name = f"{job.kind}:{job.subject}:{job.detail}"
        asked = self._asking.configure_task(_TASK, queueing_lock=name, lock=name)
        try:
            asked.defer(kind=job.kind, subject=job.subject, detail=job.detail)
        except AlreadyEnqueued:
            pass
        except ProcrastinateException as error:
            log.warning("a job could not be asked for; the next sweep will", job=job.kind, reason=str(error))

    def start(self, work: Work) -> None:
        """See ``Jobs``."""
        self._thread = threading.Thread(target=self._run, args=(work,), name="jobs")
        self._thread.start()
        self._begun.wait(_ENDING_S)
        self.enqueue(Job(JobKind.SWEEP))

    def stop(self) -> None:
        """See ``Jobs``."""
        if self._thread is not None:
            if self._loop is not None and self._working is not None:
                self._loop.call_soon_threadsafe(self._working.cancel)
            self._thread.join()
            self._thread = None
        self._asking.close()

    def _prepare(self, engine: Engine) -> None:
        """The queue's own tables, made by the first copy that comes."""
        with engine.begin() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _SCHEMA_LOCK})
            if not inspect(connection).has_table("procrastinate_jobs"):
                self._asking.schema_manager.apply_schema()

    def _run(self, work: Work) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._work(work))

    async def _work(self, work: Work) -> None:
        queue = App(connector=PsycopgConnector(conninfo=self._url, min_size=1, max_size=4))

        @queue.task(name=_TASK)
        def job(kind: str, subject: str, detail: str) -> None:
            do(work, Job(JobKind(kind), subject, detail))

        for kind, cron in _PERIODIC.items():
            _every(queue, kind, cron, work)
        self._loop, self._working = asyncio.get_running_loop(), asyncio.current_task()
        self._begun.set()
        async with queue.open_async():
            await queue.run_worker_async(
                install_signal_handlers=False,
                delete_jobs="always",
                shutdown_graceful_timeout=_ENDING_S,
            )


def _every(queue: App, kind: JobKind, cron: str, work: Work) -> None:
    """Once for all copies, however many there are."""

    @queue.periodic(cron=cron)
    @queue.task(name=f"periodic_{kind}", queueing_lock=f"periodic_{kind}")
    def periodic(timestamp: int, **_: Any) -> None:  # noqa: ARG001 - the queue says when it was due
        do(work, Job(kind))
