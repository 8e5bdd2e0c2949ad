"""What was done to the machine, in order, with what was there before: on the disk before it is done."""

from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from kiosk.lockdown.errors import RecordDamagedError
from kiosk.lockdown.files import FilePlaced, LinkPlaced, remove_durably, write_durably
from kiosk.lockdown.operation import Operation

PLACE = "var/lib/interview-kiosk-lockdown/record.json"
"""Root's alone: who could write it could have root write anything."""


class Done(BaseModel):
    """One operation with all that undoing needs, whatever a later version's plan says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["file", "link"]
    path: str
    after: str
    before: str | None

    @classmethod
    def of(cls, operation: FilePlaced | LinkPlaced) -> Self:
        """As it will be. Raises ``InTheWayError``."""
        match operation:
            case FilePlaced(path=path, text=after):
                return cls(kind="file", path=path, after=after, before=operation.before())
            case LinkPlaced(path=path, target=after):
                return cls(kind="link", path=path, after=after, before=operation.before())

    def operation(self, root: Path) -> Operation:
        """The operation itself, to be undone."""
        kind = FilePlaced if self.kind == "file" else LinkPlaced
        return kind(root, self.path, self.after)


class Record(BaseModel):
    """The whole of it; ``complete`` once every operation of the plan was done."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    complete: bool = False
    done: tuple[Done, ...] = ()


def read(root: Path) -> Record | None:
    """What stands on the disk; ``None`` where nothing is locked. Raises ``RecordDamagedError``."""
    file = root / PLACE
    try:
        return Record.model_validate_json(file.read_bytes())
    except FileNotFoundError:
        return None
    except ValidationError as error:
        raise RecordDamagedError(f"{file} cannot be read; without it nothing is undone") from error


def write(root: Path, record: Record) -> None:
    """Put it on the disk; an empty one is taken away. Raises ``OSError``."""
    file = root / PLACE
    if not record.done:
        remove_durably(file)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    write_durably(file, record.model_dump_json(indent=2))
