"""A voice server that speaks the OpenAI protocol (``/v1/audio/speech``), on the site or elsewhere.

It is given the text of questions and nothing of any candidate, and only while a pack is built.
"""

from dataclasses import dataclass, field
from pathlib import Path

import openai

from kiosk.domain.pack import Language
from kiosk.ports.voice import VoiceError
from kiosk.voice.engine import Speech
from kiosk.voice.style import USUAL_WPM, Character, VoiceStyle

LONGEST_BYTES = 64 * 1024 * 1024
SLOWEST, FASTEST = 0.25, 4.0


@dataclass(frozen=True, slots=True)
class VoiceServer:
    """Where the server is and which of its models speaks."""

    url: str
    """With the version, for example ``http://voice.local:8000/v1``."""
    model: str
    key: str = field(default="none", repr=False)
    timeout_s: float = 60.0
    """For one try of one sentence; there are two more."""


class ServerEngine:
    """Implements ``kiosk.voice.engine.Engine``; tells no phonemes."""

    def __init__(self, server: VoiceServer) -> None:
        self._server = server

    def style(self, character: Character, language: Language) -> VoiceStyle:
        """See ``Engine``."""
        rate = character.rate_wpm(language)
        return VoiceStyle(character.server, rate, engine=f"server {self._server.model}")

    def speak(self, text: str, style: VoiceStyle, sound: Path) -> Speech:
        """See ``Engine``."""
        sound.write_bytes(b"")
        try:
            sound.write_bytes(self._asked(text, style))
        except openai.OpenAIError as error:
            raise VoiceError(f"The voice server {self._server.url} {_trouble(error)}.") from error
        return Speech(style.engine)

    def _asked(self, text: str, style: VoiceStyle) -> bytes:
        server = self._server
        with openai.OpenAI(base_url=server.url, api_key=server.key, timeout=server.timeout_s) as client:
            reply = client.audio.speech.with_streaming_response.create(
                input=text,
                model=server.model,
                voice=style.voice,
                response_format="wav",
                speed=min(max(style.rate_wpm / USUAL_WPM, SLOWEST), FASTEST),
            )
            with reply as stream:
                data = b""
                for piece in stream.iter_bytes():
                    data += piece
                    if len(data) > LONGEST_BYTES:
                        raise VoiceError(f"The voice server {server.url} sent a sound without end.")
        return data


def _trouble(error: openai.OpenAIError) -> str:
    if isinstance(error, openai.APITimeoutError):
        return "took too long"
    if isinstance(error, openai.APIConnectionError):
        return "cannot be reached"
    if isinstance(error, openai.APIStatusError):
        return f"answered {error.status_code}"
    return "could not be asked"
