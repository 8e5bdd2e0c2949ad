"""From a folder to a ``Pack``, or to the list of everything wrong with it."""

from pathlib import Path

from kiosk.domain.ids import PackId, QuestionId
from kiosk.domain.pack import Pack, Question
from kiosk.domain.rubric import FollowUp
from kiosk.packs import audio, rubrics, rules
from kiosk.packs import problems as problems_of
from kiosk.packs.checked import read_checked
from kiosk.packs.errors import PackErrors
from kiosk.packs.problems import Problems
from kiosk.packs.rubrics import Rubrics
from kiosk.packs.schema import FollowUpTable, PackTable, QuestionTable

FILE = "pack.toml"


def load(folder: Path) -> Pack:
    """The pack in ``folder``; raises ``PackErrors`` with every mistake in it."""
    name = folder.absolute().name
    raw, table, problems = read_checked(folder, FILE, PackTable, lambda raw: rules.findings(raw, name))
    shelf, unreadable = problems_of.read(folder, raw)
    judging, unclear = rubrics.read(folder, raw)
    problems += unreadable + unclear
    if problems or table is None or judging is None:
        raise PackErrors(problems)
    pack = _pack(table, shelf, judging)
    if unusable := list(audio.mistakes(folder, pack)):
        raise PackErrors(unusable)
    return pack


def _pack(table: PackTable, shelf: Problems, judging: Rubrics) -> Pack:
    return Pack(
        id=PackId(table.id),
        version=table.version,
        title=table.title,
        languages=tuple(table.languages),
        questions=tuple(_question(question, shelf, judging) for question in table.questions),
        practice=_question(table.practice, shelf, judging) if table.practice else None,
        about_minutes=table.about_minutes,
        retention_days=table.retention_days,
        notice=table.notice,
        weights=judging.weights,
    )


def _question(table: QuestionTable, shelf: Problems, judging: Rubrics) -> Question:
    return Question(
        id=QuestionId(table.id),
        kind=table.kind,
        text=table.text,
        avatar=table.avatar,
        answer_limit_s=table.answer_limit_s,
        think_time_s=table.think_time_s,
        retakes=table.retakes,
        may_skip=table.may_skip,
        keywords=tuple(table.keywords),
        difficulty=table.difficulty,
        problem=shelf.statement(table),
        coding=shelf.task(table),
        rubric=judging.of(table.id),
        followups=tuple(_followup(followup) for followup in table.followups),
    )


def _followup(table: FollowUpTable) -> FollowUp:
    missing = {language: tuple(terms) for language, terms in table.missing.items()}
    return FollowUp(table.id, table.text, table.min_words, missing)
