"""Wall-clock labels as they are on the wire and in the tables: UTC with ``Z`` and milliseconds."""

from datetime import UTC, datetime, timedelta


def now() -> str:
    """The label of now."""
    return label(datetime.now(UTC))


def later(**span: float) -> str:
    """The label of now and a while, for example ``later(days=7)``."""
    return label(datetime.now(UTC) + timedelta(**span))


def label(instant: datetime) -> str:
    """The label of an instant that knows its time zone."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def instant(wall: str) -> datetime:
    """The instant of a label. Raises ``ValueError``."""
    found = datetime.fromisoformat(wall)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def seconds_between(earlier: str, later_: str) -> float:
    """How long from one label to the other; negative the other way round. Raises ``ValueError``."""
    return (instant(later_) - instant(earlier)).total_seconds()
