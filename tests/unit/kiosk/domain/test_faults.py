"""Every fault has an owner, a severity and three sentences that the person who reads them understands."""

import re

import pytest

from kiosk.domain.faults import CATALOGUE, FaultCode, Owner, Severity

JARGON = re.compile(
    r"\b(error|exception|device driver|encoder|codec|buffer|segment|process|null|invalid|failed|fatal|abort"
    r"|database|SQL|thread|I/O|RMS|dBFS|FPS|bitrate|stack|socket|ALSA|Pulse|V4L2)\b",
    re.IGNORECASE,
)


def test_every_code_is_in_the_catalogue() -> None:
    assert set(CATALOGUE) == set(FaultCode)


@pytest.mark.parametrize("code", FaultCode)
def test_its_texts_are_whole_sentences(code: FaultCode) -> None:
    texts = CATALOGUE[code].texts
    for text in (texts.what_happened, texts.what_is_safe, texts.what_to_do):
        assert text == text.strip()
        assert text[0].isupper()
        assert text.endswith(".")
        assert "!" not in text
        assert "  " not in text


@pytest.mark.parametrize("code", FaultCode)
def test_its_texts_are_free_of_jargon(code: FaultCode) -> None:
    texts = CATALOGUE[code].texts
    found = JARGON.search(f"{texts.what_happened} {texts.what_is_safe} {texts.what_to_do}")
    assert found is None, found


@pytest.mark.parametrize("code", FaultCode)
def test_whoever_must_act_is_somebody(code: FaultCode) -> None:
    entry = CATALOGUE[code]
    if entry.severity is Severity.BLOCK:
        assert entry.owner is Owner.TECHNICIAN
    if entry.owner is Owner.NOBODY:
        assert "wait" in entry.texts.what_to_do


@pytest.mark.parametrize("code", FaultCode)
def test_a_stopped_clock_is_said_to_have_lost_nothing(code: FaultCode) -> None:
    safe = CATALOGUE[code].texts.what_is_safe
    assert re.search(r"saved|kept|lost|untouched|complete", safe), safe
