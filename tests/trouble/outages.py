"""Rows 4 to 6, injected: a device fails and mends while the real recorder records from it."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from capture.client import RecorderClient
from kiosk.domain.faults import FaultCode
from kiosk.domain.recording import DeviceChoice, Recording
from kiosk.flow.facts import FaultCleared, FaultRaised, RecordingFinished, RecordingStarted
from kiosk.ports.recorder import DeviceState
from tests.recorders import Heard, an_order, eventually, recorder_booth

_SPACING_S = 0.4, 1.2


@dataclass(frozen=True, slots=True)
class Injury:
    """How a device is made to fail, how it is mended, and what must be told."""

    code: FaultCode
    injure: Callable[[], object]
    mend: Callable[[], object]
    lasts_s: float = 0.0
    """How much longer it fails once it was told."""


@dataclass(frozen=True, slots=True)
class Outage:
    """What was seen of one failure."""

    alarm_s: float
    back_s: float
    """From mending to "it works again"."""


def record_with_outages(
    folder: Path, devices: DeviceChoice, injury: Injury, count: int
) -> tuple[list[Outage], Recording]:
    """One recording during which the device fails so often."""
    with recorder_booth() as booth, booth.client() as (client, heard):
        client.open(devices)
        eventually(lambda: _connected(client))
        client.begin(an_order(folder))
        heard.wait_for(RecordingStarted)
        outages = [_outage(injury, heard, number) for number in range(1, count + 1)]
        time.sleep(random.uniform(*_SPACING_S))
        client.finish(an_order(folder))
        return outages, heard.wait_for(RecordingFinished).recording


def _connected(client: RecorderClient) -> bool:
    status = client.status()
    return status is not None and {status.camera, status.microphone} <= {
        DeviceState.CONNECTED,
        DeviceState.SILENT,
    }


def _outage(injury: Injury, heard: Heard, number: int) -> Outage:
    time.sleep(random.uniform(*_SPACING_S))
    injured_s = time.monotonic()
    injury.injure()
    alarm_s = when(heard, raised(injury.code), number) - injured_s
    time.sleep(injury.lasts_s)
    mended_s = time.monotonic()
    injury.mend()
    return Outage(alarm_s, when(heard, cleared(injury.code), number) - mended_s)


def raised(code: FaultCode) -> Callable[[object], bool]:
    """Whether a fact tells this trouble."""
    return lambda fact: isinstance(fact, FaultRaised) and fact.fault.code is code


def cleared(code: FaultCode) -> Callable[[object], bool]:
    """Whether a fact tells that this trouble is over."""
    return lambda fact: fact == FaultCleared(code)


def when(heard: Heard, wanted: Callable[[object], bool], number: int) -> float:
    """When the nth such fact came; waits for it."""
    eventually(lambda: len([fact for _, fact in heard.facts if wanted(fact)]) >= number)
    return [at for at, fact in heard.facts if wanted(fact)][number - 1]
