"""The avatar's voice behind the port: everything it will say is rendered before it is needed."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from kiosk.domain.pack import Language
from kiosk.ports.voice import Pace, Utterance, VoiceError
from kiosk.voice import cache
from kiosk.voice.cache import Entry
from kiosk.voice.characters import character
from kiosk.voice.engine import Engine
from kiosk.voice.rendering import (
    ESPEAK_ENGINE,
    RECORDED,
    Rendering,
    render_at_pace,
    render_recording,
    render_speech,
)
from kiosk.voice.sentence import Sentence
from kiosk.voice.style import ESPEAK, VoiceStyle

Progress = Callable[[int, int], None]
"""Told after each sentence: how many are done, of how many."""


class RenderedVoice:
    """Implements ``kiosk.ports.voice.Voice`` over a cache folder, which may be shared and may be deleted.

    ``characters`` is the folder with the avatars' own files; ``workers`` sentences are rendered at a time.
    """

    def __init__(
        self, folder: Path, engine: Engine = ESPEAK_ENGINE, characters: Path = Path(), workers: int = 2
    ) -> None:
        self._folder = folder
        self._engine = engine
        self._characters = characters
        self._workers = workers
        self._ready: dict[tuple[str, Language, Pace], Utterance] = {}

    # --- Voice -----------------------------------------------------------------------------
    def render(self, texts: Sequence[str], language: Language) -> None:
        """See ``Voice``; spoken as a character without a file of its own."""
        said = [Sentence(text, language) for text in dict.fromkeys(texts)]
        self.know(entry.utterance for entry in self.say(said))

    def utterance(self, text: str, language: Language, pace: Pace = Pace.USUAL) -> Utterance | None:
        """What was rendered for this text, or ``None``; from memory once it is known."""
        known = self._ready.get((text, language, pace)) or self._ready.get((text, language, Pace.USUAL))
        return known or self._kept(Sentence(text, language))

    # --- for who prepares ------------------------------------------------------------------
    def know(self, utterances: Iterable[Utterance], pace: Pace = Pace.USUAL) -> None:
        """These can be looked up from now on; what was known of the same texts is forgotten."""
        for one in utterances:
            self._ready[one.text, one.language, pace] = one

    def say(self, sentences: Sequence[Sentence], progress: Progress | None = None) -> list[Entry]:
        """Make sure every sentence is in the cache and whole; damaged entries are rendered anew.

        ``progress`` is called on the calling thread. Raises ``VoiceError`` at the first sentence that
        cannot be spoken; those before it stay rendered.
        """
        usual = [one for one in sentences if one.pace is Pace.USUAL]
        others = [one for one in sentences if one.pace is not Pace.USUAL]  # are made from the usual ones
        made: dict[Sentence, Entry] = {}
        with ThreadPoolExecutor(self._workers, "voice") as pool:
            for part in (usual, others):
                for sentence, entry in zip(part, pool.map(self._ensure, part), strict=True):
                    made[sentence] = entry
                    if progress:
                        progress(len(made), len(sentences))
        return [made[sentence] for sentence in sentences]

    def describe(self, sentence: Sentence) -> str:
        """How a sentence is spoken, after the engine's name; empty for a recording. Raises ``VoiceError``."""
        if sentence.recording is not None:
            return ""
        style = self._style(sentence.avatar, sentence.language)
        pitch = f", pitch {style.pitch}" if style.engine == ESPEAK else ""
        return f" {Path(style.voice).stem}, {style.rate_wpm} words a minute{pitch}"

    def _ensure(self, sentence: Sentence) -> Entry:
        name = self._name(sentence)
        found = cache.find(self._folder, name, sentence)
        return found or cache.make(self._folder, name, sentence, self._way(sentence))

    def _way(self, sentence: Sentence) -> Callable[[Path], Rendering]:
        if sentence.pace is not Pace.USUAL:
            usual = self._ensure(replace(sentence, pace=Pace.USUAL))
            spoken = usual.utterance
            way = Rendering(usual.engine, spoken.duration_s, spoken.mouth)
            return partial(render_at_pace, way, spoken.sound, sentence.pace)
        if sentence.recording is not None:
            return partial(render_recording, sentence.recording)
        style = self._style(sentence.avatar, sentence.language)
        return lambda path: render_speech(sentence.text, path, style, self._engine)

    def _kept(self, sentence: Sentence) -> Utterance | None:
        entry = cache.find(self._folder, self._name(sentence), sentence)
        return entry.utterance if entry else None

    def _name(self, sentence: Sentence) -> str:
        """Raises ``VoiceError`` when the recording cannot be read."""
        text, language, pace = sentence.text, sentence.language, sentence.pace
        if sentence.recording is not None:
            return cache.key(RECORDED, _sha256(sentence.recording), text, language, pace)
        style = self._style(sentence.avatar, language)
        way = (style.engine, style.voice, style.rate_wpm, style.pitch, style.speaker)
        return cache.key(*way, text, language, pace)

    def _style(self, avatar: str, language: Language) -> VoiceStyle:
        return self._engine.style(character(self._characters, avatar), language)


def _sha256(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise VoiceError(f"{file} cannot be read: {error.strerror}.") from error
