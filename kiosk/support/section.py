"""One part of a support bundle: questions about the station, each asked so that none can spoil the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.domain.bugs import told
from kiosk.domain.plain import Plain, to_plain


@dataclass(frozen=True, slots=True)
class Section:
    """``name`` is its file's, ``title`` for people. What a question answers must be plain data."""

    name: str
    title: str
    questions: Mapping[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of a section: facts, and of the questions that failed why, as a log would tell it."""

    section: Section
    facts: dict[str, Plain]
    troubles: dict[str, str]


def ask(section: Section) -> Answers:
    """Ask everything. A station breaks in ways nobody foresaw, so every exception is an answer."""
    facts: dict[str, Plain] = {}
    troubles: dict[str, str] = {}
    for name, question in section.questions.items():
        try:
            facts[name] = to_plain(question())
        except Exception as error:
            troubles[name] = told(error)
    return Answers(section, facts, troubles)
