"""Crash at every step of every journey: the same session goes on in its place, and nothing said is lost."""

import pytest

from kiosk.flow.recovery import replay
from kiosk.flow.states import (
    Answering,
    Asking,
    Chapter,
    Deciding,
    Finishing,
    Interrupted,
    Kiosk,
    Paused,
    Phase,
    Practising,
    Questioning,
    Scene,
    ThankYou,
    Thinking,
    Welcome,
    run_of,
    session_of,
)
from tests.flow.journey import Journey, over
from tests.flow.journeys import JOURNEYS, told

DECIDED_BY_STAFF = ("ended by staff", "conducted by staff")
"""What is given in these depends on wishes that nobody repeats after a crash."""
WAYS = {
    "power cut": (True, False),
    "power cut before the orders": (True, True),
    "kiosk killed": (False, False),
    "kiosk killed before the orders": (False, True),
}


def chapter(scene: Scene) -> Chapter | None:
    """The chapter on the screen, or the one that waits behind an interruption."""
    if isinstance(scene, Interrupted | Paused):
        return scene.inside
    return None if run_of(scene) is None or isinstance(scene, Finishing | ThankYou) else scene  # type: ignore[return-value]


def phase(scene: Scene) -> Phase | None:
    found = chapter(scene)
    return found.phase if isinstance(found, Practising | Questioning) else None


def spent_s(scene: Scene) -> float:
    """Seconds of think or answer time the candidate has used of this question."""
    found = phase(scene)
    clock = found.then if isinstance(found, Asking) else found
    return clock.spent_s if isinstance(clock, Thinking | Answering) else 0.0


def acknowledged(journey: Journey) -> list[tuple[str, int, str]]:
    """What the screen has said is kept, and the answer that is being decided on."""
    scene = journey.kiosk.scene
    deciding = phase(scene)
    if isinstance(chapter(scene), Questioning) and isinstance(deciding, Deciding):
        attempt = deciding.attempt
        return [*journey.answers, (attempt.question, attempt.number, attempt.outcome.value)]
    return journey.answers


def crashed_everywhere(name: str, *, power: bool, lost_orders: bool) -> list[tuple[Journey, Journey]]:
    """The journey at each of its steps, and what became of it after a crash there."""
    crashes: list[tuple[Journey, Journey]] = []

    def crash(journey: Journey) -> None:
        crashed = journey.copy()
        crashed.watch = None
        crashed.booth.wait(2.0)  # nobody knows of the last seconds
        crashes.append((journey.copy(), crashed.crashes(power=power, lost_orders=lost_orders)))

    told(name, watch=crash)
    return crashes


@pytest.fixture(params=list(WAYS.values()), ids=list(WAYS))
def way(request: pytest.FixtureRequest) -> tuple[bool, bool]:
    found: tuple[bool, bool] = request.param
    return found


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_journal_tells_the_state(name: str) -> None:
    def read_again(journey: Journey) -> None:
        assert replay(journey.history) == journey.kiosk

    told(name, watch=read_again)


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_same_session_goes_on_at_the_same_place(name: str, way: tuple[bool, bool]) -> None:
    for before, after in crashed_everywhere(name, power=way[0], lost_orders=way[1]):
        here, there = chapter(before.kiosk.scene), chapter(after.kiosk.scene)
        if here is None:
            assert isinstance(after.kiosk.scene, Finishing | Welcome)
            continue
        assert there is not None
        assert isinstance(after.kiosk.scene, Interrupted | Paused)
        assert session_of(after.kiosk.scene) == session_of(before.kiosk.scene)
        assert type(here) is type(there)
        assert getattr(here, "index", None) == getattr(there, "index", None)
        assert type(phase(before.kiosk.scene)) is type(phase(after.kiosk.scene))


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_candidate_loses_no_time(name: str, way: tuple[bool, bool]) -> None:
    for before, after in crashed_everywhere(name, power=way[0], lost_orders=way[1]):
        if chapter(before.kiosk.scene) is not None:
            assert spent_s(after.kiosk.scene) == pytest.approx(spent_s(before.kiosk.scene))


@pytest.mark.parametrize("name", JOURNEYS)
def test_nothing_acknowledged_is_lost_and_the_interview_ends_as_it_would_have(
    name: str, way: tuple[bool, bool]
) -> None:
    uninterrupted = told(name).answers
    for before, after in crashed_everywhere(name, power=way[0], lost_orders=way[1]):
        known = acknowledged(before)
        ended_by_staff = isinstance(before.kiosk.scene, Finishing | ThankYou)
        if isinstance(after.kiosk.scene, Welcome):
            continue
        after.settles().booth.everything_mends()
        after.given(over)
        assert [answer[:2] for answer in after.answers[: len(known)]] == [answer[:2] for answer in known]
        if name not in DECIDED_BY_STAFF or ended_by_staff:
            assert after.answers == uninterrupted


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_second_crash_right_after_the_first_changes_nothing(name: str, way: tuple[bool, bool]) -> None:
    for _before, after in crashed_everywhere(name, power=way[0], lost_orders=way[1]):
        twice = after.copy().crashes(power=not way[0], lost_orders=way[1])
        assert chapter(twice.kiosk.scene) == chapter(after.kiosk.scene)
        assert type(twice.kiosk.scene) is type(after.kiosk.scene)
        if not isinstance(twice.kiosk.scene, Welcome):
            twice.settles().booth.everything_mends()
            twice.given(over)


def test_a_restart_before_consent_leaves_a_clean_slate(way: tuple[bool, bool]) -> None:
    for before, after in crashed_everywhere(
        "declined and thought better of it", power=way[0], lost_orders=way[1]
    ):
        if run_of(before.kiosk.scene) is None:
            assert after.settles().kiosk == Kiosk()
            assert after.booth.wiped
            assert not after.booth.devices_open


def test_writing_down_goes_on_after_a_crash_and_corrections_stay(way: tuple[bool, bool]) -> None:
    for before, after in crashed_everywhere("read back", power=way[0], lost_orders=way[1]):
        known = run_of(before.kiosk.scene)
        if known is None or isinstance(after.kiosk.scene, Welcome):
            continue
        after.settles().given(over)
        assert [one.versions[0].text for one in after.run.transcripts] == ["we eight"] * 3
        for transcript in known.transcripts:
            assert transcript in after.run.transcripts or len(transcript.versions) == 1
