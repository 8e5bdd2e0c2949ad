"""The heart of the recorder: at a constant rate one picture and its sound, from the devices to the segment.

It works a little behind the clock (``DELAY_NS``, longer while a device is late), so that for each instant the
picture taken then and the sound heard then have arrived. Before a run it feeds preview, level and health
only; nothing is kept.
"""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable

import numpy as np

from capture.composer import Still, compose
from capture.desk import DeviceDesk
from capture.health import SLOW_REST_S, SLOW_S, Alarm, FaultBoard
from capture.mixer import mixed
from capture.player import Player
from capture.preview import PreviewWriter
from capture.run import Run, Sound
from capture.sample import Sampler
from capture.speech import SILENT_DBFS, SpeechGate
from capture.timebase import SECOND_NS, Grid, in_phase
from capture.veil import Veil
from kiosk.domain.faults import FaultCode
from kiosk.domain.masks import Masks
from kiosk.domain.recording import Quality

DELAY_NS = 150_000_000
_PATIENCE_NS = 600_000_000
"""So much longer it waits for what is late: a machine that is busy elsewhere costs no picture, no sound."""
_GONE_NS = SECOND_NS
"""A device that has been silent for so long is not waited for."""
_LOOK_AGAIN_S = 0.01
_SETTLE_NS = 2 * SECOND_NS
"""A run does not wait longer than this for devices that are being opened."""
_PREVIEW_EVERY = 2
_IDLE_FPS = 30


class Pump:
    """Owns the thread ``recorder.pump``; what other threads want of it comes through ``submit``.

    ``on_ended`` gets each run when its last frame is written; it must return at once.
    """

    def __init__(
        self, desk: DeviceDesk, player: Player, board: FaultBoard, on_ended: Callable[[Run], None]
    ) -> None:
        self.preview = PreviewWriter()
        self.veil = Veil()
        self.sampler = Sampler()
        self._runs: deque[Run] = deque()
        self._on_ended = on_ended
        self._desk = desk
        self._player = player
        self._gate = SpeechGate()
        self._slow = Alarm(board, FaultCode.ENCODER_SLOW, rest_s=SLOW_REST_S)
        self._orders: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._restart(time.monotonic_ns(), _IDLE_FPS)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="recorder.pump", daemon=True)
        self._thread.start()

    @property
    def level_dbfs(self) -> float:
        """How loud the microphone is; silent while it is covered."""
        return SILENT_DBFS if self.veil.now.microphone else self._gate.level_dbfs

    @property
    def speech(self) -> bool:
        """Whether somebody speaks."""
        return self._gate.speech and not self.veil.now.microphone

    def add(self, run: Run) -> None:
        """Record this as soon as the devices are ready and the run before has ended."""
        self._runs.append(run)

    def submit(self, order: Callable[[], None]) -> None:
        """Have something done between two frames."""
        self._orders.put(order)

    def shut_down(self) -> None:
        """End the thread; there is no run any more."""
        self._over.set()
        self._thread.join()
        self.preview.close()

    def _loop(self) -> None:
        while not self._over.wait(max(0, self._due_ns() - time.monotonic_ns()) / SECOND_NS):
            while not self._orders.empty():
                self._orders.get_nowait()()
            self._settle_run()
            if time.monotonic_ns() < self._due_ns():
                continue
            if self._awaited(time.monotonic_ns()):
                self._over.wait(_LOOK_AGAIN_S)
            else:
                self._tick()

    def _due_ns(self) -> int:
        return self._grid.frame_ns(self._frame) + DELAY_NS

    def _awaited(self, now_ns: int) -> bool:
        """Whether the next frame's picture or sound is late and may still come."""
        desk, newest = self._desk, self._desk.view.shelf.newest
        if now_ns > self._due_ns() + _PATIENCE_NS:
            return False
        seen_ns = newest.captured_ns if newest and desk.view.watch else 0
        heard_ns = desk.line.newest_ns if desk.hearing else 0
        return (now_ns - _GONE_NS < seen_ns < self._grid.frame_ns(self._frame)) or (
            now_ns - _GONE_NS < heard_ns < self._grid.frame_ns(self._frame + 1)
        )

    def _settle_run(self) -> None:
        """Start a run that waits for its devices, end one whose time has come, keep an idle grid present."""
        run, now_ns = self._runs[0] if self._runs else None, time.monotonic_ns()
        if run is None:
            if now_ns - self._due_ns() > SECOND_NS:
                self._restart(now_ns, _IDLE_FPS)
        elif run.ending and (run.grid is None or self._grid.frame_ns(self._frame) >= run.ending.at_ns):
            self._runs.popleft()
            self._on_ended(run)
        elif run.grid is None and (self._ready() or now_ns > run.asked_ns + _SETTLE_NS):
            fps = run.segment.order.quality.fps
            newest = self._desk.view.shelf.newest
            self._restart(in_phase(now_ns, newest.captured_ns if newest else None, fps), fps)
            run.start(self._grid)

    def _ready(self) -> bool:
        camera_silent = self._desk.camera.device is not None and self._desk.view.shelf.newest is None
        return self._desk.settled and not camera_silent

    def _restart(self, origin_ns: int, fps: int) -> None:
        self._grid, self._frame = Grid(origin_ns, fps), 0
        self._desk.view.shelf.restart()
        self._desk.line.restart(self._grid)

    def _tick(self) -> None:
        instant_ns, view = self._grid.frame_ns(self._frame), self._desk.view
        masks = self.veil.at(instant_ns)
        pick = view.shelf.pick(instant_ns)
        self._watch()
        sound = self._sound(masks)
        still = compose(pick, masks, instant_ns, self._quality())
        if self._runs and self._runs[0].grid:
            self._runs[0].write(pick, still, sound, masks)
        self._watch_lag()
        self._show(still)
        self._frame += 1

    def _quality(self) -> Quality:
        return self._runs[0].segment.order.quality if self._runs else self._desk.view.quality

    def _watch(self) -> None:
        now_ns, desk = time.monotonic_ns(), self._desk
        self._gate.hear(desk.line.collect())
        if desk.view.watch:
            desk.view.watch.look(desk.view.shelf.newest, now_ns)
        if desk.hearing:
            microphone = desk.microphone.device
            silenced = microphone is not None and microphone.silenced
            desk.hearing.listen(desk.line.newest_ns, self._gate.level_dbfs, now_ns, silenced=silenced)

    def _watch_lag(self) -> None:
        now_ns = time.monotonic_ns()
        lag_s = (now_ns - self._due_ns()) / SECOND_NS
        self._slow.judge(lag_s > SLOW_S, now_ns, f"{lag_s:.1f} s behind")

    def _sound(self, masks: Masks) -> Sound:
        first = self._grid.first_sample(self._frame)
        voice, lost = self._desk.line.take(self._grid.first_sample(self._frame + 1) - first)
        if masks.microphone:
            voice = np.zeros_like(voice)
        self.sampler.hear(voice)
        questions = tuple(sound for sound in self._player.sounds if sound.into_recording)
        return Sound(voice, mixed(voice, first, self._grid, questions), lost)

    def _show(self, still: Still) -> None:
        if self._frame % _PREVIEW_EVERY == 0 and self.preview.wanted:
            self.preview.put(still.planes, self._frame)
