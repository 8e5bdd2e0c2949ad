"""What the server wants of a station. Fetched, carried out, reported; until then told again and again.

Every order has an id and may come more than once: carry it out once, report each time.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from kiosk.wire.message import Asked, Id, Key, Name, Remark, Sha256, Told, Wall


class OfferPack(Told):
    """Fetch this question pack (``PATH/packs/{sha256}``) and keep it."""

    kind: Literal["offer_pack"] = "offer_pack"
    pack_id: Key
    version: str
    sha256: Sha256
    size_bytes: int


class WithdrawPack(Told):
    """Begin no more interviews with this pack."""

    kind: Literal["withdraw_pack"] = "withdraw_pack"
    pack_id: Key


class Invite(Told):
    """Let this person in; the code itself is never told."""

    kind: Literal["invite"] = "invite"
    invitation_id: Id
    candidate_id: Id
    candidate_name: str
    code_sha256: Sha256
    """Of the code in capitals, without spaces and dashes."""
    pack_id: Key
    valid_from: Wall
    valid_until: Wall


class WithdrawInvitation(Told):
    """Do not let this person in any more."""

    kind: Literal["withdraw_invitation"] = "withdraw_invitation"
    invitation_id: Id


class SetStaff(Told):
    """Let a member of staff into the panel, change the PIN, or (no hash) let them in no more."""

    kind: Literal["set_staff"] = "set_staff"
    name: Name
    pin_hash: str | None
    """Argon2id, as the station keeps it."""


class Erase(Told):
    """Erase everything of a person, then report it done."""

    kind: Literal["erase"] = "erase"
    candidate_id: Id


class CommandKind(StrEnum):
    """What staff can ask of a running station from afar."""

    START_RECORDING = "start_recording"
    STOP_RECORDING = "stop_recording"
    CAMERA_ON = "camera_on"
    CAMERA_OFF = "camera_off"
    MICROPHONE_ON = "microphone_on"
    MICROPHONE_OFF = "microphone_off"
    PAUSE = "pause"
    RESUME = "resume"
    MESSAGE = "message"
    ANSWER_HELP = "answer_help"
    END = "end"


class CoverReason(StrEnum):
    """Why a camera or a microphone is covered, as staff choose at the booth."""

    PRIVACY = "privacy"
    STAFF_IN_BOOTH = "staff_in_booth"
    TECHNICAL = "technical"
    OTHER = "other"


COVERING = (CommandKind.CAMERA_OFF, CommandKind.MICROPHONE_OFF)
"""The ``reason`` of these is a ``CoverReason``."""


class Command(Told):
    """Do this now, in this session, in the name of somebody; too late, it must not be done at all."""

    kind: Literal["command"] = "command"
    command: CommandKind
    session_id: Id | None
    """Refuse if another session is running."""
    by: str
    reason: str
    expires: Wall


Task = Annotated[
    OfferPack | WithdrawPack | Invite | WithdrawInvitation | SetStaff | Erase | Command,
    Field(discriminator="kind"),
]


class Order(Told):
    """One task and its id."""

    id: Id
    task: Task


class Orders(Told):
    """Everything that is to be done, the oldest first, at most 200 at a time."""

    orders: tuple[Order, ...]
    time: Wall


class Outcome(StrEnum):
    """How an order ended."""

    DONE = "done"
    REFUSED = "refused"
    """The rules of the station do not allow it now; ``detail`` says why."""
    EXPIRED = "expired"
    FAILED = "failed"


class Report(Asked):
    """What became of an order; the first report counts."""

    outcome: Outcome
    detail: Remark = ""
