"""The system's clock."""

import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.moment import Moment
from kiosk.ports.clock import Clock

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_NS = 1_000_000_000


def _boot_id() -> str:
    """The kernel's name for this boot; where there is none, one for this process."""
    try:
        return _BOOT_ID.read_text().strip()
    except OSError:
        return uuid.uuid4().hex


class SystemClock:
    """``CLOCK_MONOTONIC`` is one clock for all processes of a boot, so recorder and kiosk agree."""

    def __init__(self) -> None:
        self._boot = _boot_id()

    def monotonic_ns(self) -> int:
        """See ``Clock``."""
        return time.monotonic_ns()

    def wall(self) -> str:
        """See ``Clock``."""
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def boot_id(self) -> str:
        """See ``Clock``."""
        return self._boot


def moment(clock: Clock) -> Moment:
    """This instant."""
    return Moment(clock.wall(), clock.boot_id(), clock.monotonic_ns() / _NS)
