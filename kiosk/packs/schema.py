"""What may stand in ``pack.toml``: the source of the checks and of the published JSON Schema."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kiosk.domain.pack import Difficulty, QuestionKind
from kiosk.domain.rubric import LEVELS, Dimension, Measure
from kiosk.packs.words import fault_in_text, one_paragraph

SLUG = "^[a-z0-9][a-z0-9-]{0,47}$"
LANGUAGE = "^[a-z]{2,3}$"
_WORD = r"(#|[^\s#*…]+\*?)"
TERM = rf"^{_WORD}( {_WORD})*( … {_WORD}( {_WORD})*){{0,2}}$"
MOST_LANGUAGES = 12
MOST_QUESTIONS = 60


@dataclass(frozen=True, slots=True)
class MustBe:
    """Says in words what a value must be, in place of the validation library's own message."""

    words: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.custom_error_schema(
            handler(source), "must_be", custom_error_message=f"must be {self.words}"
        )


def _plain(text: str) -> str:
    if fault := fault_in_text(text):
        raise PydanticCustomError("not_plain", "{fault}", {"fault": fault})
    return one_paragraph(text)


def _words(longest: int) -> Any:
    return (
        Field(min_length=1, max_length=longest),
        MustBe(f"a text of 1 to {longest} characters"),
        AfterValidator(_plain),
    )


def _between(low: int, high: int, what: str = "") -> Any:
    return Field(ge=low, le=high), MustBe(f"{what}between {low} and {high}")


def _one_of(names: type[StrEnum]) -> Any:
    return Field(strict=False), MustBe("one of " + ", ".join(names))


Slug = Annotated[
    str, Field(pattern=SLUG), MustBe("1 to 48 small letters, digits and hyphens, beginning with no hyphen")
]
Language = Annotated[
    str, Field(pattern=LANGUAGE), MustBe("a language of two or three small letters, like en")
]
Title = Annotated[str, *_words(80)]
Keyword = Annotated[str, *_words(40)]
Text = Annotated[str, *_words(600)]
Notice = Annotated[str, *_words(2000)]
Truth = Annotated[bool, MustBe("true or false")]
Anchor = Annotated[str, *_words(200)]
Term = Annotated[
    str,
    Field(pattern=TERM, max_length=60),
    MustBe("words; a “*” may end a word, a “…” stand between words, a “#” for a number"),
]
Terms = Annotated[list[Term], Field(min_length=1, max_length=60)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


class FollowUpTable(_Table):
    """A further question for an answer that is very short or misses the point; at most one is asked."""

    id: Slug
    """Its name, unique in the question."""
    text: dict[Language, Text]
    """What the avatar says, in every language of the pack."""
    min_words: Annotated[int, *_between(0, 500, "a whole number ")] = 0
    """Asked when the answer has fewer words than this."""
    missing: dict[Language, Terms] = {}
    """Asked when the answer has none of these terms; in every language of the pack."""


class QuestionTable(_Table):
    """One question."""

    id: Slug
    """Its name, unique in the pack and never changed: recordings and scores refer to it."""
    kind: Annotated[QuestionKind, *_one_of(QuestionKind)]
    """What sort of answer it wants."""
    text: dict[Language, Text]
    """What the avatar says, in every language of the pack."""
    avatar: Slug
    """Who asks."""
    answer_limit_s: Annotated[float, *_between(10, 3600)]
    """The longest answer, in seconds."""
    think_time_s: Annotated[float, *_between(0, 600)] = 0.0
    """Time to think before the answer begins, in seconds."""
    retakes: Annotated[int, *_between(0, 5, "a whole number ")] = 0
    """How often the candidate may answer anew."""
    may_skip: Truth = False
    """Whether the candidate may leave it out."""
    keywords: Annotated[list[Keyword], Field(max_length=20)] = []
    """What the question is about; for reviewers and statistics."""
    difficulty: Annotated[Difficulty, *_one_of(Difficulty)] = Difficulty.MEDIUM
    """How hard the author judges it to be."""
    problem: Slug | None = None
    """A problem statement: ``problems/<this name>.<language>.md``, in every language of the pack."""
    coding: Slug | None = None
    """A program to write: the folder ``problems/<this name>`` in the ICPC problem package layout."""
    followups: Annotated[list[FollowUpTable], Field(max_length=5)] = []
    """Further questions; the first that fits is asked."""


class PackTable(_Table):
    """An interview's plan."""

    id: Slug
    """The name of the pack's folder."""
    version: Annotated[
        str, Field(pattern=r"^[0-9]{1,4}(\.[0-9]{1,4}){0,2}$"), MustBe("a text like “1”, “1.2” or “1.2.3”")
    ]
    """Raise it with every change, so that results can be compared."""
    languages: Annotated[list[Language], Field(min_length=1, max_length=MOST_LANGUAGES)]
    """What the candidate can choose from; the first is offered first."""
    title: dict[Language, Title]
    """The interview's name, as the candidate reads it."""
    about_minutes: Annotated[int, *_between(1, 240, "a whole number ")] = 10
    """How long it takes, as the candidate is told."""
    retention_days: Annotated[int, *_between(1, 3650, "a whole number ")] = 180
    """How long recordings are kept, as the candidate is told."""
    notice: dict[Language, Notice] | None = None
    """What the organisation adds to the recording notice, in plain words."""
    practice: QuestionTable | None = None
    """A question to try things out with; its answer is not kept."""
    questions: Annotated[list[QuestionTable], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """The questions, in order."""


class SignTable(_Table):
    """One thing a good answer mentions."""

    id: Slug
    """Its name, unique in the criterion."""
    title: dict[Language, Title]
    """A few words that complete “say more about …”."""
    terms: dict[Language, Terms]
    """The words by which it is recognised, in every language of the pack."""


class CriterionTable(_Table):
    """One thing answers are judged by."""

    id: Slug
    """Its name, unique in the pack and never changed: scores refer to it."""
    questions: Annotated[list[Slug], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """The ids of the questions it belongs to."""
    title: dict[Language, Title]
    """What reviewers read."""
    dimension: Annotated[Dimension, *_one_of(Dimension)]
    """Which of the four scores it belongs to."""
    weight: Annotated[float, *_between(0, 100)] = 1.0
    """How much it counts; only proportions matter."""
    measure: Annotated[Measure, *_one_of(Measure)] = Measure.SIGNS
    """Where its level comes from: its own signs, the signs every answer can show, or the code."""
    signs: Annotated[list[SignTable], Field(max_length=8)] = []
    """What a good answer mentions; only with the measure “signs”."""
    anchors: dict[Language, Annotated[list[Anchor], Field(min_length=LEVELS, max_length=LEVELS)]] = {}
    """What the levels 0 to 4 mean, for the people who rate."""


class WeightsTable(_Table):
    """How much each score counts in the overall one."""

    technical: Annotated[float, *_between(0, 100)] = 1.0
    communication: Annotated[float, *_between(0, 100)] = 1.0
    problem_solving: Annotated[float, *_between(0, 100)] = 1.0
    values: Annotated[float, *_between(0, 100)] = 1.0


class RubricTable(_Table):
    """How the answers to a pack's questions are judged."""

    weights: WeightsTable = WeightsTable()
    """Only proportions matter."""
    criteria: Annotated[list[CriterionTable], Field(min_length=1, max_length=120)]
    """The criteria, in the order in which reviewers see them."""


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``pack.toml``, for editors."""
    return _schema(PackTable, "Question pack")


def rubric_json_schema() -> dict[str, Any]:
    """The JSON Schema of ``rubric.toml``, for editors."""
    return _schema(RubricTable, "Rubric of a question pack")


def _schema(table: type[_Table], title: str) -> dict[str, Any]:
    schema = table.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}
