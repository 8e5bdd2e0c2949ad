"""All pages."""

from server.web import (
    account,
    audit,
    booths,
    candidate,
    fairness,
    figures,
    invitations,
    keeping,
    language,
    orders,
    packs,
    people,
    sessions,
    shared,
    sign_in,
)

PAGES = (
    sign_in.router,
    language.router,
    booths.router,
    sessions.router,
    candidate.router,
    shared.router,
    invitations.router,
    orders.router,
    packs.router,
    keeping.router,
    fairness.router,
    figures.router,
    people.router,
    account.router,
    audit.router,
)
