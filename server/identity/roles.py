"""Roles, and what each may do. Nobody may do anything that is not written here."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to this site; people may have several."""

    ADMINISTRATOR = "administrator"
    """Runs the server; sees no candidate."""
    HR = "hr"
    REVIEWER = "reviewer"
    """Sees the sessions that HR asked them to look at."""
    PROCTOR = "proctor"
    """Looks after booths; sees no results."""
    MONITOR = "monitor"
    """A program that watches how the server does; sees counts and no names."""


class Permission(StrEnum):
    """What an endpoint asks for."""

    OWN_ACCOUNT = "own_account"
    SEE_SESSIONS = "see_sessions"
    """All of them; without it, those that one was asked to look at."""
    SEE_ASSIGNED = "see_assigned"
    DECIDE = "decide"
    INVITE = "invite"
    ASSIGN = "assign"
    ERASE = "erase"
    CONDUCT = "conduct"
    """Conduct interviews from another program, through the compatibility API."""
    SEE_STATIONS = "see_stations"
    COMMAND_STATIONS = "command_stations"
    MANAGE_STATIONS = "manage_stations"
    MANAGE_PACKS = "manage_packs"
    MANAGE_USERS = "manage_users"
    SEE_AUDIT = "see_audit"
    SEE_METRICS = "see_metrics"


_EVERYBODY = frozenset({Permission.OWN_ACCOUNT})
MAY: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: _EVERYBODY
    | {
        Permission.SEE_STATIONS,
        Permission.MANAGE_STATIONS,
        Permission.MANAGE_PACKS,
        Permission.MANAGE_USERS,
        Permission.SEE_AUDIT,
        Permission.SEE_METRICS,
    },
    Role.HR: _EVERYBODY
    | {
        Permission.SEE_SESSIONS,
        Permission.SEE_ASSIGNED,
        Permission.DECIDE,
        Permission.INVITE,
        Permission.ASSIGN,
        Permission.ERASE,
        Permission.CONDUCT,
        Permission.SEE_STATIONS,
        Permission.COMMAND_STATIONS,
        Permission.MANAGE_PACKS,
    },
    Role.REVIEWER: _EVERYBODY | {Permission.SEE_ASSIGNED},
    Role.PROCTOR: _EVERYBODY | {Permission.SEE_STATIONS, Permission.COMMAND_STATIONS},
    Role.MONITOR: _EVERYBODY | {Permission.SEE_METRICS},
}


@dataclass(frozen=True, slots=True)
class Person:
    """Whoever asks: somebody signed in, or a program with somebody's token."""

    id: str
    name: str
    roles: frozenset[Role]
    csrf: str | None = None
    """What a browser must show with everything that changes something; ``None`` for a token."""
    login: str = ""
    """The hash of the browser's cookie; empty for a token."""

    def may(self, permission: Permission) -> bool:
        """Whether any of their roles allows it."""
        return any(permission in MAY[role] for role in self.roles)


def roles_of(names: list[str]) -> frozenset[Role]:
    """Roles as they are kept; a word that is none (any more) allows nothing."""
    known = {role.value for role in Role}
    return frozenset(Role(name) for name in names if name in known)
