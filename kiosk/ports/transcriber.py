"""Speech to text, as the runtime sees it. Slow: called from a worker, never while somebody waits."""

from pathlib import Path
from typing import Protocol

from kiosk.domain.pack import Language
from kiosk.domain.transcript import Version


class TranscriberError(Exception):
    """The engine gave no text; the message is one plain sentence for a technician. Trying later may help."""


class Transcriber(Protocol):
    """One engine. Only the gate calls it: it asks for the candidate's consent first."""

    @property
    def name(self) -> str:
        """Engine and model, as it is kept with every transcript."""

    def transcribe(self, sound: Path, language: Language) -> Version:
        """What is said in a sound file, with the time and confidence of each word.

        A file without speech gives a version without words. Raises ``TranscriberError``.
        """

    def close(self) -> None:
        """Let go of connections and models."""
