"""The journal's form of an event: complete, without secrets, and refused where it cannot be understood."""

import json
from dataclasses import replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from kiosk.domain.plain import NotPlainError, from_plain, to_plain
from kiosk.flow.codec import VERSION, decode, encode
from kiosk.flow.events import (
    CodeEntered,
    Event,
    InvitationAccepted,
    TimerElapsed,
)
from kiosk.flow.facts import CodeSeen, SampleRecorded
from kiosk.flow.recovery import Happened, replay
from kiosk.flow.staff import MaskRequested
from kiosk.flow.timers import Timer
from tests.flow.journeys import JOURNEYS, told
from tests.flow.values import events

SECRET = "K7QF2MXP9RTD"


def through_text(event: Event) -> Event:
    return decode(json.loads(json.dumps(encode(event), allow_nan=False)))


def without_secrets(event: Event) -> Event:
    return replace(event, code="") if isinstance(event, CodeEntered | CodeSeen) else event


@settings(max_examples=300)
@given(events)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    assert through_text(event) == without_secrets(event)


@settings(max_examples=100)
@given(events)
def test_between_processes_secrets_are_kept(event: Event) -> None:
    assert from_plain(Event, json.loads(json.dumps(to_plain(event, keep_secrets=True)))) == event


@pytest.mark.parametrize("kind", [CodeEntered, CodeSeen])
def test_an_invitation_code_never_reaches_the_journal(kind: type[CodeEntered | CodeSeen]) -> None:
    assert SECRET not in json.dumps(encode(kind(SECRET)))


@pytest.mark.parametrize("name", JOURNEYS)
def test_a_journey_read_from_the_journal_ends_where_it_ended(name: str) -> None:
    journey = told(name)
    written = [Happened(through_text(happened.event), happened.moment) for happened in journey.history]
    assert replay(written) == journey.kiosk


def test_every_event_is_written_under_its_name_and_version() -> None:
    assert encode(TimerElapsed(Timer.THINK)) == {"v": VERSION, "type": "TimerElapsed", "timer": "think"}
    assert {"CodeEntered", "RecordingFinished"} < {kind.__name__ for kind in get_args(Event)}


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"v": VERSION},
        {"v": VERSION + 1, "type": "TimePassed"},
        {"type": "TimePassed"},
        {"v": VERSION, "type": "TimePassed", "more": 1},
        {"v": VERSION, "type": "Nonsense"},
        {"v": VERSION, "type": "Kiosk"},
        {"v": VERSION, "type": "TimerElapsed"},
        {"v": VERSION, "type": "TimerElapsed", "timer": "tea"},
        {"v": VERSION, "type": "TimerElapsed", "timer": None},
        {"v": VERSION, "type": "CodeEntered", "code": 7},
        {"v": VERSION, "type": "ScanRequested", "on": 1},
        {"v": VERSION, "type": "SoundEnded", "name": "x", "complete": "yes"},
        {"v": VERSION, "type": "RecordingStarted", "session": "s", "segment": True, "started_wall": ""},
        {"v": VERSION, "type": "RecordingStarted", "session": "s", "segment": 1.5, "started_wall": ""},
        {"v": VERSION, "type": "FaultRaised", "fault": "camera_lost"},
        {"v": VERSION, "type": "FaultRaised", "fault": {"code": "camera_lost"}},
        {"v": VERSION, "type": "MaskRequested", "device": "camera", "mask": {}, "by": ""},
        {"v": VERSION, "type": ["TimePassed"]},
    ],
)
def test_what_this_version_cannot_read_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(NotPlainError):
        decode(wrong)


def test_a_field_that_was_added_later_takes_its_default() -> None:
    older = encode(told("straight through").events[2])
    assert older["type"] == "InvitationAccepted"
    del older["pack"]["about_minutes"]
    read = decode(older)
    assert isinstance(read, InvitationAccepted)
    assert read.pack.about_minutes == 10


@pytest.mark.parametrize("nowhere", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_json_does_not_know_is_refused(nowhere: float) -> None:
    with pytest.raises(NotPlainError):
        encode(SampleRecorded(3.0, nowhere, speech=False))
    plain = {"v": VERSION, "type": "SampleRecorded", "seconds": 3.0, "peak_dbfs": nowhere, "speech": False}
    with pytest.raises(NotPlainError):
        decode(plain)


def test_an_open_mask_is_written_as_nothing() -> None:
    plain = {"v": VERSION, "type": "MaskRequested", "device": "camera", "mask": None, "by": "Kim"}
    read = decode(plain)
    assert isinstance(read, MaskRequested)
    assert read.mask is None
