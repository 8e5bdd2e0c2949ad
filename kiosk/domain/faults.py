"""Trouble in the field, as values: a closed list of codes, each with an owner, a severity and three texts."""

from dataclasses import dataclass
from enum import StrEnum


class FaultCode(StrEnum):
    """What can go wrong in a booth."""

    CAMERA_MISSING = "camera_missing"
    CAMERA_BUSY = "camera_busy"
    CAMERA_LOST = "camera_lost"
    CAMERA_FROZEN = "camera_frozen"
    CAMERA_BLACK = "camera_black"
    MICROPHONE_MISSING = "microphone_missing"
    MICROPHONE_LOST = "microphone_lost"
    MICROPHONE_SILENT = "microphone_silent"
    MICROPHONE_MUTED = "microphone_muted"
    LOUDSPEAKER_MISSING = "loudspeaker_missing"
    RECORDER_LOST = "recorder_lost"
    RECORDING_NOT_STARTED = "recording_not_started"
    RECORDING_NOT_FINISHED = "recording_not_finished"
    ENCODER_SLOW = "encoder_slow"
    FFMPEG_MISSING = "ffmpeg_missing"
    DISK_LOW = "disk_low"
    DISK_SHORT = "disk_short"
    DISK_FULL = "disk_full"
    DATA_UNWRITABLE = "data_unwritable"
    VOICE_MISSING = "voice_missing"
    JOURNAL_DAMAGED = "journal_damaged"
    TEST_FAILED = "test_failed"
    ERASURE_STUCK = "erasure_stuck"
    SERVER_STOPPED = "server_stopped"


class Severity(StrEnum):
    """What the interview does about a fault."""

    NOTE = "note"
    """Goes on; the fact is kept."""
    INTERRUPT = "interrupt"
    """The clock stops until the fault is cleared."""
    BLOCK = "block"
    """No interview starts; the clock of a running one stops until the fault is cleared."""


class Owner(StrEnum):
    """Who has to do something."""

    NOBODY = "nobody"
    PROCTOR = "proctor"
    TECHNICIAN = "technician"


@dataclass(frozen=True, slots=True)
class Fault:
    """One occurrence of trouble; ``detail`` is for the log and holds no personal data."""

    code: FaultCode
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FaultTexts:
    """Three plain sentences about a fault."""

    what_happened: str
    what_is_safe: str
    what_to_do: str


@dataclass(frozen=True, slots=True)
class FaultEntry:
    """What the catalogue says of one code."""

    severity: Severity
    owner: Owner
    texts: FaultTexts


_SAFE = "Everything you have said so far is saved."
_STAFF = "Please press “Call staff”."

CATALOGUE: dict[FaultCode, FaultEntry] = {
    FaultCode.CAMERA_MISSING: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "We cannot find the camera.",
            "Nothing has been lost.",
            "Check that the camera is plugged in, or choose another in the station settings.",
        ),
    ),
    FaultCode.CAMERA_BUSY: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "Another program is using the camera.",
            "Nothing has been lost.",
            "Close the other program. The camera is tried again every few seconds.",
        ),
    ),
    FaultCode.CAMERA_LOST: FaultEntry(
        Severity.NOTE,
        Owner.PROCTOR,
        FaultTexts(
            "The camera has stopped sending a picture.",
            "Your voice is still being recorded, and " + _SAFE[0].lower() + _SAFE[1:],
            "You can simply go on. Staff have been told.",
        ),
    ),
    FaultCode.CAMERA_FROZEN: FaultEntry(
        Severity.NOTE,
        Owner.PROCTOR,
        FaultTexts(
            "The camera picture is standing still.",
            "Your voice is still being recorded, and " + _SAFE[0].lower() + _SAFE[1:],
            "You can simply go on. Staff have been told.",
        ),
    ),
    FaultCode.CAMERA_BLACK: FaultEntry(
        Severity.NOTE,
        Owner.PROCTOR,
        FaultTexts("The camera picture is dark.", _SAFE, "Please check that nothing covers the camera."),
    ),
    FaultCode.MICROPHONE_MISSING: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "We cannot find the microphone.",
            "Nothing has been lost.",
            "Check that the microphone is plugged in, or choose another in the station settings.",
        ),
    ),
    FaultCode.MICROPHONE_LOST: FaultEntry(
        Severity.INTERRUPT,
        Owner.PROCTOR,
        FaultTexts(
            "We can no longer hear you: the microphone has been disconnected.",
            _SAFE + " Your time has stopped.",
            _STAFF,
        ),
    ),
    FaultCode.MICROPHONE_SILENT: FaultEntry(
        Severity.NOTE,
        Owner.PROCTOR,
        FaultTexts(
            "We hear nothing from the microphone.",
            _SAFE,
            "Please speak a little louder, or press “Call staff”.",
        ),
    ),
    FaultCode.MICROPHONE_MUTED: FaultEntry(
        Severity.INTERRUPT,
        Owner.PROCTOR,
        FaultTexts(
            "We can no longer hear you: the microphone has been switched off.",
            _SAFE + " Your time has stopped.",
            "If it has a switch, please turn it on. " + _STAFF,
        ),
    ),
    FaultCode.LOUDSPEAKER_MISSING: FaultEntry(
        Severity.NOTE,
        Owner.PROCTOR,
        FaultTexts("We cannot find the loudspeaker.", _SAFE, "You can read every question on the screen."),
    ),
    FaultCode.RECORDER_LOST: FaultEntry(
        Severity.INTERRUPT,
        Owner.NOBODY,
        FaultTexts(
            "The recording stopped for a moment.",
            _SAFE + " Your time has stopped.",
            "Please wait. We are starting it again.",
        ),
    ),
    FaultCode.RECORDING_NOT_STARTED: FaultEntry(
        Severity.INTERRUPT,
        Owner.PROCTOR,
        FaultTexts("The recording could not be started.", _SAFE, _STAFF),
    ),
    FaultCode.RECORDING_NOT_FINISHED: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts(
            "The recording could not be turned into one file.",
            "All its parts are kept on this station.",
            "Run “main.py status” and free some space, then start the station again.",
        ),
    ),
    FaultCode.ENCODER_SLOW: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts(
            "This computer is too busy to record every picture.",
            "The sound is complete; every missing picture is counted.",
            "Close other programs on the station.",
        ),
    ),
    FaultCode.FFMPEG_MISSING: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "The program ffmpeg is missing.",
            "Nothing has been lost.",
            "Install it with “apt-get install ffmpeg”, then start the station again.",
        ),
    ),
    FaultCode.DISK_LOW: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts(
            "Little disk space is left.", _SAFE, "Export and remove old sessions, or free some space."
        ),
    ),
    FaultCode.DISK_SHORT: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "This station has not enough space for another interview.",
            "Every interview so far is kept.",
            "Export and remove old sessions, or free some space; the station then opens by itself.",
        ),
    ),
    FaultCode.DISK_FULL: FaultEntry(
        Severity.INTERRUPT,
        Owner.PROCTOR,
        FaultTexts("This station has no space left to record.", _SAFE, _STAFF),
    ),
    FaultCode.DATA_UNWRITABLE: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "The station cannot write to its data folder.",
            "What was saved before is untouched.",
            "Check the folder’s owner and permissions, and that the disk is mounted for writing.",
        ),
    ),
    FaultCode.VOICE_MISSING: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts("The voice is not available.", _SAFE, "You can read every question on the screen."),
    ),
    FaultCode.JOURNAL_DAMAGED: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "The station’s journal is damaged.",
            "The recordings are untouched.",
            "Start no interview; follow “Journal damaged” in the operator’s guide.",
        ),
    ),
    FaultCode.ERASURE_STUCK: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts(
            "A session could not be erased or sealed.",
            "Nothing was lost; something is still there that should be gone.",
            "A technician must see what refuses; the station keeps trying.",
        ),
    ),
    FaultCode.SERVER_STOPPED: FaultEntry(
        Severity.NOTE,
        Owner.TECHNICIAN,
        FaultTexts(
            "The central server no longer listens to this station.",
            "Everything is kept here, and interviews can go on.",
            "A technician must find out why; most often another computer uses a copy of this station’s disk.",
        ),
    ),
    FaultCode.TEST_FAILED: FaultEntry(
        Severity.BLOCK,
        Owner.TECHNICIAN,
        FaultTexts(
            "The test recording of this booth did not come out right.",
            "Nothing has been lost.",
            "See to the device that the readiness report names, then test the booth again.",
        ),
    ),
}

BEHIND_THE_SCENES = frozenset({FaultCode.ERASURE_STUCK, FaultCode.SERVER_STOPPED})
"""Staff see these; to the candidate they mean nothing, and would only worry."""
