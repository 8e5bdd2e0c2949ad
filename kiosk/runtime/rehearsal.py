"""Questions worded during an interview are rendered before they are asked, and nothing of them stays."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import structlog

from kiosk.domain.pack import Language
from kiosk.ports.voice import Pace, Utterance, VoiceError
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence

log = structlog.get_logger()


class Rehearsal:
    """Any thread. The folder is emptied for every next candidate, and at the start of what a cut left."""

    def __init__(self, folder: Path, open_voice: Callable[[Path], RenderedVoice]) -> None:
        self._folder = folder
        self._open_voice = open_voice
        self._lock = threading.Lock()
        self._ready: dict[tuple[str, Language, Pace], Utterance] = {}
        self.wipe()

    def prepare(self, text: str, language: Language, avatar: str) -> bool:
        """Render it at every pace; whether it can be heard now. Takes a moment."""
        wanted = [Sentence(text, language, avatar, pace=pace) for pace in Pace]
        with self._lock:
            try:
                said = self._open_voice(self._folder).say(wanted)
            except VoiceError as error:
                log.error("a question cannot be spoken", reason=str(error))
                return False
            for sentence, entry in zip(wanted, said, strict=True):
                self._ready[text, language, sentence.pace] = entry.utterance
        return True

    def utterance(self, text: str, language: Language, pace: Pace) -> Utterance | None:
        """What was rendered for this text, from memory."""
        return self._ready.get((text, language, pace))

    def wipe(self) -> None:
        """Leave nothing of what was worded for anybody."""
        with self._lock:
            self._ready.clear()
            shutil.rmtree(self._folder, ignore_errors=True)
