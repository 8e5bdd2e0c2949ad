"""Work that nobody waits for: done once, found again after a crash, shared by copies of the server."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from server.database import Database
from server.house import House, build
from server.jobs.in_process import InProcessJobs
from server.jobs.on_postgresql import PostgreSQLJobs
from server.jobs.queue import Job, JobKind, Jobs
from tests.server.conftest import SETTINGS

JOB = Job(JobKind.ANALYSE, "a" * 32)


class Done:
    """Remembers what was done, and by whom."""

    def __init__(self) -> None:
        self.jobs: list[tuple[str, Job]] = []
        self.fail_first = False

    def work(self, who: str) -> dict[JobKind, Callable[[Job], None]]:
        return {kind: lambda job: self._do(who, job) for kind in JobKind}

    def _do(self, who: str, job: Job) -> None:
        self.jobs.append((who, job))
        if self.fail_first and len(self.jobs) == 1:
            raise RuntimeError("the first one fails")

    def count(self, job: Job) -> int:
        return sum(done == job for _, done in self.jobs)

    def wait_for(self, job: Job, count: int = 1) -> None:
        for _ in range(400):
            if self.count(job) >= count:
                return
            time.sleep(0.02)
        raise AssertionError(f"{job} was done {self.count(job)} times")


@pytest.fixture(params=["in process", "postgresql"])
def jobs(request: pytest.FixtureRequest) -> Iterator[Jobs]:
    """Give the one queue and the other."""
    if request.param == "in process":
        yield InProcessJobs()
        return
    database = Database(request.getfixturevalue("database"))
    yield PostgreSQLJobs(database.url, database.writer)
    database.close()


def test_a_job_is_done_and_the_first_thing_is_a_sweep(jobs: Jobs) -> None:
    done = Done()
    jobs.start(done.work("one"))
    jobs.enqueue(JOB)
    done.wait_for(JOB)
    done.wait_for(Job(JobKind.SWEEP))
    jobs.stop()


def test_what_waits_already_is_done_once(jobs: Jobs) -> None:
    done = Done()
    for _ in range(5):
        jobs.enqueue(JOB)
    jobs.start(done.work("one"))
    done.wait_for(JOB)
    time.sleep(0.1)
    jobs.stop()
    assert done.count(JOB) == 1


def test_a_job_that_fails_stops_no_other(jobs: Jobs) -> None:
    done = Done()
    done.fail_first = True
    jobs.start(done.work("one"))
    for number in range(3):
        jobs.enqueue(Job(JobKind.ANALYSE, f"{number:032x}"))
    for number in range(3):
        done.wait_for(Job(JobKind.ANALYSE, f"{number:032x}"))
    jobs.stop()


def test_stopping_what_was_never_started_is_no_trouble(jobs: Jobs) -> None:
    jobs.stop()


def test_copies_of_the_server_share_the_work(database: str) -> None:
    here = Database(database)
    done, copies = Done(), [PostgreSQLJobs(database, here.writer) for _ in range(2)]
    for number, copy in enumerate(copies):
        copy.start(done.work(f"copy {number}"))
    for number in range(20):
        copies[0].enqueue(Job(JobKind.ANALYSE, f"{number:032x}"))
    for number in range(20):
        done.wait_for(Job(JobKind.ANALYSE, f"{number:032x}"))
    for copy in copies:
        copy.stop()
    here.close()
    assert all(done.count(Job(JobKind.ANALYSE, f"{number:032x}")) == 1 for number in range(20))


def test_several_servers_start_at_once_on_one_empty_database(empty_database: str, tmp_path: Path) -> None:
    houses: list[House] = []

    def start(number: int) -> None:
        settings = SETTINGS.model_copy(update={"database": empty_database})
        houses.append(build(settings, tmp_path / f"copy{number}"))

    threads = [threading.Thread(target=start, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for house in houses:
        house.close()
    assert len(houses) == 3
