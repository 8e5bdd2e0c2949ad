"""The real client of speech servers against a real server."""

import struct
import wave
from pathlib import Path

import pytest

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.engines.speech_server import OpenAITranscriber
from kiosk.domain.transcript import Origin
from kiosk.ports.transcriber import TranscriberError
from tests.openai_server import OpenAIServer, transcription


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "answer.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(struct.pack("<h", 0) * 1600)
    return path


@pytest.fixture
def transcriber(address: ServerAddress) -> OpenAITranscriber:
    return OpenAITranscriber(address)


def test_words_keep_their_punctuation_their_times_and_a_confidence(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path
) -> None:
    server.transcript = transcription("We listened, and found a way.")
    version = transcriber.transcribe(sound, "en")
    transcriber.close()
    assert version.origin is Origin.RECOGNISED
    assert version.engine == "server small"
    assert version.text == "We listened, and found a way."
    assert [word.start_s for word in version.words] == pytest.approx([0.0, 0.4, 0.8, 1.2, 1.6, 2.0])
    assert version.confidence == pytest.approx(0.8187)
    asked = server.requests[0]
    assert asked["language"] == "en"
    assert asked["file"] == sound.stat().st_size


def test_a_server_that_knows_each_words_probability_is_believed(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path
) -> None:
    server.transcript = transcription("We listened")
    server.transcript["words"][1]["probability"] = 0.31
    version = transcriber.transcribe(sound, "en")
    transcriber.close()
    assert version.words[1].confidence == 0.31


def test_silence_is_a_version_without_words(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path
) -> None:
    server.transcript = transcription("")
    assert transcriber.transcribe(sound, "en").words == ()
    transcriber.close()


def test_a_server_in_trouble_is_asked_again(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path
) -> None:
    server.failures = [500, 503]
    assert transcriber.transcribe(sound, "en").words
    transcriber.close()
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("failures", "reason"), [([500] * 3, "the server answered 500"), ([401], "the server answered 401")]
)
def test_a_server_that_stays_in_trouble_is_one_sentence(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path, failures: list[int], reason: str
) -> None:
    server.failures = failures
    with pytest.raises(TranscriberError, match=f"^No transcript: {reason}.$"):
        transcriber.transcribe(sound, "en")
    transcriber.close()


@pytest.mark.parametrize(
    "reply",
    [
        b"<html>Please log in</html>",
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"text": null}',
        b'{"text": "Yes", "words": 3}',
        b'{"text": "Yes", "words": [null]}',
        b'{"text": "Yes", "words": [{"word": null, "start": 0, "end": 1}]}',
        b'{"text": "Yes", "words": [{"word": "Yes", "start": 0}]}',
        b'{"text": "Yes", "words": [{"word": "Yes", "start": "soon", "end": 1}]}',
        b'{"text": "Yes", "words": [{"word": "Yes", "start": 0, "end": NaN}]}',
        b'{"text": "Yes", "segments": [{"text": "Yes", "start": 0, "end": 1, "avg_logprob": null}]}',
    ],
)
def test_a_server_of_another_protocol_is_one_sentence(
    server: OpenAIServer, transcriber: OpenAITranscriber, sound: Path, reply: bytes
) -> None:
    server.replies = [reply]
    with pytest.raises(TranscriberError, match=r"^No transcript: the (reply has|server gave)"):
        transcriber.transcribe(sound, "en")
    transcriber.close()


def test_a_server_that_hangs_is_given_up(server: OpenAIServer, sound: Path) -> None:
    server.stalled.set()
    transcriber = OpenAITranscriber(ServerAddress(server.url, "small", timeout_s=0.2, retries=0))
    with pytest.raises(TranscriberError, match="took too long"):
        transcriber.transcribe(sound, "en")
    transcriber.close()


def test_a_server_that_is_not_there_is_one_sentence(sound: Path) -> None:
    transcriber = OpenAITranscriber(ServerAddress("http://127.0.0.1:9/v1", "small", retries=0))
    with pytest.raises(TranscriberError, match="cannot be reached"):
        transcriber.transcribe(sound, "en")
    transcriber.close()


def test_a_sound_that_is_not_there_is_one_sentence(transcriber: OpenAITranscriber, tmp_path: Path) -> None:
    with pytest.raises(TranscriberError, match="the sound cannot be read"):
        transcriber.transcribe(tmp_path / "missing.wav", "en")
    transcriber.close()
