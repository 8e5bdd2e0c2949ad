"""What callers of the compatibility API send. The names are theirs."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from kiosk.wire.message import Id, Key, Short

MAX_CHUNK_BYTES = 16 << 20
MAX_CHUNKS = 10_000

Line = Annotated[str, Field(max_length=500, pattern=r"^[^\x00]*$")]
Words = Annotated[str, Field(max_length=200_000, pattern=r"^[^\x00]*$")]


class Said(BaseModel):
    """What callers send; unknown fields are theirs and are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Format(StrEnum):
    """The kind of file that is wanted."""

    WEBM = "webm"
    MP4 = "mp4"


class Quality(StrEnum):
    """How good the picture is to be."""

    HD = "HD"
    SD = "SD"
    CUSTOM = "custom"


class RecordingConfig(Said):
    """How a session is to be recorded."""

    format: Format = Format.MP4
    quality: Quality = Quality.HD
    audio: bool = True
    video: bool = True


class Scoring(StrEnum):
    """Who looks at the answers first, as the candidate chose."""

    AI_AND_HUMAN = "ai_and_human"
    HUMAN_ONLY = "human_only"


class StartSession(Said):
    """Begin the interview that an invitation's code opens."""

    interview_token: Annotated[str, Field(min_length=1, max_length=512)]
    recording_config: RecordingConfig = RecordingConfig()
    scoring: Scoring = Scoring.AI_AND_HUMAN
    """Whoever conducts the interview has asked the candidate, and says it here when they chose people."""


class QuestionData(Said):
    """A question that was asked."""

    text: Annotated[Words, Field(min_length=1)]
    type: Key = "general"
    avatar: Short = ""
    keywords: Annotated[tuple[Line, ...], Field(max_length=100)] = ()
    difficulty: Short = "medium"


class AddQuestion(Said):
    """A question of a session."""

    session_id: Id
    question_data: QuestionData


class AnswerData(Said):
    """An answer that was given."""

    text: Words = ""
    duration: Annotated[float, Field(ge=0, le=86_400)] = 0.0
    audio_quality: Line | Annotated[float, Field(allow_inf_nan=False)] | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] | None = None


class AddAnswer(Said):
    """An answer to a question of a session."""

    session_id: Id
    question_id: Key
    answer_data: AnswerData


class EndSession(Said):
    """The interview is over."""

    session_id: Id


class RecordingOf(Said):
    """The session whose recording is meant."""

    session_key: Id
