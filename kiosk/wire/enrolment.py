"""How a station becomes known to a server, once."""

from typing import Annotated

from pydantic import Field

from kiosk.wire.message import Asked, Id, Name, Short, Told, Wall

PublicKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$")]
"""An Ed25519 public key as base64url."""


class Enrol(Asked):
    """The one-time code that a technician typed; the request is signed with the key it brings."""

    code: Short
    name: Name
    """The station's name, as staff will read it."""
    version: Short


class Enrolled(Told):
    """The station is known from now on."""

    station_id: Id
    server_key: PublicKey
    """Keep it: heads and receipts are signed with it."""
    time: Wall
