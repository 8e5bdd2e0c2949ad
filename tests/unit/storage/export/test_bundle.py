"""What an export consists of."""

import csv
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import jsonschema
import pytest

from kiosk.domain.export import Disguise, ExportOutcome, ExportPart
from kiosk.domain.plain import from_plain
from storage.errors import ExportFailedError
from storage.export.overview import as_csv, write_xlsx
from storage.media import PICTURES
from storage.reports import SessionReport
from storage.station import Storage, open_station
from tests.exports import FILM, NAME, OTHER, laid_out, ordered, placed, plain_interview
from tests.interviews import SESSION, Interview
from tests.judged import SOLUTION
from tests.unit.storage.export.conftest import Made


def texts(root: Path) -> str:
    """All that can be read as text."""
    return "".join(path.read_text("utf-8", errors="ignore") for path in root.rglob("*") if path.is_file())


def test_a_bundle_holds_a_folder_a_session_and_no_name_but_ids(bag: Path) -> None:
    top = {path.name for path in bag.iterdir()}
    lists = {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "signature.json"}
    pages = {f"{name}{tag}.html" for name in ("index", "verify") for tag in ("", ".de", ".es")}
    assert top == lists | pages | {"data"}
    files = {
        path.relative_to(bag / "data" / SESSION).as_posix() for path in (bag / "data" / SESSION).rglob("*.*")
    }
    documents = {
        "index.html",
        "index.de.html",
        "index.es.html",
        "session.json",
        "report.pdf",
        "journal.jsonl",
        "transcript.txt",
        "recording.mp4",
    }
    programs = {"code/question3-run1.py", "code/question3-submit2.py"}
    assert files == documents | programs | {"captions.vtt", "chapters.vtt"}
    assert {path.name for path in (bag / "data").iterdir() if path.is_dir()} == {SESSION, OTHER}
    assert not [path for path in bag.rglob("*") if re.search("zinnia|quill", path.name, re.IGNORECASE)]


def test_the_recording_and_the_programs_are_what_they_were(bag: Path) -> None:
    assert (bag / "data" / SESSION / "recording.mp4").read_bytes() == FILM
    assert (bag / "data" / SESSION / "code/question3-submit2.py").read_text("utf-8") == SOLUTION


def test_the_page_of_each_session_needs_nothing_beside_its_folder(bag: Path) -> None:
    page = (bag / "data" / SESSION / "index.html").read_text("utf-8")
    targets = {
        target for target in re.findall(r'(?:src|href)="([^"#]+)', page) if not target.startswith("data:")
    }
    assert targets == {"recording.mp4", "index.de.html", "index.es.html"}
    assert "the file is unchanged since it was recorded" in page
    first = (bag / "index.html").read_text("utf-8")
    for target in re.findall(r'href="([^"#]+)', first):
        assert (bag / target).is_file(), target


def test_the_json_keeps_to_the_schema_that_lies_beside_it_and_reads_back(bag: Path) -> None:
    schema = json.loads((bag / "data/session.schema.json").read_text("utf-8"))
    for session in (SESSION, OTHER):
        found = json.loads((bag / "data" / session / "session.json").read_text("utf-8"))
        jsonschema.validate(found, schema)
        assert from_plain(SessionReport, found).summary.id == session
    del found["summary"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, schema)


def test_the_report_is_a_pdf_with_the_persons_words(bag: Path) -> None:
    text = subprocess.run(
        ["pdftotext", bag / "data" / SESSION / "report.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert NAME in text
    assert "let the other six rotate" in " ".join(text.split())


def test_the_tables_have_a_row_a_session_and_a_row_an_answer(bag: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((bag / "data/sessions.csv").read_text("utf-8-sig"))))
    assert [row["session"] for row in rows] == [SESSION, OTHER]
    assert rows[0]["name"] == NAME
    assert float(rows[0]["overall_score"]) > 0
    assert rows[1]["overall_score"] == ""
    answers = list(csv.DictReader(io.StringIO((bag / "data/answers.csv").read_text("utf-8-sig"))))
    assert {row["session"] for row in answers} == {SESSION, OTHER}
    assert zipfile.is_zipfile(bag / "data/interviews.xlsx")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "  =", "|", "%"])
def test_no_text_becomes_a_formula(start: str, tmp_path: Path) -> None:
    evil = f"{start}cmd|' /C calc'!A0"
    table: list[list[str | float | int | None]] = [["text"], [evil], [-1.5], ["plain"]]
    (_, (said,), (number,), (plain,)) = csv.reader(io.StringIO(as_csv(table).lstrip("\ufeff"), newline=""))
    assert said == f"'{evil}"
    assert (number, plain) == ("-1.5", "plain")
    write_xlsx(tmp_path / "table.xlsx", {"one": table})
    with zipfile.ZipFile(tmp_path / "table.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert re.search(r'<c r="A2" s="\d" t="(s|inlineStr)">', sheet)


def test_parts_that_were_not_asked_for_stay_behind(made: Made, tmp_path: Path) -> None:
    only = ordered(SESSION, parts=frozenset({ExportPart.SCORES}))
    root = placed(laid_out(made.storage, only, tmp_path / "made"), tmp_path / "bag")
    here = {path.name for path in (root / "data" / SESSION).iterdir()}
    assert not here & {"recording.mp4", "recording.webm", "transcript.txt", "code"}
    assert "Without the recording" in (root / "data" / SESSION / "index.html").read_text("utf-8")
    assert '"transcript": null' in (root / "data" / SESSION / "session.json").read_text("utf-8")
    none = ordered(SESSION, parts=frozenset({ExportPart.VIDEO}))
    bare = placed(laid_out(made.storage, none, tmp_path / "made2"), tmp_path / "bag2")
    assert '"assessment": null' in (bare / "data" / SESSION / "session.json").read_text("utf-8")


@pytest.mark.parametrize("disguise", [Disguise.BLURRED, Disguise.VOICE_ONLY])
def test_a_blind_copy_tells_nobodys_name(disguise: Disguise, made: Made, tmp_path: Path) -> None:
    blind = ordered(SESSION, disguise=disguise)
    root = placed(laid_out(made.storage, blind, tmp_path / "made"), tmp_path / "bag")
    assert not re.search("zinnia|quillfeather", texts(root), re.IGNORECASE)
    assert "face" not in (root / "data" / SESSION / "recording.mp4").read_text()
    page = (root / "data" / SESSION / "index.html").read_text("utf-8")
    assert page.index('id="answers"') < page.index('class="watch"'), "the words come first"
    assert "My name is …. Last year" in (root / "data" / SESSION / "transcript.txt").read_text("utf-8")
    assert not (root / "data" / SESSION / "journal.jsonl").exists()
    assert ("<audio" in page) is (disguise is Disguise.VOICE_ONLY)
    assert "Logitech" not in texts(root)


def test_what_is_not_over_cannot_leave(storage: Storage, interview: Interview, tmp_path: Path) -> None:
    interview.arrive_and_ask()
    with pytest.raises(ExportFailedError) as refused:
        laid_out(storage, ordered(), tmp_path / "made")
    assert refused.value.outcome is ExportOutcome.NOTHING_CHOSEN


def test_small_pictures_come_along(tmp_path: Path) -> None:
    storage = open_station(tmp_path / "data")
    folder = storage.media.session_folder(plain_interview(storage))
    (folder / PICTURES).mkdir(exist_ok=True)
    (folder / PICTURES / "thumbnail.jpg").write_bytes(b"a picture")
    (folder / PICTURES / "sprites.jpg").write_bytes(b"pictures")
    cue = "WEBVTT\n\n00:00:00.000 --> 00:00:10.000\nsprites.jpg#xywh=0,0,160,90\n"
    (folder / PICTURES / "sprites.vtt").write_text(cue)
    root = placed(laid_out(storage, ordered(OTHER), tmp_path / "made"), tmp_path / "bag")
    here = {path.name for path in (root / "data" / OTHER).iterdir()}
    assert {"thumbnail.jpg", "sprites.jpg"} <= here
    page = (root / "data" / OTHER / "index.html").read_text("utf-8")
    for target in re.findall(r'(?:src|href|poster)="([^"#]+)', page):
        assert target.startswith("data:") or target in here, target
    storage.close()
