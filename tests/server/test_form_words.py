"""What is wrong with a form is said in its reader's language, with the words that stand beside the fields."""

import re

import pytest
from starlette.testclient import TestClient

from server.errors import InvalidError
from server.house import House
from server.identity.roles import Role
from server.web.fields import LABELS, Filled, checked
from server.web.routers import PAGES
from server.web.tongue import COOKIE, Tongue
from tests.server.conftest import token

HTML = {"Accept": "text/html"}
E = "e" * 32
OF_THE_LIBRARY = re.compile(r"[Ii]nput|[Ss]tring|should|valid|Value error|pattern")
FORMS = sorted(Filled.__subclasses__(), key=lambda form: (form.__module__, form.__name__))


@pytest.fixture
def browser(house: House, client: TestClient) -> TestClient:
    """Give somebody who may do everything, at a browser."""
    client.headers.update(HTML | token(house, *Role))
    return client


def test_every_form_is_looked_at_here() -> None:
    assert len(PAGES) > 10
    assert len(FORMS) > 12


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_field_has_a_name_for_people(form: type[Filled]) -> None:
    assert set(form.model_fields) <= set(LABELS)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@pytest.mark.parametrize("typed", ["", "x" * 5000, "-1", "99999", "1.5", "2026-02-30", "\x07", "é" * 40])
def test_no_sentence_is_the_librarys(form: type[Filled], typed: str) -> None:
    told = ""
    try:
        checked(form, dict.fromkeys(form.model_fields, typed))
    except InvalidError as error:
        told = error.detail
    assert not OF_THE_LIBRARY.search(told)


@pytest.mark.parametrize(
    ("path", "fields", "german", "spanish"),
    [
        ("/people", {"login": "x"}, "Name: Bitte ausfüllen", "Nombre: rellénelo, por favor"),
        (
            "/people",
            {"login": "x", "name": "X", "password": "short"},
            "Ein Passwort hat 10 bis 256 Zeichen",
            "Una contraseña tiene entre 10 y 256 caracteres",
        ),
        ("/staff", {"name": "Sam", "pin": "12"}, "PIN: Das passt nicht", "PIN: no encaja"),
        (
            "/account/tokens",
            {"label": "x", "days": "9999"},
            "Für Tage: höchstens 366",
            "Durante días: como máximo 366",
        ),
        ("/account/tokens", {"label": "x", "days": "many"}, "keine ganze Zahl", "no es un número entero"),
        (
            "/invitations",
            {"candidate_name": "X", "pack": "general", "first_day": "2026-11-21", "last_day": "2026-11-20"},
            "Der letzte Tag liegt vor dem ersten",
            "El último día es anterior al primero",
        ),
        ("/invitations", {"first_day": "soon"}, "kein Datum", "no es una fecha"),
        (
            f"/sessions/{E}/notes",
            {"text": "x" * 2001},
            "höchstens 2000 Zeichen",
            "como máximo 2000 caracteres",
        ),
    ],
)
def test_a_mistake_is_told_in_the_readers_language(
    browser: TestClient, path: str, fields: dict[str, str], german: str, spanish: str
) -> None:
    for tongue, words in ((Tongue.GERMAN, german), (Tongue.SPANISH, spanish)):
        browser.cookies.set(COOKIE, tongue)
        answer = browser.post(path, data=fields)
        assert answer.status_code == 422
        told = re.findall(r"<p[^>]*>(.*?)</p>", answer.text, re.DOTALL)
        assert any(words.casefold() in line.casefold() for line in told), told


def test_an_address_that_does_not_fit_is_told_in_the_readers_language(browser: TestClient) -> None:
    browser.cookies.set(COOKIE, "de")
    answer = browser.get("/sessions", params={"after": "nonsense"})
    assert answer.status_code == 422
    assert "In der Adresse passt etwas nicht" in answer.text


def test_what_is_wrong_with_a_pack_is_told_in_the_readers_language(browser: TestClient) -> None:
    browser.cookies.set(COOKIE, "de")
    answer = browser.post("/packs", content=b"nothing", headers={"Content-Type": "application/zip"})
    assert (answer.status_code, answer.text) == (422, "Ein Paket wird als ZIP seines Ordners gesendet.")
