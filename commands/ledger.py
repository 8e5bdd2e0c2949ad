"""The journal of a station whose kiosk is not running, for commands that add facts to it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands.app import folders_of
from commands.trouble import plainly

if TYPE_CHECKING:
    from kiosk.flow.events import Event
    from storage.station import Storage


@dataclass(frozen=True, slots=True)
class Ledger:
    """A station at rest, and a pen."""

    storage: "Storage"

    def write(self, event: "Event") -> None:
        """Put an event about a session that is over into the journal. Raises ``JournalError``."""
        from kiosk.flow.events import told_session
        from kiosk.flow.machine import advance
        from kiosk.flow.recovery import replay
        from kiosk.flow.step import Timing
        from kiosk.runtime.clock import SystemClock, moment

        now = moment(SystemClock())
        kiosk = replay(self.storage.journal.unfinished())
        step = advance(kiosk, event, Timing(now))
        assert step is not None, "such events are always kept"
        self.storage.journal.append(event, now, told_session(event), step[0])


@contextmanager
def at_rest(data: Path | None) -> Iterator[Ledger]:
    """Nobody else writes meanwhile: a running kiosk refuses, in one sentence."""
    from kiosk.runtime.instance import SingleInstance
    from storage.station import open_station

    folders = folders_of(data)
    with plainly(), ExitStack() as last:
        last.callback(SingleInstance(folders.lock).release)
        storage = open_station(folders.data)
        last.callback(storage.close)
        yield Ledger(storage)
