"""The last look at every text of a support bundle: what could still name or admit somebody is covered.

Everything in a bundle was chosen piece by piece; this is for addresses with passwords in them, home folders
named after people, and secrets that somebody wrote where none belongs.
"""

import re
from collections.abc import Iterable
from pathlib import Path

COVERED = "…"
_SHORTEST_SECRET = 6
_LOGIN_IN_ADDRESS = re.compile(r"//[^/\s\"'@]+@")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_HOME = re.compile(r"/home/[^/\s\"']+")


class Cover:
    """``secrets`` are values that must not be in any text."""

    def __init__(self, secrets: Iterable[str] = (), home: Path | None = None) -> None:
        longest_first = sorted(
            (one for one in secrets if len(one) >= _SHORTEST_SECRET), key=len, reverse=True
        )
        self._secrets = tuple(longest_first)
        self._home = str(home or Path.home())

    def over(self, text: str) -> str:
        """The text as it may be given away."""
        for secret in self._secrets:
            text = text.replace(secret, COVERED)
        if len(self._home) > 1:
            text = text.replace(self._home, "~")
        text = _HOME.sub("~", text)
        text = _LOGIN_IN_ADDRESS.sub(f"//{COVERED}@", text)
        return _MAIL.sub(COVERED, text)
