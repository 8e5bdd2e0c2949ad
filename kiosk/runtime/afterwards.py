"""After an interview: answers are written down and sessions judged, while nobody is being interviewed."""

import threading
from collections.abc import Callable

import structlog

from kiosk.assessment.assess import assess
from kiosk.assessment.gate import Gate
from kiosk.domain.assessment import AssessmentInputs
from kiosk.domain.ids import SessionId
from kiosk.domain.transcript import Transcript, TranscriptionJob
from kiosk.flow.events import AnswerTranscribed, Event, SessionAssessed
from kiosk.flow.states import Kiosk, ThankYou, Welcome
from kiosk.ports.backlog import Backlog, BacklogError, UnheardError, Untranscribed
from kiosk.ports.station import Snapshot
from kiosk.ports.transcriber import TranscriberError
from kiosk.runtime.scribe import Scribe

log = structlog.get_logger()

LOOK_AGAIN_S = 60.0
"""A server that was away, or an engine set up meanwhile, is tried again this soon."""


class Afterwards:
    """One thread named ``afterwards``. What it learns becomes events; a crash only makes it learn again."""

    def __init__(self, backlog: Backlog, gate: Gate, scribe: Scribe, post: Callable[[Event], None]) -> None:
        self._backlog = backlog
        self._gate = gate
        self._scribe = scribe
        self._post = post
        self._written: set[TranscriptionJob] = set()
        """Answers whose transcripts are on their way into the journal."""
        self._judged: dict[SessionId, str] = {}
        """What the assessments on their way into the journal were made from."""
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
                if self._gate.hears:
                    self._transcribe_all()
                self._assess_all()
            except BacklogError as error:
                log.error("the backlog cannot be read", reason=str(error))

    def _may_work(self) -> bool:
        self._quiet.wait()
        return not self._over.is_set()

    def _transcribe_all(self) -> None:
        """Write down what waits, and nothing twice while the journal is slow."""
        backlog = self._backlog.to_transcribe()
        self._written &= {waiting.job for waiting in backlog}
        for waiting in backlog:
            if waiting.job in self._written:
                continue
            if not self._may_work():
                break
            try:
                self._transcribe(waiting)
            except (UnheardError, OSError) as error:  # a damaged track, or no room for the cut
                log.error("an answer cannot be heard", session=waiting.job.session, reason=str(error))
            except TranscriberError as error:
                log.warning("an answer could not be written down", reason=str(error))
                break

    def _transcribe(self, waiting: Untranscribed) -> None:
        version = self._scribe.write(waiting.stretches, waiting.job.language, waiting.consent)
        if version is not None:
            job = waiting.job
            self._post(AnswerTranscribed(job.session, Transcript(job.question, job.attempt, (version,))))
            self._written.add(job)

    def _assess_all(self) -> None:
        """Judge what waits; those whose transcripts the backlog cannot know yet have their turn next."""
        backlog = self._backlog.to_assess()
        waiting = {inputs.session for inputs in backlog}
        self._judged = {session: made for session, made in self._judged.items() if session in waiting}
        incomplete = {job.session for job in self._written}
        for inputs in backlog:
            if not self._may_work():
                return
            if inputs.session not in incomplete:
                self._assess(inputs)

    def _assess(self, inputs: AssessmentInputs) -> None:
        assessment = assess(inputs)
        if self._judged.get(inputs.session) != assessment.inputs_sha256:
            self._post(SessionAssessed(inputs.session, assessment, self._gate.advise(inputs)))
            self._judged[inputs.session] = assessment.inputs_sha256


def nobody_is_interviewed(kiosk: Kiosk) -> bool:
    """Whether the computer has time."""
    return isinstance(kiosk.scene, Welcome | ThankYou)
