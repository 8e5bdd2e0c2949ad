"""One line of the self-test."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.faults import FaultCode


class Verdict(StrEnum):
    """How a check came out."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What was checked, how it came out, and what to do when it is not good."""

    name: str
    verdict: Verdict
    finding: str
    to_do: str = ""
    fault: FaultCode | None = None
    """The fault that keeps the booth closed while the verdict is bad."""


def worst(checks: Iterable[CheckResult]) -> Verdict:
    """The gravest verdict of all; good where nothing was checked."""
    found = {check.verdict for check in checks}
    return next((one for one in (Verdict.BAD, Verdict.WARNING) if one in found), Verdict.GOOD)
