"""What can be done later, and how it is asked for.

A job is a wish, not a record: what is unfinished stands in the tables, every job is safe to run twice, and a
sweep each minute asks again for what was lost. So a crash, or a queue that was down, loses nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

SWEEP_S = 60.0
SCRUB_S = 24 * 3600.0


class JobKind(StrEnum):
    """What can be done later."""

    ASSEMBLE = "assemble"
    """``subject`` is a session, ``detail`` a file's name."""
    MERGE = "merge"
    """The chunks of a session (``subject``) that the compatibility API brought."""
    ANALYSE = "analyse"
    """``subject`` is a session."""
    TELL = "tell"
    """Whoever made the assessment order (``subject``) that its interview has ended."""
    SWEEP = "sweep"
    """Ask again for what is unfinished, forget what is too old."""
    SCRUB = "scrub"
    """Read all files again."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do."""

    kind: JobKind
    subject: str = ""
    detail: str = ""


Work = Mapping[JobKind, Callable[[Job], None]]
"""How each kind is done."""


class Jobs(Protocol):
    """Any thread may call."""

    def enqueue(self, job: Job) -> None:
        """Have it done soon; the same job that waits already is done once. Never raises."""

    def start(self, work: Work) -> None:
        """Begin to work."""

    def stop(self) -> None:
        """Finish the running job and end; a house that was never started is stopped too."""
