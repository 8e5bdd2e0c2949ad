"""From what is said to how the mouth looks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from kiosk.ports.voice import MouthCue, MouthShape
from kiosk.voice.engine import Phoneme
from kiosk.voice.sound import Samples, levels

_IPA = {
    MouthShape.CLOSED: "mbpʙ",
    MouthShape.TEETH: "fvɱʋɸβ",
    MouthShape.TONGUE: "ldtnrθðɾɫɬɭɲʎ",
    MouthShape.NARROW: "szʃʒiɪjçɕʑʝ",
    MouthShape.SMALL: "eɛəɐɜɚɝɘɨʌkgɡhɦɹɻʀʁxɣχŋqʔ",
    MouthShape.OPEN: "aɑæ",
    MouthShape.ROUND: "oɔɒøœɵ",
    MouthShape.PURSED: "uʊwyʏɥʉɯ",
}
SHAPE_OF = {symbol: shape for shape, symbols in _IPA.items() for symbol in symbols}
UNMISSABLE = frozenset({MouthShape.CLOSED, MouthShape.TEETH})
"""Lips that fail to meet on an m are noticed, however short the m is."""
SHORTEST_S = 0.05
"""A shape that lasts less only makes the mouth flutter."""

_ENVELOPE_BLOCK_S = 0.06
_SMALL_ABOVE = 0.08
_OPEN_ABOVE = 0.45


def from_phonemes(phonemes: Sequence[Phoneme], offset_s: float, duration_s: float) -> tuple[MouthCue, ...]:
    """Cues of a sound of ``duration_s`` in which the phonemes' own time begins at ``offset_s``."""
    cues = [MouthCue(0.0, MouthShape.REST)]
    for phoneme, after in pairwise([*phonemes, Phoneme(duration_s - offset_s, "")]):
        cues += [
            MouthCue(min(cue.at_s + offset_s, duration_s), cue.shape) for cue in _shapes(phoneme, after.at_s)
        ]
    return _calm(cues, duration_s)


def from_envelope(samples: Samples, duration_s: float) -> tuple[MouthCue, ...]:
    """Cues for a voice without phonemes: the louder, the wider."""
    loudness = levels(samples, _ENVELOPE_BLOCK_S)
    loudest = float(loudness.max(initial=0.0)) or 1.0
    shapes = np.select(
        [loudness > _OPEN_ABOVE * loudest, loudness > _SMALL_ABOVE * loudest],
        [MouthShape.OPEN.value, MouthShape.SMALL.value],
        MouthShape.REST.value,
    )
    cues = [MouthCue(index * _ENVELOPE_BLOCK_S, MouthShape(str(shape))) for index, shape in enumerate(shapes)]
    return _calm([MouthCue(0.0, MouthShape.REST), *cues], duration_s)


def _shapes(phoneme: Phoneme, end_s: float) -> Iterator[MouthCue]:
    """A diphthong moves through its vowels in equal steps; length and stress marks have no shape."""
    unknown = MouthShape.SMALL if phoneme.name else MouthShape.REST
    shapes = [SHAPE_OF[symbol] for symbol in phoneme.name if symbol in SHAPE_OF] or [unknown]
    step_s = (end_s - phoneme.at_s) / len(shapes)
    for index, shape in enumerate(shapes):
        yield MouthCue(phoneme.at_s + index * step_s, shape)


def _calm(cues: Sequence[MouthCue], duration_s: float) -> tuple[MouthCue, ...]:
    """Without flutter and repetition, ending at rest; times rounded to a millisecond."""
    lasting = [
        cue
        for cue, after in pairwise([*cues, MouthCue(duration_s, MouthShape.REST)])
        if after.at_s - cue.at_s >= SHORTEST_S or (cue.shape in UNMISSABLE and after.at_s > cue.at_s)
    ]
    calm = [MouthCue(0.0, MouthShape.REST)]
    for cue in [*lasting, MouthCue(duration_s, MouthShape.REST)]:
        if cue.shape is not calm[-1].shape:
            calm.append(MouthCue(round(cue.at_s, 3), cue.shape))
    return tuple(calm)
