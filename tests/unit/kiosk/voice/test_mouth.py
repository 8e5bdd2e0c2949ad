from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.ports.voice import MouthCue, MouthShape
from kiosk.voice.engine import Phoneme
from kiosk.voice.mouth import SHORTEST_S, UNMISSABLE, from_envelope, from_phonemes

R = MouthShape.REST


def shapes_of(*phonemes: tuple[float, str], duration_s: float = 1.0) -> list[MouthShape]:
    cues = from_phonemes([Phoneme(at_s, name) for at_s, name in phonemes], 0.0, duration_s)
    return [cue.shape for cue in cues]


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("m", MouthShape.CLOSED),
        ("f", MouthShape.TEETH),
        ("θ", MouthShape.TONGUE),
        ("ʃ", MouthShape.NARROW),
        ("iː", MouthShape.NARROW),
        ("ə", MouthShape.SMALL),
        ("ɡ", MouthShape.SMALL),
        ("ɑː", MouthShape.OPEN),
        ("ɔː", MouthShape.ROUND),
        ("uː", MouthShape.PURSED),
        ("w", MouthShape.PURSED),
        ("ǂ", MouthShape.SMALL),
    ],
)
def test_each_sound_has_its_shape(name: str, shape: MouthShape) -> None:
    assert shapes_of((0.1, name), (0.4, "")) == [R, shape, R]


def test_a_diphthong_moves_through_its_vowels() -> None:
    cues = from_phonemes([Phoneme(0.0, "aʊ"), Phoneme(0.2, "")], 0.1, 1.0)
    assert cues[1:] == (
        MouthCue(0.1, MouthShape.OPEN),
        MouthCue(0.2, MouthShape.PURSED),
        MouthCue(0.3, R),
    )


def test_a_flicker_of_a_vowel_is_left_out_but_lips_always_meet() -> None:
    assert shapes_of((0.1, "a"), (0.3, "ə"), (0.31, "a"), (0.5, "")) == [R, MouthShape.OPEN, R]
    assert MouthShape.CLOSED in shapes_of((0.1, "a"), (0.3, "m"), (0.31, "a"), (0.5, ""))


def test_a_sound_without_phonemes_opens_with_its_loudness() -> None:
    loud, quiet, silent = np.full(9_600, 0.5), np.full(9_600, 0.1), np.zeros(9_600)
    cues = from_envelope(np.concatenate([silent, loud, quiet, silent]), 0.8)
    assert [cue.shape for cue in cues] == [R, MouthShape.OPEN, MouthShape.SMALL, R]


@given(
    st.lists(st.tuples(st.floats(0, 9), st.sampled_from(["", "a", "m", "aɪ", "ː", "x9", "ɔø"])), max_size=40)
)
def test_a_mouth_is_always_in_order_at_rest_at_both_ends_and_calm(said: list[tuple[float, str]]) -> None:
    cues = from_phonemes([Phoneme(*one) for one in sorted(said)], 0.1, 10.0)
    assert cues[0] == MouthCue(0.0, R)
    assert cues[-1].shape is R
    for cue, after in pairwise(cues):
        assert cue.at_s <= after.at_s
        assert cue.shape is not after.shape
        assert cue.shape in UNMISSABLE or after.at_s - cue.at_s >= SHORTEST_S - 0.002 or cue.at_s == 0.0
