"""A pack's ``rubric.toml``: how its answers are judged. A pack without one is judged by people only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.rubric import EQUAL_WEIGHTS, Criterion, Measure, Sign, Weights
from kiosk.packs.checked import read_checked
from kiosk.packs.errors import PackErrors, PackProblem
from kiosk.packs.rules import Finding, Table, entries, languages, questions, repeated_ids, tables_in, uneven
from kiosk.packs.schema import CriterionTable, RubricTable, SignTable

FILE = "rubric.toml"


@dataclass(frozen=True, slots=True)
class Rubrics:
    """The criteria by question, and the weights of the four scores."""

    weights: Weights = EQUAL_WEIGHTS
    by_question: Mapping[str, tuple[Criterion, ...]] = field(default_factory=dict)

    def of(self, question: str) -> tuple[Criterion, ...]:
        """The criteria of one question, in order."""
        return self.by_question.get(question, ())


def read(folder: Path, pack: Table) -> tuple[Rubrics | None, list[PackProblem]]:
    """The rubrics of the pack whose raw table this is, and every mistake in them."""
    if not (folder / FILE).is_symlink() and not (folder / FILE).exists():
        return Rubrics(), []
    try:
        _, table, problems = read_checked(folder, FILE, RubricTable, lambda raw: _findings(raw, pack))
    except PackErrors as error:
        return None, list(error.problems)
    return (_rubrics(table) if table else None), problems


def _findings(raw: Table, pack: Table) -> Iterator[Finding]:
    """Everything wrong between the parts of a rubric, and between it and its pack."""
    yield from repeated_ids(entries((), raw, "criteria"), "criterion")
    known = {question.get("id") for _, question in questions(pack)}
    for path, criterion in entries((), raw, "criteria"):
        yield from _unknown_questions((*path, "questions"), criterion.get("questions"), known)
        yield from _signs_out_of_place((*path, "signs"), criterion)
        yield from repeated_ids(entries(path, criterion, "signs"), "sign")
        for place, texts in _texts(path, criterion):
            yield from uneven(place, texts, set(languages(pack)))


def _unknown_questions(path: tuple[str | int, ...], named: object, known: set[object]) -> Iterator[Finding]:
    for index, name in enumerate(named if isinstance(named, list) else []):
        if isinstance(name, str) and name not in known:
            yield (*path, index), f"“{name[:48]}” is no question of the pack"


def _signs_out_of_place(path: tuple[str | int, ...], criterion: Table) -> Iterator[Finding]:
    own = criterion.get("measure", Measure.SIGNS) == Measure.SIGNS
    if own and not criterion.get("signs"):
        yield path, "is missing: the criterion has nothing to look for"
    if not own and criterion.get("signs"):
        yield path, "goes only with the measure “signs”"


def _texts(path: tuple[str | int, ...], criterion: Table) -> Iterator[tuple[tuple[str | int, ...], Table]]:
    yield from tables_in(path, criterion, "title", "anchors")
    for place, sign in entries(path, criterion, "signs"):
        yield from tables_in(place, sign, "title", "terms")


def _rubrics(table: RubricTable) -> Rubrics:
    by_question: dict[str, tuple[Criterion, ...]] = {}
    for criterion in table.criteria:
        for question in criterion.questions:
            by_question[question] = (*by_question.get(question, ()), _criterion(criterion))
    return Rubrics(Weights(**table.weights.model_dump()), by_question)


def _criterion(table: CriterionTable) -> Criterion:
    return Criterion(
        id=table.id,
        title=table.title,
        dimension=table.dimension,
        weight=table.weight,
        measure=table.measure,
        signs=tuple(_sign(sign) for sign in table.signs),
        anchors={language: tuple(texts) for language, texts in table.anchors.items()},
    )


def _sign(table: SignTable) -> Sign:
    terms = {language: tuple(words) for language, words in table.terms.items()}
    return Sign(table.id, table.title, terms)
