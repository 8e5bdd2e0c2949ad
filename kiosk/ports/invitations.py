"""Looking up an invitation code, without a network."""

from typing import Protocol

from kiosk.domain.invitation import CodeProblem, Invitation


class Invitations(Protocol):
    """Used from a worker thread."""

    def look_up(self, code: str, now_wall: str) -> Invitation | CodeProblem:
        """The invitation a code opens now, or why it opens none.

        Spaces, dashes and case do not matter. Never raises for anything typed.
        """
