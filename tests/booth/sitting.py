"""An interview in the guest: somebody who never stops talking sits before it and presses keys."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.booth.guest import COMMAND_S, Guest
from tests.booth.station import GuestJournal, GuestScreen
from tests.trouble.interview import TALK
from tests.visitor import Hands

PATIENCE_S = 1800.0
TALKING = """
espeak-ng -w /run/talk.wav '{talk}' &&
systemd-run --quiet --unit talker sh -c 'while aplay -q -D plug:room /run/talk.wav; do true; done'
"""
"""The other half of the sound card is the microphone that the station hears."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A guest with somebody before it."""

    guest: Guest
    journal: GuestJournal
    hands: Hands

    def photograph(self, name: str) -> Path:
        """For people to look at: a picture in the folder of the guest."""
        file = self.guest.folder / f"{name}.png"
        self.guest.monitor.photograph(file)
        return file


@contextmanager
def somebody_at(guest: Guest) -> Iterator[Sitting]:
    """Sit down: the journal is followed, keys can be pressed."""
    journal = GuestJournal(guest)
    try:
        yield Sitting(
            guest, journal, Hands(journal, GuestScreen(guest, journal), PATIENCE_S, journal.clock_s)
        )
    finally:
        journal.close()


def talk(guest: Guest) -> None:
    """Begin to talk, and never stop."""
    guest.run(TALKING.format(talk=TALK))


def ask(guest: Guest, words: str, patience_s: float = COMMAND_S) -> Any:
    """What a command of the station that must succeed answers to ``--json``."""
    return json.loads(guest.run(f"interview-kiosk {words} --json", patience_s))


def invite(guest: Guest) -> str:
    """An invitation's code."""
    return str(ask(guest, "invite --name 'A candidate' --pack walk")["code"])
