"""The recorder inside its process: orders in, facts out, and the status at any moment.

Orders come from one thread (the process's door) and return at once, except that ``begin`` creates files.
Facts are told from any thread.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from capture.boxes import Layouts
from capture.calibration import programme
from capture.desk import DeviceDesk
from capture.disk import Disk
from capture.encoder import opens, problem_with
from capture.errors import CaptureError, FFmpegError
from capture.health import FaultBoard
from capture.log import name_session
from capture.memory import clear_away
from capture.player import Player
from capture.proof import proved
from capture.pump import Pump
from capture.run import Run
from capture.scanner import CodeScanner
from capture.screen import ScreenDesk
from capture.segments import Segment, broken_off, in_software
from capture.sources import CameraFrame, Devices
from capture.space import NO_SPACE, Limits, SpaceWatch
from capture.status import described
from capture.timeline import EndCause
from kiosk.domain import calibration
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.masks import Masks
from kiosk.domain.recording import HD, SOFTWARE, DeviceChoice, Recording, RecordingOrder
from kiosk.flow.facts import (
    CodeSeen,
    FaultRaised,
    RecorderFact,
    RecordingFinished,
    RecordingStarted,
    RecordingStopped,
    SyncMeasured,
    SyncNotMeasured,
)
from kiosk.ports.recorder import RecorderStatus

log = logging.getLogger("recorder")


class Recorder:
    """One booth's devices and at most one running segment.

    ``folder`` is where free space is watched until the first ``begin``.
    """

    def __init__(
        self,
        devices: Devices,
        tell: Callable[[RecorderFact], None],
        folder: Path,
        limits: Limits | None = None,
    ) -> None:
        self._tell = tell
        self._board = FaultBoard(tell)
        self._player = Player(tell)
        self._desk = DeviceDesk(devices, self._board, self._player, tell)
        self._pump = Pump(self._desk, self._player, self._board, self._ended)
        self._screen = ScreenDesk(self._pump.veil, tell)
        self._scanner = CodeScanner(self._uncovered, lambda code: tell(CodeSeen(code)))
        self._space = SpaceWatch(self._board, limits or Limits(), folder)
        self._work: list[threading.Thread] = []
        self._run: Run | None = None
        self._finishing: set[str] = set()

    @property
    def preview_handle(self) -> int:
        """The shared memory of the preview, as a file handle."""
        return self._pump.preview.handle

    @property
    def recording(self) -> Run | None:
        """The run that records now and is not about to end."""
        return self._run if self._run and self._run.ending is None else None

    @property
    def busy(self) -> bool:
        """Whether a recording is running, being closed or being finished."""
        return bool(self._finishing) or (self._run is not None and not self._run.closed.is_set())

    def open(self, choice: DeviceChoice) -> None:
        """See ``kiosk.ports.recorder``; while recording the quality stays."""
        run = self.recording
        self._desk.open(choice, run.segment.order.quality if run else HD)

    def close(self) -> None:
        """Close the devices, unless recording."""
        if not self.busy:
            self._scanner.switch(False)
            self._desk.close()
            self._pump.submit(self._pump.preview.wipe)

    def scan(self, on: bool) -> None:
        """Look for codes or not."""
        self._scanner.switch(on)

    def begin(self, order: RecordingOrder) -> None:
        """Start the session's next segment. → ``RecordingStarted`` or ``FaultRaised``."""
        if run := self.recording:
            self._answer_running(run, order)
        elif problem := self._obstacle(order):
            self._tell(FaultRaised(problem))
        else:
            self._scanner.switch(False)
            self._create(order)

    def mark(self, key: str, title: str, label: str) -> None:
        """Start a chapter now."""
        if run := self.recording:
            at_ns = time.monotonic_ns()
            self._pump.submit(lambda: run.mark(at_ns, key, title, label))

    def mask(self, masks: Masks) -> None:
        """Cover or uncover."""
        self._pump.veil.set(masks)

    def play(self, sound: Path, name: str, into_recording: bool, volume: float = 1.0) -> None:
        """Play a sound file. → ``SoundStarted``, ``SoundEnded``."""
        self._desk.play(sound, name, into_recording, volume)

    def stop_playing(self) -> None:
        """Fall silent."""
        self._desk.stop_playing()

    def say(self, sound: Path) -> None:
        """Have the simulated candidate say this."""
        self._desk.say(sound)

    def sample(self, seconds: float) -> None:
        """Keep the next seconds in memory. → ``SampleRecorded``."""
        self._pump.submit(lambda: self._pump.sampler.begin(seconds, self._tell))

    def play_sample(self) -> None:
        """Play them back."""
        self._desk.play_samples(self._pump.sampler.samples, "sample")

    def discard_sample(self) -> None:
        """Forget them."""
        self._pump.submit(self._pump.sampler.discard)

    def calibrate(self) -> None:
        """Chirp and look for flashes. → ``SyncMeasured`` or ``SyncNotMeasured``."""
        if problem := self._not_to_be_calibrated():
            self._tell(SyncNotMeasured(problem))
            return
        self._in_background(lambda: self._tell(self._calibrated()))
        self._desk.play_samples(programme(), calibration.SOUND)

    def prove(self, key: str, start_mono_s: float, end_mono_s: float) -> None:
        """Examine what was recorded lately. → ``CaptureProved`` or ``CaptureUnproved``."""
        segment = self._run.segment if self._run else None
        self._in_background(lambda: self._tell(proved(key, segment, start_mono_s, end_mono_s)))

    def record_screen(self, display: str) -> None:
        """Film a display while recording. → ``ScreenRecordingStarted`` or ``ScreenRecordingEnded``."""
        self._screen.start(display, self.recording.segment if self.recording else None)

    def stop_screen(self) -> None:
        """End the film. → ``ScreenRecordingEnded``."""
        self._screen.stop()

    def stop(self, reason: str, cause: EndCause = EndCause.STOPPED) -> None:
        """Close the running segment. → ``RecordingStopped``."""
        if run := self.recording:
            run.end(cause, reason)

    def finish(self, order: RecordingOrder) -> None:
        """Join the session's segments. → ``RecordingFinished`` or ``FaultRaised``."""
        if order.session in self._finishing:
            return
        run = self._run if self._run and self._run.segment.order.session == order.session else None
        if run:
            run.end(EndCause.FINISHED)
        self._finishing.add(order.session)
        self._in_background(lambda: self._finalise(order, run))

    def poll(self) -> None:
        """Call it some 20 times a second: ends of sounds, free space."""
        self._player.poll()
        self._space.look()
        if self._space.full:
            self.stop("no space left", EndCause.DISK_FULL)
        elif self._space.low:
            self._economise()

    def status(self) -> RecorderStatus:
        """The recorder at this moment."""
        return described(self._desk, self._pump, self._board, self.recording, self._space.free_bytes)

    def shut_down(self, reason: str) -> None:
        """End a running segment cleanly, wait for what is being finished, close everything."""
        self.stop(reason, EndCause.TERMINATED)
        if self._run:
            self._run.closed.wait()
        for thread in self._work:
            thread.join()
        self._scanner.switch(False)
        self._pump.shut_down()
        self._desk.shut_down()

    def _not_to_be_calibrated(self) -> str:
        """Why flashes and chirps could tell nothing now; empty when they could."""
        desk, masks = self._desk, self._pump.veil.now
        if self.busy:
            return "a recording is running"
        if masks.camera or masks.microphone:
            return "the camera or the microphone is covered"
        missing = [slot for slot in (desk.camera, desk.microphone, desk.loudspeaker) if slot.device is None]
        return "a device is missing" if missing else ""

    def _calibrated(self) -> SyncMeasured | SyncNotMeasured:
        offset = self._desk.calibrator.measure()
        if offset is None:
            return SyncNotMeasured("flashes and chirps were not seen and heard clearly enough")
        self._desk.calibrator.correct(offset.picture_late_ms)
        return SyncMeasured(offset.picture_late_ms, offset.spread_ms, offset.flashes)

    def _economise(self) -> None:
        run = self.recording
        if run and run.segment.counts.frames and not run.thrifty:
            run.thrifty = True
            self._pump.submit(run.segment.economise)

    def _answer_running(self, run: Run, order: RecordingOrder) -> None:
        if run.segment.order.session != order.session:
            detail = "another session is being recorded"
            self._tell(FaultRaised(Fault(FaultCode.RECORDING_NOT_STARTED, detail)))
        elif run.segment.counts.frames:
            self._tell_started(run)

    def _obstacle(self, order: RecordingOrder) -> Fault | None:
        if self._desk.wanted is None:
            return Fault(FaultCode.RECORDING_NOT_STARTED, "no devices have been opened")
        if order.session in self._finishing:
            return Fault(FaultCode.RECORDING_NOT_STARTED, "this session is being finished")
        if problem := problem_with(order.quality):
            return Fault(FaultCode.RECORDING_NOT_STARTED, problem)
        self._space.folder = Path(order.folder)
        self._space.look(now=True)
        if self._space.full:
            return Fault(FaultCode.DISK_FULL, f"{self._space.free_bytes >> 20} MiB free")
        return None

    def _create(self, order: RecordingOrder) -> None:
        order = self._trusted(order)
        disk = Disk(self._disk_failed)
        try:
            segment = Segment(order, disk)
        except (OSError, CaptureError) as error:
            disk.close()
            self._tell(FaultRaised(_fault_of(error)))
            return
        self._desk.adapt(order.quality)
        self._desk.calibrator.correct(order.picture_late_ms)
        self._board.forget(FaultCode.DATA_UNWRITABLE)
        self._run = Run(segment, time.monotonic_ns(), self._tell_started)
        self._pump.add(self._run)

    def _trusted(self, order: RecordingOrder) -> RecordingOrder:
        """A hardware encoder that does not start, or may have brought the last segment down, is not used."""
        quality = order.quality
        if quality.encoder == SOFTWARE or (opens(quality) and not broken_off(Path(order.folder))):
            return order
        log.warning("%s is not trusted any more", quality.encoder)
        return in_software(order)

    def _tell_started(self, run: Run) -> None:
        segment = run.segment
        name_session(segment.order.session)
        self._tell(RecordingStarted(segment.order.session, segment.number, segment.started_wall))

    def _ended(self, run: Run) -> None:
        self._in_background(lambda: self._close_segment(run))

    def _in_background(self, job: Callable[[], None]) -> None:
        thread = threading.Thread(target=job, name="recorder.finish")
        self._work = [*filter(threading.Thread.is_alive, self._work), thread]
        thread.start()

    def _close_segment(self, run: Run) -> None:
        assert run.ending
        self._screen.close()
        try:
            run.segment.end(run.ending.cause, run.ending.reason)
        except CaptureError as error:
            log.warning("segment %d ends without its last pictures: %s", run.segment.number, error)
        finally:
            run.closed.set()
        if run.ending.cause is not EndCause.FINISHED:
            self._tell(RecordingStopped(run.segment.order.session, run.segment.number))

    def _finalise(self, order: RecordingOrder, run: Run | None) -> None:
        if run:
            run.closed.wait()
        try:
            self._tell(RecordingFinished(order.session, _finished(order, _layouts(run))))
        except (CaptureError, OSError, ValueError) as error:
            self._tell(FaultRaised(Fault(FaultCode.RECORDING_NOT_FINISHED, str(error))))
        finally:
            self._finishing.discard(order.session)
            run = self.recording
            name_session(run.segment.order.session if run else "")
            if run is None:
                clear_away()

    def _disk_failed(self, error: OSError) -> None:
        if error.errno in NO_SPACE:
            self._space.no_room()
        else:
            self._board.raised("disk", _fault_of(error))
        self.stop(str(error), EndCause.DISK_FULL)

    def _uncovered(self) -> CameraFrame | None:
        return None if self._pump.veil.now.camera else self._desk.view.shelf.newest


def _layouts(run: Run | None) -> Layouts:
    """What this process knows of the session's files without reading them."""
    layout = run.segment.layout if run else None
    return {run.segment.number: layout} if run and layout else {}


def _finished(order: RecordingOrder, known: Layouts) -> Recording:
    """The session in one file. ffmpeg gets a second chance: whatever killed it may be over."""
    from capture.finalise import finalise  # not needed to start recording, so not loaded before

    try:
        return finalise(Path(order.folder), order.session, known)
    except FFmpegError as error:
        log.warning("finishing once more: %s", error)
        return finalise(Path(order.folder), order.session, known)


def _fault_of(error: Exception) -> Fault:
    code = FaultCode.RECORDING_NOT_STARTED
    if isinstance(error, OSError):
        full = error.errno in NO_SPACE
        code = FaultCode.DISK_FULL if full else FaultCode.DATA_UNWRITABLE
    return Fault(code, str(error))
