"""What still has to be sent, as staff see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SyncQueue:
    """Sessions and bytes that the central server has not confirmed yet."""

    sessions: int
    size_bytes: int
    contact_wall: str
    """When the server was last heard of; empty for never."""
