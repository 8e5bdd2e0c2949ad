"""Wall-clock labels: ISO 8601 in UTC with ``Z`` and milliseconds, so that they sort as text."""

from datetime import UTC, datetime


def wall(instant: datetime) -> str:
    """The label of an instant that knows its time zone."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant(wall: str) -> datetime:
    """The instant of a label. Raises ``ValueError``."""
    found = datetime.fromisoformat(wall)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def now_wall() -> str:
    """The label of now."""
    return wall(datetime.now(UTC))
