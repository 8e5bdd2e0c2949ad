"""A voice server on the site, spoken to by the real client over a real connection."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.ports.voice import MouthShape, VoiceError
from kiosk.voice.rendered import RenderedVoice
from kiosk.voice.sentence import Sentence
from kiosk.voice.server import ServerEngine, VoiceServer
from tests.openai_server import OpenAIServer

QUESTION = Sentence("What do you like?", "en", "mira")


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    server = OpenAIServer()
    yield server
    server.close()


def voice(server: OpenAIServer, folder: Path, timeout_s: float = 10.0) -> RenderedVoice:
    (folder / "mira.toml").write_text('server = "nova"\nrates_wpm.en = 120\n')
    engine = ServerEngine(VoiceServer(server.url, "tts-1", timeout_s=timeout_s))
    return RenderedVoice(folder / "cache", engine, folder)


def test_a_sentence_is_asked_for_once_and_kept(server: OpenAIServer, tmp_path: Path) -> None:
    (entry,) = voice(server, tmp_path).say([QUESTION])
    (again,) = voice(server, tmp_path).say([QUESTION])
    assert again == entry
    (asked,) = server.requests
    assert asked == {
        "path": "/v1/audio/speech",
        "input": QUESTION.text,
        "model": "tts-1",
        "voice": "nova",
        "response_format": "wav",
        "speed": 0.8,
    }
    assert entry.engine == "server tts-1"
    assert entry.utterance.duration_s == pytest.approx(1.7 + 0.3, abs=0.05)
    assert {cue.shape for cue in entry.utterance.mouth} >= {MouthShape.REST, MouthShape.OPEN}


def test_another_model_is_another_sound(server: OpenAIServer, tmp_path: Path) -> None:
    voice(server, tmp_path).say([QUESTION])
    other = RenderedVoice(tmp_path / "cache", ServerEngine(VoiceServer(server.url, "tts-2")), tmp_path)
    other.say([QUESTION, replace(QUESTION, avatar="jonas")])
    assert [asked["model"] for asked in server.requests] == ["tts-1", "tts-2", "tts-2"]


def test_a_server_that_fails_is_tried_again_and_then_told(server: OpenAIServer, tmp_path: Path) -> None:
    server.failures = [500, 503]
    assert voice(server, tmp_path).say([QUESTION])
    server.failures = [401]
    with pytest.raises(VoiceError, match=r"^The voice server http.* answered 401\.$"):
        voice(server, tmp_path).say([replace(QUESTION, text="Why?")])


def test_a_server_that_is_not_there_or_too_slow_is_one_clear_sentence(
    server: OpenAIServer, tmp_path: Path
) -> None:
    server.stalled.set()
    with pytest.raises(VoiceError, match="took too long"):
        voice(server, tmp_path, timeout_s=0.05).say([QUESTION])
    nowhere = ServerEngine(VoiceServer("http://127.0.0.1:9/v1", "tts-1"))
    with pytest.raises(VoiceError, match="cannot be reached"):
        RenderedVoice(tmp_path / "cache", nowhere).say([QUESTION])


def test_what_is_no_sound_is_refused(server: OpenAIServer, tmp_path: Path) -> None:
    server.speech = lambda _text: b"<html>not a sound</html>"
    with pytest.raises(VoiceError, match="cannot be read"):
        voice(server, tmp_path).say([QUESTION])
    assert not list((tmp_path / "cache").iterdir())
