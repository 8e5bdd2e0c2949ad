"""Whoever adds a field of free text to an event says whether it is about a person: there is no default.

Fields that are personal are declared with ``field(metadata=personal(...))``; all others that can hold any
text are named here, with the reason why nobody is found in them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from kiosk.domain.personal import KEY
from kiosk.flow.events import Event

OF_NOBODY = {
    "the plan, written before anybody came": {"Pack", "Question", "CodingTask", "Example", "Criterion"}
    | {"Sign", "FollowUp", "Chapter"},
    "random, or a name of a thing": {"Invitation", "Surroundings", "NetworkLink", "DevicesOpened"}
    | {"MicrophoneRequested"},
    "made by the recorder": {"Recording", "Segment", "Quality", "Fault", "CaptureProof", "CaptureUnproved"}
    | {"RecordingStarted", "RecordingStopped", "RecordingFinished", "CaptureProved"}
    | {"ScreenRecordingStarted", "ScreenRecordingEnded", "SoundStarted", "SoundEnded", "SyncNotMeasured"},
    "made by the program": {"StationStarted", "VoiceUnavailable", "LanguageChosen", "ConsentGiven"},
    "random: a session's id": {"InvitationAccepted", "CodeJudged", "AnswerTranscribed", "SessionAssessed"}
    | {"SessionErased", "ErasureOrdered", "RetentionLocked", "RetentionReleased"}
    | {"FollowUpFound", "FollowUpWorded", "WordsChosen", "WordsRespoken", "SessionExported"}
    | {"SessionViewed", "CriterionRated", "NoteWritten", "NoteRemoved", "SessionDecided"},
    "never written": {"CodeEntered", "CodeSeen"},
    "public keys": {"SessionSealed"},
}
STAFF_NAME = "by"
"""Who did it stays: the journal is how they can be asked."""


def texts(kind: Any, seen: frozenset[Any] = frozenset()) -> Iterator[tuple[str, str]]:
    """Every field below ``kind`` that can hold any text and does not say that it is personal."""
    origin = get_origin(kind)
    if isinstance(kind, type) and is_dataclass(kind) and kind not in seen:
        hints = get_type_hints(kind)
        for field in fields(kind):
            if KEY in field.metadata:
                continue
            if can_hold_text(hints[field.name]):
                yield kind.__name__, field.name
            yield from texts(hints[field.name], seen | {kind})
    elif origin in (Union, UnionType, tuple) or (origin and issubclass(origin, Mapping)):
        for argument in get_args(kind):
            yield from texts(argument, seen)


def can_hold_text(kind: Any) -> bool:
    if isinstance(kind, NewType):
        return can_hold_text(kind.__supertype__)
    return kind is str or any(can_hold_text(argument) for argument in get_args(kind))


def undeclared(kind: Any) -> set[str]:
    known = set[str]().union(*OF_NOBODY.values())
    return {f"{owner}.{name}" for owner, name in texts(kind) if owner not in known and name != STAFF_NAME}


def test_every_text_in_an_event_is_declared() -> None:
    assert undeclared(Event) == set()


def test_a_new_text_is_found() -> None:
    @dataclass(frozen=True, slots=True)
    class Note:
        text: str

    @dataclass(frozen=True, slots=True)
    class NoteTaken:
        notes: tuple[Note, ...]

    NoteTaken.__annotations__["notes"] = tuple[Note, ...]
    assert undeclared(NoteTaken) == {"Note.text"}
