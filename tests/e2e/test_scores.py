"""An interview is written down and judged once it is over, by a server that speaks the OpenAI protocol."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.flow.events import AnswerTranscribed, EndConfirmed
from tests.e2e.demos import Demo, run_demo
from tests.openai_server import OpenAIServer, transcription
from tests.station import Station

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]

KEY = "a-key-that-nobody-may-read"
SAID = (
    "I like explaining things to people. Last year I sent an order to the wrong address. I noticed it on "
    "the next day and told my boss. Then I called the customer and apologised, and we sent it again. Since "
    "then I read every address twice."
)


@pytest.fixture(scope="module")
def server() -> Iterator[OpenAIServer]:
    listening = OpenAIServer()
    listening.transcript = transcription(SAID, word_s=0.05)
    yield listening
    listening.close()


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory, server: OpenAIServer) -> Demo:
    models = {
        "KIOSK_SPEECH": "server",
        "KIOSK_SPEECH_URL": server.url,
        "KIOSK_SPEECH_KEY": KEY,
        "KIOSK_ADVICE_URL": server.url,
        "KIOSK_ADVICE_MODEL": "small",
        "KIOSK_ADVICE_KEY": KEY,
    }
    return run_demo(Station(tmp_path_factory.mktemp("scored") / "data", environment=models))


def test_kept_answers_have_a_transcript_and_others_have_none(scored: Demo) -> None:
    first, second = scored.session["questions"]
    texts = [
        answer["transcript"]
        and " ".join(word["text"] for word in answer["transcript"]["versions"][-1]["words"])
        for answer in (*first["answers"], *second["answers"])
    ]
    assert texts == [None, SAID, SAID]


def test_an_answer_is_written_down_while_the_interview_goes_on(scored: Demo) -> None:
    kinds = [type(happened.event) for happened in scored.station.history()]
    assert kinds.index(AnswerTranscribed) < kinds.index(EndConfirmed)


def test_the_session_has_scores_that_can_be_made_again(scored: Demo) -> None:
    assert scored.session["analysis_status"] == "completed"
    assert scored.session["assessment"]["scores"]["overall"] > 50
    again = scored.station.ask("assess", scored.session["summary"]["id"])
    assert again["same"] is True


def test_the_rules_are_held_to_what_people_said(scored: Demo) -> None:
    figures = scored.station.ask("eval")
    assert figures["answers"] > 50
    assert figures["agreement_with_people"] > 0.7
    assert figures["largest_change_by_injection"] == 0


def test_a_model_gives_advice_beside_them(scored: Demo, server: OpenAIServer) -> None:
    assert [advice["withheld"] for advice in scored.session["advice"]] == [None, None]
    paths = [asked["path"] for asked in server.requests]
    assert paths.count("/v1/audio/transcriptions") == 2
    assert paths.count("/v1/chat/completions") == 2


def test_the_page_shows_what_was_said_and_why_it_is_worth_that(scored: Demo) -> None:
    page = Path(scored.printed["page"])
    text = page.read_text("utf-8")
    for part in ("I like explaining things to people.", "Repairing a mistake", "Advice by a model"):
        assert part in text, part
    assert "I sent an order to the" in (page.parent / "captions.vtt").read_text("utf-8")


def test_keys_are_written_nowhere(scored: Demo) -> None:
    for file in scored.station.data.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), file
