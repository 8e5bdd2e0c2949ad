"""Which devices are covered at an instant that lies a little in the past."""

import time

from kiosk.domain.masks import Masks


class Veil:
    """Covering acts at once, on what is still on its way to the file as well; uncovering only from its own
    instant on, so that nothing said or shown before it gets through. Set by one thread, read by any.
    """

    def __init__(self) -> None:
        self._before = Masks()
        self._now = Masks()
        self._since_ns = 0

    @property
    def now(self) -> Masks:
        """What is covered now."""
        return self._now

    def set(self, masks: Masks) -> None:
        """From now on."""
        self._before, self._since_ns = self.at(time.monotonic_ns()), time.monotonic_ns()
        self._now = masks

    def at(self, instant_ns: int) -> Masks:
        """What is covered in the picture and sound of this instant."""
        now, before = self._now, self._before
        if instant_ns >= self._since_ns:
            return now
        return Masks(now.camera or before.camera, now.microphone or before.microphone)
