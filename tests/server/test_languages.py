"""The pages in every language: whose choice counts, and that no word is missing or said past gettext."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from server.app import create_app
from server.house import build
from server.identity.roles import Role
from server.web.collect import SERVER, forms, said, save
from server.web.tongue import COOKIE, Tongue, file_of
from tests import wordings
from tests.server.conftest import SETTINGS

HTML = {"Accept": "text/html"}
FOREIGN = [tongue for tongue in Tongue if tongue is not Tongue.ENGLISH]
PLACEHOLDER = re.compile(r"%\([a-z_0-9]+\)s")


@pytest.fixture
def client(migrated: Path, tmp_path: Path) -> Iterator[TestClient]:
    """Give a browser that nobody has set up."""
    house = build(SETTINGS, Path(shutil.copytree(migrated, tmp_path / "server")))
    house.access.add_user("test", "boss", "Boss", frozenset({Role.ADMINISTRATOR}), "correct horse")
    with TestClient(create_app(house), headers=HTML) as found:
        yield found
    house.close()


def catalogue(tongue: Tongue) -> Catalog:
    with file_of(tongue).open("rb") as file:
        return read_po(file, locale=str(tongue))


@pytest.mark.parametrize(
    ("wished", "words"),
    [
        ("de-AT,de;q=0.9,en;q=0.5", "Bitte melden Sie sich an."),
        ("fr,es;q=0.8", "Inicie sesión, por favor."),
        ("fr;q=1.0,en;q=0.9", "Please sign in."),
        ("de;q=0,es;q=abc,;;", "Please sign in."),
        ("", "Please sign in."),
    ],
)
def test_a_page_is_in_the_first_of_the_browsers_languages_that_we_know(
    client: TestClient, wished: str, words: str
) -> None:
    assert words in client.get("/sign-in", headers={"Accept-Language": wished}).text


def test_what_was_chosen_here_counts_more_and_leads_back(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "es", "back": "/sign-in?next=%2Faudit"})
    assert (answer.url.path, answer.url.query) == ("/sign-in", b"next=%2Faudit")
    page = client.get("/sign-in", headers={"Accept-Language": "de"}).text
    assert '<html lang="es">' in page
    assert "Inicie sesión, por favor." in page


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example"])
def test_choosing_a_language_sends_nobody_elsewhere(client: TestClient, back: str) -> None:
    answer = client.post("/language", data={"language": "de", "back": back})
    assert answer.url.host == "testserver"
    assert client.post("/language", data={"language": "xx"}).status_code == 422


def test_everything_on_a_page_is_in_the_language(client: TestClient) -> None:
    client.cookies.set(COOKIE, "de")
    client.post("/sign-in", data={"login": "boss", "password": "correct horse"})
    page = client.get("/people").text
    for words in ("Personen", "Konto hinzufügen", "Anmeldename", "Administration: Stationen", "Abmelden"):
        assert words in page


def test_errors_are_told_to_people_in_their_language_and_to_programs_in_english(client: TestClient) -> None:
    client.cookies.set(COOKIE, "de")
    wrong = client.post("/sign-in", data={"login": "nobody", "password": "x"}).text
    assert "Name oder Passwort ist falsch" in wrong
    assert "Hier ist nichts" in client.get("/nothing").text
    told = client.get("/api/v1/sessions", headers={"Accept": "application/json"}).json()
    assert told["detail"] == "please sign in"


def test_one_readers_language_is_not_the_next_ones(client: TestClient) -> None:
    assert "Bitte melden" in client.get("/sign-in", headers={"Accept-Language": "de"}).text
    assert "Please sign in." in client.get("/sign-in", headers={"Accept-Language": "en"}).text


@pytest.mark.parametrize("tongue", FOREIGN)
def test_every_string_is_translated_and_keeps_what_is_filled_in(tongue: Tongue) -> None:
    for message in catalogue(tongue):
        if message.id:
            assert not message.fuzzy, message.id
            source = message.id if isinstance(message.id, str) else message.id[1]
            for form in forms(message):
                assert form, source
                assert sorted(PLACEHOLDER.findall(form)) == sorted(PLACEHOLDER.findall(source))


@pytest.mark.parametrize("tongue", FOREIGN)
def test_a_catalogue_holds_what_is_said_and_nothing_else(tongue: Tongue) -> None:
    kept = {str(message.id) for message in catalogue(tongue)}
    assert kept == {str(message.id) for message in said()}, "run: make words"


def test_a_catalogue_written_again_is_the_same(tmp_path: Path) -> None:
    save(catalogue(Tongue.GERMAN), tmp_path / "again.po")
    assert (tmp_path / "again.po").read_text("utf-8") == file_of(Tongue.GERMAN).read_text("utf-8")


@pytest.mark.parametrize("template", sorted((SERVER / "web/templates").iterdir()), ids=lambda path: path.name)
def test_no_template_says_anything_past_the_catalogues(template: Path) -> None:
    assert wordings.in_template(template.read_text("utf-8")) == []


def test_words_past_the_catalogues_are_seen() -> None:
    page = (
        '<p title="Now">{{ _("Good") }} day{% if x %}, {% endif %}</p>{% trans n %}{{ n }} days{% endtrans %}'
    )
    assert wordings.in_template(page) == ["Now", "day"]
