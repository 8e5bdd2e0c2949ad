"""A journal entry with its meaning: the event it holds, and the states before and after."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.domain.ids import SessionId
from kiosk.domain.moment import Moment
from kiosk.flow.events import Event
from kiosk.flow.machine import advance
from kiosk.flow.recovery import Happened, timing
from kiosk.flow.states import Kiosk
from storage.chain import Entry
from storage.keys import Keys
from storage.veil import unveiled

_NEW = Kiosk()


@dataclass(frozen=True, slots=True)
class Change:
    """What the tables are told."""

    seq: int
    event: Event
    moment: Moment
    session: SessionId | None
    before: Kiosk
    after: Kiosk

    @property
    def moved(self) -> bool:
        """Whether the entry led to another scene."""
        return type(self.before.scene) is not type(self.after.scene)


def happened(entry: Entry, keys: Keys) -> Happened | None:
    """The event of an entry as far as ``keys`` open it; ``None`` where nothing can be read without one.

    Raises ``NotPlainError`` for what this version cannot read.
    """
    moment = Moment(entry.wall, entry.boot_id, entry.mono_ns / 1e9)
    event = unveiled(entry, keys)
    return Happened(event, moment) if event else None


def changes(entries: Iterable[Entry], keys: Keys, kiosk: Kiosk = _NEW) -> Iterator[Change]:
    """The journal from an entry before which nobody was here, as it changed the ``kiosk``.

    Raises ``NotPlainError``.
    """
    last: Moment | None = None
    for entry in entries:
        fact = happened(entry, keys)
        if fact is None:
            continue
        step = advance(kiosk, fact.event, timing(fact.event, fact.moment, last))
        after = step[0] if step else kiosk
        session = SessionId(entry.session_id) if entry.session_id else None
        yield Change(entry.seq, fact.event, fact.moment, session, kiosk, after)
        kiosk, last = after, fact.moment
