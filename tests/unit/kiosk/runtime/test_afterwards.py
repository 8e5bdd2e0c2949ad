"""What happens after an interview, while nobody is interviewed."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.assessment.gate import Gate
from kiosk.domain.answer import Outcome
from kiosk.domain.assessment import AnswerGiven, AssessmentInputs
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.ids import QuestionId, SessionId
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Origin, TranscriptionJob, Version, Word
from kiosk.flow.events import AnswerTranscribed, Event, SessionAssessed
from kiosk.flow.states import EnteringCode, Kiosk
from kiosk.ports.backlog import Stretch, UnheardError, Untranscribed
from kiosk.ports.station import Snapshot
from kiosk.ports.transcriber import TranscriberError
from kiosk.runtime.afterwards import Afterwards
from kiosk.runtime.scribe import Scribe
from tests.fakes import SMALL_PACK

PATIENCE_S = 10.0
SESSION = SessionId("s" * 32)
WORK = QuestionId("work")


class FakeTranscriber:
    """Hears the same words in everything, unless it is broken."""

    name = "fake"

    def __init__(self, *, broken: bool = False) -> None:
        self.broken = broken

    def transcribe(self, sound: Path, language: Language) -> Version:
        if self.broken:
            raise TranscriberError("the server is away")
        return Version(Origin.RECOGNISED, self.name, language, (Word("Hello.", 0.0, 0.5, 0.9),))

    def close(self) -> None:
        """Nothing is held."""


class FakeBacklog:
    """Forgets what the events tell it, as the tables would."""

    def __init__(self, scoring: Scoring = Scoring.AI_AND_HUMAN) -> None:
        self.scoring = scoring
        self.events: list[Event] = []
        self.changed = threading.Condition()

    def post(self, event: Event) -> None:
        with self.changed:
            self.events.append(event)
            self.changed.notify_all()

    def wait_for(self, what: Callable[[list[Event]], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: what(self.events), PATIENCE_S), self.events

    def known(self) -> Sequence[Event]:
        """What the journal has."""
        return self.events

    def to_transcribe(self) -> Sequence[Untranscribed]:
        if any(isinstance(event, AnswerTranscribed) for event in self.known()):
            return ()
        job = TranscriptionJob(SESSION, WORK, 1, "en")
        return (Untranscribed(job, Consent(self.scoring, "1"), (Stretch(Path("/none"), 0.0, 1.0),)),)

    def to_assess(self) -> Sequence[AssessmentInputs]:
        told = [type(event) for event in self.known()]
        if told and told[-1] is SessionAssessed:
            return ()
        written = [event for event in self.known() if isinstance(event, AnswerTranscribed)]
        transcript = written[0].transcript if written else None
        answer = AnswerGiven(WORK, asked=True, outcome=Outcome.KEPT, transcript=transcript)
        return (AssessmentInputs(SESSION, SMALL_PACK, "en", self.scoring, (answer,)),)


def afterwards(backlog: FakeBacklog, transcriber: FakeTranscriber | None, folder: Path) -> Afterwards:
    gate = Gate(transcriber)
    return Afterwards(backlog, gate, Scribe(gate, lambda _stretches, _out: None, folder), backlog.post)


def test_answers_are_written_down_and_then_judged_once(tmp_path: Path) -> None:
    backlog = FakeBacklog()
    work = afterwards(backlog, FakeTranscriber(), tmp_path / "hearing")
    work.start()
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: any(isinstance(event, AnswerTranscribed) for event in events))
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: any(isinstance(event, SessionAssessed) for event in events))
    work.stop()
    assert [type(event) for event in backlog.events] == [AnswerTranscribed, SessionAssessed]


def test_without_an_engine_the_session_is_judged_by_what_there_is(tmp_path: Path) -> None:
    backlog = FakeBacklog()
    work = afterwards(backlog, None, tmp_path / "hearing")
    work.start()
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: len(events) == 1)
    work.stop()
    [judged] = backlog.events
    assert isinstance(judged, SessionAssessed)
    assert judged.assessment.scores.overall is None


def test_a_server_that_is_away_stops_nothing(tmp_path: Path) -> None:
    backlog = FakeBacklog()
    work = afterwards(backlog, FakeTranscriber(broken=True), tmp_path / "hearing")
    work.start()
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: any(isinstance(event, SessionAssessed) for event in events))
    work.stop()
    assert not any(isinstance(event, AnswerTranscribed) for event in backlog.events)


class SlowBacklog(FakeBacklog):
    """Learns of nothing until it is told that the journal has it, and counts how often it was asked."""

    asked = 0
    journalled: Sequence[Event] = ()

    def known(self) -> Sequence[Event]:
        return self.journalled

    def to_assess(self) -> Sequence[AssessmentInputs]:
        with self.changed:
            self.asked += 1
            self.changed.notify_all()
        return super().to_assess()


def test_nothing_is_done_twice_while_the_journal_is_slow(tmp_path: Path) -> None:
    backlog = SlowBacklog()
    work = afterwards(backlog, FakeTranscriber(), tmp_path / "hearing")
    work.start()
    for _ in range(3):
        look_once(work, backlog)
    assert [type(event) for event in backlog.events] == [AnswerTranscribed]
    backlog.journalled = tuple(backlog.events)
    for _ in range(3):
        look_once(work, backlog)
    assert [type(event) for event in backlog.events] == [AnswerTranscribed, SessionAssessed]
    work.stop()


def look_once(work: Afterwards, backlog: SlowBacklog) -> None:
    """Until a look that began after this call has ended."""
    before = backlog.asked
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda _: backlog.asked > before)


def test_an_answer_whose_sound_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    backlog = FakeBacklog()

    def torn(_stretches: Sequence[Stretch], _out: Path) -> None:
        raise UnheardError("the track is damaged")

    gate = Gate(FakeTranscriber())
    work = Afterwards(backlog, gate, Scribe(gate, torn, tmp_path / "hearing"), backlog.post)
    work.start()
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: any(isinstance(event, SessionAssessed) for event in events))
    work.stop()
    assert not any(isinstance(event, AnswerTranscribed) for event in backlog.events)


def test_somebody_who_chose_people_only_is_not_written_down_by_software(tmp_path: Path) -> None:
    backlog = FakeBacklog(Scoring.HUMAN_ONLY)
    work = afterwards(backlog, FakeTranscriber(), tmp_path / "hearing")
    work.start()
    work.see(Snapshot(Kiosk(), 0.0))
    backlog.wait_for(lambda events: any(isinstance(event, SessionAssessed) for event in events))
    work.stop()
    assert not any(isinstance(event, AnswerTranscribed) for event in backlog.events)


def test_nothing_is_done_while_somebody_is_interviewed(tmp_path: Path) -> None:
    backlog = FakeBacklog()
    work = afterwards(backlog, FakeTranscriber(), tmp_path / "hearing")
    work.see(Snapshot(Kiosk(EnteringCode()), 0.0))
    work.start()
    work.stop()
    assert backlog.events == []
