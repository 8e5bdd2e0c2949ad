"""The avatar's voice behind the port: everything it will say is rendered before it is needed."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.domain.pack import Language
from kiosk.ports.voice import Utterance
from kiosk.voice import cache
from kiosk.voice.style import ENGINE, VoiceStyle, avatar_style

Progress = Callable[[int, int], None]
"""Told after each sentence: how many are done, of how many."""


class RenderedVoice:
    """Implements ``kiosk.ports.voice.Voice`` over a cache folder, which may be shared and may be deleted.

    ``styles`` replaces the way the avatar speaks a language. ``workers`` sentences are rendered at a time.
    """

    def __init__(
        self, folder: Path, styles: Mapping[Language, VoiceStyle] | None = None, workers: int = 2
    ) -> None:
        self._folder = folder
        self._styles = styles or {}
        self._workers = workers
        self._ready: dict[str, Utterance] = {}

    def render(self, texts: Sequence[str], language: Language, progress: Progress | None = None) -> None:
        """Make sure every text is in the cache and whole; damaged entries are rendered anew.

        ``progress`` is called on the calling thread. Raises ``VoiceError`` at the first text that
        cannot be spoken; those before it stay rendered.
        """
        style = self._style(language)
        wanted = list(dict.fromkeys(texts))

        def ensure(text: str) -> Utterance:
            found = cache.find(self._folder, text, language, style)
            return found or cache.make(self._folder, text, language, style)

        with ThreadPoolExecutor(self._workers, "voice") as pool:
            for done, utterance in enumerate(pool.map(ensure, wanted), start=1):
                self._ready[cache.key(utterance.text, language, style)] = utterance
                if progress:
                    progress(done, len(wanted))

    def describe(self, language: Language) -> str:
        """Engine, voice, pace and pitch."""
        style = self._style(language)
        return f"{ENGINE} {style.voice}, {style.rate_wpm} words a minute, pitch {style.pitch}"

    def utterance(self, text: str, language: Language) -> Utterance | None:
        """What was rendered for this text, or ``None``; from memory once ``render`` has seen it."""
        style = self._style(language)
        ready = self._ready.get(cache.key(text, language, style))
        return ready or cache.find(self._folder, text, language, style)

    def _style(self, language: Language) -> VoiceStyle:
        return self._styles.get(language) or avatar_style(language)
