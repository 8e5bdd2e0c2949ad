"""What a station says every two seconds over its WebSocket, and what it hears there.

The socket's address is ``PATH/live``; its handshake is signed like any request. The station sends
``LiveState`` as text and, after a state that says ``pictured`` and while somebody watches, a JPEG picture as
binary. The server sends ``Waiting``.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from kiosk.wire.message import Asked, Id, Key, Short, Told, Wall

MAX_PREVIEW_BYTES = 64 << 10
INTERVAL_S = 2.0


class DeviceState(StrEnum):
    """How a device is, in one word."""

    ABSENT = "absent"
    OK = "ok"
    MASKED = "masked"
    SILENT = "silent"
    FROZEN = "frozen"
    LOST = "lost"


class Scene(StrEnum):
    """Where the kiosk is."""

    IDLE = "idle"
    ARRIVING = "arriving"
    PREPARING = "preparing"
    WAITING = "waiting"
    """Everything is ready; staff are to let the interview begin."""
    IN_PROGRESS = "in_progress"
    PAUSED = "paused"
    INTERRUPTED = "interrupted"
    FINISHING = "finishing"
    DONE = "done"


class Doing(StrEnum):
    """What happens with the question."""

    NOTHING = "nothing"
    ASKING = "asking"
    THINKING = "thinking"
    ANSWERING = "answering"
    DECIDING = "deciding"
    """Whether to keep the answer."""


Seconds = Annotated[float, Field(ge=0, le=1e6)]
Count = Annotated[int, Field(ge=0, le=2**53)]


class LiveState(Asked):
    """The station now; each replaces the one before it, whatever was lost between them."""

    time: Wall
    scene: Scene
    session_id: Id | None = None
    recording: bool = False
    recorded_s: Seconds = 0.0
    question: Annotated[int, Field(ge=0, le=1000)] = 0
    """Counts from 1; 0 outside the questions."""
    questions: Annotated[int, Field(ge=0, le=1000)] = 0
    doing: Doing = Doing.NOTHING
    spent_s: Seconds = 0.0
    """Of the time to think or to answer, whichever runs; ``limit_s`` is all of it."""
    limit_s: Seconds = 0.0
    camera: DeviceState = DeviceState.ABSENT
    microphone: DeviceState = DeviceState.ABSENT
    level_dbfs: Annotated[float, Field(ge=-120, le=0)] = -120.0
    pictured: bool = False
    """The camera may be looked at now: there is consent, and nobody has covered it."""
    help_called: bool = False
    faults: Annotated[tuple[Key, ...], Field(max_length=32)] = ()
    """Codes of what is wrong now."""
    waiting_sessions: Count = 0
    waiting_bytes: Count = 0
    """Not yet on the server."""
    free_bytes: Count = 0
    version: Short = ""


class Waiting(Told):
    """There are orders to fetch, or there are none; somebody looks at the picture, or nobody does."""

    orders: int
    watched: bool = False
    time: Wall
