import pytest

from kiosk.domain.checks import Verdict
from kiosk.voice.checks import check_voice


def test_a_booth_that_can_speak_says_with_which_voices() -> None:
    result = check_voice(languages=["en", "de"])
    assert result.verdict is Verdict.GOOD
    assert "espeak-ng" in result.finding
    assert "de as de+f2" in result.finding


@pytest.mark.usefixtures("no_engine")
def test_a_booth_that_cannot_speak_says_what_to_do() -> None:
    result = check_voice()
    assert result.verdict is Verdict.WARNING
    assert "not installed" in result.finding
    assert "apt-get install espeak-ng" in result.to_do
