"""Getting back what a damaged database lost."""

from commands.app import Data, app, folders_of
from commands.trouble import plainly
from kiosk.console import refuse, tell


@app.command()
def repair(data: Data = None) -> None:
    """Make a damaged database anew from the journal copies beside the recordings; the old one is kept."""
    from kiosk.runtime.instance import is_running
    from storage.media import MediaStore
    from storage.restore import restore

    folders = folders_of(data)
    if is_running(folders.lock):
        refuse("The kiosk is running with this data; stop it first.")
    if not (folders.data / "kiosk.db").exists():
        refuse(f"there is no station data in {folders.data}")
    with plainly():
        entries = restore(MediaStore(folders.data))
    tell(f"{entries} journal entries came back. Run main.py selftest to see that the journal holds.")
