"""After an interview: answers are written down and sessions judged, while nobody is being interviewed."""

import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog

from kiosk.assessment.assess import assess
from kiosk.assessment.gate import Gate
from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.ids import SessionId
from kiosk.domain.transcript import Transcript, Version
from kiosk.flow.events import AnswerTranscribed, Event, SessionAssessed
from kiosk.flow.states import Kiosk, ThankYou, Welcome
from kiosk.ports.backlog import Backlog, BacklogError, Stretch, UnheardError, Untranscribed
from kiosk.ports.station import Snapshot
from kiosk.ports.transcriber import TranscriberError

log = structlog.get_logger()

LOOK_AGAIN_S = 60.0
"""A server that was away, or an engine set up meanwhile, is tried again this soon."""

Clip = Callable[[Sequence[Stretch], Path], None]
"""Writes the stretches one after the other as one sound file. Raises ``UnheardError``."""


class Afterwards:
    """One thread named ``afterwards``. What it learns becomes events; a crash only makes it learn again."""

    def __init__(self, backlog: Backlog, gate: Gate, clip: Clip, post: Callable[[Event], None]) -> None:
        self._backlog = backlog
        self._gate = gate
        self._clip = clip
        self._post = post
        self._quiet = threading.Event()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="afterwards")

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

    def stop(self) -> None:
        """Finish the answer at hand, then end."""
        self._over.set()
        self._quiet.set()
        self._look.set()
        self._thread.join()
        self._gate.close()

    def _run(self) -> None:
        while not self._over.is_set():
            self._look.wait(LOOK_AGAIN_S)
            self._look.clear()
            try:
                written = self._transcribe_all() if self._gate.hears else frozenset()
                self._assess_all(written)
            except BacklogError as error:
                log.error("the backlog cannot be read", reason=str(error))

    def _may_work(self) -> bool:
        self._quiet.wait()
        return not self._over.is_set()

    def _transcribe_all(self) -> frozenset[SessionId]:
        """Write down what waits; the sessions whose transcripts are on their way into the journal."""
        written: set[SessionId] = set()
        for waiting in self._backlog.to_transcribe():
            if not self._may_work():
                break
            try:
                version = self._transcribed(waiting)
            except (UnheardError, OSError) as error:  # a damaged track, or no room for the cut
                log.error("an answer cannot be heard", session=waiting.job.session, reason=str(error))
                continue
            except TranscriberError as error:
                log.warning("an answer could not be written down", reason=str(error))
                break
            if version is not None:
                job = waiting.job
                transcript = Transcript(job.question, job.attempt, (version,))
                self._post(AnswerTranscribed(job.session, transcript))
                written.add(job.session)
        return frozenset(written)

    def _transcribed(self, waiting: Untranscribed) -> Version | None:
        with tempfile.TemporaryDirectory(prefix="answer-") as folder:
            sound = Path(folder) / "answer.wav"
            self._clip(waiting.stretches, sound)
            found = self._gate.transcribe(sound, waiting.job.language, waiting.consent)
        return found if isinstance(found, Version) else None

    def _assess_all(self, written: frozenset[SessionId]) -> None:
        """Judge what waits; those whose transcripts the backlog cannot know yet have their turn next."""
        for inputs in self._backlog.to_assess():
            if not self._may_work():
                return
            if inputs.session not in written:
                self._assess(inputs)

    def _assess(self, inputs: AssessmentInputs) -> None:
        self._post(SessionAssessed(inputs.session, assess(inputs), self._gate.advise(inputs)))


def nobody_is_interviewed(kiosk: Kiosk) -> bool:
    """Whether the computer has time."""
    return isinstance(kiosk.scene, Welcome | ThankYou)
