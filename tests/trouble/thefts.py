"""A station's disk in a stranger's hands: what can be read of it, freed blocks included."""

import os
from pathlib import Path

from kiosk.flow.events import SessionSealed
from storage.privacy.keeping import SealPolicy, SqlKeeping
from storage.station import Storage, open_station
from tests.disks import FileSystem, loop_disk
from tests.interviews import Interview
from tests.markers import SESSION, Markers, files, found_in, plant
from tests.station import Station


def sealed(storage: Storage, public: str) -> SqlKeeping:
    """As the keeper does it."""
    keeping = SqlKeeping(storage.database, storage.media, SealPolicy((public,)))
    interview = Interview(storage.journal, SESSION)
    for session in keeping.to_seal():
        interview.happen(SessionSealed(session, keeping.seal(session)))
    keeping.finish_sealing()
    return keeping


def words_on_a_stolen_disk(kind: FileSystem, folder: Path, public: str) -> tuple[set[str], set[str]]:
    """The marked words of an interview in the disk's raw blocks, before it is sealed and after."""
    with loop_disk(folder, kind, 600) as disk:
        storage = open_station(disk.root / "data")
        markers = plant(storage)
        os.sync()
        planted = in_image(disk.image, markers)
        sealed(storage, public)
        storage.close()
        os.sync()
        return planted, in_image(disk.image, markers)


def in_image(image: Path, markers: Markers) -> set[str]:
    """The marked words in the raw blocks, those that no file owns any more included."""
    found, tail = set(), b""
    with image.open("rb") as blocks:
        while block := blocks.read(1 << 22):
            text = tail + block
            if b"kingfisher" in text:
                found |= {word for word in markers.planted if word.encode() in text}
            tail = block[-64:]
    return found


def words_after_an_erasure(data: Path) -> tuple[int, int]:
    """How many marked words stand in the station's files, before an interview is erased and after."""
    storage = open_station(data)
    markers = plant(storage)
    storage.close()
    planted = count_of(data, markers)
    Station(data).ask("erase", SESSION, "--by", "Sam")
    return planted, count_of(data, markers)


def count_of(data: Path, markers: Markers) -> int:
    """How many different ones."""
    return len({word for words in found_in(files(data), markers).values() for word in words})
