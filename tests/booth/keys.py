"""Which keys arrive in the guest, read where the kernel has them: proof that a test pressed anything."""

import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.booth.guest import Guest

KEYBOARD = "/dev/input/by-id/usb-QEMU_*-event-kbd"
EVENT = struct.Struct("=qqHHi")
"""Two words of time, kind, code, value: the kernel's ``input_event`` on 64 bits."""
KEY, DOWN = 1, 1
F2 = 60
SETTLED_S = 3.0


@contextmanager
def pressed_keys(guest: Guest) -> Iterator[set[int]]:
    """The codes of all keys that go down; there when it is over."""
    pressed: set[int] = set()
    door = [*guest.door(), f"exec cat {KEYBOARD}"]
    with subprocess.Popen(door, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as reader:
        time.sleep(SETTLED_S)
        try:
            yield pressed
            time.sleep(SETTLED_S)
        finally:
            guest.attempt("pkill -x cat")
            read, _ = reader.communicate()
    whole = len(read) - len(read) % EVENT.size
    pressed |= {
        code for _, _, kind, code, value in EVENT.iter_unpack(read[:whole]) if (kind, value) == (KEY, DOWN)
    }
