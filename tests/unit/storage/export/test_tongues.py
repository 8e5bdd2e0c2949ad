"""Papers in every language: no word is missing or said past the catalogues, each leads to the others."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from kiosk.domain.export import EXPORT_TEXTS
from kiosk.domain.faults import CATALOGUE
from kiosk.domain.tongue import Tongue
from storage.export.collect import ROOT, TEMPLATES, forms, said, save
from storage.export.page import export_page
from storage.export.tongue import ENDONYMS, LOCALES, file_of, gettext, speaking
from storage.export.words import day, duration, megabytes, number, percent
from storage.station import Storage, open_station
from tests import wordings
from tests.exports import judged_interview, laid_out, ordered, placed
from tests.interviews import SESSION
from ui.tongue.dictionary import file_of as screens_file_of
from ui.tongue.dictionary import read_entries
from ui.tongue.spoken import LOCALES as SCREENS_LOCALES

FOREIGN = [tongue for tongue in Tongue if tongue is not Tongue.ENGLISH]
FILLED_IN = re.compile(r"%\([a-z_0-9]+\)s|\{[a-z]+\}|</?\w+")
RESULTS = ROOT / "assets" / "results"
SAY = [
    ROOT / "storage" / "export" / f"{name}.py" for name in ("words", "drawings", "record", "guide", "page")
]
SAY += [ROOT / "storage" / "privacy" / f"{name}.py" for name in ("receipts", "paper")]
OF_PROGRAMS = re.compile(r"-src '|^A session of an interview station$")


def catalogue(tongue: Tongue) -> Catalog:
    with file_of(tongue).open("rb") as file:
        return read_po(file, locale=str(tongue))


def translates(name: str) -> bool:
    return name in {"N_", "gettext", "ngettext"}


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = open_station(tmp_path / "data")
    judged_interview(storage)
    yield storage
    storage.close()


# --- the catalogues ------------------------------------------------------------------------
@pytest.mark.parametrize("tongue", FOREIGN)
def test_every_string_is_translated_and_keeps_what_is_filled_in(tongue: Tongue) -> None:
    for message in catalogue(tongue):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[1]
            for form in forms(message):
                assert form, source
                assert sorted(FILLED_IN.findall(form)) == sorted(FILLED_IN.findall(source))


@pytest.mark.parametrize("tongue", FOREIGN)
def test_a_catalogue_holds_what_is_said_and_nothing_else(tongue: Tongue) -> None:
    kept = {str(message.id) for message in catalogue(tongue)}
    assert kept == {str(message.id) for message in said()}, "run: make words"


@pytest.mark.parametrize("tongue", FOREIGN)
def test_a_catalogue_written_again_is_the_same(tongue: Tongue, tmp_path: Path) -> None:
    save(catalogue(tongue), tmp_path / "again.po")
    assert (tmp_path / "again.po").read_text("utf-8") == file_of(tongue).read_text("utf-8")


@pytest.mark.parametrize("tongue", FOREIGN)
def test_what_the_screen_says_of_a_fault_the_papers_say_too(tongue: Tongue) -> None:
    screens = read_entries(screens_file_of(tongue))
    told = [("Fault", entry.texts.what_happened) for entry in CATALOGUE.values()]
    told += [("Export", texts.what_happened) for texts in EXPORT_TEXTS.values()]
    with speaking(tongue):
        assert [gettext(text) for _, text in told] == [screens[one][0] for one in told]


def test_papers_write_numbers_and_dates_as_the_screen_does() -> None:
    assert LOCALES == SCREENS_LOCALES
    assert set(ENDONYMS) == set(Tongue)


# --- nothing is said past them -------------------------------------------------------------
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_anything_past_the_catalogues(template: Path) -> None:
    assert wordings.in_template(template.read_text("utf-8")) == []


@pytest.mark.parametrize("script", sorted(RESULTS.glob("*.js")), ids=lambda path: path.name)
def test_no_script_says_anything_of_its_own(script: Path) -> None:
    assert wordings.in_script(script.read_text("utf-8")) == []


@pytest.mark.parametrize("source", SAY, ids=lambda path: path.name)
def test_no_source_says_anything_past_the_catalogues(source: Path) -> None:
    found = [words for _, words in wordings.in_module(ast.parse(source.read_text("utf-8")), translates)]
    assert [words for words in found if not OF_PROGRAMS.search(words)] == []


def test_words_past_the_catalogues_are_seen() -> None:
    assert wordings.in_template('<h2 title="Now">{{ _("Good") }} day</h2>') == ["Now", "day"]
    assert wordings.in_script('/* "A b" */ say("good", "All is well");') == ["All is well"]
    module = ast.parse('WORDS = {1: N_("Good day"), 2: "Good night"}')
    assert [words for _, words in wordings.in_module(module, translates)] == ["Good night"]


@pytest.mark.parametrize("style", [RESULTS / "page.css", ROOT / "assets" / "receipt" / "receipt.html.j2"])
def test_the_layout_turns_with_the_direction_of_the_language(style: Path) -> None:
    one_sided = r"(?:margin|padding|border)-(?:left|right)|(?:text-align|float):\s*(?:left|right)"
    assert re.findall(one_sided, style.read_text("utf-8")) == []


# --- the papers ----------------------------------------------------------------------------
def test_a_page_speaks_its_language_and_leads_to_the_others(storage: Storage, tmp_path: Path) -> None:
    opened = export_page(storage, SESSION, tmp_path / "page", first=Tongue.GERMAN)
    pages = {name: (tmp_path / "page" / name).read_text("utf-8") for name in ("index.html", "index.en.html")}
    assert opened.name == "index.html"
    assert '<html lang="de" dir="ltr">' in pages["index.html"]
    assert '<html lang="en" dir="ltr">' in pages["index.en.html"]
    assert re.findall(r'<a href="([^"]+)" lang="(\w+)"', pages["index.html"]) == [
        ("index.en.html", "en"),
        ("index.es.html", "es"),
    ]
    assert '<b lang="de" aria-current="page">Deutsch</b>' in pages["index.html"]
    for words in ("Problemlösung, Stufe 4 von 4", "Fragen und Antworten", "Zeit je Frage", "2 von 3 Tests"):
        assert words in pages["index.html"]
    assert "Kapitel" in pages["index.html"]
    assert "Chapters" in pages["index.en.html"]


@pytest.mark.parametrize("tongue", FOREIGN)
def test_no_english_is_left_on_a_page(tongue: Tongue, storage: Storage, tmp_path: Path) -> None:
    export_page(storage, SESSION, tmp_path / "page")
    english = (tmp_path / "page" / "index.html").read_text("utf-8")
    page = (tmp_path / "page" / f"index.{tongue}.html").read_text("utf-8")
    sources = [one.id for one in said() if isinstance(one.id, str) and "%" not in one.id and " " in one.id]
    with speaking(tongue):
        seen = [text for text in sources if f">{text}<" in english and gettext(text) != text]
    assert len(seen) > 10
    assert [text for text in seen if f">{text}<" in page] == []


def test_an_export_opens_in_the_stations_language_and_is_printed_in_it(
    storage: Storage, tmp_path: Path
) -> None:
    root = placed(laid_out(storage, ordered(SESSION), tmp_path / "made", Tongue.SPANISH), tmp_path / "bag")
    folder = root / "data" / SESSION
    assert "¿Es esto lo que escribió el puesto?" in (root / "index.html").read_text("utf-8")
    assert f'href="data/{SESSION}/index.de.html"' in (root / "index.de.html").read_text("utf-8")
    assert 'href="verify.de.html"' in (root / "index.de.html").read_text("utf-8")
    assert "Jede Datei prüfen" in (root / "verify.de.html").read_text("utf-8")
    assert "Respuesta: " in (folder / "transcript.txt").read_text("utf-8")
    paper = subprocess.run(
        ["pdftotext", folder / "report.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "Preguntas y respuestas" in paper
    assert "Deutsch" not in paper, "paper cannot be switched"
    tables = (root / "data" / "sessions.csv").read_text("utf-8-sig")
    assert tables.startswith("session,candidate,name,"), "what programs read stays English"


def test_numbers_dates_and_lengths_are_written_as_people_write_them() -> None:
    with speaking(Tongue.GERMAN):
        assert (number(82.5), percent(0.82), megabytes(15_600_000)) == ("82,5", "82 %", "15,6 MB")
        assert (day("2026-11-20T12:00:00Z"), duration(725)) == ("20. November 2026", "12 Minuten 5 Sekunden")
    with speaking(Tongue.SPANISH):
        assert (day("2027-05-19"), duration(61)) == ("19 de mayo de 2027", "1 minuto 1 segundo")
    assert (day("2027-05-19"), duration(60), duration(0)) == ("19 May 2027", "1 minute", "0 seconds")
