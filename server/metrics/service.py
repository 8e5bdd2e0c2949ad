"""Counting and timing, and saying it as Prometheus reads it.

What this copy did is counted where it is done: copies are added up by whoever reads them. What waits is asked
from the tables when somebody wants to know, and every copy says the same. No figure names a person, a session
or an address.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from server.database import Database
from server.errors import ServerError
from server.metrics.waiting import stations_by_state, waiting_by_kind

_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
S = TypeVar("S")


class Metrics:
    """Any thread may call."""

    def __init__(self, database: Database, data: Path, version: str) -> None:
        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "kiosk_http_request_seconds",
            "Requests that were answered, by how long it took.",
            ("method", "route", "status"),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._received = Counter(
            "kiosk_http_received_bytes", "Bytes of the bodies of requests.", registry=self._registry
        )
        self._jobs = Counter(
            "kiosk_jobs",
            "Jobs that ended, by kind and outcome.",
            ("kind", "outcome"),
            registry=self._registry,
        )
        self._registry.register(_HouseFigures(database, data, version))
        ProcessCollector(registry=self._registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request was answered; ``route`` is the pattern of its path, not the path."""
        self._requests.labels(method, route, str(status)).observe(seconds)

    def received(self, size_bytes: int) -> None:
        """So much of a body has come."""
        self._received.inc(size_bytes)

    def counted(self, kind: str, work: Callable[[S], None]) -> Callable[[S], None]:
        """``work``, counted by how it ends."""

        def counting(subject: S) -> None:
            try:
                work(subject)
            except Exception:
                self._jobs.labels(kind, "failed").inc()
                raise
            self._jobs.labels(kind, "done").inc()

        return counting

    def exposition(self) -> bytes:
        """Everything, in Prometheus' text format."""
        return generate_latest(self._registry)


class _HouseFigures(Collector):
    """What the tables and the disk say at this moment; while they do not answer, ``kiosk_up`` is 0."""

    def __init__(self, database: Database, data: Path, version: str) -> None:
        self._database = database
        self._data = data
        self._version = version

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The figures; called by the registry."""
        yield _labelled("kiosk_build", "The program's version.", "version", {self._version: 1})
        try:
            stations = stations_by_state(self._database)
            waiting = waiting_by_kind(self._database)
        except ServerError:
            yield GaugeMetricFamily("kiosk_up", "Whether the database answers.", 0)
            return
        yield GaugeMetricFamily("kiosk_up", "Whether the database answers.", 1)
        yield _labelled("kiosk_stations", "Stations, by how they are.", "state", stations)
        yield _labelled("kiosk_waiting", "What is still to be done, by kind.", "kind", waiting)
        free_bytes = shutil.disk_usage(self._data).free
        yield GaugeMetricFamily("kiosk_disk_free_bytes", "Room in the data folder.", free_bytes)

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Nothing is asked from the tables to find out what the figures are called."""
        return iter(())


def _labelled(name: str, text: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=(label,))
    for value, figure in values.items():
        family.add_metric((value,), figure)
    return family
