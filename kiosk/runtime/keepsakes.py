"""After an interview: small pictures of the recording, and the copies the station is to keep.

A candidate who comes meanwhile needs the computer more: the copy at hand is given up and begun again later.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import structlog

from kiosk.domain.copies import CopyForm, CopyOutcome
from kiosk.ports.backlog import BacklogError
from kiosk.ports.copies import CopyError, CopyJob, CopyMaker, Finished
from kiosk.ports.station import Snapshot
from kiosk.runtime.afterwards import LOOK_AGAIN_S, nobody_is_interviewed

log = structlog.get_logger()

Painter = Callable[[Path, Path], None]
"""Writes small pictures of a recording into a folder. Raises ``CopyError``."""


class Keepsakes:
    """One thread named ``keepsakes``. What exists is never made again; what fails, not before a restart."""

    def __init__(
        self, finished: Callable[[], Sequence[Finished]], paint: Painter, copy: CopyMaker, *forms: CopyForm
    ) -> None:
        self._finished = finished
        self._paint = paint
        self._copy = copy
        self._forms = forms
        self.files = threading.Lock()
        """Held while files are read or made: whoever seals or erases them waits."""
        self._failed: set[Path] = set()
        self._job: CopyJob | None = None
        self._quiet = threading.Event()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="keepsakes")

    def start(self) -> None:
        """Begin with whatever is left over."""
        self._thread.start()

    def see(self, snapshot: Snapshot) -> None:
        """Watch the station: work only while nobody is being interviewed."""
        if nobody_is_interviewed(snapshot.kiosk):
            self._quiet.set()
            self._look.set()
        else:
            self._quiet.clear()
            self._give_up()

    def stop(self) -> None:
        """Give up what is at hand, then end."""
        self._over.set()
        self._quiet.set()
        self._look.set()
        self._give_up()
        self._thread.join()

    def _give_up(self) -> None:
        if job := self._job:
            job.cancel()

    def _run(self) -> None:
        while not self._over.is_set():
            self._look.wait(LOOK_AGAIN_S)
            self._look.clear()
            try:
                for recording in self._finished():
                    self._keep(recording)
            except (BacklogError, OSError) as error:
                log.error("recordings cannot be looked at", reason=str(error))

    def owes(self, recording: Finished) -> bool:
        """Whether something is still to be made of it. Any thread may ask."""
        return any(what not in self._failed for what, _ in self._wanting(recording))

    def _keep(self, recording: Finished) -> None:
        for what, make in self._wanting(recording):
            self._try(what, make)

    def _wanting(self, recording: Finished) -> Iterator[tuple[Path, Callable[[], None]]]:
        if recording.has_picture and not recording.pictured:
            yield recording.pictures, partial(self._paint, recording.file, recording.pictures)
        for form in self._forms:
            target = recording.copies / f"recording.{form.ending}"
            if (recording.has_picture or form is CopyForm.WEBM) and not target.exists():
                yield target, partial(self._make, recording.file, target, form)

    def _make(self, source: Path, target: Path, form: CopyForm) -> None:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        self._job = job = self._copy(source, target, form)
        if not self._quiet.is_set() or self._over.is_set():
            job.cancel()
        if job.run() is CopyOutcome.DONE:
            log.info("a copy was made", form=form)
        self._job = None

    def _try(self, what: Path, make: Callable[[], None]) -> None:
        self._quiet.wait()
        if self._over.is_set() or what in self._failed:
            return
        try:
            with self.files:
                make()
        except (CopyError, OSError) as error:  # of this one: the others are made nevertheless
            self._failed.add(what)
            log.error("a copy cannot be made", what=what.name, reason=str(error))
