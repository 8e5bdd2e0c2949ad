"""Which devices are covered at an instant that lies a little in the past."""

import time

from kiosk.domain.masks import Masks

_REMEMBERED_NS = 5_000_000_000


class Veil:
    """An instant is covered if it was covered then or has been since.

    So covering acts at once, on what is still on its way to the file as well, and uncovering lets nothing
    through that was said or shown before it. Set by one thread, read by any.
    """

    def __init__(self) -> None:
        self._now = Masks()
        self._past: tuple[tuple[int, Masks], ...] = ()
        """Until when other masks were in force, and which."""

    @property
    def now(self) -> Masks:
        """What is covered now."""
        return self._now

    def set(self, masks: Masks) -> None:
        """From now on."""
        now_ns = time.monotonic_ns()
        kept = tuple((until, past) for until, past in self._past if until > now_ns - _REMEMBERED_NS)
        self._past = (*kept, (now_ns, self._now))
        self._now = masks

    def at(self, instant_ns: int) -> Masks:
        """What is covered in the picture and sound of this instant."""
        camera, microphone = self._now.camera, self._now.microphone
        for until_ns, past in self._past:
            if instant_ns < until_ns:
                camera, microphone = camera or past.camera, microphone or past.microphone
        return Masks(camera, microphone)
