"""During an interview: answers are written down while the next ones are given, so that they can be read back.

What waits follows from the state. So nothing is forgotten over a crash, nothing is ordered, and nobody waits:
what is not ready by the review is written down afterwards.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog

from kiosk.assessment.followup import follow_up
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Language, Question
from kiosk.domain.transcript import Transcript, Version
from kiosk.flow.events import AnswerTranscribed, Event, FollowUpFound, WordsRespoken
from kiosk.flow.states import Correcting, Finishing, Kiosk, Respeaking, Reviewing, Run, ThankYou, run_of
from kiosk.ports.backlog import Stretch, UnheardError
from kiosk.ports.clock import Clock
from kiosk.ports.station import Snapshot
from kiosk.ports.transcriber import TranscriberError
from kiosk.runtime.clock import moment
from kiosk.runtime.scribe import Scribe

log = structlog.get_logger()

SETTLED_S = 1.5
"""The recorder has what was said on the disk within this."""
LOOK_AGAIN_S = 0.5
TRY_AGAIN_S = 20.0
"""A server that was away is asked again this soon."""
_LOWEST_PRIORITY = 19

Where = Callable[[SessionId, Moment, Moment], Sequence[Stretch]]
"""Where in a session's voice tracks something was said."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something said that nobody has written down: an answer, or some words of one said again."""

    run: Run
    began: Moment
    ended: Moment
    question: QuestionId | None = None
    """``None``: words said again."""
    attempt: int = 0
    language: Language = ""
    """Empty: the one the interview is in now."""

    @property
    def key(self) -> tuple[SessionId, Moment]:
        """Tells it from everything else that waits."""
        return self.run.session, self.ended

    def told(self, version: Version) -> Event:
        """The fact that it has been written down."""
        if self.question is None:
            return WordsRespoken(self.run.session, version)
        return AnswerTranscribed(self.run.session, Transcript(self.question, self.attempt, (version,)))


class Meanwhile:
    """One thread named ``meanwhile``, of the lowest priority: a model in this process costs no frame."""

    def __init__(self, scribe: Scribe, where: Where, clock: Clock, post: Callable[[Event], None]) -> None:
        self._scribe = scribe
        self._where = where
        self._clock = clock
        self._post = post
        self._snapshot: Snapshot | None = None
        self._done: dict[tuple[SessionId, Moment], float] = {}
        """What was told or failed, and when it may be tried again."""
        self._examined: set[tuple[SessionId, QuestionId, int]] = set()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="meanwhile")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def see(self, snapshot: Snapshot) -> None:
        """Watch the station."""
        self._snapshot = snapshot
        self._look.set()

    def stop(self) -> None:
        """Finish what is at hand, then end."""
        self._over.set()
        self._look.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        with suppress(OSError, AttributeError):  # where threads have no priority of their own
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOWEST_PRIORITY)
        while not self._over.is_set():
            self._follow_up()
            left = list(waiting(self._snapshot.kiosk, hears=self._scribe.hears)) if self._snapshot else []
            if not left:
                self._look.wait()
                self._look.clear()
            elif (ready := next(filter(self._may_be_read, left), None)) is not None:
                self._write(ready)
            else:
                self._over.wait(LOOK_AGAIN_S)

    def _follow_up(self) -> None:
        """What has been written down may want a further question; each text is looked at once."""
        for question, transcript, run in unexamined(self._snapshot.kiosk) if self._snapshot else ():
            key = run.session, transcript.question, transcript.attempt
            if key not in self._examined:
                self._examined.add(key)
                found = follow_up(question, transcript.latest)
                if found is not None:
                    self._post(FollowUpFound(run.session, question.id, found.id))

    def _may_be_read(self, said: Waiting) -> bool:
        now = moment(self._clock)
        if now.mono_s < self._done.get(said.key, 0.0):
            return False
        return now.boot_id != said.ended.boot_id or now.seconds_after(said.ended) >= SETTLED_S

    def _write(self, said: Waiting) -> None:
        version = self._version(said)
        if version is not None:
            self._post(said.told(version))
        elif said.question is None:
            self._post(WordsRespoken(said.run.session, None))
        self._done[said.key] = moment(self._clock).mono_s + TRY_AGAIN_S

    def _written(self, said: Waiting, stretches: Sequence[Stretch]) -> Version | None:
        return self._scribe.write(stretches, said.language or said.run.language, said.run.consent)

    def _version(self, said: Waiting) -> Version | None:
        run = said.run
        try:
            stretches = self._where(run.session, said.began, said.ended)
            return self._written(said, stretches) if stretches else None
        except (UnheardError, OSError) as error:
            log.error("an answer cannot be heard", session=run.session, reason=str(error))
        except TranscriberError as error:
            log.warning("an answer could not be written down", session=run.session, reason=str(error))
        return None


def waiting(kiosk: Kiosk, *, hears: bool = True) -> Iterator[Waiting]:
    """What may be written down now; words said again first, for somebody looks at the screen for them."""
    scene = kiosk.scene
    run = run_of(scene)
    if run is None or not run.consent.scoring.allows_software:
        return
    if isinstance(scene, Finishing | ThankYou):
        return  # what is left is for afterwards
    match scene:
        case Reviewing(correcting=Correcting(respeaking=Respeaking(began=began, ended=Moment() as ended))):
            yield Waiting(run, began, ended)
        case _:
            pass
    if not hears:
        return
    known = {(transcript.question, transcript.attempt) for transcript in run.transcripts}
    for attempt in run.attempts:
        if (attempt.question, attempt.number) not in known and _kept(attempt) and attempt.started:
            place = run, attempt.started, attempt.ended
            yield Waiting(*place, attempt.question, attempt.number, attempt.language)


def unexamined(kiosk: Kiosk) -> Iterator[tuple[Question, Transcript, Run]]:
    """Questions of the pack whose kept answers have a text and no follow-up yet."""
    run = run_of(kiosk.scene)
    if run is None or not run.consent.scoring.allows_software:
        return
    followed = {further.of for further in run.further}
    for question in run.pack.questions:
        transcript = run.transcript(question.id)
        if transcript is not None and question.followups and question.id not in followed:
            yield question, transcript, run


def _kept(attempt: Attempt) -> bool:
    return attempt.outcome is Outcome.KEPT
