"""The booth's three devices: opened, closed and opened again, on the thread ``recorder.devices``.

Opening a device may take seconds; nobody waits for it but this thread. A device that is not there is
tried again every few seconds until it is, or until it is no longer wanted.
"""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from capture.calibrator import Calibrator
from capture.errors import DeviceError
from capture.health import CameraWatch, FaultBoard, MicrophoneWatch
from capture.mixer import MicrophoneLine
from capture.player import Player, Tell
from capture.shelf import FrameShelf
from capture.sim.loudspeaker import SimLoudspeaker
from capture.sim.microphone import Speaking
from capture.slot import Slot
from capture.sounds import read_sound
from capture.sources import AudioSink, AudioSource, CameraFrame, Devices, FaultListener, Samples, VideoSource
from capture.timebase import SECOND_NS
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.recording import HD, DeviceChoice, Quality
from kiosk.flow.facts import DevicesOpened, FaultRaised, SoundEnded

_TRY_AGAIN_S = 3.0


@dataclass(frozen=True, slots=True)
class View:
    """Where one camera's pictures arrive, in which quality, and who watches them."""

    shelf: FrameShelf
    quality: Quality
    watch: CameraWatch | None = None
    """``None`` until the camera is open."""


def _empty_view(quality: Quality) -> View:
    return View(FrameShelf(SECOND_NS // quality.fps), quality)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which devices are to be open, for which quality."""

    choice: DeviceChoice
    quality: Quality


@dataclass(frozen=True, slots=True)
class _Losing:
    """Hears first that the microphone is lost: the server may have led it to a stranger's a moment before."""

    line: MicrophoneLine
    side: FaultListener

    def raised(self, fault: Fault) -> None:
        self.line.take_back()
        self.side.raised(fault)

    def cleared(self, code: FaultCode) -> None:
        self.side.cleared(code)


class DeviceDesk:
    """Orders come from one thread, return at once and are carried out in turn."""

    def __init__(self, devices: Devices, board: FaultBoard, player: Player, tell: Tell) -> None:
        self.line = MicrophoneLine()
        self.calibrator = Calibrator()
        self.view = _empty_view(HD)
        self.hearing: MicrophoneWatch | None = None
        """Watches the microphone; ``None`` while none is open."""
        self.wanted: Wanted | None = None
        self.camera: Slot[VideoSource] = Slot(
            board,
            FaultCode.CAMERA_MISSING,
            FaultCode.CAMERA_LOST,
            FaultCode.CAMERA_FROZEN,
            FaultCode.CAMERA_BLACK,
            busy=FaultCode.CAMERA_BUSY,
        )
        self.microphone: Slot[AudioSource] = Slot(
            board,
            FaultCode.MICROPHONE_MISSING,
            FaultCode.MICROPHONE_LOST,
            FaultCode.MICROPHONE_SILENT,
            FaultCode.MICROPHONE_MUTED,
        )
        self.loudspeaker: Slot[AudioSink] = Slot(board, FaultCode.LOUDSPEAKER_MISSING)
        self._devices = devices
        self._board = board
        self._player = player
        self._unheard = SimLoudspeaker()
        """Without a loudspeaker sound goes on by the clock: the recording has it, the screen its text."""
        self._tell = tell
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._ordered = 0
        self._done = 0
        self._thread = threading.Thread(target=self._run, name="recorder.devices", daemon=True)
        self._thread.start()

    @property
    def settled(self) -> bool:
        """Whether every order so far has been carried out."""
        return self._ordered == self._done

    def open(self, choice: DeviceChoice, quality: Quality) -> None:
        """Have these devices open; what is open already stays so. → ``DevicesOpened``."""
        self.wanted = wanted = Wanted(choice, quality)
        self._submit(lambda: self._open(wanted))

    def adapt(self, quality: Quality) -> None:
        """Have what is wanted open for this quality, without a word if it is."""
        if self.wanted and self.wanted.quality != quality:
            self.wanted = wanted = replace(self.wanted, quality=quality)
            self._submit(lambda: self._provide(wanted))

    def close(self) -> None:
        """Close all devices."""
        self.wanted = None
        self._submit(self._close)

    def play(self, sound: Path, name: str, into_recording: bool, volume: float) -> None:
        """Play a sound file. → ``SoundStarted``, or ``SoundEnded`` at once if it cannot be read."""
        self._submit(lambda: self._play(sound, name, into_recording, volume))

    def play_samples(self, samples: Samples, name: str) -> None:
        """Play a sound that is in memory, not into the recording."""
        self._submit(lambda: self._player.play(samples, name, into_recording=False))

    def stop_playing(self) -> None:
        """Fall silent."""
        self._submit(self._player.stop)

    def say(self, sound: Path) -> None:
        """Have the simulated candidate say this; a real microphone takes no notice."""
        self._submit(lambda: self._say(sound))

    def shut_down(self) -> None:
        """Close everything and end the thread."""
        self.close()
        self._jobs.put(None)
        self._thread.join()

    def _submit(self, job: Callable[[], None]) -> None:
        self._ordered += 1
        self._jobs.put(job)

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=_TRY_AGAIN_S)
            except queue.Empty:
                if wanted := self.wanted:
                    self._provide(wanted)
                continue
            if job is None:
                return
            try:
                job()
            finally:
                self._done += 1

    def _open(self, wanted: Wanted) -> None:
        self._provide(wanted)
        self._tell(DevicesOpened(self.camera.name, self.microphone.name, self.loudspeaker.name))

    def _provide(self, wanted: Wanted) -> None:
        choice, quality = wanted.choice, wanted.quality
        if not quality.video or not choice.camera:
            self.camera.dismiss()
            self.view = _empty_view(quality)
        elif self.camera.provide((choice.camera, quality), lambda side: self._build_camera(wanted, side)):
            self.view = replace(self.view, watch=CameraWatch(self._board, time.monotonic_ns()))
        if not choice.microphone:
            self.hearing = None
            self.microphone.dismiss()
        elif self.microphone.provide(
            choice.microphone,
            lambda side: self._devices.microphone(choice.microphone, self._hear, _Losing(self.line, side)),
        ):
            self.hearing = MicrophoneWatch(self._board, time.monotonic_ns())
        if not choice.loudspeaker:
            self.loudspeaker.dismiss()
        else:
            self.loudspeaker.provide(
                choice.loudspeaker, lambda side: self._devices.loudspeaker(choice.loudspeaker, side)
            )
        self._player.use(self.loudspeaker.device or self._unheard)

    def _build_camera(self, wanted: Wanted, side: FaultListener) -> VideoSource:
        self.view = view = _empty_view(wanted.quality)

        def see(frame: CameraFrame) -> None:
            view.shelf.put(self.calibrator.seen(frame))

        return self._devices.camera(wanted.choice.camera, wanted.quality, see, side)

    def _hear(self, samples: Samples, first_ns: int) -> None:
        self.calibrator.heard(samples, first_ns)
        self.line.put(samples, first_ns)

    def _close(self) -> None:
        self._player.use(None)
        self.hearing = None
        self.view = _empty_view(self.view.quality)
        self.camera.dismiss()
        self.microphone.dismiss()
        self.loudspeaker.dismiss()

    def _play(self, sound: Path, name: str, into_recording: bool, volume: float) -> None:
        try:
            samples = read_sound(sound)
        except DeviceError as error:
            self._tell(FaultRaised(Fault(FaultCode.VOICE_MISSING, str(error))))
            self._tell(SoundEnded(name, complete=False))
            return
        self._player.play(samples, name, into_recording, volume)

    def _say(self, sound: Path) -> None:
        microphone: object = self.microphone.device
        if isinstance(microphone, Speaking):
            try:
                microphone.say(sound)
            except DeviceError as error:
                self._tell(FaultRaised(Fault(FaultCode.VOICE_MISSING, str(error))))
