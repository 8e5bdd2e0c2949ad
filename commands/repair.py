"""Getting back what a damaged database lost."""

import math
from pathlib import Path

from commands.app import TOOLS, Data, app, folders_of
from commands.trouble import plainly
from kiosk.console import refuse, tell
from kiosk.domain.checks import Verdict


@app.command(rich_help_panel=TOOLS)
def repair(data: Data = None) -> None:
    """Make a damaged database anew from the journal copies beside the recordings; the old one is kept.

    The tables of a sound one are held to the journal and mended.
    """
    from kiosk.runtime.instance import is_running
    from storage.media import MediaStore
    from storage.restore import restore

    folders = folders_of(data)
    if is_running(folders.lock):
        refuse("The kiosk is running with this data; stop it first.")
    if not (folders.data / "kiosk.db").exists():
        refuse(f"there is no station data in {folders.data}")
    with plainly():
        if is_sound(folders.data):
            tell(compared(folders.data))
            return
        entries = restore(MediaStore(folders.data))
    tell(f"{entries} journal entries came back. Run main.py selftest to see that the journal holds.")


@app.command(hidden=True)
def migrate(data: Data = None) -> None:
    """Bring what an older version keeps up to this one; every opening does, an update says so at once."""
    from storage.station import open_station

    with plainly():
        open_station(folders_of(data).data).close()


def compared(data: Path) -> str:
    """What came of holding every session to the journal, a fifth of a second each."""
    from storage.station import open_station
    from storage.truth import CURSOR, Truth, compare_some

    storage = open_station(data)
    try:
        found = compare_some(Truth(storage.database, storage.journal.keys), data / CURSOR, math.inf)
    finally:
        storage.close()
    if found.damaged:
        return f"{len(found.damaged)} sessions tell something else than the journal and cannot be mended."
    if not found.mended:
        return f"The database is sound, and all {found.of} sessions are as the journal has them."
    return f"{len(found.mended)} of {found.of} sessions were mended from the journal."


def is_sound(data: Path) -> bool:
    """Whether the database can be read and its journal holds. Raises ``NewerError``."""
    from storage.checks import check_journal
    from storage.errors import NewerError, StorageError
    from storage.station import open_station

    try:
        storage = open_station(data, writable=False)
    except NewerError:  # sound, for a program that can read it
        raise
    except StorageError:
        return False
    try:
        return check_journal(storage.database, storage.journal).verdict is Verdict.GOOD
    finally:
        storage.close()
