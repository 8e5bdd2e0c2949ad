"""What was said and what it proves, inside a session document: the parts that pages read have a shape.

Whatever a station adds to them is kept as it came.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Moment = Annotated[float, Field(ge=-10_000_000, le=10_000_000)]
"""Seconds from the start of the answer."""
Label = Annotated[str, Field(max_length=500)]
Level = Annotated[int, Field(ge=0, le=4)]
Worth = Annotated[float, Field(ge=0, le=100)]


class Kept(BaseModel):
    """A part of a document that may say more than is read of it here."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)


class Word(Kept):
    """One word and when it was said."""

    text: str
    start_s: Moment
    end_s: Moment


class Version(Kept):
    """One complete text of an answer."""

    words: tuple[Word, ...] = ()
    origin: Label = ""
    language: Label = ""


class Transcript(Kept):
    """Every version of an answer's text, the newest last."""

    versions: tuple[Version, ...] = ()


class Quote(Kept):
    """Words of the transcript."""

    text: str
    start_s: Moment


class Sign(Kept):
    """A sign that was found, and where."""

    title: str
    quote: Quote


class Criterion(Kept):
    """What the rules found of one criterion; without a level, why."""

    criterion: Label
    title: Label = ""
    dimension: Label = ""
    level: Level | None = None
    withheld: Label | None = None
    evidence: tuple[Sign, ...] = ()
    missing: tuple[str, ...] = ()


class Analysis(Kept):
    """What the rules found in one answer; without a score, why."""

    question: Label
    score: Worth | None = None
    withheld: Label | None = None
    criteria: tuple[Criterion, ...] = ()
    set_aside: tuple[Quote, ...] = ()


class Advice(Kept):
    """A model's opinion of one answer."""

    question: Label
    withheld: Label | None = None
    summary: str = ""
