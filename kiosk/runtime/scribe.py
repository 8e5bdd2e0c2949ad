"""Writing one answer down: its sound is cut out of the voice tracks and taken through the gate."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.assessment.gate import Gate
from kiosk.domain.consent import Consent
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Version
from kiosk.ports.backlog import Stretch

Clip = Callable[[Sequence[Stretch], Path], None]
"""Writes the stretches one after the other as one sound file. Raises ``UnheardError``."""


class Scribe:
    """Any thread may call. What a power cut left in the folder is removed at the start."""

    def __init__(self, gate: Gate, clip: Clip, folder: Path) -> None:
        self._gate = gate
        self._clip = clip
        self._folder = folder
        shutil.rmtree(folder, ignore_errors=True)

    @property
    def hears(self) -> bool:
        """Whether anything here turns speech into text."""
        return self._gate.hears

    def write(self, stretches: Sequence[Stretch], language: Language, consent: Consent) -> Version | None:
        """The text, or ``None`` where the gate lets nothing through.

        Raises ``UnheardError`` or ``OSError`` when the sound cannot be read, ``TranscriberError`` when the
        engine gives no text.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._folder) as folder:
            sound = Path(folder) / "answer.wav"
            self._clip(stretches, sound)
            found = self._gate.transcribe(sound, language, consent)
        return found if isinstance(found, Version) else None
