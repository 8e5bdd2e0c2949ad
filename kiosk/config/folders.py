"""Where a station keeps what is neither a recording nor the database."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "interview-kiosk"
PLACE = "KIOSK_DATA"
"""In the environment: the data folder of whoever names none, as an installed package does."""
LONGEST_SOCKET_PATH = 100
"""The kernel refuses Unix socket paths over 107 bytes."""


def default_data() -> Path:
    """Where a station keeps everything when nobody says otherwise."""
    named = os.environ.get(PLACE)
    return Path(named) if named else platformdirs.user_data_path(APP)


@dataclass(frozen=True, slots=True)
class Folders:
    """Everything below one data folder."""

    data: Path

    @property
    def log(self) -> Path:
        """The application log."""
        return self.data / "log" / "kiosk.log"

    @property
    def desk_log(self) -> Path:
        """Of HR's desk where it is a program of its own."""
        return self.data / "log" / "desk.log"

    @property
    def recorder_log(self) -> Path:
        """The recorder process's own log."""
        return self.data / "log" / "recorder.log"

    @property
    def lock(self) -> Path:
        """Held by the one running kiosk."""
        return self.data / "run" / "kiosk.lock"

    @property
    def voice(self) -> Path:
        """Rendered speech; may be deleted, it is made again."""
        return self.data / "cache" / "voice"

    @property
    def readiness(self) -> Path:
        """The latest readiness report, as a page and as PDF."""
        return self.data / "readiness"

    @property
    def messages(self) -> Path:
        """What staff wrote, as sounds; emptied for every next candidate."""
        return self.data / "run" / "messages"

    @property
    def follow_ups(self) -> Path:
        """Questions worded during an interview, as sounds; emptied for every next candidate."""
        return self.data / "run" / "follow-ups"

    @property
    def hearing(self) -> Path:
        """The sound of the answer that is being written down; emptied at every start."""
        return self.data / "run" / "hearing"

    @property
    def models(self) -> Path:
        """Where speech models are looked for, a folder each; whoever sets the station up puts them there."""
        return self.data / "models"

    @property
    def packs(self) -> Path:
        """Question packs that the central server sent."""
        return self.data / "packs"

    @property
    def built(self) -> Path:
        """Question packs as they were built: what was approved lies here and must not be deleted."""
        return self.data / "built"

    @property
    def recorder_socket(self) -> Path:
        """Where the recorder process listens; elsewhere when the data folder's path is too long."""
        socket = self.data / "run" / "recorder.sock"
        if len(bytes(socket)) <= LONGEST_SOCKET_PATH:
            return socket
        name = hashlib.sha256(bytes(self.data)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"{APP}-{name}.sock"
