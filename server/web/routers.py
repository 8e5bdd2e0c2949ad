"""All pages."""

from server.web import (
    account,
    audit,
    booths,
    candidate,
    figures,
    invitations,
    keeping,
    packs,
    people,
    sessions,
    shared,
    sign_in,
)

PAGES = (
    sign_in.router,
    booths.router,
    sessions.router,
    candidate.router,
    shared.router,
    invitations.router,
    packs.router,
    keeping.router,
    figures.router,
    people.router,
    account.router,
    audit.router,
)
