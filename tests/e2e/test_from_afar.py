"""A proctor at the server's page and a candidate in a booth: real server, real kiosk, real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Client
from playwright.sync_api import Page, expect, sync_playwright

from kiosk.domain.masks import Device, MaskReason
from kiosk.domain.recording import GapCause
from kiosk.flow.staff import EndRequested, MaskRequested, MessageSent
from kiosk.flow.states import ThankYou, run_of
from tests.browser import PROGRAM, needs_browser
from tests.screen import Picture, Screen
from tests.server.program import Program, serving
from tests.station import soon
from tests.trouble.interview import booth, kept
from tests.visitor import Visitor

pytestmark = [needs_browser, pytest.mark.slow, pytest.mark.timeout(300)]

PROCTOR, PASSWORD = "Proctor 1", "a long enough password"
COMES_MS = 15_000
"""Until a command has gone down and its outcome come up, on a busy machine."""


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Start a server with one proctor."""
    with serving(tmp_path / "server") as running:
        with Client(base_url=running.address, headers=running.headers) as client:
            user = {"login": "proctor", "name": PROCTOR, "roles": ["proctor"], "password": PASSWORD}
            assert client.post("/api/v1/users", json=user).status_code == 201
        yield running


@pytest.fixture
def visitor(tmp_path: Path, program: Program) -> Iterator[Visitor]:
    """Put somebody into a booth of that server, at the first question."""
    with booth(tmp_path / "booth") as visitor:
        with Client(base_url=program.address, headers=program.headers) as client:
            code = client.post("/api/v1/enrolment-codes", json={}).json()["code"]
        done = visitor.station.run("enrol", code, "--server", program.address)
        assert done.returncode == 0, done.stderr
        invitation = visitor.station.invite("walk")
        visitor.station.open()
        visitor.arrive(invitation)
        yield visitor


@pytest.fixture
def page(program: Program) -> Iterator[Page]:
    """Sign the proctor in."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        page = chromium.new_page(base_url=program.address)
        page.goto("/sign-in")
        page.get_by_label("Login").fill("proctor")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/booths")
        yield page
        chromium.close()


def top(screen: Screen) -> Picture:
    """Where the candidate sees what is being recorded."""
    return screen.look()[:110]


def changed(one: Picture, other: Picture) -> float:
    """The share of dots that are something else; a breathing dot is not one in a hundred."""
    return float((abs(one.astype(int) - other.astype(int)) > 40).mean())


def test_a_proctor_covers_the_camera_and_the_candidate_and_the_recording_show_it(
    visitor: Visitor, page: Page, tmp_path: Path
) -> None:
    station, screen = visitor.station, visitor.screen
    page.locator("a.booth").click()
    soon(lambda: pieces_in(tmp_path / "server"), "a piece of the recording is at the server already")
    is_told_that_the_next_candidate_is_not_meant(page)
    assert not covered(visitor)
    expect(page.get_by_text("Question", exact=True)).to_be_visible()
    expect(page.locator("dd", has_text="1 of 2, answering")).to_be_visible(timeout=COMES_MS)
    picture = page.get_by_alt_text("The booth’s camera now")
    expect(picture).to_be_visible(timeout=COMES_MS)
    assert picture.evaluate("image => image.naturalWidth") == 320

    before = top(screen)
    page.get_by_label("Why something is covered").select_option("Staff in the booth")
    page.get_by_role("button", name="Cover the camera", exact=True).click()
    soon(lambda: covered(visitor), "the camera is covered")
    screen.still()
    assert changed(before, top(screen)) > 0.005
    expect(page.locator(".asked li", has_text="Cover the camera (Staff in the booth): done")).to_be_visible(
        timeout=COMES_MS
    )
    expect(page.locator("dd", has_text="covered")).to_be_visible(timeout=COMES_MS)
    expect(picture).to_be_hidden(timeout=COMES_MS)

    page.get_by_role("button", name="Uncover the camera").click()
    soon(lambda: not covered(visitor), "the camera is open again")
    expect(picture).to_be_visible(timeout=COMES_MS)
    page.get_by_label("A message for the candidate").fill("You are doing fine.")
    page.get_by_role("button", name="Show the message").click()
    soon(lambda: station.state().message, "the message")
    page.get_by_text("End the interview").first.click()
    page.locator("#why-end").fill("the time is over")
    page.locator("details[open]").get_by_role("button", name="End the interview").click()
    soon(lambda: isinstance(station.state().scene, ThankYou), "the end", patience_s=60)

    acts = [one.event for one in station.history()]
    assert MaskRequested(Device.CAMERA, MaskReason.STAFF_IN_BOOTH, PROCTOR) in acts
    assert MaskRequested(Device.CAMERA, None, PROCTOR) in acts
    assert MessageSent(PROCTOR, aloud=False, text="You are doing fine.") in acts
    assert EndRequested(PROCTOR, "the time is over") in acts
    soon(lambda: not station.ask("sync")["sessions_waiting"], "everything is sent", patience_s=60)
    station.close()
    found = kept(station)
    recording, brightness = found.recording, found.footage.brightness
    (gap,) = recording.gaps
    assert gap.cause is GapCause.CAMERA_MASKED
    assert brightness[round((gap.start_s + gap.length_s / 2) * 30)] != pytest.approx(brightness[15], abs=10)
    assert sum(one.frames for one in recording.segments) == len(brightness)
    assert not sum(one.audio_lost_samples for one in recording.segments)


def is_told_that_the_next_candidate_is_not_meant(page: Page) -> None:
    """An old page's button, as if somebody else had been there when it was drawn."""
    page.evaluate(
        """() => { const form = document.querySelector('form[action$=commands]');
        form.elements.session_id.value = 'e'.repeat(32); form.requestSubmit(); }"""
    )
    expect(page.locator(".asked li", has_text="another interview is running")).to_be_visible(timeout=COMES_MS)


def pieces_in(data: Path) -> list[Path]:
    return [path for path in data.rglob("objects/**/*") if path.is_file()]


def covered(visitor: Visitor) -> bool:
    run = run_of(visitor.station.state().scene)
    return run is not None and run.masks.camera is not None
