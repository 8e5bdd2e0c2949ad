"""How a test of a fault tells what it found: a figure of a row of the report."""

from typing import Protocol

PROPERTY = "figure"
"""Its name among what a test's report says."""


class Tell(Protocol):
    """What tests are given."""

    def __call__(self, row: int, what: str, promise: str, *values: float) -> None:
        """Keep these values of one figure; those of several tests are put together."""
