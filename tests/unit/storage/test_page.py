import base64
import hashlib
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.domain.proof import CaptureProof
from kiosk.domain.recording import AUDIO, Recording
from kiosk.flow.facts import CaptureProved, RecordingFinished, ScreenRecordingEnded, ScreenRecordingStarted
from kiosk.flow.staff import EndRequested
from storage.errors import NotFoundError, UnwritableError
from storage.export.captions import captions, chapters
from storage.export.films import read_index
from storage.export.page import export_page, markdown
from storage.station import Storage
from tests.interviews import NOON, SESSION, Interview

FILM = b"not really a film"


@pytest.fixture
def recorded(storage: Storage, interview: Interview) -> Recording:
    """A finished session whose recording lies where it should."""
    interview.arrive_and_ask()
    interview.answer_all()
    recording = replace(interview.recording(), sha256=hashlib.sha256(FILM).hexdigest())
    (storage.media.session_folder(SESSION) / recording.file).write_bytes(FILM)
    interview.happen(EndRequested("Sam", "<b>time</b>"), RecordingFinished(SESSION, recording))
    return recording


def exported(storage: Storage, tmp_path: Path) -> str:
    return export_page(storage, SESSION[:8], tmp_path / "page").read_text("utf-8")


def test_the_folder_holds_all_that_the_page_needs(
    storage: Storage, recorded: Recording, tmp_path: Path
) -> None:
    exported(storage, tmp_path)
    names = {path.name for path in (tmp_path / "page").iterdir()}
    pages = {"index.html", "index.de.html", "index.es.html"}
    assert names == pages | {"recording.mp4", "captions.vtt", "chapters.vtt"}
    assert (tmp_path / "page/recording.mp4").read_bytes() == FILM


VTT = """WEBVTT

00:00:00.000 --> 00:00:04.000
sprites.jpg#xywh=0,0,160,90

00:00:04.000 --> 00:00:08.000
sprites.jpg#xywh=160,0,160,90
"""


def test_films_of_the_screen_small_pictures_and_proofs_are_shown(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interview.arrive_and_ask()
    interview.happen(ScreenRecordingStarted("screen_recordings/one.mp4", 1, 2.5))
    interview.answer_all()
    proof = CaptureProof(1, 5.0, 8.0, 240, 6.54, -20.0, -60.0, "ab" * 32)
    interview.happen(
        ScreenRecordingEnded("screen_recordings/one.mp4", 9.0, ""),
        ScreenRecordingEnded("", 0.0, "no <display>"),
        CaptureProved("story:2", proof),
    )
    recording = replace(interview.recording(), sha256=hashlib.sha256(FILM).hexdigest())
    folder = storage.media.session_folder(SESSION)
    (folder / recording.file).write_bytes(FILM)
    (folder / "screen_recordings" / "one.mp4").write_bytes(b"the screen")
    (folder / "pictures").mkdir()
    for name, content in (("thumbnail.jpg", "t"), ("sprites.jpg", "s"), ("sprites.vtt", VTT)):
        (folder / "pictures" / name).write_text(content)
    interview.happen(EndRequested("Sam", "time"), RecordingFinished(SESSION, recording))
    page = exported(storage, tmp_path)
    assert (tmp_path / "page/screen_1.mp4").read_bytes() == b"the screen"
    assert (tmp_path / "page/sprites.jpg").read_bytes() == b"s"
    assert 'data-start="2.5"' in page
    assert 'poster="thumbnail.jpg"' in page
    assert 'viewBox="160 0 160 90"' in page
    assert 'width="320" height="90"' in page
    assert "The screen was not filmed: no &lt;display&gt;" in page
    assert "6.5 s spoken" in page


def test_nothing_in_the_page_leads_outside(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    page = exported(storage, tmp_path)
    assert not re.search(r"https?:|//[a-z]|@import|url\((?!#)", page)
    targets = set(re.findall(r'(?:src|href)="([^"#]+)', page))
    assert {target for target in targets if not target.startswith("data:text/vtt")} == {
        "recording.mp4",
        "index.de.html",
        "index.es.html",
    }


def test_style_and_script_are_the_ones_the_policy_allows(
    storage: Storage, recorded: Recording, tmp_path: Path
) -> None:
    page = exported(storage, tmp_path)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    assert "default-src &#39;none&#39;" in policy[1]
    for tag in ("style", "script"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert content is not None
        seal = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{seal}&#39;" in policy[1].replace("&#43;", "+")
    assert " style=" not in page
    assert " onclick=" not in page


def test_the_page_tells_what_happened(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    page = exported(storage, tmp_path)
    for text in (
        "2 of 2 questions",
        "Tell us about a day at work you remember.",
        "Not kept: answered again",
        "0:22 – 0:30",
        "Camera lost",
        "Recording interrupted",
        "cut: this time was not recorded",
        "People only, no AI",
        "none was changed",
        recorded.sha256,
        "the file is unchanged",
    ):
        assert text in page, text


def test_texts_of_people_stay_texts(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    page = exported(storage, tmp_path)
    assert "&lt;b&gt;time&lt;/b&gt;" in page
    assert "<b>time" not in page


def test_another_film_in_its_place_is_told(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    storage.media.file(SESSION, recorded.file).write_bytes(b"another film")
    assert "the file is not the one that was recorded" in exported(storage, tmp_path)


def test_a_page_without_its_recording_says_so(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    storage.media.file(SESSION, recorded.file).unlink()
    page = exported(storage, tmp_path)
    assert "The recording is not on this station" in page
    assert "<video" not in page


def test_a_recording_of_sound_only_is_listened_to(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interview.arrive_and_ask()
    recording = replace(interview.recording(), quality=AUDIO)
    (storage.media.session_folder(SESSION) / recording.file).write_bytes(FILM)
    interview.happen(EndRequested("Sam", ""), RecordingFinished(SESSION, recording))
    page = exported(storage, tmp_path)
    assert "<audio controls" in page
    assert "sound only" in page


def test_a_session_that_was_not_recorded_has_a_page_too(
    storage: Storage, interview: Interview, tmp_path: Path
) -> None:
    interview.begin()
    interview.accept()
    page = exported(storage, tmp_path)
    assert "The interview was not recorded." in page
    assert "not given" in page


def test_the_page_can_be_made_again_in_the_same_folder(
    storage: Storage, recorded: Recording, tmp_path: Path
) -> None:
    exported(storage, tmp_path)
    exported(storage, tmp_path)


def test_bad_wishes_are_one_sentence(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no session"):
        export_page(storage, "ffff", tmp_path / "page")
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableError, match="cannot be used"):
        export_page(storage, SESSION, tmp_path / "file")


def test_captions_stand_where_the_questions_were_spoken(storage: Storage, recorded: Recording) -> None:
    assert captions(storage.sessions.session(SESSION)) == (
        "WEBVTT\n\n"
        "1\n00:00:01.200 --> 00:00:05.200\nTell us about a day at work you remember.\n\n"
        "2\n00:00:31.200 --> 00:00:35.200\nHow would you sort a list that does not\nfit into memory?\n"
    )


def test_captions_never_overlap_and_never_break_their_format(storage: Storage, recorded: Recording) -> None:
    report = storage.sessions.session(SESSION)
    first, *_ = report.messages
    crowd = (first, replace(first, start_s=2.0, text="a --> b\n\n<i>&"))
    track = captions(replace(report, messages=crowd))
    assert "00:00:01.200 --> 00:00:02.000" in track
    assert "a --&gt; b &lt;i&gt;&amp;\n" in track


def test_chapters_follow_the_recording(recorded: Recording) -> None:
    assert chapters(recorded).count("-->") == 2
    assert "00:00:30.400 --> 00:00:46.400\n2. How would you sort a list?" in chapters(recorded)


@pytest.mark.parametrize(
    "source",
    ["<script>alert(1)</script>", "![x](file:///etc/passwd)", "[x](javascript:alert(1))", "<img src=x>"],
)
def test_a_problem_statement_can_run_and_load_nothing(source: str) -> None:
    assert not re.search(r"<(script|img)|href=\"javascript", markdown(source))


def test_a_page_of_an_older_day_bears_its_date(storage: Storage, recorded: Recording, tmp_path: Path) -> None:
    assert f"{NOON.day} November {NOON.year}" in exported(storage, tmp_path)


def test_an_index_of_small_pictures_that_is_damaged_spoils_no_page() -> None:
    cue = "00:00:00.000 --> 00:00:04.000\nsprites.jpg#xywh=0,0,160,90\n"
    damaged = cue.replace("00.000 -->", "0.0.0 -->") + "\n" + cue.replace("160", "1" * 5000)
    assert [one.width for one in read_index(f"WEBVTT\n\n{damaged}\n{cue}")] == [160]
