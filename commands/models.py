"""The models a station was given, behind their gate."""

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import SecretStr

from kiosk.config.settings import StationSettings
from kiosk.domain.checks import CheckResult

if TYPE_CHECKING:
    from kiosk.assessment.gate import Engines, Gate

TRIAL_S = 10.0
"""How long the self-test waits for a speech server."""


def gate_of(settings: StationSettings) -> "Gate":
    """The door to the models the station was given."""
    from kiosk.assessment.gate import open_gate

    return open_gate(engines_of(settings))


def engines_of(settings: StationSettings) -> "Engines":
    """The models the station was given."""
    from kiosk.assessment.address import ServerAddress
    from kiosk.assessment.gate import Engines, SpeechEngine

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


def speech_check(settings: StationSettings) -> CheckResult:
    """Whether what writes answers down hears anything; a server has to be quicker than with an answer."""
    from kiosk.assessment.gate import Engines, open_gate
    from kiosk.runtime.hearing import check_speech
    from kiosk.voice.rendering import render_speech
    from kiosk.voice.style import candidate_style

    given = engines_of(settings)
    server = given.speech_server and replace(given.speech_server, timeout_s=TRIAL_S, retries=0)
    with closing(open_gate(Engines(given.speech, server, given.speech_model_folder))) as gate:
        return check_speech(gate, lambda text, sound: render_speech(text, sound, candidate_style("en")))
