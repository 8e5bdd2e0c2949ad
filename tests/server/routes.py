"""Every endpoint of the server, as its router knows it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from server.access.guard import Allow
from server.app import ROUTERS
from server.identity.roles import Permission
from server.protocol.guard import BySignature, checked_head


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, and who may ask."""

    method: str
    path: str
    permission: Permission | None
    """Of people; ``None`` for stations and for everybody."""
    signed: bool
    """Whether stations ask."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def ids(self) -> list[str]:
        """The names of its path's parameters."""
        return re.findall(r"{(\w+)", self.path)

    def address(self, **given: str) -> str:
        """The path with ids in it: the given ones, or such as nobody has."""
        foreign = {"name": "none", "folder": "video_files", "sha256": "e" * 64}

        def one(found: re.Match[str]) -> str:
            return given.get(found[1], foreign.get(found[1], "e" * 32))

        return re.sub(r"{(\w+)}", one, self.path)


def endpoints() -> list[Endpoint]:
    """All of them."""
    found = []
    for route in (route for router in ROUTERS for route in router.routes):
        if isinstance(route, APIRoute):
            calls = list(_calls(route.dependant))
            allowed = [call.permission for call in calls if isinstance(call, Allow)]
            signed = any(isinstance(call, BySignature) or call is checked_head for call in calls)
            for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"}):
                found.append(Endpoint(method, route.path, allowed[0] if allowed else None, signed))
    return found


def _calls(dependant: Dependant) -> Iterator[object]:
    for dependency in dependant.dependencies:
        yield dependency.call
        yield from _calls(dependency)
