"""How often trouble is injected: a few times in `make test`, until the percentiles hold in `make faults`."""

import os


def often(full: int, *, usually: int) -> int:
    """The full count, or the usual one."""
    return full if os.environ.get("FULL_COUNTS") else usually
