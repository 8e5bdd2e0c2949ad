"""Between two questions: a model words the follow-up that is to come, if candidate and station want it.

What waits follows from the state, as in ``meanwhile``. The pack's own follow-up stands there already; it is
asked whenever the model, the rules or the voice have not made another of it by then.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import structlog

from kiosk.assessment.gate import Gate
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Question
from kiosk.domain.wording import Unworded
from kiosk.flow.events import Event, FollowUpWorded
from kiosk.flow.further import unworded
from kiosk.flow.states import Further, Kiosk, Questioning, Run, run_of
from kiosk.ports.station import Snapshot
from kiosk.runtime.rehearsal import Rehearsal

log = structlog.get_logger()

_LOWEST_PRIORITY = 19


class Rewording:
    """One thread named ``rewording``, of the lowest priority. Each follow-up is tried once."""

    def __init__(self, gate: Gate, rehearsal: Rehearsal, post: Callable[[Event], None]) -> None:
        self._gate = gate
        self._rehearsal = rehearsal
        self._post = post
        self._snapshot: Snapshot | None = None
        self._tried: set[tuple[SessionId, QuestionId]] = set()
        self._look = threading.Event()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rewording")

    def start(self) -> None:
        """Begin; a station without a model for this has nothing to begin."""
        if self._gate.words_follow_ups:
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
            found = next(self._untried(), None)
            if found is None:
                self._look.wait()
                self._look.clear()
            else:
                self._tried.add((found[0].session, found[1].question.id))
                self._take(*found)

    def _untried(self) -> Iterator[tuple[Run, Further]]:
        for run, further in to_prepare(self._snapshot.kiosk) if self._snapshot else ():
            if (run.session, further.question.id) not in self._tried:
                yield run, further

    def _take(self, run: Run, further: Further) -> None:
        if further.wording is not None:  # worded before a power cut
            self._can_be_heard(run, further.question, further.wording.text)
            return
        said = run.transcript(further.of)
        question = next(one for one in run.pack.questions if one.id == further.of)
        assert said is not None
        wording = self._gate.word(question, said.latest, run.language, run.consent)
        if isinstance(wording, Unworded):
            log.info("the pack's own follow-up stands", session=run.session, reason=wording.value)
        elif self._can_be_heard(run, further.question, wording.text):
            self._post(FollowUpWorded(run.session, question.id, wording))

    def _can_be_heard(self, run: Run, question: Question, text: str) -> bool:
        """Not of somebody who has gone meanwhile: their words are wiped already."""
        now = run_of(self._snapshot.kiosk.scene) if self._snapshot else None
        here = now is not None and now.session == run.session
        return here and self._rehearsal.prepare(text, run.language, question.avatar)


def to_prepare(kiosk: Kiosk) -> Iterator[tuple[Run, Further]]:
    """Follow-ups that a model may word, and those with words that have to be rendered after a restart."""
    run = run_of(kiosk.scene)
    if run is None or not run.consent.scoring.allows_software:
        return
    asked = kiosk.scene.further if isinstance(kiosk.scene, Questioning) else None
    for further in unworded(run):
        if further != asked and run.transcript(further.of) is not None:
            yield run, further
    for further in run.further:
        if further.wording is not None:
            yield run, further
