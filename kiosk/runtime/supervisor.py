"""Keeps the kiosk process alive where no systemd does: starts it again when it dies.

Imports neither Qt nor devices nor a database: nothing in here can die of them.
"""

import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from types import FrameType

FINAL_EXIT_CODES = (0, 2)
"""Meant to end, or refused with a sentence: starting again would not help."""
HEALTHY_AFTER_S = 20.0
LONGEST_PAUSE_S = 30.0


def pause_before_restart_s(quick_deaths: int) -> float:
    """None after the first death, then doubling for a process that dies at once every time."""
    return 0.0 if quick_deaths <= 1 else min(LONGEST_PAUSE_S, 0.5 * 2 ** (quick_deaths - 1))


def supervise(command: Sequence[str], tell: Callable[[str], None]) -> int:
    """Run ``command`` until it ends on purpose; its exit code. SIGTERM and SIGINT are passed on.

    Main thread only.
    """
    stopping = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def pass_on(number: int, _frame: FrameType | None) -> None:
        stopping.set()
        for child in running:
            child.send_signal(number)

    before = {number: signal.signal(number, pass_on) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        return _keep_alive(command, running, stopping, tell)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _keep_alive(
    command: Sequence[str],
    running: list[subprocess.Popen[bytes]],
    stopping: threading.Event,
    tell: Callable[[str], None],
) -> int:
    quick_deaths = 0
    while not stopping.is_set():
        started = time.monotonic()
        child = subprocess.Popen(command)
        running[:] = [child]
        code = child.wait()
        if stopping.is_set() or code in FINAL_EXIT_CODES:
            return max(code, 0)
        lived_s = time.monotonic() - started
        quick_deaths = 1 if lived_s > HEALTHY_AFTER_S else quick_deaths + 1
        tell(f"the kiosk process ended with {code} after {lived_s:.0f} s; starting it again")
        stopping.wait(pause_before_restart_s(quick_deaths))
    return 0
