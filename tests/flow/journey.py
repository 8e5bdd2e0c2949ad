"""Interviews told as they happen: what is given, when something happens, then what the screen shows.

A journey is a kiosk in a booth. ``given`` lets the candidate get somewhere by themselves, ``when`` makes
something happen, ``then`` looks at the scene. Every step is checked against what must always be true.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kiosk.domain.answer import Attempt, Outcome
from kiosk.domain.faults import FaultCode
from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.moment import Moment
from kiosk.domain.pack import Pack, Question, QuestionKind
from kiosk.domain.rubric import FollowUp
from kiosk.domain.transcript import Origin, Transcript, Version, Word
from kiosk.flow.effects import Effect, StartRecording
from kiosk.flow.events import (
    AnswerTranscribed,
    Event,
    FollowUpFound,
    StationStarted,
    TimePassed,
    WordsRespoken,
)
from kiosk.flow.machine import advance
from kiosk.flow.recovery import Happened, replay, timing
from kiosk.flow.states import (
    Answering,
    Correcting,
    Interrupted,
    Kiosk,
    Paused,
    Phase,
    Questioning,
    Respeaking,
    Reviewing,
    Run,
    Scene,
    ThankYou,
    run_of,
)
from tests.flow.agreement import assert_agreed, assert_sane, assert_started_covered
from tests.flow.booth import Booth
from tests.flow.candidate import Candidate

PATIENCE = 400
STARTED = StationStarted("0.1.0")


def question(key: str, **differently: object) -> Question:
    """A question that differs from an ordinary one where the journey says so."""
    plain: dict[str, object] = {
        "id": QuestionId(key),
        "kind": QuestionKind.GENERAL,
        "text": {"en": f"What can you tell us about {key}?", "de": f"Was können Sie uns über {key} sagen?"},
        "avatar": "mira",
        "answer_limit_s": 60.0,
    }
    return Question(**{**plain, **differently})  # type: ignore[arg-type]


PRACTICE = question("practice", answer_limit_s=30.0)
WORK = question("work", think_time_s=30.0, retakes=1)
WHO_ELSE = FollowUp("who", {"en": "Who else?", "de": "Wer noch?"}, missing={"en": ("others",)})
TEAM = question("team", followups=(WHO_ELSE,))
PLANS = question("plans", may_skip=True)


def pack(
    *questions: Question, practice: Question | None = PRACTICE, languages: Sequence[str] = ("en",)
) -> Pack:
    """A pack of these questions, with a practice question before them."""
    title = {"en": "Small", "de": "Klein"}
    return Pack(PackId("small"), "1", title, tuple(languages), questions, practice=practice)


THREE = pack(WORK, TEAM, PLANS)


@dataclass
class Journey:
    """A kiosk in a booth, and everything that happened in it."""

    booth: Booth = field(default_factory=lambda: Booth(THREE))
    candidate: Candidate = field(default_factory=Candidate)
    kiosk: Kiosk = field(default_factory=Kiosk)
    history: list[Happened] = field(default_factory=list)
    orders: tuple[Effect, ...] = ()
    """What was ordered since the story last said ``given`` or ``when``."""
    boots: int = 1
    before_orders: Booth | None = None
    """The booth when the last event was written down and nothing was done about it yet."""
    writes_down: bool = False
    """Whether answers are written down as soon as they are given."""
    follows_up: bool = False
    """Whether a follow-up is found to what was written down."""
    watch: Callable[["Journey"], None] | None = None
    """Sees the journey after everything that happens."""

    def copy(self) -> "Journey":
        """The same journey, to try another way on."""
        before = self.before_orders.copy() if self.before_orders else None
        return Journey(
            self.booth.copy(),
            self.candidate,
            self.kiosk,
            list(self.history),
            self.orders,
            self.boots,
            before,
            self.writes_down,
            self.follows_up,
        )

    # --- the three words of a story --------------------------------------------------------
    def given(self, there: Callable[[Kiosk], bool]) -> "Journey":
        """The candidate goes on by themselves until they are there."""
        for _ in range(PATIENCE):
            if there(self.kiosk) and not self.booth.facts:
                self.orders = ()
                return self
            self.goes_on()
        raise AssertionError(f"stuck in {self.kiosk.scene}")

    def when(self, *events: Event, after_s: float = 0.0) -> "Journey":
        """These happen one after another, and the booth answers each of them."""
        self.waits(after_s)
        self.orders = ()
        for event in events:
            assert self.happens(event), f"{event} means nothing in {self.kiosk.scene}"
            self.settles()
        return self

    def then(self, scene: type[Scene], phase: type[Phase] | None = None, **fields: object) -> "Journey":
        """The kiosk is there, in this phase, and the scene (or its phase) says so."""
        found = self.kiosk.scene
        assert isinstance(found, scene), found
        inner = getattr(found, "phase", None)
        assert phase is None or isinstance(inner, phase), inner
        for name, value in fields.items():
            holder = found if hasattr(found, name) else inner
            assert getattr(holder, name) == value, f"{name}: {getattr(holder, name)}"
        return self

    # --- words between ---------------------------------------------------------------------
    def ignores(self, *events: Event) -> "Journey":
        """These mean nothing here."""
        for event in events:
            assert not self.happens(event), f"{event} moved {self.kiosk.scene}"
        return self

    def waits(self, seconds: float) -> "Journey":
        """Time goes by; timers run out and sounds end in it, and the booth answers."""
        end_s = self.booth.now_s + seconds
        while self.booth.now_s < end_s:
            due_s = self.booth.next_due_s()
            self.booth.wait(max(0.0, min(end_s, due_s if due_s is not None else end_s) - self.booth.now_s))
            self.settles()
        return self

    def settles(self) -> "Journey":
        """Everything the booth has to report is told."""
        for _ in range(PATIENCE):
            if not self.booth.facts:
                assert_agreed(self.kiosk, self.booth)
                if self._written_down():
                    continue
                return self
            self.happens(self.booth.facts.popleft())
        raise AssertionError("the booth never stops talking")

    def breaks(self, code: FaultCode) -> "Journey":
        """A device or the disk fails, and the recorder says so."""
        self.booth.breaks(code)
        return self.settles()

    def mends(self, code: FaultCode) -> "Journey":
        """It works again."""
        self.booth.mends(code)
        return self.settles()

    def loses_the_recorder(self) -> "Journey":
        """The recorder's process dies."""
        self.booth.recorder_dies()
        return self.settles()

    def gets_the_recorder_back(self) -> "Journey":
        """It is started again."""
        self.booth.recorder_returns()
        return self.settles()

    def crashes(self, *, power: bool, lost_orders: bool = False) -> "Journey":
        """The kiosk dies, with or without everything else, and starts again from its journal."""
        if lost_orders and self.before_orders is not None:
            now_s, self.booth = self.booth.now_s, self.before_orders.copy()
            self.booth.now_s = now_s
        if power:
            self.booth.power_fails()
            self.boots += 1
        else:
            self.booth.kiosk_dies()
        self.kiosk = replay(self.history)
        assert self.happens(STARTED)
        return self

    # --- what is looked at -----------------------------------------------------------------
    @property
    def answers(self) -> list[tuple[str, int, str]]:
        """The attempts so far: question, number, outcome."""
        run = run_of(self.kiosk.scene)
        return [_told(attempt) for attempt in run.attempts] if run else []

    @property
    def run(self) -> Run:
        """The session on the screen."""
        run = run_of(self.kiosk.scene)
        assert run is not None, self.kiosk.scene
        return run

    @property
    def events(self) -> list[Event]:
        return [happened.event for happened in self.history]

    # --- the machinery ---------------------------------------------------------------------
    def happens(self, event: Event) -> bool:
        """Whether the event meant something; if so it is written down, then its orders are carried out."""
        now = Moment("2026-01-01T09:00:00.000Z", f"boot-{self.boots}", self.booth.now_s)
        before = self.history[-1].moment if self.history else None
        step = advance(self.kiosk, event, timing(event, now, before))
        if step is None:
            return False
        self.history.append(Happened(event, now))
        self.kiosk, ordered = step
        self.orders += ordered
        self.before_orders = self.booth.copy()
        for effect in ordered:
            self.booth.carry_out(effect)
            if isinstance(effect, StartRecording):
                assert_started_covered(self.kiosk, self.booth)
        assert_sane(self.kiosk)
        if self.watch is not None:
            self.watch(self)
        return True

    def goes_on(self) -> None:
        """The candidate does the next thing, or waits for the booth."""
        if self.booth.facts:
            self.settles()
            return
        wish = self.candidate.wish(self.kiosk)
        if wish is not None and self._thinks_first():
            self.happens(TimePassed())
        if wish is None or not self.happens(wish):
            due_s = self.booth.next_due_s()
            self.booth.wait(
                max(0.0, (due_s if due_s is not None else self.booth.now_s + 1.0) - self.booth.now_s)
            )
        self.settles()

    def _written_down(self) -> bool:
        """Follow the state as the engine does, which so resumes after a crash."""
        event = unwritten(self.kiosk) if self.writes_down else None
        if event is None and self.follows_up and run_of(self.kiosk.scene):
            event = FollowUpFound(self.run.session, TEAM.id, WHO_ELSE.id)
        return event is not None and self.happens(event)

    def _thinks_first(self) -> bool:
        """Answers take a while, so that there is time to be kept."""
        if not isinstance(self.kiosk.scene, Questioning):
            return False
        self.booth.now_s += 3.0
        return True


def _told(attempt: Attempt) -> tuple[str, int, str]:
    return (attempt.question, attempt.number, attempt.outcome.value)


def unwritten(kiosk: Kiosk) -> Event | None:
    """What the engine tells next."""
    run = run_of(kiosk.scene)
    if run is None:
        return None
    said = Version(Origin.RECOGNISED, "fake", run.language, (Word("we", 0, 1), Word("eight", 1, 2, 0.3)))
    known = {(transcript.question, transcript.attempt) for transcript in run.transcripts}
    for attempt in run.attempts:
        if attempt.outcome is Outcome.KEPT and (attempt.question, attempt.number) not in known:
            transcript = Transcript(attempt.question, attempt.number, (said,))
            return AnswerTranscribed(run.session, transcript)
    match kiosk.scene:
        case Reviewing(correcting=Correcting(respeaking=Respeaking(ended=Moment()))):
            return WordsRespoken(run.session, replace(said, words=said.words[:1]))
        case _:
            return None


def at(scene: type[Scene]) -> Callable[[Kiosk], bool]:
    """The kiosk is in this scene."""
    return lambda kiosk: isinstance(kiosk.scene, scene)


def asked(index: int, phase: type[Phase] = Answering) -> Callable[[Kiosk], bool]:
    """Question ``index`` is in this phase."""
    return lambda kiosk: (
        isinstance(kiosk.scene, Questioning)
        and kiosk.scene.index == index
        and isinstance(kiosk.scene.phase, phase)
    )


def phase_of(kiosk: Kiosk) -> Phase:
    """The phase of the question on the screen, or of the one that is interrupted."""
    scene = kiosk.scene.inside if isinstance(kiosk.scene, Interrupted | Paused) else kiosk.scene
    assert isinstance(scene, Questioning), scene
    return scene.phase


over = at(ThankYou)
