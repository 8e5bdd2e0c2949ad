"""Which models a station uses: none by default, and for candidates' words never without their consent."""

from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings


class ModelSettings(BaseSettings):
    """Speech to text, and a model's advice. Addresses are those of servers that speak the OpenAI protocol."""

    speech: Literal["none", "server", "whisper", "sphinx"] = "none"
    """``sphinx`` is rough: good enough to search by, never to score by."""
    speech_url: str = ""
    """With the version, for example ``http://speech.local:8000/v1``."""
    speech_model: str = "whisper-1"
    speech_key: SecretStr = Field(default=SecretStr("none"), repr=False)
    speech_model_folder: Path | None = None
    """For ``whisper``: the folder the model lies in."""
    voice: Literal["espeak", "server", "piper"] = "espeak"
    """What speaks the questions when a pack is built; it hears nothing of any candidate."""
    voice_url: str = ""
    """For ``server``: with the version, for example ``http://voice.local:8000/v1``."""
    voice_model: str = "tts-1"
    voice_key: SecretStr = Field(default=SecretStr("none"), repr=False)
    voice_program: Path = Path("piper")
    """For ``piper``: the program."""
    voice_models: dict[str, Path] = {}
    """For ``piper``: a model for each language (``en``), or for one avatar (``jonas.en``)."""
    advice_url: str = ""
    """Empty: no model says anything."""
    advice_model: str = ""
    advice_key: SecretStr = Field(default=SecretStr("none"), repr=False)
    followups: Literal["pack", "model"] = "pack"
    """Whose words a follow-up question has; ``model``: the advice server's, and the pack's where it fails."""

    @model_validator(mode="after")
    def _engines_are_complete(self) -> Self:
        if self.speech == "server" and not self.speech_url:
            raise ValueError("speech is “server”, so speech_url has to say where it is")
        if self.speech == "whisper" and self.speech_model_folder is None:
            raise ValueError("speech is “whisper”, so speech_model_folder has to say where the model is")
        if self.voice == "server" and not self.voice_url:
            raise ValueError("voice is “server”, so voice_url has to say where it is")
        if self.voice == "piper" and not self.voice_models:
            raise ValueError("voice is “piper”, so voice_models has to say where a model is")
        if self.advice_url and not self.advice_model:
            raise ValueError("there is an advice_url, so advice_model has to say which model")
        if self.followups == "model" and not self.advice_url:
            raise ValueError("followups is “model”, so advice_url has to say where it is")
        return self
