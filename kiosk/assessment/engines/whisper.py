"""Speech to text in this process by faster-whisper, an optional extra, with a model the site provides."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.assessment.transcripts import heard
from kiosk.domain.pack import Language
from kiosk.domain.transcript import Version, Word
from kiosk.ports.transcriber import TranscriberError

if TYPE_CHECKING:
    from faster_whisper import WhisperModel

MODEL_FILES = ("model.bin", "config.json", "tokenizer.json")
"""What a model's folder must hold, in the CTranslate2 format."""


def missing_files(folder: Path) -> tuple[str, ...]:
    """Which files of a model are not in the folder, for whoever sets the station up."""
    return tuple(name for name in MODEL_FILES if not (folder / name).is_file())


class WhisperTranscriber:
    """Loads the model at the first answer and keeps it. Two processor cores, no network ever."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        self._folder = folder
        self._threads = threads
        self._model: WhisperModel | None = None

    @property
    def name(self) -> str:
        """The model's folder, whose name says which it is."""
        return f"faster-whisper {self._folder.name}"

    def transcribe(self, sound: Path, language: Language) -> Version:
        """See ``kiosk.ports.transcriber.Transcriber``."""
        model = self._loaded()
        try:
            segments, _ = model.transcribe(
                str(sound),
                language=language,
                word_timestamps=True,
                vad_filter=True,
                condition_on_previous_text=False,
                temperature=0.0,
            )
            found = [(segment.text, list(_words(segment.words))) for segment in segments]
        except (RuntimeError, ValueError, OSError) as error:
            raise TranscriberError(f"No transcript: {error}.") from error
        text = " ".join(text.strip() for text, _ in found)
        return heard(text, [word for _, words in found for word in words], self.name, language)

    def close(self) -> None:
        """Let go of the model."""
        self._model = None

    def _loaded(self) -> "WhisperModel":
        if self._model is None:
            self._model = self._load()
        return self._model

    def _load(self) -> "WhisperModel":
        if missing := missing_files(self._folder):
            raise TranscriberError(f"The speech model in {self._folder} lacks {', '.join(missing)}.")
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise TranscriberError("The package faster-whisper is not installed.") from error
        try:
            return WhisperModel(
                str(self._folder),
                device="cpu",
                compute_type="int8",
                cpu_threads=self._threads,
                local_files_only=True,
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise TranscriberError(
                f"The speech model in {self._folder} cannot be loaded: {error}."
            ) from error


def _words(words: object) -> Iterator[Word]:
    for word in words if isinstance(words, list) else []:
        yield Word(word.word.strip(), word.start, word.end, round(word.probability, 4))
