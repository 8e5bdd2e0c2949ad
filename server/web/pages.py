"""Making pages: everything is escaped, nothing is loaded from elsewhere, nothing stays in a cache."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from server.identity.roles import Permission, Person
from server.web import words
from server.web.tongue import ENDONYMS, N_, gettext, ngettext, reader

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
}


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the menu, for those who have any of these permissions."""

    path: str
    title: str
    permissions: tuple[Permission, ...]


MENU = (
    Place("/booths", N_("Booths"), (Permission.SEE_STATIONS,)),
    Place("/sessions", N_("Sessions"), (Permission.SEE_ASSIGNED,)),
    Place("/invitations", N_("Invitations"), (Permission.INVITE,)),
    Place("/packs", N_("Packs"), (Permission.MANAGE_PACKS,)),
    Place("/fairness", N_("Fairness"), (Permission.SEE_SESSIONS,)),
    Place("/keeping", N_("Keeping"), (Permission.ERASE,)),
    Place("/figures", N_("Figures"), (Permission.SEE_STATIONS,)),
    Place("/people", N_("People"), (Permission.MANAGE_USERS,)),
    Place("/audit", N_("Audit"), (Permission.SEE_AUDIT,)),
)


def places(person: Person) -> list[Place]:
    """Where somebody may go."""
    return [place for place in MENU if any(person.may(one) for one in place.permissions)]


def page(template: str, person: Person | None = None, *, status: int = 200, **facts: Any) -> HTMLResponse:
    """A page as ``person`` sees it; ``None`` for somebody who is not signed in."""
    return HTMLResponse(render(template, person, **facts), status, HEADERS)


def render(template: str, person: Person | None = None, **facts: Any) -> str:
    """The HTML of a page."""
    now = reader()
    return TEMPLATES.get_template(template).render(
        person=person,
        menu=places(person) if person else [],
        Permission=Permission,
        words=words,
        tongue=now.tongue,
        tongues=ENDONYMS.items(),
        back=now.path,
        **facts,
    )


def go(path: str) -> RedirectResponse:
    """After a form was taken: the page that shows what became of it."""
    return RedirectResponse(path, 303)


def _version() -> str:
    """Changes with the style and the script, so that browsers fetch them anew."""
    files: Iterable[Path] = sorted(STATIC.iterdir())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.filters |= {
        "clock": words.clock,
        "day": words.day,
        "moment": words.moment,
        "size": words.size,
        "percent": words.percent,
        "plain": words.plain,
    }
    made.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.globals["said"] = words.said
    made.globals["version"] = _version()
    return made


TEMPLATES = _environment()
