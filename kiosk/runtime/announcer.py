"""Says what staff write: rendered when it is wanted, in a folder that is emptied for every next candidate."""

import shutil
from collections.abc import Callable
from pathlib import Path

import structlog

from kiosk.domain.pack import Language
from kiosk.ports.voice import Utterance, Voice, VoiceError

log = structlog.get_logger()


class Announcer:
    """Worker threads. What was left by a power cut is removed at the start."""

    def __init__(self, folder: Path, open_voice: Callable[[Path], Voice]) -> None:
        self._folder = folder
        self._open_voice = open_voice
        self.wipe()

    def utterance(self, text: str, language: Language) -> Utterance | None:
        """The sound of a message; ``None`` where it can only be read."""
        voice = self._open_voice(self._folder)
        try:
            voice.render([text], language)
        except VoiceError as error:
            log.error("message cannot be spoken", reason=str(error))
            return None
        return voice.utterance(text, language)

    def wipe(self) -> None:
        """Leave nothing of what was said to anybody."""
        shutil.rmtree(self._folder, ignore_errors=True)
