"""What leaves the station: what is wanted, and every way in which that can end."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.ids import SessionId


class ExportPart(StrEnum):
    """What of a session goes along; questions, times and gaps always do."""

    VIDEO = "video"
    """The recording as it was made."""
    WEBM = "webm"
    TRANSCRIPT = "transcript"
    CODE = "code"
    SCORES = "scores"


class Disguise(StrEnum):
    """For reviewers who are not to know whom they judge. The name is taken out, the words come first."""

    NONE = "none"
    BLURRED = "blurred"
    """A picture in which no face can be known, and a shifted voice."""
    VOICE_ONLY = "voice_only"
    """No picture, and a shifted voice."""


class Protection(StrEnum):
    """Who can open what was exported."""

    NONE = "none"
    PASSPHRASE = "passphrase"  # noqa: S105 - a choice, not a secret
    """Whoever knows the words that are shown once."""
    KEY = "key"
    """HR, with the key that never was on the station."""


class Destination(StrEnum):
    """Where it goes."""

    STICK = "stick"
    SERVER = "server"
    """The central server, which takes everything of a session."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be exported, and how."""

    sessions: tuple[SessionId, ...]
    parts: frozenset[ExportPart] = frozenset(ExportPart) - {ExportPart.WEBM}
    disguise: Disguise = Disguise.NONE
    protection: Protection = Protection.NONE
    destination: Destination = Destination.STICK


class ExportOutcome(StrEnum):
    """Every way in which an export can end, or cannot begin; each has its text in ``EXPORT_TEXTS``."""

    DONE = "done"
    """Copied, read back, the same, and the stick is let go of."""
    DONE_STILL_MOUNTED = "done_still_mounted"
    """Copied, read back and the same, but something still holds the stick."""
    DONE_IN_FOLDER = "done_in_folder"
    """Copied, read back and the same; there is nothing to let go of."""
    DONE_ON_SERVER = "done_on_server"
    """The central server has signed for it."""
    CANCELLED = "cancelled"
    SERVER_LATER = "server_later"
    """It waits in the queue: the server is away, or nobody wanted to wait."""
    SERVER_REFUSED = "server_refused"
    # before anything is written
    NOTHING_CHOSEN = "nothing_chosen"
    SESSION_CLOSED = "session_closed"
    KEY_MISSING = "key_missing"
    STICK_MISSING = "stick_missing"
    SEVERAL_STICKS = "several_sticks"
    NO_FILE_SYSTEM = "no_file_system"
    FOREIGN_FILE_SYSTEM = "foreign_file_system"
    STICK_LOCKED = "stick_locked"
    STICK_DAMAGED = "stick_damaged"
    READ_ONLY = "read_only"
    TOO_SMALL = "too_small"
    FILE_TOO_LARGE = "file_too_large"
    FOLDER_MISSING = "folder_missing"
    STATION_FULL = "station_full"
    SOURCE_UNREADABLE = "source_unreadable"
    COPY_NOT_MADE = "copy_not_made"
    # while writing
    STICK_GONE = "stick_gone"
    STICK_FULL = "stick_full"
    STICK_FAILING = "stick_failing"
    READ_BACK_DIFFERS = "read_back_differs"


GOOD = frozenset(
    {
        ExportOutcome.DONE,
        ExportOutcome.DONE_STILL_MOUNTED,
        ExportOutcome.DONE_IN_FOLDER,
        ExportOutcome.DONE_ON_SERVER,
    }
)
"""What was ordered lies there, proved by reading it back or by the server's signature."""
WORTH_ANOTHER_TRY = frozenset(
    {ExportOutcome.STICK_GONE, ExportOutcome.STICK_FULL, ExportOutcome.STICK_FAILING, ExportOutcome.CANCELLED}
)
"""The same order goes on where it was interrupted."""


@dataclass(frozen=True, slots=True)
class ExportTexts:
    """What happened and what to do, for people at the desk."""

    what_happened: str
    what_to_do: str


EXPORT_TEXTS: dict[ExportOutcome, ExportTexts] = {
    ExportOutcome.DONE: ExportTexts(
        "Everything is on the stick and was read back without a difference.", "You may unplug now."
    ),
    ExportOutcome.DONE_STILL_MOUNTED: ExportTexts(
        "Everything was copied and read back without a difference, but the station cannot let go of it yet.",
        "Please eject it before you unplug it, or shut the station down first.",
    ),
    ExportOutcome.DONE_IN_FOLDER: ExportTexts(
        "Everything is in the folder and was read back without a difference.", "Nothing is left to do."
    ),
    ExportOutcome.DONE_ON_SERVER: ExportTexts(
        "The central server has everything and has signed for it.", "Nothing is left to do."
    ),
    ExportOutcome.SERVER_LATER: ExportTexts(
        "The central server does not have everything yet. The interviews wait first in the queue.",
        "Nothing is lost: the station goes on sending by itself. The staff panel shows what is left.",
    ),
    ExportOutcome.SERVER_REFUSED: ExportTexts(
        "The central server does not take one of these interviews.",
        "Please tell a technician; main.py sync says why. The interviews are untouched.",
    ),
    ExportOutcome.CANCELLED: ExportTexts(
        "The export was cancelled. What is on the stick is not complete.",
        "Start again when you like: it goes on where it stopped.",
    ),
    ExportOutcome.NOTHING_CHOSEN: ExportTexts(
        "Nothing has been chosen yet.", "Please choose at least one interview that is over."
    ),
    ExportOutcome.SESSION_CLOSED: ExportTexts(
        "One of these interviews is sealed or erased; the station cannot read it any more.",
        "Whoever holds the key opens sealed ones with main.py unseal, and exports from there.",
    ),
    ExportOutcome.KEY_MISSING: ExportTexts(
        "This station has not been given a key of HR’s.",
        "Please choose a passphrase instead, or ask a technician to set the key.",
    ),
    ExportOutcome.STICK_MISSING: ExportTexts("No stick is plugged in.", "Please plug in one USB stick."),
    ExportOutcome.SEVERAL_STICKS: ExportTexts(
        "More than one stick is plugged in.", "Please leave only the one in that you want to use."
    ),
    ExportOutcome.NO_FILE_SYSTEM: ExportTexts(
        "This stick is not formatted.", "Please format it as exFAT on another computer, or take another one."
    ),
    ExportOutcome.FOREIGN_FILE_SYSTEM: ExportTexts(
        "This stick is formatted in a way that other computers may not read.",
        "Please take one that is formatted as exFAT, FAT32, NTFS or ext4.",
    ),
    ExportOutcome.STICK_LOCKED: ExportTexts(
        "This stick is encrypted and locked.", "Please take one that is not; the export can be encrypted."
    ),
    ExportOutcome.STICK_DAMAGED: ExportTexts(
        "This stick cannot be opened; it seems to be damaged.", "Please take another one."
    ),
    ExportOutcome.READ_ONLY: ExportTexts(
        "Nothing can be written here.",
        "Some sticks have a small switch against writing: please slide it, or take another stick.",
    ),
    ExportOutcome.TOO_SMALL: ExportTexts(
        "There is not enough room.",
        "Please free some space, choose fewer interviews, or take a larger stick.",
    ),
    ExportOutcome.FILE_TOO_LARGE: ExportTexts(
        "One of the files is larger than 4 GB, which a stick formatted as FAT32 cannot hold.",
        "Please take a stick formatted as exFAT, or choose fewer interviews.",
    ),
    ExportOutcome.FOLDER_MISSING: ExportTexts("This folder does not exist.", "Please choose another folder."),
    ExportOutcome.STATION_FULL: ExportTexts(
        "The station has no room left to prepare the export.", "Please choose fewer interviews at a time."
    ),
    ExportOutcome.SOURCE_UNREADABLE: ExportTexts(
        "Something that belongs to these interviews cannot be read on this station.",
        "Please tell a technician; main.py selftest says more. Nothing was exported.",
    ),
    ExportOutcome.COPY_NOT_MADE: ExportTexts(
        "The copy in another form could not be made.",
        "Please export without it, and tell a technician. The recording itself is untouched.",
    ),
    ExportOutcome.STICK_GONE: ExportTexts(
        "The stick was unplugged too early. What is on it is not complete; the interviews are untouched.",
        "Please plug it in again and go on: what is already there is kept.",
    ),
    ExportOutcome.STICK_FULL: ExportTexts(
        "The stick is full. What is on it is not complete.", "Please free some space on it, then go on."
    ),
    ExportOutcome.STICK_FAILING: ExportTexts(
        "The stick does not take what is written to it.", "Please take another one; this one is failing."
    ),
    ExportOutcome.READ_BACK_DIFFERS: ExportTexts(
        "What was read back from the stick is not what was written.",
        "Do not rely on this stick; please take another one. The interviews are untouched.",
    ),
}


class ExportPhase(StrEnum):
    """What an export is doing."""

    PREPARING = "preparing"
    COPYING = "copying"
    VERIFYING = "verifying"
    FINISHING = "finishing"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ServerReceipt:
    """The central server's word for one session."""

    session: SessionId
    wall: str
    files: int
    signature: str
    """By the server's key; base64."""


@dataclass(frozen=True, slots=True)
class ExportProgress:
    """How far an export is; the outcome is there when it is over."""

    phase: ExportPhase
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_s: float = 0.0
    left_s: float | None = None
    """``None`` while nobody can tell."""
    outcome: ExportOutcome | None = None
    place: str = ""
    """Name of the folder or file that was made."""
    passphrase: str = ""
    """Shown once, never kept."""
    receipts: tuple[ServerReceipt, ...] = ()

    @property
    def slow(self) -> bool:
        """Whether the stick is so slow that somebody should know."""
        return self.phase is ExportPhase.COPYING and 0 < self.bytes_per_s < SLOW_BYTES_PER_S


SLOW_BYTES_PER_S = 3e6


@dataclass(frozen=True, slots=True)
class Drive:
    """A plugged-in stick: one file system on it, or none."""

    device: str
    """``/dev/sdb1``."""
    title: str
    """What people know it by: its label or make, and its size."""
    size_bytes: int
    file_system: str
    """As the kernel calls it; empty where there is none."""
    read_only: bool
    mounted_at: str = ""
