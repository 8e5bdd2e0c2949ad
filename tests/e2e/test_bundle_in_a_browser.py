"""A bundle opened from the disk in a real browser: the page that checks it, and the results page."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.station import open_station
from tests.browser import Browser, browser, needs_browser
from tests.exports import judged_interview, laid_out, ordered, placed
from tests.interviews import SESSION

pytestmark = [needs_browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    storage = open_station(folder / "data")
    root = placed(laid_out(storage, ordered(judged_interview(storage)), folder / "made"), folder / "bag")
    storage.close()
    return root


@pytest.fixture
def bag(exported: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported, tmp_path / "bag"))


def verdict(page: Browser, bag: Path) -> str:
    page.open(bag / "verify.html")
    page.choose_files("#folder", bag)
    page.until("document.getElementById('verdict').children.length >= 2")
    told: str = page.run(
        "document.getElementById('verdict').innerText + document.getElementById('findings').innerText"
    )
    return told


def test_the_page_beside_a_bundle_says_whether_it_is_unchanged(page: Browser, bag: Path) -> None:
    told = verdict(page, bag)
    assert "files are exactly as they are listed" in told
    assert "the signature is right" in told
    assert page.run("document.getElementById('signer').textContent.length") == 64


def test_the_page_names_what_was_changed_removed_and_added(page: Browser, bag: Path) -> None:
    film = bag / "data" / SESSION / "recording.mp4"
    with film.open("r+b") as content:
        content.seek(-1, os.SEEK_END)
        content.write(b"!")
    (bag / "data" / SESSION / "report.pdf").unlink()
    (bag / "data/new.txt").write_text("new")
    told = verdict(page, bag)
    assert "3 files are not as the station wrote them" in told
    for line in ("changed", "recording.mp4", "missing", "report.pdf", "added", "data/new.txt"):
        assert line in told
    listed = bag / "tagmanifest-sha256.txt"
    listed.write_text(listed.read_text().replace("index.html", "index.htm"))
    assert "The signature is wrong" in verdict(page, bag)


def test_another_language_is_a_click_away_and_goes_on_at_the_same_second(page: Browser, bag: Path) -> None:
    page.open(bag / "data" / SESSION / "index.html")
    page.run("document.querySelector('video').currentTime = 7.5")
    page.run("document.addEventListener('click', event => event.preventDefault())")
    leads_to = page.run("(link => { link.click(); return link.href })(document.querySelector('[lang=de]'))")
    name, _, place = leads_to.rpartition("/")[2].partition("#")
    page.open(bag / "data" / SESSION / name, place)
    assert page.run("document.querySelector('video').currentTime") == 7.5
    assert "Fragen und Antworten" in page.run("document.body.innerText")


def test_the_check_speaks_the_readers_language(page: Browser, bag: Path) -> None:
    (bag / "data" / SESSION / "report.pdf").unlink()
    page.open(bag / "verify.es.html")
    page.choose_files("#folder", bag)
    page.until("document.getElementById('verdict').children.length >= 2")
    assert "1 archivo no está como lo escribió el puesto" in page.run("document.body.innerText")
    assert "falta" in page.run("document.getElementById('findings').innerText")


def test_a_page_that_reads_from_the_right_needs_no_more_room(page: Browser, bag: Path) -> None:
    page.open(bag / "data" / SESSION / "index.html")
    page.run("document.documentElement.dir = 'rtl'")
    assert page.run("document.documentElement.scrollWidth <= innerWidth")
    assert page.run("getComputedStyle(document.querySelector('.bar')).direction") == "ltr", "time runs on"


def test_hashes_made_by_the_page_are_sha256_at_every_length(page: Browser, bag: Path) -> None:
    page.open(bag / "verify.html")
    for length in (0, 1, 55, 56, 63, 64, 65, 119, 128, 1_000_003):
        content = bytes(at * 7 % 251 for at in range(length))
        script = f"""(() => {{ const sum = new Sha256();
            const all = Uint8Array.from({{length: {length}}}, (_, at) => at * 7 % 251);
            sum.update(all.subarray(0, {length // 3})); sum.update(all.subarray({length // 3}));
            return sum.hex() }})()"""
        assert page.run(script) == hashlib.sha256(content).hexdigest()


def test_the_results_page_opens_from_the_disk_with_its_captions(page: Browser, bag: Path) -> None:
    page.open(bag / "data" / SESSION / "index.html")
    assert page.run("document.querySelectorAll('video track').length") == 2
    page.run("document.querySelector('video').textTracks[0].mode = 'showing'")
    page.until("document.querySelector('video').textTracks[0].cues?.length > 2")
