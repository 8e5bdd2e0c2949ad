"""Locking a machine down and taking it back, in reverse, also when the attempt before was cut off."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.lockdown.operation import Standing
from kiosk.lockdown.plan import plan
from kiosk.lockdown.record import Done, Record, read, write


@dataclass(frozen=True, slots=True)
class Lockdown:
    """One machine. Methods raise ``LockdownError`` and ``OSError``; one process at a time."""

    root: Path = Path("/")

    def on(self) -> None:
        """Do the whole plan; what cannot be done whole is undone again."""
        self.off()
        done: tuple[Done, ...] = ()
        try:
            for operation in plan(self.root):
                done = (*done, Done.of(operation))
                write(self.root, Record(done=done))
                operation.do()
        except BaseException:
            self.off()
            raise
        write(self.root, Record(complete=True, done=done))

    def off(self) -> None:
        """Undo what is on record, the last first."""
        record = read(self.root)
        done = record.done if record else ()
        while done:
            write(self.root, Record(done=done))
            last = done[-1]
            last.operation(self.root).undo(last.before)
            done = done[:-1]
        write(self.root, Record())

    def mend(self) -> bool:
        """Undo what was cut off half-way; whether there was anything."""
        record = read(self.root)
        if record is None or record.complete:
            return False
        self.off()
        return True

    def status(self) -> Mapping[str, Standing]:
        """How every part of the machine is, by its path."""
        return {f"/{operation.path}": operation.standing() for operation in plan(self.root)}
