"""A proctor at the server's page and a candidate in a booth: real server, real kiosk, real browser."""

import re
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
            code = client.post("/api/v1/enrolment-codes").json()["code"]
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
    visitor: Visitor, page: Page
) -> None:
    station, screen = visitor.station, visitor.screen
    page.locator("a.booth").click()
    expect(page.get_by_text("Question", exact=True)).to_be_visible()
    expect(page.locator("dd", has_text="1 of 2, answering")).to_be_visible(timeout=COMES_MS)
    picture = page.get_by_alt_text("The booth’s camera now")
    expect(picture).to_be_visible(timeout=COMES_MS)
    assert picture.evaluate("image => image.naturalWidth") == 320

    before = top(screen)
    page.get_by_role("button", name="Cover the camera", exact=True).click()
    soon(lambda: covered(visitor), "the camera is covered")
    screen.still()
    assert changed(before, top(screen)) > 0.005
    expect(page.locator(".asked li", has_text="Cover the camera: done")).to_be_visible(timeout=COMES_MS)
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
    assert MaskRequested(Device.CAMERA, MaskReason.OTHER, PROCTOR) in acts
    assert MaskRequested(Device.CAMERA, None, PROCTOR) in acts
    assert MessageSent(PROCTOR, aloud=False, text="You are doing fine.") in acts
    assert EndRequested(PROCTOR, "the time is over") in acts
    station.close()
    (gap,) = [gap for gap in kept(station).recording.gaps if gap.cause is GapCause.CAMERA_MASKED]
    assert gap.painted
    slate = kept(station).footage.brightness[round((gap.start_s + gap.length_s / 2) * 30)]
    assert slate != pytest.approx(kept(station).footage.brightness[15], abs=10)


def covered(visitor: Visitor) -> bool:
    run = run_of(visitor.station.state().scene)
    return run is not None and run.masks.camera is not None


def test_an_old_page_commands_nobody_else(visitor: Visitor, page: Page) -> None:
    """What was meant for one candidate does not meet the next, though the button is still there."""
    page.locator("a.booth").click()
    expect(page.locator("dd", has_text=re.compile("yes, "))).to_be_visible(timeout=COMES_MS)
    page.evaluate("document.querySelector('[data-live]').removeAttribute('data-live')")
    page.evaluate("for (const one of document.getElementsByName('session_id')) one.value = 'e'.repeat(32)")
    page.get_by_role("button", name="Cover the camera", exact=True).click()
    expect(page.locator(".asked li", has_text="another interview is running")).to_be_visible(timeout=COMES_MS)
    assert not covered(visitor)
