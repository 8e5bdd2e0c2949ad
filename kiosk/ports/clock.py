"""Time, as the runtime sees it."""

from typing import Protocol


class Clock(Protocol):
    """Any thread may ask."""

    def monotonic_ns(self) -> int:
        """Nanoseconds since an arbitrary point of this boot; never goes back."""

    def wall(self) -> str:
        """Now, ISO 8601 in UTC with ``Z`` and milliseconds; a label, never used for durations."""

    def boot_id(self) -> str:
        """Names the span in which ``monotonic_ns`` values may be compared."""
