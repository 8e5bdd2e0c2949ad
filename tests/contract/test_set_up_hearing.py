"""The set-up lets an engine hear a sentence before anybody keeps it: in a process that can be ended."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from commands.hearing import HearingTest
from commands.models import package_lacking
from commands.setting_up import StationSetUp
from kiosk.config.folders import Folders
from kiosk.config.settings import read_settings
from kiosk.domain.set_up import Hearing, Refused, SetUpProblem, SpeechChoice
from kiosk.domain.transcript import SpeechEngine
from kiosk.runtime.hearing import SENTENCE
from storage.station import open_station
from tests.openai_server import OpenAIServer, transcription
from tests.station import soon

FILES = ("model.bin", "config.json", "tokenizer.json")


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data")


@pytest.fixture
def station(folders: Folders) -> Iterator[StationSetUp]:
    """Give a set-up over a fresh station."""
    with closing(open_station(folders.data)) as storage, closing(StationSetUp(folders, storage)) as made:
        yield made


def at(server: OpenAIServer) -> SpeechChoice:
    return SpeechChoice(SpeechEngine.SERVER, server.url, "small")


def test_a_server_hears_the_sentence_and_nothing_is_kept(
    server: OpenAIServer, station: StationSetUp, folders: Folders
) -> None:
    server.transcript = transcription(SENTENCE)
    heard = station.hear(at(server))
    assert isinstance(heard, Hearing)
    assert (heard.engine, heard.text, heard.found, heard.of) == ("server small", SENTENCE, 9, 9)
    assert heard.enough
    assert read_settings(folders.data).speech == "none"
    assert station.facts().speech.engine is SpeechEngine.NONE


def test_what_is_kept_is_tried_by_the_key_it_has(server: OpenAIServer, station: StationSetUp) -> None:
    assert station.keep(SpeechChoice(SpeechEngine.SERVER, server.url, "small", "a key").settings) is None
    known = station.facts().speech
    assert known == at(server), "the key is shown to nobody"
    assert isinstance(station.hear(known), Hearing)
    assert station.keep(known.settings) is None
    assert station.keep(SpeechChoice().settings) is None
    assert station.facts().speech == SpeechChoice(SpeechEngine.NONE, server.url, "small")


def test_a_server_that_refuses_or_is_away_is_told(server: OpenAIServer, station: StationSetUp) -> None:
    server.failures = [500]
    refused = station.hear(at(server))
    assert isinstance(refused, Refused)
    assert (refused.problem, "500" in refused.detail) == (SetUpProblem.NOT_HEARD, True)
    away = station.hear(SpeechChoice(SpeechEngine.SERVER, "http://127.0.0.1:9/v1", "small"))
    assert away == Refused(SetUpProblem.NOT_HEARD, "No transcript: the server cannot be reached.")


def test_a_test_is_stopped_while_the_server_is_silent(server: OpenAIServer, station: StationSetUp) -> None:
    server.stalled.set()
    outcomes: list[Hearing | Refused | None] = []
    asking = threading.Thread(target=lambda: outcomes.append(station.hear(at(server))))
    asking.start()
    soon(lambda: server.requests, "the server is asked")
    station.stop_hearing()
    asking.join()
    assert outcomes == [None]


def test_a_test_that_takes_too_long_is_ended(server: OpenAIServer, folders: Folders) -> None:
    server.stalled.set()
    refused = HearingTest(folders.data).run(at(server), patience_s=0.2)
    assert isinstance(refused, Refused)
    assert "took longer" in refused.detail


def test_with_no_engine_there_is_nothing_to_hear(station: StationSetUp) -> None:
    assert station.hear(SpeechChoice()) == Refused(
        SetUpProblem.NOT_HEARD, "Nothing here turns speech into text."
    )


def test_a_model_is_looked_for_where_it_has_to_lie(
    station: StationSetUp, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "faster_whisper").mkdir()
    (tmp_path / "faster_whisper" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    (first,) = station.facts().models
    assert first == str(folders.models / "whisper")
    choice = SpeechChoice(SpeechEngine.WHISPER, folder=first)
    assert station.lacks(choice) == Refused(SetUpProblem.NO_FOLDER, first)
    Path(first).mkdir(parents=True)
    assert station.lacks(choice) == Refused(SetUpProblem.NO_MODEL, ", ".join(FILES))
    for name in FILES:
        (Path(first) / name).touch()
    assert station.lacks(choice) is None
    (folders.models / "small").mkdir()
    assert station.facts().models == (str(folders.models / "small"), first)


def test_a_package_that_is_not_installed_is_told_by_name(station: StationSetUp) -> None:
    assert package_lacking(SpeechEngine.NONE) == package_lacking(SpeechEngine.SERVER) == ""
    lack = station.lacks(SpeechChoice(SpeechEngine.SPHINX))
    assert lack in (None, Refused(SetUpProblem.NOT_INSTALLED, "pocketsphinx"))


def test_an_address_is_one_of_the_web(station: StationSetUp) -> None:
    choice = SpeechChoice(SpeechEngine.SERVER, "speech.local:8000", "small")
    assert station.lacks(choice) == Refused(SetUpProblem.SPEECH_ADDRESS)
