"""What a simulated device shall suffer, read from the station's choice of device.

``sim:unplug@12+5`` loses it 12 s after opening and brings it back 5 s later; without ``+5`` it stays
lost, without ``@12`` it is lost from the start. Several troubles are separated by commas.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum

from capture.errors import DeviceMissingError


class TroubleKind(StrEnum):
    """The ways in which a simulated device fails."""

    ABSENT = "absent"
    """It cannot be opened at all."""
    UNPLUG = "unplug"
    """Gone, and it says so, as a device does that was pulled out."""
    STALL = "stall"
    """Nothing comes any more and nobody says so."""
    FREEZE = "freeze"
    """The same picture again and again."""
    BLACK = "black"
    """A covered lens."""
    SLOW = "slow"
    """Only every third picture."""
    SILENCE = "silence"
    """Digital silence."""
    NOISE = "noise"
    """Loud hiss over everything."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """One trouble from ``at_s`` after opening until ``until_s``."""

    kind: TroubleKind
    at_s: float = 0.0
    until_s: float = math.inf


@dataclass(frozen=True, slots=True)
class Script:
    """All that happens to one device."""

    troubles: tuple[Trouble, ...] = ()
    drift_ppm: int = 0
    """How fast the device's own clock runs; microphones only."""
    late_ms: int = 0
    """How much later than taken the device says a picture was; cameras only."""

    def now(self, seconds: float) -> frozenset[TroubleKind]:
        """What is wrong so many seconds after opening."""
        return frozenset(t.kind for t in self.troubles if t.at_s <= seconds < t.until_s)


_ITEM = re.compile(
    r"(?P<kind>[a-z]+)(?:=(?P<value>-?\d+))?(?:@(?P<at>\d+(?:\.\d+)?))?(?:\+(?P<length>\d+(?:\.\d+)?))?"
)


def read_script(choice: str) -> Script:
    """The script in a choice such as ``sim:freeze@8+10,drift=200``.

    Raises ``DeviceMissingError`` for a word it does not know.
    """
    troubles: list[Trouble] = []
    amounts = {"drift": 0, "late": 0}
    for item in filter(None, choice.partition(":")[2].split(",")):
        match = _ITEM.fullmatch(item.strip())
        if match is None or match["kind"] not in {*TroubleKind, *amounts}:
            known = ", ".join((*TroubleKind, "drift=PPM", "late=MS"))
            raise DeviceMissingError(f"no simulated device can do “{item}”; it knows {known}")
        if match["kind"] in amounts:
            amounts[match["kind"]] = int(match["value"] or 0)
            continue
        at_s = float(match["at"] or 0)
        until_s = at_s + float(match["length"]) if match["length"] else math.inf
        troubles.append(Trouble(TroubleKind(match["kind"]), at_s, until_s))
    return Script(tuple(troubles), amounts["drift"], amounts["late"])
