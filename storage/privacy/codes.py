"""Delete codes: what a candidate takes home, and with which they may have their session erased.

A code is derived from the session's id by a secret of the station, so that it is kept nowhere and outlives
a rebuilt database. It has 12 characters out of 31 (59 bits), written like an invitation's.
"""

import hashlib
import hmac
from collections.abc import Iterable

from kiosk.domain.ids import SessionId
from storage.invitations import ALPHABET, LENGTH, in_groups, plain_code
from storage.signing import StationKey

PURPOSE = "delete code"


class DeleteCodes:
    """The codes of one station. Any thread may call."""

    def __init__(self, key: StationKey) -> None:
        self._secret = key.derive(PURPOSE)

    def of(self, session: SessionId) -> str:
        """The session's code, as it is read out and typed: ``K7QF-2MXP-9RTD``."""
        code = self._code(session)
        return in_groups(code)

    def session(self, code: str, sessions: Iterable[SessionId]) -> SessionId | None:
        """Which of the sessions the code is for; all are compared, in the same time wherever they differ."""
        typed, found = plain_code(code), None
        for session in sessions:
            if hmac.compare_digest(self._code(session).encode(), typed.encode()):
                found = session
        return found

    def _code(self, session: SessionId) -> str:
        number = int.from_bytes(hmac.digest(self._secret, session.encode(), hashlib.sha256), "big")
        letters = []
        for _ in range(LENGTH):
            number, letter = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[letter])
        return "".join(letters)
