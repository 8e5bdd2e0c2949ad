"""Sample states, one of each kind, and a station that stands still in one: for pictures and tests."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from kiosk.domain.accommodations import Accommodations, Captions, Comfort
from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.code import (
    CodeAttempt,
    CodeDraft,
    CodeLanguage,
    CodePurpose,
    CodeResult,
    CodeVerdict,
    CodingTask,
    Comparison,
    Example,
    TestResult,
)
from kiosk.domain.consent import Consent, Scoring
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.ids import CandidateId, PackId, QuestionId, SessionId
from kiosk.domain.invitation import CodeProblem, Invitation
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Pack, Question, QuestionKind
from kiosk.domain.receipt import Receipt
from kiosk.domain.recording import HD, Recording
from kiosk.domain.staff import PinAnswer, Role, StaffMember
from kiosk.domain.tongue import Tongue
from kiosk.domain.transcript import Origin, Transcript, Version, Word
from kiosk.flow.events import Event
from kiosk.flow.states import (
    Answering,
    Arrival,
    Asking,
    AwaitingRelease,
    Beginning,
    Calibrating,
    CheckingDevices,
    ChoosingLanguage,
    Consenting,
    Correcting,
    Deciding,
    Declined,
    Ending,
    EnteringCode,
    Finishing,
    Further,
    HandRaised,
    Interrupted,
    Kiosk,
    Message,
    Paused,
    Practising,
    Questioning,
    Respeaking,
    Restarted,
    Reviewing,
    Run,
    SampleStep,
    Scene,
    SpeakerStep,
    ThankYou,
    Thinking,
    TypedDraft,
    Welcome,
)
from kiosk.ports.desk import Desk
from kiosk.ports.exporter import Exporter
from kiosk.ports.judge import JudgeStatus, Toolchain
from kiosk.ports.recorder import DeviceState, PreviewPicture, RecorderStatus
from kiosk.ports.station import Snapshot, Speaking, StationFacts
from kiosk.ports.sync import SyncQueue
from ui.export.samples import StillExporter

STAFF = (
    StaffMember("Proctor 1", Role.PROCTOR),
    StaffMember("HR 1", Role.HR),
    StaffMember("Technician 1", Role.TECHNICIAN),
)
SESSION = SessionId("3f9a12bc7d5e4f60812a9b3c4d5e6f70")
NOW = Moment("2026-11-20T09:00:00.000Z", "sample", 100.0)
RECEIPT = Receipt(
    session=SESSION,
    station="Booth 3",
    began_wall=NOW.wall,
    picture=True,
    sound=True,
    length_s=512.0,
    sha256="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    gaps=(),
    scoring=Scoring.AI_AND_HUMAN,
    kept_until="2027-05-19",
    delete_code="K7QF-2MXP-9RTD",
    journal_seq=412,
    journal_hash="60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
    station_key="11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    signature="5VZDAMNgrHKQhuLMgG6Ch2WP0YyhqN3+G7uBFr3TVHGIyHoMLyNYq9k5Zp4cWcKGKQFXk6Ld9u0PjQBw0n1zBQ==",
    tongue=Tongue.ENGLISH,
    text="""Interview receipt 3f9a12bc
Station Booth 3, 2026-11-20 09:00 UTC
Recorded 8:32 (picture and sound), gaps 0 (0 s)
Software scores: yes
Kept until 2027-05-19
Delete code K7QF-2MXP-9RTD
SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
Journal 412 60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
Signed 5VZDAMNgrHKQhuLMgG6Ch2WP0YyhqN3+G7uBFr3TVHGIyHoMLyNYq9k5Zp4cWcKGKQFXk6Ld9u0PjQBw0n1zBQ==""",
)
RECORDING = Recording("interview.mp4", "0" * 64, 1, 512.0, "mp4", HD, NOW.wall, (), (), ())
CHECKS = (
    CheckResult("ffmpeg", Verdict.GOOD, "Version 5.1"),
    CheckResult("Clock", Verdict.WARNING, "Not synchronised.", "Connect the station to a time server."),
)

_PROBLEM = """## The task

A shop keeps its prices in a list. Read the budget from the first line and the prices from the second, and
write the **most items** one can buy.

1. Each item may be bought once.
2. Prices are whole numbers, in no order.

```text
10
5 3 9 1
```

| prices | budget | result |
|---|---|---|
| 5, 3, 9, 1 | 10 | 3 |
| 7, 7 | 5 | 0 |

> Tell us what you think while you read. There is no single right way.
"""


def question(name: str, en: str, de: str, limit_s: float = 120.0) -> Question:
    """A question in two languages."""
    return Question(QuestionId(name), QuestionKind.GENERAL, {"en": en, "de": de}, "mira", limit_s)


PRACTICE = question(
    "practice", "What did you have for breakfast today?", "Was haben Sie heute gefrühstückt?", 45.0
)
WORK = replace(
    question(
        "work",
        "Tell us about a piece of work you are proud of. What was your part in it?",
        "Erzählen Sie uns von einer Arbeit, auf die Sie stolz sind. Was war Ihr Anteil daran?",
    ),
    think_time_s=30.0,
    retakes=1,
)
CONFLICT = replace(
    question(
        "conflict",
        "Describe a disagreement in a team and how it ended.",
        "Beschreiben Sie bitte eine Meinungsverschiedenheit in einem Team, an der Sie selbst beteiligt "
        "waren: Worum ging es, welche Verantwortlichkeiten und Rahmenbedingungen machten die "
        "Angelegenheit schwierig, wie haben Sie sich verhalten, und was würden Sie beim nächsten Mal "
        "rückblickend anders machen?",
        180.0,
    ),
    avatar="jonas",
    may_skip=True,
)
_PROGRAM = """import sys

lines = sys.stdin.read().splitlines()
budget = int(lines[0])
bought = 0
for price in map(int, lines[1].split()):
    if price <= budget:
        budget -= price
        bought += 1
print(bought)
"""
TASK = replace(
    question("task", "Please solve this task aloud.", "Bitte lösen Sie diese Aufgabe laut.", 600.0),
    kind=QuestionKind.CODING,
    problem={"en": _PROBLEM, "de": _PROBLEM},
    coding=CodingTask(
        problem="cheapest",
        languages=(CodeLanguage.PYTHON, CodeLanguage.JAVASCRIPT, CodeLanguage.CPP),
        time_limit_s=1.0,
        memory_limit_bytes=2**28,
        comparison=Comparison.TOKENS,
        examples=(Example("1", "10\n5 3 9 1\n", "3\n"), Example("2", "5\n7 7\n", "0\n")),
        hidden_tests=8,
        hidden_sha256="",
    ),
)
PACK = Pack(
    PackId("sample"), "1", {"en": "Sample"}, ("en", "de"), (WORK, CONFLICT, TASK), PRACTICE,
    notice={"en": "Water is on the table, and you may ask for a break at any time."},
)  # fmt: skip
INVITATION = Invitation("invitation-1", CandidateId("candidate-1"), PACK.id)
ARRIVAL = Arrival(SESSION, INVITATION, PACK)
KEPT = Attempt(WORK.id, 1, Outcome.KEPT, 72.0, False, NOW, NOW, NOW)
RUN = Run(SESSION, INVITATION, PACK, "en", Consent(Scoring.HUMAN_ONLY, "sample"), segment=1)
GIVEN = replace(
    RUN,
    attempts=(
        KEPT,
        replace(KEPT, question=CONFLICT.id, outcome=Outcome.SKIPPED, spoken_s=0.0),
        replace(KEPT, question=TASK.id, spoken_s=421.0),
    ),
)
_HEARD = (
    "I am proud of the new coat room in our theatre. Until last year people queued for a long time after "
    "the show. I counted them for a weak and drew a plan with two counters. My part was to talk to the "
    "colleagues, who did not like it at first."
)
_UNSURE = {"coat": 0.41, "weak": 0.35, "counters.": 0.55}
SPOKEN = Transcript(
    WORK.id,
    1,
    (
        Version(
            Origin.RECOGNISED,
            "sample",
            "en",
            tuple(
                Word(word, 0.4 * at, 0.4 * (at + 1), _UNSURE.get(word, 0.9))
                for at, word in enumerate(_HEARD.split())
            ),
        ),
    ),
)
READ = replace(GIVEN, transcripts=(SPOKEN,))
FURTHER = Further(
    WORK.id,
    question("work.colleagues", "What did the colleagues say to it?", "Was haben die Kollegen dazu gesagt?"),
)
ANSWERING = Answering(NOW, NOW, spent_s=38.0)
PROGRAMMING = replace(RUN, draft=CodeDraft(TASK.id, CodeLanguage.PYTHON, _PROGRAM))
TRIED = CodeAttempt(TASK.id, 1, CodePurpose.RUN, CodeLanguage.PYTHON, _PROGRAM, NOW)
HALF_RIGHT = CodeResult(
    CodeVerdict.WRONG_ANSWER,
    (
        TestResult("1", False, CodeVerdict.WRONG_ANSWER, 0.021, 9 * 2**20, "2\n"),
        TestResult("2", False, CodeVerdict.ACCEPTED, 0.019, 9 * 2**20, "0\n"),
    ),
    2,
)


def kiosks() -> Iterator[tuple[str, Kiosk]]:
    """A named state for every scene and phase, and for what looks different within one."""
    for name, scene in {**_arrival(), **_session(), **_ending()}.items():
        yield name, Kiosk(scene)
    yield from _with_staff()
    yield "out-of-order", Kiosk(faults=(Fault(FaultCode.CAMERA_MISSING),))
    noted = (Fault(FaultCode.CAMERA_FROZEN),)
    yield "answering-fault", Kiosk(Questioning(RUN, 0, ANSWERING), noted, help_called=True)
    lost = Fault(FaultCode.MICROPHONE_LOST)
    yield "interrupted", Kiosk(Interrupted(Questioning(RUN, 0, ANSWERING), lost, recording=False), (lost,))


def _with_staff() -> Iterator[tuple[str, Kiosk]]:
    answering = Questioning(RUN, 0, ANSWERING)
    yield "locked", Kiosk(locked=True)
    yield "hand-raised", Kiosk(Interrupted(answering, HandRaised(), recording=True), help_called=True)
    message = Message("You are doing fine. Please move the microphone a little closer.", STAFF[0].name)
    yield "answering-message", Kiosk(answering, message=message)
    yield "consent-idle", Kiosk(Consenting(ARRIVAL, "en"), idle_warned=True)


def _arrival() -> dict[str, Scene]:
    return {
        "welcome": Welcome(),
        "code": EnteringCode(),
        "code-problem": EnteringCode(problem=CodeProblem.UNKNOWN),
        "code-checking": EnteringCode(checking=True),
        "code-scan": EnteringCode(scanning=True),
        "language": ChoosingLanguage(ARRIVAL),
        "consent": Consenting(ARRIVAL, "en"),
        "declined": Declined(ARRIVAL, "en"),
    }


def _session() -> dict[str, Scene]:
    german = replace(RUN, language="de")
    return {
        "check": CheckingDevices(replace(RUN, segment=0)),
        "check-played": CheckingDevices(RUN, SpeakerStep.PLAYED),
        "check-too-quiet": CheckingDevices(RUN, SpeakerStep.HEARD, SampleStep.TOO_QUIET),
        "check-voice-only": CheckingDevices(replace(RUN, filmed=False), SpeakerStep.PLAYED),
        "check-passed": CheckingDevices(RUN, SpeakerStep.HEARD, SampleStep.HEARD),
        "calibrating": Calibrating(RUN),
        "practice-asking": Practising(RUN, Asking()),
        "practice-deciding": Practising(RUN, Deciding(KEPT)),
        "awaiting": AwaitingRelease(replace(RUN, segment=0, held=True)),
        "beginning": Beginning(RUN),
        "asking": Questioning(RUN, 0, Asking()),
        "thinking": Questioning(RUN, 0, Thinking(NOW, spent_s=6.0)),
        "answering": Questioning(RUN, 0, ANSWERING),
        "answering-silence": Questioning(RUN, 0, replace(ANSWERING, quiet=True)),
        "deciding": Questioning(RUN, 0, Deciding(KEPT)),
        "asking-german": Questioning(german, 1, Asking()),
        "answering-german": Questioning(german, 1, ANSWERING),
        "asking-further": Questioning(replace(RUN, further=(FURTHER,)), 0, Asking(), further=FURTHER),
        "asking-again": Questioning(replace(RUN, asked_again=(WORK.id,)), 0, Asking()),
        "asking-task": Questioning(RUN, 2, Asking()),
        **_programming(),
        "reviewing": Reviewing(GIVEN),
        **_reading_back(),
        **_accommodated(),
    }


def _accommodated() -> dict[str, Scene]:
    writer = replace(
        RUN,
        accommodations=Accommodations(extra_time=1.5, text_answers=True, shows_time=False),
        typed=TypedDraft(WORK.id, "I am proud of the new cloak room in our theatre."),
    )
    reader = replace(RUN, comfort=Comfort(voice=False))
    return {
        "answering-in-writing": Questioning(writer, 0, ANSWERING),
        "asking-in-silence": Questioning(reader, 0, Asking()),
        "answering-in-silence": Questioning(reader, 0, ANSWERING),
        "asking-large": Questioning(replace(RUN, comfort=Comfort(captions=Captions.LARGE)), 0, Asking()),
        "asking-uncaptioned": Questioning(replace(RUN, comfort=Comfort(captions=Captions.OFF)), 0, Asking()),
    }


def _reading_back() -> dict[str, Scene]:
    chosen = Correcting(WORK.id, 6, 6)
    return {
        "reading-back": Reviewing(READ),
        "correcting": Reviewing(READ, chosen),
        "correcting-unheard": Reviewing(READ, replace(chosen, unheard=True)),
        "respeaking": Reviewing(READ, replace(chosen, respeaking=Respeaking(NOW))),
        "respoken": Reviewing(READ, replace(chosen, respeaking=Respeaking(NOW, NOW))),
    }


def _programming() -> dict[str, Scene]:
    thoughtful = replace(PACK, questions=(WORK, CONFLICT, replace(TASK, think_time_s=120.0)))
    tried = replace(PROGRAMMING, code=(TRIED,))
    judged = replace(PROGRAMMING, code=(replace(TRIED, result=HALF_RIGHT),))
    return {
        "coding-thinking": Questioning(replace(RUN, pack=thoughtful), 2, Thinking(NOW, spent_s=6.0)),
        "coding-answering": Questioning(PROGRAMMING, 2, ANSWERING),
        "coding-running": Questioning(tried, 2, ANSWERING),
        "coding-result": Questioning(judged, 2, ANSWERING),
    }


def _ending() -> dict[str, Scene]:
    inside = Questioning(RUN, 0, ANSWERING)
    return {
        "welcome-back": Interrupted(inside, Restarted(), recording=True),
        "restarting": Interrupted(inside, Restarted(), recording=False),
        "paused": Paused(inside, STAFF[0].name, "staff_in_booth"),
        "finishing": Finishing(GIVEN, Ending()),
        "thanks": ThankYou(GIVEN, Ending(), RECORDING),
        "thanks-in-parts": ThankYou(GIVEN, Ending(STAFF[0].name, "technical"), None),
    }


class StillStation:
    """A station that shows one state and forgets every wish."""

    def __init__(
        self,
        kiosk: Kiosk,
        since_mono_s: float = 0.0,
        *,
        simulated: bool = False,
        tongue: Tongue = Tongue.ENGLISH,
    ) -> None:
        self._snapshot = Snapshot(kiosk, since_mono_s)
        self._exporter = StillExporter()
        self.desk: Desk | None = None
        self._simulated, self._tongue = simulated, tongue

    @property
    def exporter(self) -> Exporter:
        """A desk with a few interviews and a stick."""
        return self._exporter

    @property
    def facts(self) -> StationFacts:
        """A booth with a self-test behind it."""
        return StationFacts("Booth 3", "0.1.0", self._simulated, 2.5e9, CHECKS, tongue=self._tongue)

    def watch(self, listener: Callable[[Snapshot], None]) -> None:
        """Tell the one state."""
        listener(self._snapshot)

    def post(self, event: Event) -> None:
        """Nothing comes of it."""

    def preview(self) -> PreviewPicture:
        """An empty, softly lit chair."""
        return backdrop(320, 180)

    def recorder(self) -> RecorderStatus:
        """Everything runs as the scene says, and somebody speaks."""
        scene = self._snapshot.kiosk.scene
        recording = isinstance(scene, Questioning | Reviewing | Paused) or (
            isinstance(scene, Interrupted) and scene.recording
        )
        return RecorderStatus(
            *(_device_state(scene),) * 3, recording, 1, 95.0, 2850, 0, 0, -24.0, True, 120 * 1024**3
        )

    def speaking(self) -> Speaking | None:
        """Silence."""
        return None

    def judge(self) -> JudgeStatus | None:
        """Two of the three languages of the task."""
        return JudgeStatus(
            (Toolchain(CodeLanguage.PYTHON, "Python 3.11.2"), Toolchain(CodeLanguage.CPP, "g++ 12.2.0"))
        )

    def receipt(self) -> Receipt | None:
        """Written for whoever has finished with a recording."""
        scene = self._snapshot.kiosk.scene
        finished = isinstance(scene, ThankYou) and scene.recording is not None
        return RECEIPT if finished else None

    def sync(self) -> SyncQueue | None:
        """Nothing is connected."""
        return None

    def microphones(self) -> Mapping[str, str]:
        """The station's and a spare one."""
        return {"headset": "Headset", "table": "Table microphone"}

    def staff_names(self) -> tuple[str, ...]:
        """One of each role."""
        return tuple(member.name for member in STAFF)

    def staff_enters(self, name: str, pin: str) -> PinAnswer:
        """Every PIN is right."""
        return next(member for member in STAFF if member.name == name)

    def staff_leaves(self, name: str) -> None:
        """Nothing comes of it."""


def _device_state(scene: Scene) -> DeviceState:
    match scene:
        case Welcome() | EnteringCode(scanning=False) | ChoosingLanguage() | Consenting() | Declined():
            return DeviceState.CLOSED
        case Paused():
            return DeviceState.MASKED
        case ThankYou():
            return DeviceState.CLOSED
        case _:
            return DeviceState.CONNECTED


def backdrop(width: int, height: int) -> PreviewPicture:
    """A grey-green picture, lighter in the middle."""
    rows = bytearray()
    for y in range(height):
        for x in range(width):
            away = ((x / width - 0.5) ** 2 + (y / height - 0.45) ** 2) ** 0.5
            light = round(190 - 150 * away)
            rows += bytes((light - 8, light, light - 4))
    return PreviewPicture(1, width, height, bytes(rows))
