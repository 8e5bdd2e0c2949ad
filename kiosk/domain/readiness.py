"""Whether a booth is fit for the day."""

from dataclasses import dataclass

from kiosk.domain.checks import CheckResult, Verdict, worst


@dataclass(frozen=True, slots=True)
class ReadinessReport:
    """Every line of the self-test and the test recording, as they were at one moment."""

    station: str
    version: str
    made_wall: str
    checks: tuple[CheckResult, ...]

    @property
    def verdict(self) -> Verdict:
        """The worst of all lines."""
        return worst(self.checks)
