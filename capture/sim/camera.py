"""A camera whose picture moves, tells the time and flashes on every whole second."""

from fractions import Fraction

from capture.pace import Pace
from capture.sim.booth import SimBooth
from capture.sim.scene import Scene, brighten
from capture.sources import CameraFrame, OnFrame
from capture.timebase import SECOND_NS
from kiosk.domain.recording import Quality

FLASH_FRAMES = 2
"""How many pictures a flash lasts; the first is taken exactly on the whole second."""


class SimCamera:
    """Delivers ``quality.fps`` pictures a second, taken at exact multiples of the monotonic clock.

    ``late_ms`` makes it believe they were taken so much later.
    """

    def __init__(
        self, quality: Quality, on_frame: OnFrame, *, late_ms: int = 0, booth: SimBooth | None = None
    ) -> None:
        self._late_ns = late_ms * 1_000_000
        self._booth = booth or SimBooth()
        self._fps = quality.fps
        self._on_frame = on_frame
        self._scene = Scene(quality.width, quality.height)
        self._pace = Pace("sim.camera", Fraction(quality.fps), self._deliver, may_skip=True)
        self._first: int | None = None

    @property
    def name(self) -> str:
        """For people and for the log."""
        return "simulated camera"

    def open(self) -> None:
        """Start delivering."""
        self._first = None
        self._pace.start()

    def close(self) -> None:
        """Stop."""
        self._pace.stop()

    def _deliver(self, tick: int, due_ns: int) -> None:
        self._first = tick if self._first is None else self._first
        sequence = tick - self._first
        light = self._booth.light(due_ns, SECOND_NS // self._fps)
        lamp = light is None and tick % self._fps < FLASH_FRAMES
        planes = self._scene.frame(sequence, due_ns / 1e9, lit=lamp)
        if light:
            brighten(planes, light)
        self._on_frame(CameraFrame(planes, due_ns + self._late_ns, sequence))
