"""The closed lists are closed: nothing is declared that machine, screen and journal would not meet."""

import inspect
from dataclasses import is_dataclass
from types import ModuleType
from typing import get_args

import pytest

from kiosk.flow import effects, events, facts, reviews, staff, states
from kiosk.flow.states import (
    Arrival,
    Correcting,
    Ending,
    Further,
    HandRaised,
    Kiosk,
    Message,
    RecordingStoppedBy,
    Respeaking,
    Restarted,
    Run,
    TypedDraft,
)

PARTS_OF_A_SCENE = {
    Arrival,
    Run,
    Ending,
    Further,
    Kiosk,
    Restarted,
    RecordingStoppedBy,
    Correcting,
    Respeaking,
    TypedDraft,
    HandRaised,
    Message,
    Further,
}


def declared_in(module: ModuleType) -> set[type]:
    found = vars(module).values()
    return {kind for kind in found if inspect.isclass(kind) and kind.__module__ == module.__name__}


def dataclasses_of(module: ModuleType) -> set[type]:
    return {kind for kind in declared_in(module) if is_dataclass(kind)}


def test_every_fact_is_a_recorders_fact() -> None:
    assert set(get_args(facts.RecorderFact)) == dataclasses_of(facts)


def test_every_fact_and_wish_is_an_event() -> None:
    everything = dataclasses_of(events) | dataclasses_of(facts) | dataclasses_of(staff)
    everything |= dataclasses_of(reviews)
    assert set(get_args(events.Event)) == everything


def test_every_order_is_an_effect() -> None:
    assert set(get_args(effects.Effect)) == dataclasses_of(effects)


def test_every_state_is_a_scene_or_a_part_of_one() -> None:
    phases, scenes = set(get_args(states.Phase)), set(get_args(states.Scene))
    assert scenes | phases | PARTS_OF_A_SCENE == dataclasses_of(states)
    assert not scenes & phases
    assert set(get_args(states.Chapter)) < scenes


@pytest.mark.parametrize("module", [events, facts, staff, reviews, effects, states])
def test_every_value_of_the_flow_is_frozen(module: ModuleType) -> None:
    for kind in dataclasses_of(module):
        assert kind.__dataclass_params__.frozen, kind  # type: ignore[attr-defined]


def test_names_in_the_journal_are_unique() -> None:
    names = [kind.__name__ for kind in get_args(events.Event)]
    assert len(names) == len(set(names))
