"""How the server says no. Every error knows its HTTP status and the code that programs read.

ServerError
├── NotFoundError      404  there is no such thing, or not for whoever asks
├── SignedOutError     401  who is asking?
├── ForbiddenError     403  known, but not allowed
├── ConflictError      409  it does not fit what is there
├── GoneError          410  it was there, and was erased
├── InvalidError       422  understood, but not acceptable
├── MalformedError     400  not understood
├── LengthRequiredError 411 a body of unknown length
├── TooLargeError      413  more than is taken
├── VersionError       426  the station is too new, or too old
├── SlowDownError      429  too often
├── BusyError          503  not now: the database or the object store does not answer
└── SetupError              the settings cannot be used; ends a start, never an answer
"""

from collections.abc import Callable
from typing import Any, ClassVar


class ServerError(Exception):
    """The root of the tree; the text is one sentence for people, with ``%(name)s`` for its facts."""

    status: ClassVar[int] = 500
    code: str = "server_error"

    def __init__(self, detail: str, code: str = "", **facts: Any) -> None:
        self.words = detail
        self.detail = detail % facts if facts else detail
        super().__init__(self.detail)
        self.code = code or type(self).code
        self.facts = facts

    def told(self, translate: Callable[[str], str]) -> str:
        """The sentence in another language."""
        words = translate(self.words)
        return words % self.facts if self.facts else words


class NotFoundError(ServerError):
    """There is no such thing, or not for whoever asks: the two are told alike."""

    status = 404
    code = "unknown"


class SignedOutError(ServerError):
    """Nobody knows who is asking."""

    status = 401
    code = "signed_out"


class ForbiddenError(ServerError):
    """It is known who asks, and they may not."""

    status = 403
    code = "forbidden"


class ConflictError(ServerError):
    """It does not fit what is there."""

    status = 409
    code = "conflict"


class GoneError(ServerError):
    """It was there, and was erased."""

    status = 410
    code = "erased"


class InvalidError(ServerError):
    """Understood, but not acceptable."""

    status = 422
    code = "invalid"


class MalformedError(ServerError):
    """Not understood."""

    status = 400
    code = "malformed"


class LengthRequiredError(ServerError):
    """A body of unknown length."""

    status = 411
    code = "length_required"


class TooLargeError(ServerError):
    """More than is taken."""

    status = 413
    code = "too_large"


class VersionError(ServerError):
    """The station is too new, or too old; ``facts`` has ``oldest`` and ``newest``."""

    status = 426
    code = "version"


class SlowDownError(ServerError):
    """Too often; ``facts`` has ``retry_after_s``."""

    status = 429
    code = "slow_down"


class BusyError(ServerError):
    """The database or the object store does not answer now."""

    status = 503
    code = "busy"


class SetupError(ServerError):
    """The settings cannot be used."""
