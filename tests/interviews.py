"""Interviews without an engine: events go through the machine and into a journal, on a clock of their own."""

from datetime import UTC, datetime, timedelta

from kiosk.domain.consent import Scoring
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.invitation import Invitation
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Pack, Question, QuestionKind
from kiosk.domain.recording import Chapter, Gap, GapCause, Quality, Recording, Segment
from kiosk.domain.surroundings import NetworkLink, Surroundings
from kiosk.flow.events import (
    AnswerEnded,
    BeginRequested,
    CheckFinished,
    CodeEntered,
    ConsentGiven,
    EndConfirmed,
    Event,
    InvitationAccepted,
    NewInterviewRequested,
    RetakeRequested,
    SampleConfirmed,
    SampleRequested,
    SpeakerConfirmed,
    SpeakerTestRequested,
    StationStarted,
    TimePassed,
    told_session,
)
from kiosk.flow.facts import (
    DevicesOpened,
    RecordingFinished,
    RecordingStarted,
    SampleRecorded,
    SoundEnded,
    SoundStarted,
    SyncMeasured,
)
from kiosk.flow.machine import advance
from kiosk.flow.recovery import timing
from kiosk.flow.states import Kiosk, session_of
from kiosk.ports.journal import Journal
from storage.times import wall

SESSION = SessionId("5e" * 16)
NOON = datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC)

STORY = Question(
    QuestionId("story"),
    QuestionKind.GENERAL,
    {"en": "Tell us about a day at work you remember."},
    avatar="ada",
    answer_limit_s=120.0,
    retakes=1,
    keywords=("work",),
)
SORTING = Question(
    QuestionId("sorting"),
    QuestionKind.CODING,
    {"en": "How would you sort a list that does not fit into memory?"},
    avatar="ada",
    answer_limit_s=180.0,
    may_skip=True,
    problem={"en": "## The task\n\nSort *100 GB* of numbers with **1 GB** of memory."},
)
PACK = Pack(PackId("two"), "1.0", {"en": "Two questions"}, ("en",), (STORY, SORTING))
SURROUNDINGS = Surroundings((NetworkLink("eth0", 1000),), {"en": "a calm voice"}, "5e" * 32, "Kim")


def invitation(name: str = "1") -> Invitation:
    return Invitation(f"invitation-{name}", CandidateId(f"candidate-{name}"), PACK.id)


class Interview:
    """A kiosk whose state, journal and clock move only when something happens."""

    def __init__(
        self, journal: Journal, session: SessionId = SESSION, boot: str = "boot-1", pack: Pack = PACK
    ) -> None:
        self.journal = journal
        self.session = session
        self.boot = boot
        self.pack = pack
        self.kiosk = Kiosk()
        self.mono_s = 1000.0
        self.wall = NOON
        self._before: Moment | None = None

    def now(self) -> Moment:
        return Moment(wall(self.wall), self.boot, self.mono_s)

    def happen(self, *events: Event, after_s: float = 1.0) -> None:
        """Each event, ``after_s`` seconds after the one before it; all of them must mean something."""
        for event in events:
            self.mono_s += after_s
            self.wall += timedelta(seconds=after_s)
            now = self.now()
            step = advance(self.kiosk, event, timing(event, now, self._before))
            assert step is not None, f"{event} means nothing in {self.kiosk.scene}"
            session = told_session(event) or session_of(step[0].scene) or session_of(self.kiosk.scene)
            self.journal.append(event, now, session, step[0])
            self.kiosk, self._before = step[0], now

    def begin(self, station_starts: bool = True) -> None:
        if station_starts:
            self.happen(StationStarted("0.1.0"))
        self.happen(BeginRequested(), CodeEntered("K7QF2MXP9RTD"))

    def accept(self, invited: Invitation | None = None) -> None:
        self.happen(InvitationAccepted(self.session, invited or invitation(), self.pack, SURROUNDINGS))

    def consent(self, scoring: Scoring = Scoring.HUMAN_ONLY) -> None:
        self.happen(ConsentGiven(scoring, "2026-11"))

    def check_devices(self) -> None:
        self.happen(DevicesOpened("Logitech C920", "Blue Yeti", "Desk speaker"))
        self.happen(SpeakerTestRequested(), SoundEnded("speaker-test", True), SpeakerConfirmed())
        self.happen(SampleRequested(), SampleRecorded(3.0, -12.0, True), SoundEnded("sample", True))
        self.happen(SampleConfirmed(), CheckFinished())
        self.happen(SyncMeasured(12.5, 1.0, 4), after_s=0.0)

    def start_recording(self, segment: int = 1) -> None:
        self.happen(RecordingStarted(self.session, segment, wall(self.wall)))

    def ask(self, question: Question) -> None:
        name = f"question:{question.id}"
        self.happen(SoundStarted(name, self.mono_s + 1.0, 4.0))
        self.happen(SoundEnded(name, True), after_s=4.0)

    def arrive_and_ask(self) -> None:
        """Up to the candidate's first word."""
        self.begin()
        self.accept()
        self.consent()
        self.check_devices()
        self.start_recording()
        self.ask(STORY)

    def answer_all(self) -> None:
        """One retake, then both answers."""
        self.happen(TimePassed(), TimePassed(), AnswerEnded(), RetakeRequested(), after_s=5.0)
        self.happen(TimePassed(), AnswerEnded(), after_s=5.0)
        self.ask(SORTING)
        self.happen(TimePassed(), AnswerEnded(), after_s=5.0)

    def finish_recording(self) -> None:
        self.happen(RecordingFinished(self.session, self.recording()))

    def finish(self) -> None:
        self.happen(EndConfirmed())
        self.finish_recording()

    def whole(self) -> None:
        """From the welcome to the welcome."""
        self.arrive_and_ask()
        self.answer_all()
        self.finish()
        self.happen(NewInterviewRequested())

    def recording(self) -> Recording:
        """What the recorder would say now: two segments with five lost seconds between them."""
        first = Segment(1, self._wall(15), self.boot, 1014.8, 0.0, 22.0, 660, 2, 0, 1_056_000, 0)
        second = Segment(2, self._wall(42), self.boot, 1041.8, 22.0, 24.4, 732, 0, 0, 1_171_200, 0)
        return Recording(
            file=f"video_files/interview_{self.session}_20261120T120017Z.mp4",
            sha256="ab" * 32,
            size_bytes=15_600_000,
            duration_s=46.4,
            format="mp4",
            quality=Quality(),
            started_wall=first.started_wall,
            segments=(first, second),
            chapters=(
                Chapter("question:story", "1. Tell us about a day at work you remember.", 0.0, 30.4),
                Chapter("question:sorting", "2. How would you sort a list?", 30.4, 46.4),
            ),
            gaps=(
                Gap(GapCause.CAMERA_LOST, 8.0, 4.0, True),
                Gap(GapCause.RECORDER_LOST, 22.0, 5.0, False),
            ),
            voice_tracks=("audio_files/segment_001.flac", "audio_files/segment_002.flac"),
        )

    def _wall(self, after_s: float) -> str:
        return wall(NOON + timedelta(seconds=after_s))
