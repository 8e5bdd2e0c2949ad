"""Where a model is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is and how patient to be with it."""

    url: str
    """With the version, for example ``http://speech.local:8000/v1``."""
    model: str
    key: str = field(default="none", repr=False)
    """Servers on the site usually want none."""
    timeout_s: float = 60.0
    """For one try."""
    retries: int = 2
    """After a lost connection, a timeout, or an answer that says “try later”; with growing pauses."""
