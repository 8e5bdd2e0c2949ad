"""What may stand in ``pack.toml``: the source of the checks and of the published JSON Schema."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kiosk.domain.pack import Difficulty, QuestionKind
from kiosk.packs.words import fault_in_text, one_paragraph

SLUG = "^[a-z0-9][a-z0-9-]{0,47}$"
LANGUAGE = "^[a-z]{2,3}$"
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


def _one_of(names: type[Difficulty] | type[QuestionKind]) -> Any:
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


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, use_attribute_docstrings=True)


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


def json_schema() -> dict[str, Any]:
    """The JSON Schema of ``pack.toml``, for editors."""
    schema = PackTable.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Question pack"}
