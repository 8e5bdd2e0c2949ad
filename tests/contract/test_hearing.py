"""The self-test lets the station's engine hear the station's own voice."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.assessment.address import ServerAddress
from kiosk.assessment.gate import Engines, open_gate
from kiosk.domain.checks import CheckResult, Verdict
from kiosk.domain.transcript import SpeechEngine
from kiosk.runtime.hearing import SENTENCE, check_speech
from kiosk.voice.rendering import render_speech
from kiosk.voice.style import candidate_style
from tests.openai_server import OpenAIServer, transcription


def checked(engines: Engines) -> CheckResult:
    with closing(open_gate(engines)) as gate:
        return check_speech(gate, lambda text, sound: render_speech(text, sound, candidate_style("en")))


def test_a_station_where_nobody_writes_answers_down_is_as_it_should_be() -> None:
    result = checked(Engines())
    assert (result.verdict, result.to_do) == (Verdict.GOOD, "")


def test_a_server_that_hears_the_sentence_is_good(server: OpenAIServer, address: ServerAddress) -> None:
    server.transcript = transcription(SENTENCE)
    result = checked(Engines(SpeechEngine.SERVER, address))
    assert result.verdict is Verdict.GOOD
    assert "server small heard 9 of 9 words" in result.finding
    [asked] = server.requests
    assert asked["file"] > 20_000, "a sentence was sent"


@pytest.mark.parametrize("heard", ["", "Wheel is the two inch other", "listened other way"])
def test_an_engine_that_mishears_a_clear_voice_is_said_so(
    server: OpenAIServer, address: ServerAddress, heard: str
) -> None:
    server.transcript = transcription(heard)
    result = checked(Engines(SpeechEngine.SERVER, address))
    assert result.verdict is Verdict.WARNING
    assert "write-answers-down" in result.to_do


def test_a_server_that_is_away_is_said_so(address: ServerAddress) -> None:
    away = replace(address, url="http://127.0.0.1:9/v1", retries=0)
    result = checked(Engines(SpeechEngine.SERVER, away))
    assert result.verdict is Verdict.WARNING
    assert result.finding


def test_a_model_that_is_not_whole_is_told_by_file(tmp_path: Path) -> None:
    (tmp_path / "config.json").touch()
    result = checked(Engines(SpeechEngine.WHISPER, speech_model_folder=tmp_path))
    assert result.verdict is Verdict.WARNING
    assert "lacks model.bin, tokenizer.json" in result.finding
