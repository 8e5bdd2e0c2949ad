import pytest

from kiosk.domain.transcript import Word
from storage.export.cues import cues, track


def spoken(text: str) -> list[Word]:
    return [Word(word, float(at), at + 0.9, 0.9) for at, word in enumerate(text.split())]


def test_captions_break_where_the_speaker_breaks() -> None:
    words = [Word("Yes.", 0, 0.4), Word("It", 0.5, 0.7), Word("was", 0.7, 0.9), Word("late", 3.0, 3.4)]
    assert [cue.text for cue in cues(words)] == ["Yes.", "It was", "late"]


def test_no_caption_is_too_long_to_read() -> None:
    found = cues(spoken("considerable circumstances " * 40))
    assert all(len(cue.text) <= 84 and cue.end_s - cue.start_s <= 6 for cue in found)
    lines = [line for block in track(found).split("\n\n")[1:] for line in block.splitlines()[2:]]
    assert max(map(len, lines)) <= 54


def test_captions_are_placed_in_the_recording_and_hold_no_markup() -> None:
    found = cues([Word("a<b>&", 1.0, 1.5)], 3599.5)
    assert track(found) == "WEBVTT\n\n1\n01:00:00.500 --> 01:00:01.000\na&lt;b&gt;&amp;\n"


@pytest.mark.parametrize("words", [[], [Word("typed", 0.0, 0.0)]])
def test_there_are_as_many_captions_as_there_are_words_for(words: list[Word]) -> None:
    assert len(cues(words)) == len(words)
