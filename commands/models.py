"""The models a station was given, behind their gate."""

from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from pydantic import SecretStr

from kiosk.config.settings import StationSettings
from kiosk.domain.checks import CheckResult
from kiosk.domain.transcript import SpeechEngine

if TYPE_CHECKING:
    from pathlib import Path

    from kiosk.assessment.gate import Engines, Gate
    from kiosk.domain.set_up import Hearing

_PACKAGES = {SpeechEngine.WHISPER: "faster-whisper", SpeechEngine.SPHINX: "pocketsphinx"}
"""Optional extras."""
TRIAL_S = 10.0
"""How long a test waits for a speech server."""


def gate_of(settings: StationSettings) -> "Gate":
    """The door to the models the station was given."""
    from kiosk.assessment.gate import open_gate

    return open_gate(engines_of(settings))


def engines_of(settings: StationSettings) -> "Engines":
    """The models the station was given."""
    from kiosk.assessment.address import ServerAddress
    from kiosk.assessment.gate import Engines

    def server(url: str, model: str, key: SecretStr) -> ServerAddress | None:
        return ServerAddress(url, model, key.get_secret_value()) if url else None

    advice = server(settings.advice_url, settings.advice_model, settings.advice_key)
    return Engines(
        speech=SpeechEngine(settings.speech),
        speech_server=server(settings.speech_url, settings.speech_model, settings.speech_key),
        speech_model_folder=settings.speech_model_folder,
        advice_server=advice,
        followup_server=advice if settings.followups == "model" else None,
    )


def package_lacking(speech: SpeechEngine) -> str:
    """The package of an engine, by its name for ``pip``, where it is not installed; nothing is loaded."""
    name = _PACKAGES.get(speech, "")
    return name if name and find_spec(name.replace("-", "_")) is None else ""


def speech_check(settings: StationSettings) -> CheckResult:
    """Whether what writes answers down hears anything."""
    from kiosk.runtime.hearing import check_speech

    with closing(_on_trial(settings)) as gate:
        return check_speech(gate, _say)


def speech_heard(settings: StationSettings) -> "Hearing":
    """What it hears. Raises ``TranscriberError`` and ``VoiceError``."""
    from kiosk.runtime.hearing import try_hearing

    with closing(_on_trial(settings)) as gate:
        return try_hearing(gate, _say)


def _on_trial(settings: StationSettings) -> "Gate":
    """To speech alone; a server has to be quicker than with an answer."""
    from kiosk.assessment.gate import Engines, open_gate

    given = engines_of(settings)
    server = given.speech_server and replace(given.speech_server, timeout_s=TRIAL_S, retries=0)
    return open_gate(Engines(given.speech, server, given.speech_model_folder))


def _say(text: str, sound: "Path") -> None:
    from kiosk.voice.rendering import render_speech
    from kiosk.voice.style import candidate_style

    render_speech(text, sound, candidate_style("en"))
