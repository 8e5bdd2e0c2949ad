"""Whoever edits a journal, clumsily or with everything after the edit hashed anew."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from storage.chain import GENESIS, Entry, check
from storage.checkpoints import Checkpoint, check_against

Edit = Callable[[list[Entry], random.Random], list[Entry]]


def hashed_anew(entries: Sequence[Entry]) -> list[Entry]:
    """What a clever editor leaves: a chain that holds."""
    last, chain = GENESIS, []
    for number, entry in enumerate(entries, start=1):
        chain.append(replace(entry, seq=number, prev_hash=last, hash="").sealed())
        last = chain[-1].hash
    return chain


def change_a_field(entries: list[Entry], chance: random.Random) -> list[Entry]:
    at = chance.randrange(len(entries))
    entry, other = entries[at], f"{chance.random()}"
    entries[at] = chance.choice(
        [
            replace(entry, boot_id=other),
            replace(entry, mono_ns=entry.mono_ns + chance.randrange(1, 10**9)),
            replace(entry, wall=other),
            replace(entry, session_id=other),
            replace(entry, kind=other),
            replace(entry, body=other),
        ]
    )
    return entries


def flip_a_letter(entries: list[Entry], chance: random.Random) -> list[Entry]:
    at = chance.randrange(len(entries))
    body = entries[at].body
    place = chance.randrange(len(body))
    letter = chr(ord(body[place]) ^ 1 << chance.randrange(5))
    entries[at] = replace(entries[at], body=body[:place] + letter + body[place + 1 :])
    return entries


def remove_one(entries: list[Entry], chance: random.Random) -> list[Entry]:
    del entries[chance.randrange(len(entries) - 1)]
    return entries


def repeat_one(entries: list[Entry], chance: random.Random) -> list[Entry]:
    at = chance.randrange(len(entries) - 1)
    return [*entries[: at + 1], *entries[at:]]


def exchange_two(entries: list[Entry], chance: random.Random) -> list[Entry]:
    first, second = chance.sample(range(len(entries)), 2)
    entries[first], entries[second] = entries[second], entries[first]
    return entries


def cut_the_end(entries: list[Entry], chance: random.Random) -> list[Entry]:
    return entries[: chance.randrange(len(entries))]


EDITED: Sequence[Edit] = (change_a_field, flip_a_letter, remove_one, repeat_one, exchange_two)


def is_found(entries: Sequence[Entry], chance: random.Random) -> bool:
    """Whether the chain alone finds an edit."""
    return not check(chance.choice(EDITED)(list(entries), chance)).ok


def is_found_elsewhere(entries: Sequence[Entry], anchor: Checkpoint, chance: random.Random) -> bool:
    """Whether what is kept elsewhere finds an edit that the chain alone cannot know of."""
    edit = chance.choice((*EDITED, cut_the_end))
    rest = [] if edit is cut_the_end else entries[anchor.seq :]
    edited = hashed_anew([*edit(list(entries[: anchor.seq]), chance), *rest])
    assert check(edited).ok, "the chain alone cannot know"
    return not check_against(edited, [anchor]).ok
