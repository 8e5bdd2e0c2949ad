"""Everything the avatar will say in a pack's interviews."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.pack import Language, Pack
from kiosk.flow.arrival import speaker_test_text
from kiosk.voice.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say, and whose words they are: a question's, a follow-up's, or neither's."""

    sentence: Sentence
    question: str = ""
    followup: str = ""


def lines(pack: Pack, recordings: Mapping[str, Path]) -> Iterator[Line]:
    """In the order in which candidates may hear them, language by language."""
    for language in pack.languages:
        yield from _in_language(pack, language, recordings)


def _in_language(pack: Pack, language: Language, recordings: Mapping[str, Path]) -> Iterator[Line]:
    asked = (*((pack.practice,) if pack.practice else ()), *pack.questions)
    yield Line(Sentence(speaker_test_text(language), language, asked[0].avatar))
    for question in asked:
        recorded = recordings.get(f"{question.id}.{language}")
        yield Line(Sentence(question.text[language], language, question.avatar, recorded), question.id)
        for followup in question.followups:
            recorded = recordings.get(f"{question.id}.{followup.id}.{language}")
            sentence = Sentence(followup.text[language], language, question.avatar, recorded)
            yield Line(sentence, question.id, followup.id)
