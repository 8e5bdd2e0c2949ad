"""The server's pages in a real browser: what they do there, and whether everybody can use them."""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from httpx2 import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from commands.demo_server import _document
from server.access.guard import COOKIE
from tests.browser import PROGRAM, needs_browser
from tests.server.program import Program, serving

pytestmark = [needs_browser, pytest.mark.slow]

FIRST = _document(1).session_id
PATHS = (
    "/sign-in",
    "/booths",
    "/sessions?text=booking&status=completed",
    f"/sessions/{FIRST}",
    "/invitations",
    "/packs",
    "/fairness",
    "/orders",
    "/keeping",
    "/figures",
    "/people",
    "/account",
    "/audit",
    "/nothing",
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Start the server that ships, with its made-up sessions."""
    before = set(Path(tempfile.gettempdir()).glob("kiosk-server-*"))
    with serving(tmp_path_factory.mktemp("server"), "--demo") as program:
        yield program
    assert set(Path(tempfile.gettempdir()).glob("kiosk-server-*")) <= before


@pytest.fixture
def chromium() -> Iterator[Browser]:
    """Start a browser for each test: it makes processes when it needs them and keeps them until its end."""
    with sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def cookie(site: Program) -> str:
    """Sign in once: more often would be too often."""
    with Client(base_url=site.address) as client:
        client.post("/sign-in", data={"login": "admin", "password": site.password})
        return client.cookies[COOKIE]


def signed_in(
    site: Program, chromium: Browser, cookie: str, size: dict[str, int], scheme: str
) -> BrowserContext:
    context = chromium.new_context(
        base_url=site.address,
        viewport={"width": size["width"], "height": size["height"]},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.add_cookies([{"name": COOKIE, "value": cookie, "url": site.address}])
    return context


@pytest.fixture
def page(site: Program, chromium: Browser, cookie: str) -> Iterator[Page]:
    context = signed_in(site, chromium, cookie, DESK, "light")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("size", "scheme"), [(DESK, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_everybody_can_use_every_page(
    site: Program, chromium: Browser, cookie: str, size: dict[str, int], scheme: str
) -> None:
    context = signed_in(site, chromium, cookie, size, scheme)
    page = context.new_page()
    flaws = []
    booth, account = (first_link(page, path) for path in ("/booths", "/people"))
    for path in (*PATHS, booth, account):
        page.goto(path)
        for fold in page.locator("details").all():
            fold.evaluate("fold => { fold.open = true }")
        found = Axe().run(page).response["violations"]
        flaws += [f"{path}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]
        flaws += [f"{path}: {small}" for small in page.evaluate(SMALL)]
        if page.evaluate(WIDER):
            flaws.append(f"{path} is wider than the window")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if page.evaluate(WIDER):
            flaws.append(f"{path} is wider than the window at 200 % text")
    context.close()
    assert not flaws, "\n".join(flaws)


def first_link(page: Page, path: str) -> str:
    page.goto(path)
    return page.locator(f"main a[href^='{path}/']").first.get_attribute("href") or ""


WIDER = "document.documentElement.scrollWidth > innerWidth"
SMALL = """() => [
        ...document.querySelectorAll('button, .button, select, summary, nav a, input:not([type=hidden])')
    ].map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([one, box]) => box.height > 0 && box.height < 47.5)
    .map(([one, box]) => `only ${box.height} px: ${one.outerHTML.slice(0, 80)}`)"""


def test_somebody_signs_in_and_out(site: Program, chromium: Browser) -> None:
    with chromium.new_context(base_url=site.address) as context:
        page = context.new_page()
        page.goto("/audit")
        page.get_by_label("Login").fill("admin")
        page.get_by_label("Password").fill(site.password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/audit")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in")


def test_a_check_that_finds_nothing_could_find_something(page: Page) -> None:
    page.goto("/account")
    page.evaluate("document.querySelector('label[for=current]').remove()")
    page.evaluate("document.querySelector('button').style.minHeight = '20px'")
    page.evaluate("document.querySelector('h1').style.width = '3000px'")
    assert [one["id"] for one in Axe().run(page).response["violations"]] == ["label"]
    assert page.evaluate(SMALL)
    assert page.evaluate(WIDER)


def test_a_line_of_the_transcript_plays_where_it_was_said(page: Page) -> None:
    page.goto(f"/sessions/{FIRST}")
    line = page.get_by_role("link", name="The result was that lost orders")
    wanted = float(line.get_attribute("data-at") or 0)
    with page.expect_response(lambda answer: answer.status == 206):
        line.click()
    page.wait_for_function(f"Math.abs(document.querySelector('video').currentTime - {wanted}) < 3")
    expect(line).to_have_attribute("data-now", "")
    assert page.evaluate("document.querySelector('video').textTracks[0].cues.length") > 5
    page.get_by_role("button", name="1.5×").click()
    assert page.evaluate("document.querySelector('video').playbackRate") == 1.5


def test_the_bar_shows_a_small_picture_of_where_the_pointer_is(page: Page) -> None:
    page.goto(f"/sessions/{FIRST}")
    page.wait_for_function("document.querySelector('video').duration > 0")
    page.locator(".bar").hover(position={"x": 200, "y": 10})
    expect(page.locator("#peek")).to_be_visible()


def test_a_note_is_written_and_an_answer_rated_with_the_keyboard_alone(page: Page) -> None:
    page.goto(f"/sessions/{FIRST}")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#question-q2 .rating summary").focus()
    page.keyboard.press("Enter")
    while page.evaluate("document.activeElement.type") != "radio":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    while page.evaluate("document.activeElement.textContent") != "Keep my rating":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#question-q2 .rating summary")).to_contain_text("Your rating")


def test_booths_change_by_themselves(page: Page) -> None:
    page.goto("/booths")
    booth = page.locator(".booth", has_text="Booth 1")
    before = booth.inner_text()
    assert "REC" in before
    page.evaluate("document.body.dataset.same = 'page'")
    expect(booth).not_to_have_text(before, use_inner_text=True, timeout=15_000)
    assert page.evaluate("document.body.dataset.same") == "page"


def test_an_order_to_a_booth_is_kept_with_who_gave_it(page: Page) -> None:
    page.goto("/booths")
    page.locator(".booth", has_text="Booth 1").click()
    page.get_by_role("button", name="Pause", exact=True).click()
    expect(page.get_by_text("Pause: the booth has not answered yet")).to_be_visible()
    page.goto("/audit")
    expect(page.get_by_role("row", name="Administrator Command pause")).to_be_visible()


def test_what_is_covered_from_afar_is_covered_for_a_reason(page: Page) -> None:
    page.goto("/booths")
    page.locator(".booth", has_text="Booth 1").click()
    page.get_by_label("Why something is covered").select_option("Staff in the booth")
    page.get_by_role("button", name="Cover the camera", exact=True).click()
    told = page.get_by_text("Cover the camera (Staff in the booth): the booth has not answered yet")
    expect(told).to_be_visible()


def test_a_pack_is_sent_from_the_page(page: Page, tmp_path: Path) -> None:
    for text in ("", 'id = "brand-new"\nversion = "7"\n'):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("pack.toml", text)
        (tmp_path / "new.zip").write_bytes(packed.getvalue())
        page.goto("/packs")
        page.get_by_label("File").set_input_files(tmp_path / "new.zip")
        page.get_by_role("button", name="Add").click()
        if not text:
            expect(page.get_by_role("status")).to_have_text("The pack.toml gives no id that a pack can have.")
    expect(page.get_by_role("cell", name="brand-new").first).to_be_visible()


def test_an_invitation_shows_its_code_as_a_picture_that_a_camera_reads(page: Page) -> None:
    import cv2
    import numpy as np

    page.goto("/invitations")
    page.get_by_label("Candidate’s name").fill("Candidate 99")
    page.get_by_role("button", name="Invite", exact=True).click()
    code = page.locator("#code").inner_text()
    shot = cv2.imdecode(np.frombuffer(page.locator(".qr svg").screenshot(), np.uint8), cv2.IMREAD_COLOR)
    assert shot is not None
    read, _, _ = cv2.QRCodeDetector().detectAndDecode(shot)
    assert read == code
