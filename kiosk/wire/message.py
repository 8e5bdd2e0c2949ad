"""What every message has in common, and the small types they are made of.

Who asks is strict, who hears an answer is lenient: a server is always at least as new as its stations, so
it refuses what it does not know (``Asked``), and stations pass over what they do not know yet (``Told``).
"""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

PATH = "/api/station/v1"
"""Every path of the protocol begins with this."""

MAX_BODY_BYTES = 8 << 20
"""Of anything but a piece of a file; the server answers 413 to more."""

Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""32 hexadecimal digits: sessions, candidates, invitations, orders."""

Name = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[^\x00-\x1f\x7f]+$")]
"""What people call somebody or something; one line."""

Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
"""An id that a pack or a table gives: no spaces, no slashes."""

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def _on_the_calendar(wall: str) -> str:
    """Raises ``ValueError`` for what is written like an instant and never was one."""
    datetime.fromisoformat(wall)
    return wall


Wall = Annotated[
    str,
    Field(pattern=r"^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$"),
    AfterValidator(_on_the_calendar),
]
"""An instant in UTC with milliseconds; such labels sort as text."""

Short = Annotated[str, Field(max_length=64, pattern=r"^[^\x00]*$")]

Remark = Annotated[str, Field(max_length=2000, pattern=r"^[^\x00]*$")]
"""A sentence or two that a person or a program wrote."""

Text = Annotated[str, Field(max_length=200_000)]

Plain = Annotated[dict[str, JsonValue], Field(default_factory=dict)]
"""Details that the server keeps and shows without deciding anything by them."""


class Asked(BaseModel):
    """A message to the server."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="constants", allow_inf_nan=False)


class Told(BaseModel):
    """A message from the server."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False)


class Problem(Told):
    """Every answer that is not 2xx."""

    success: bool = False
    error: str
    """One of a closed list; see docs/protocol.md."""
    detail: str
    """One sentence for people."""
    facts: dict[str, Any] = Field(default_factory=dict)
    """What a station needs to go on: ``expected_seq``, ``server_time``, ``retry_after_s``."""
